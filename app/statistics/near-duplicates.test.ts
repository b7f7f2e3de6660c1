import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaccard, LIKE, nearDuplicates, shinglesOf, wordsOf } from './near-duplicates.ts';

const SAVE = 'Save our children’s centre in Eastmoor and do not move it to the new hub in town';

describe('texts that are nearly the same', () => {
  it('are grouped though case, punctuation and a word differ', () => {
    const texts = [
      SAVE,
      'A swing for the park in Dunsley would be lovely for my two boys',
      `${SAVE.toUpperCase()}!!!`,
      `${SAVE}, thank you`,
      'More places for toddlers at the weekend, and somewhere dry to leave a pram',
    ];
    expect(nearDuplicates(texts)).toEqual([[0, 2, 3]]);
  });

  it('are left alone when they are short: families say the same few words', () => {
    const short = 'Longer opening hours at the weekend';
    expect(nearDuplicates([short, short, short])).toEqual([]);
    expect(nearDuplicates(['', '', ' ! '])).toEqual([]);
  });

  it('are found in other scripts', () => {
    const urdu = 'ہمارے بچوں کے مرکز کو بند نہ کریں کیونکہ ہمیں اس کی بہت ضرورت ہے';
    expect(nearDuplicates([urdu, 'x', urdu])).toEqual([[0, 2]]);
    expect(wordsOf('Café ＣＡＦÉ')).toEqual(['café', 'café']);
  });

  it('are the same as by comparing each with each', () => {
    const word = fc.constantFrom('hub', 'bus', 'late', 'no', 'cot', 'tea', 'map', 'sun');
    const text = fc.array(word, { minLength: 6, maxLength: 14 }).map((words) => words.join(' '));
    const near = fc
      .tuple(text, fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }))
      .map(([base, ends]) => ends.map((end) => (end ? `${base} please` : base)));
    fc.assert(
      fc.property(fc.array(near, { minLength: 1, maxLength: 8 }), (families) => {
        const texts = families.flat();
        const found = nearDuplicates(texts);
        const groupOf = new Map(found.flatMap((group, g) => group.map((at) => [at, g] as const)));
        const long = texts.map((each) => wordsOf(each).length >= 8);
        const sets = texts.map(shinglesOf);
        for (let a = 0; a < texts.length; a += 1) {
          for (let b = a + 1; b < texts.length; b += 1) {
            const like = jaccard(sets[a] ?? new Set(), sets[b] ?? new Set());
            if (long[a] && long[b] && like >= LIKE) {
              expect(groupOf.get(a)).toBeDefined();
              expect(groupOf.get(a)).toBe(groupOf.get(b));
            }
          }
        }
        // Nobody is in a group without somebody who is nearly the same.
        for (const group of found) {
          for (const at of group) {
            const twin = group.some(
              (b) => b !== at && jaccard(sets[at] ?? new Set(), sets[b] ?? new Set()) >= LIKE,
            );
            expect(twin).toBe(true);
          }
        }
      }),
    );
  });
});
