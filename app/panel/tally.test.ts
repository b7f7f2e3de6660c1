import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HIDDEN, THRESHOLD } from '#app/statistics/small-numbers.ts';
import {
  dividing,
  leaningOf,
  shownTally,
  smoothedShare,
  standsOut,
  tallyOf,
  VOTES,
  type Tally,
} from './tally.ts';

const tally = (agree: number, disagree: number, unsure: number): Tally => ({
  statementId: 's',
  text: 'Hubs should open in the evening',
  counts: { agree, disagree, unsure },
  base: agree + disagree + unsure,
});

describe('votes', () => {
  test('are counted by statement, in the order of the statements', () => {
    const statements = [
      { id: 'b', text: 'B' },
      { id: 'a', text: 'A' },
    ];
    const votes = [
      { statementId: 'a', vote: 'agree' },
      { statementId: 'a', vote: 'agree' },
      { statementId: 'a', vote: 'unsure' },
      { statementId: 'gone', vote: 'agree' },
      { statementId: 'b', vote: 'no such vote' },
    ];
    expect(tallyOf(statements, votes)).toEqual([
      { statementId: 'b', text: 'B', counts: { agree: 0, disagree: 0, unsure: 0 }, base: 0 },
      { statementId: 'a', text: 'A', counts: { agree: 2, disagree: 0, unsure: 1 }, base: 3 },
    ]);
  });

  test('of 18 in 20 stand out by 3.709704, as Polis has it', () => {
    expect(standsOut(18, 20)).toBeCloseTo(3.709704, 6);
    expect(smoothedShare(18, 20)).toBeCloseTo(19 / 22, 12);
    expect(smoothedShare(0, 0)).toBe(0.5);
  });
});

describe('a statement', () => {
  test('unites when one side stands out, divides when both are large', () => {
    expect(leaningOf(tally(10, 1, 1))).toBe('agreed');
    expect(leaningOf(tally(1, 10, 1))).toBe('refused');
    expect(leaningOf(tally(6, 5, 1))).toBe('divides');
    expect(leaningOf(tally(3, 1, 8))).toBe('mixed');
    expect(leaningOf(tally(4, 0, 0))).toBe('too-few');
  });

  test('divides most when split in the middle', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (a, b) => {
        const even = dividing(tally(50, 50, 0));
        expect(dividing(tally(a, b, 0))).toBeLessThanOrEqual(even);
        expect(dividing(tally(a, b, 0))).toBeCloseTo(dividing(tally(b, a, 0)), 12);
      }),
    );
  });
});

describe('what is shown', () => {
  test('to those who may read single answers is every count', () => {
    expect(shownTally(tally(9, 2, 1), true)).toMatchObject({
      base: 12,
      counts: { agree: 9, disagree: 2, unsure: 1 },
      shares: { agree: 0.75 },
      leaning: 'Unites: people agree',
    });
  });

  test('to others hides small counts and says which way most go', () => {
    expect(shownTally(tally(9, 2, 1), false)).toMatchObject({
      base: 12,
      counts: { agree: HIDDEN, disagree: HIDDEN, unsure: HIDDEN },
      shares: { agree: null },
      leaning: 'Most agree',
    });
    expect(shownTally(tally(60, 20, 20), false).counts.disagree).toBe(20);
    expect(shownTally(tally(3, 0, 0), false)).toMatchObject({
      base: HIDDEN,
      leaning: 'Too few votes to say',
    });
  });

  test('to others leaves every hidden count in doubt', () => {
    const count = fc.nat(14);
    fc.assert(
      fc.property(count, count, count, (a, d, u) => {
        const seen = shownTally(tally(a, d, u), false);
        if (seen.base === HIDDEN || !Object.values(seen.counts).includes(HIDDEN)) return;
        // Everything that would have looked the same to this person.
        const base = a + d + u;
        const alike: Tally[] = [];
        for (let agree = 0; agree <= base; agree += 1) {
          for (let disagree = 0; agree + disagree <= base; disagree += 1) {
            const other = tally(agree, disagree, base - agree - disagree);
            const known = VOTES.every(
              (vote) => seen.counts[vote] === HIDDEN || seen.counts[vote] === other.counts[vote],
            );
            const saysNothing = seen.leaning.startsWith('Too few');
            if (known && (saysNothing || sameMajority(other, tally(a, d, u)))) alike.push(other);
          }
        }
        for (const vote of VOTES) {
          if (seen.counts[vote] !== HIDDEN) continue;
          const values = alike.map((other) => other.counts[vote]);
          expect(Math.max(...values) - Math.min(...values)).toBeGreaterThanOrEqual(THRESHOLD);
        }
      }),
    );
  });
});

function sameMajority(one: Tally, other: Tally): boolean {
  const most = ({ counts, base }: Tally) => VOTES.find((vote) => counts[vote] * 2 > base);
  return most(one) === most(other);
}
