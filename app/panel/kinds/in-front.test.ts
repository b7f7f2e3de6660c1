import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HIDDEN, maskCounts, type Shown } from '#app/statistics/small-numbers.ts';
import { inFront, sayInFront } from './in-front.ts';

describe('what was chosen most often', () => {
  test('is said where the counts stand there, ties too', () => {
    expect(inFront([9, 6], [9, 6])).toEqual([0]);
    expect(inFront([6, 6, 5], [6, 6, 5])).toEqual([0, 1]);
    expect(inFront([0, 0], [0, 0])).toEqual([]);
    expect(sayInFront([0, 1], ['Sun', 'Door'])).toEqual([
      '“Sun” and “Door” tie: each was chosen as often.',
    ]);
  });

  test('is said of hidden counts where they could still be anything, and else not', () => {
    expect(inFront([3, 8], [HIDDEN, HIDDEN])).toEqual([1]);
    expect(inFront([2, 5], [HIDDEN, HIDDEN])).toEqual([]);
    expect(inFront([1, 3], [HIDDEN, HIDDEN])).toEqual([]);
  });
});

test('by brute force: with what is said every hidden count keeps a range of five', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(counts, (given) => {
      const { counts: shown } = maskCounts(given);
      const [winner, ...tied] = inFront(given, shown);
      if (winner === undefined || tied.length > 0 || !shown.includes(HIDDEN)) return;
      const base = given.reduce((sum, count) => sum + count, 0);
      const possible = everyWay(shown, base).filter((way) =>
        way.every((count, at) => at === winner || count < (way[winner] ?? 0)),
      );
      for (const [at, count] of shown.entries()) {
        if (count !== HIDDEN) continue;
        const values = possible.map((way) => way[at] ?? 0);
        expect(Math.max(...values) - Math.min(...values)).toBeGreaterThanOrEqual(5);
      }
    }),
  );
});

/** All counts that agree with what is shown and with the sum. */
function everyWay(shown: readonly Shown[], base: number): number[][] {
  const [first, ...rest] = shown;
  if (first === undefined) return base === 0 ? [[]] : [];
  const values = first === HIDDEN ? Array.from({ length: base + 1 }, (_, n) => n) : [first];
  return values
    .filter((value) => value <= base)
    .flatMap((value) => everyWay(rest, base - value).map((way) => [value, ...way]));
}
