import { expect, test } from 'vitest';
import {
  codeAt,
  codesAddress,
  inFours,
  looksLikeRecovery,
  newKey,
  newRecoveryCodes,
  recoveryHash,
  stepOf,
} from './codes.server.ts';

/** The secret of RFC 6238, appendix B ("12345678901234567890"), in base 32. */
const OF_THE_RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

// Appendix B prints eight figures; ours are the last six of them, as RFC 4226 truncates.
test.each([
  [59, '94287082', 1],
  [1_111_111_109, '07081804', 37_037_036],
  [1_111_111_111, '14050471', 37_037_037],
  [1_234_567_890, '89005924', 41_152_263],
  [2_000_000_000, '69279037', 66_666_666],
  [20_000_000_000, '65353130', 666_666_666],
])('RFC 6238 at %i seconds', (seconds, printed, step) => {
  const now = new Date(seconds * 1000);
  expect(codeAt(OF_THE_RFC, now)).toBe(printed.slice(2));
  expect(stepOf(OF_THE_RFC, printed.slice(2), now)).toBe(step);
});

test('a phone may be half a minute off, and no more', () => {
  const now = new Date('2026-11-22T10:00:10Z');
  const at = (seconds: number) => codeAt(OF_THE_RFC, new Date(now.getTime() + seconds * 1000));
  const step = stepOf(OF_THE_RFC, at(0), now) ?? 0;
  expect(stepOf(OF_THE_RFC, at(-30), now)).toBe(step - 1);
  expect(stepOf(OF_THE_RFC, at(30), now)).toBe(step + 1);
  expect(stepOf(OF_THE_RFC, at(-60), now)).toBeNull();
  expect(stepOf(OF_THE_RFC, at(60), now)).toBeNull();
});

test.each(['', '12345', '1234567', 'abcdef', '٠٨١٨٠٤', '-08180'])('%j is no code', (typed) => {
  expect(stepOf(OF_THE_RFC, typed, new Date())).toBeNull();
});

test('a code is typed as the phone shows it, with a space', () => {
  const now = new Date();
  const code = codeAt(OF_THE_RFC, now);
  expect(stepOf(OF_THE_RFC, `${code.slice(0, 3)} ${code.slice(3)} `, now)).not.toBeNull();
});

test('the key has 160 bits, and is written so that a phone and a person read it', () => {
  const key = newKey();
  expect(key).toMatch(/^[A-Z2-7]{32}$/);
  expect(newKey()).not.toBe(key);
  expect(inFours('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
  const address = new URL(codesAddress(key, 'Halton Borough Council', 'Mo Khan'));
  expect(address.href).toMatch(/^otpauth:\/\/totp\//);
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    secret: key,
    issuer: 'Throughline, Halton Borough Council',
    digits: '6',
    period: '30',
  });
});

test('ten recovery codes, each another, of letters that are not taken for one another', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){3}$/);
    expect(looksLikeRecovery(code.toLowerCase().replaceAll('-', ' '))).toBe(true);
    expect(recoveryHash('a', code.toLowerCase().replaceAll('-', ' '))).toBe(
      recoveryHash('a', code),
    );
    expect(recoveryHash('b', code)).not.toBe(recoveryHash('a', code));
  }
});
