import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aPlanToExport } from '#test/plan-to-export.ts';
import { aLine } from '#test/some-plans.ts';
import { planJson } from '#app/plan/export/export-json.ts';
import { accountsOf } from '#app/plan/money/money.ts';
import { canonical, readSeal, sealOf, standingLines } from './frozen.ts';
import { digestOf } from './put-up.server.ts';

describe('what is sealed', () => {
  test('is one text however its keys stand, after any store that keeps JSON', () => {
    expect(canonical({ b: 1, a: [true, null, 'é"'], c: undefined })).toBe(
      '{"a":[true,null,"é\\""],"b":1}',
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const shuffled = JSON.parse(JSON.stringify(value), (_, one: unknown) =>
          typeof one === 'object' && one !== null && !Array.isArray(one)
            ? Object.fromEntries(Object.entries(one).reverse())
            : one,
        ) as unknown;
        expect(canonical(shuffled)).toBe(canonical(JSON.parse(JSON.stringify(value))));
      }),
    );
  });

  test('has another seal when one penny is another', () => {
    const plan = (costPence: number) => {
      const lines = [aLine({ id: 'line', costPence })];
      return planJson(aPlanToExport({ lines, accounts: accountsOf(lines, []) }));
    };
    expect(digestOf(plan(100))).toBe(digestOf(plan(100)));
    expect(digestOf(plan(100))).not.toBe(digestOf(plan(101)));
    expect(digestOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  test('is read as it is printed, and refused where figures are missing', () => {
    const digest = digestOf('a plan');
    expect(sealOf(digest)).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    expect(readSeal(` ${sealOf(digest).toUpperCase()} `)).toBe(digest.slice(0, 32));
    expect(readSeal(sealOf(digest).slice(0, -1))).toBeNull();
    expect(readSeal('x'.repeat(32))).toBeNull();
    expect(readSeal('%'.repeat(40))).toBeNull();
  });
});

test('the cover says who approved, on which conditions, and where the seal can be checked', () => {
  const standing = {
    number: 2,
    name: 'For the board',
    state: 'approved' as const,
    putUpName: 'Priya',
    putUpOn: '2026-03-01',
    decidedName: 'Grace',
    decidedOn: '2026-03-03',
    words: 'Costs by May.',
    digest: digestOf('a plan'),
  };
  const lines = standingLines(standing, 'https://hubs.example.org/verify');
  expect(lines.slice(1, 3)).toEqual([
    'Approved by Grace on Tuesday 3 March 2026.',
    'On these conditions: Costs by May.',
  ]);
  expect(lines[3]).toContain(`${sealOf(standing.digest)}. Check it at https://hubs`);
  const back = { ...standing, state: 'returned' as const };
  expect(standingLines(back, '').at(-1)).toBe(
    'Sent back by Grace on Tuesday 3 March 2026. Costs by May.',
  );
  expect(standingLines({ ...standing, decidedOn: null }, '').at(-1)).toBe('Not decided yet.');
});
