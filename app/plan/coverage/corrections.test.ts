import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bsfh } from '#test/some-plans.ts';
import {
  CORRECTED_FIELDS,
  correctedPack,
  fieldOf,
  type CorrectedField,
  type Correction,
} from './corrections.ts';

const pack = bsfh();
const ID = 'BSFH-DEF-01';
const item = (of = pack) => {
  const found = of.requirements.find(({ id }) => id === ID);
  if (!found) throw new Error(`There is no ${ID}.`);
  return found;
};

let minute = 0;
function correction(
  field: CorrectedField,
  is: string,
  change: Partial<Correction> = {},
): Correction {
  return {
    packId: pack.id,
    requirementId: ID,
    field,
    was: '',
    is,
    why: 'Read in the official copy.',
    byName: 'Priya Shah',
    at: new Date(Date.UTC(2026, 5, 1, 9, (minute += 1))),
    withdrawn: false,
    ...change,
  };
}

describe('what an authority puts right', () => {
  test('is laid over the item, which says who, why and what stood there', () => {
    const now = item(
      correctedPack(pack, [correction('text', 'A hub that anybody can walk into.')]),
    );
    expect(now.text).toBe('A hub that anybody can walk into.');
    expect(now.corrected).toMatchObject({
      was: { text: item().text },
      byName: 'Priya Shah',
      why: 'Read in the official copy.',
    });
  });

  test('leaves the pack that ships as it is, and every other item', () => {
    const before = structuredClone(pack);
    const now = correctedPack(pack, [correction('grade', 'A')]);
    expect(pack).toEqual(before);
    expect(now.requirements.filter(({ corrected }) => corrected)).toHaveLength(1);
    expect(correctedPack(pack, [correction('text', 'x', { packId: 'other' })])).toBe(pack);
  });

  test('stands in its newest wording, and not at all once it is taken back', () => {
    const first = correction('text', 'First.');
    const second = correction('text', 'Second.');
    const back = correction('text', '', { withdrawn: true });
    expect(item(correctedPack(pack, [first, second])).text).toBe('Second.');
    const undone = item(correctedPack(pack, [first, second, back]));
    expect(undone).toEqual(item());
  });

  test('of an item that is gone is passed over', () => {
    const gone = correction('text', 'x', { requirementId: 'GONE' });
    expect(correctedPack(pack, [gone]).requirements).toEqual(pack.requirements);
  });
});

test('whatever is put right, an item keeps its id, a known kind and a known grade', () => {
  const some = fc.array(
    fc.record({
      field: fc.constantFrom(...CORRECTED_FIELDS),
      is: fc.oneof(fc.string(), fc.constantFrom('A', 'minimum', '', 'https://www.gov.uk/x')),
      withdrawn: fc.boolean(),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(some, (made) => {
      const corrections = made.map(({ field, is, withdrawn }) =>
        correction(field, is, { withdrawn }),
      );
      const now = item(correctedPack(pack, corrections));
      expect(now.id).toBe(ID);
      expect(now.text).not.toBe('');
      expect(now.source.where).not.toBe('');
      const last = new Map(corrections.map((one) => [one.field, one]));
      for (const field of CORRECTED_FIELDS) {
        const stands = last.get(field);
        if (stands === undefined || stands.withdrawn) {
          expect(fieldOf(now, field)).toBe(fieldOf(item(), field));
        }
      }
    }),
  );
});
