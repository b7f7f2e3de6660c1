import fc from 'fast-check';
import { expect, it } from 'vitest';
import { referenceFrom, surveyCodeFrom, typedReference } from './reference.ts';

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

it('a reference can be read out, typed in any way, and recognised', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const reference = referenceFrom(random);
      expect(reference).toMatch(/^[CDFGHJKMNPQRTVWXY34679]{4}-[CDFGHJKMNPQRTVWXY34679]{4}$/);
      expect(typedReference(` ${reference.toLowerCase().replace('-', ' ')} `)).toBe(reference);
    }),
  );
});

it('references use all their letters about equally', () => {
  const counts = new Map<string, number>();
  for (let i = 0; i < 4096; i += 1) {
    // Spread over the whole range by a multiplier without a pattern of its own.
    const number = (BigInt(i) * 0x9e3779b97f4a7c15f39cc0605cedc835n) % (1n << 128n);
    const random = Uint8Array.from({ length: 16 }, (_, at) =>
      Number((number >> BigInt(at * 8)) & 255n),
    );
    for (const letter of referenceFrom(random).replace('-', '')) {
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
  }
  const expected = (4096 * 8) / 22;
  expect(counts.size).toBe(22);
  for (const count of counts.values())
    expect(Math.abs(count - expected)).toBeLessThan(expected / 5);
});

it('what is no reference is not taken for one', () => {
  expect(typedReference('K7QM-4RX')).toBeUndefined();
  expect(typedReference('KOQM-4RXD')).toBeUndefined();
  expect(() => referenceFrom(new Uint8Array(8))).toThrow(RangeError);
});

it('a survey code is short and in small letters', () => {
  expect(surveyCodeFrom(new Uint8Array(16).fill(7))).toMatch(/^[cdfghjkmnpqrtvwxy34679]{6}$/);
});
