import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { borda, eachAgainstEach, instantRunoff, rank, sayRanked } from './ranked.ts';

const times = (n: number, ballot: string) => Array.from({ length: n }, () => ballot.split(''));

/** The capital of Tennessee, as textbooks count it: Memphis, Nashville, Chattanooga, Knoxville. */
const CITIES = ['M', 'N', 'C', 'K'];
const TENNESSEE = [
  ...times(42, 'MNCK'),
  ...times(26, 'NCKM'),
  ...times(15, 'CKNM'),
  ...times(17, 'KCNM'),
];

describe('the capital of Tennessee', () => {
  test('is Knoxville by instant runoff, in three rounds', () => {
    const { rounds, winners } = instantRunoff(CITIES, TENNESSEE);
    expect(rounds.map(({ counts }) => counts.map(({ votes }) => votes))).toEqual([
      [42, 26, 15, 17],
      [42, 26, 32],
      [42, 58],
    ]);
    expect(rounds.map(({ out }) => out)).toEqual([['C'], ['N'], []]);
    expect(winners).toEqual(['K']);
  });

  test('is Nashville by points and one against one, and the page says that they disagree', () => {
    const ranked = rank(CITIES, TENNESSEE);
    expect(ranked.points).toEqual([
      { id: 'N', points: 194 },
      { id: 'C', points: 173 },
      { id: 'M', points: 126 },
      { id: 'K', points: 107 },
    ]);
    expect(ranked.pairs.winner).toBe('N');
    expect(ranked.pairs.before[1]).toEqual([58, 0, 68, 68]);
    expect(ranked.agree).toBe(false);
    expect(sayRanked(ranked, (id) => id, true)[0]).toContain('do not agree');
  });
});

describe('ties and short ballots', () => {
  test('a tie for the fewest goes by the round before, and to the end it is a tie', () => {
    expect(instantRunoff(['a', 'b'], [...times(2, 'ab'), ...times(2, 'ba')]).winners).toEqual([
      'a',
      'b',
    ]);
    // b and c tie at 3 in the second round; c had fewer in the first.
    const { rounds, winners } = instantRunoff(
      ['a', 'b', 'c', 'd'],
      [...times(4, 'a'), ...times(3, 'b'), ...times(2, 'c'), ...times(1, 'dc')],
    );
    expect(rounds[1]?.out).toEqual(['c']);
    expect(rounds[2]?.spent).toBe(3);
    expect(winners).toEqual(['a']);
  });

  test('nobody, and one against one in a circle', () => {
    expect(rank(['a', 'b'], []).runoff).toEqual({ rounds: [], winners: [] });
    expect(sayRanked(rank(['a', 'b'], []), (id) => id, false)).toEqual([
      'Nobody has put them in order yet.',
    ]);
    const circle = [...times(1, 'abc'), ...times(1, 'bca'), ...times(1, 'cab')];
    expect(eachAgainstEach(['a', 'b', 'c'], circle).winner).toBeNull();
    expect(rank(['a', 'b', 'c'], circle).mostPoints).toEqual(['a', 'b', 'c']);
  });

  test('options without a number share the points that are left', () => {
    expect(borda(['a', 'b', 'c'], [['b']])).toEqual([
      { id: 'b', points: 2 },
      { id: 'a', points: 0.5 },
      { id: 'c', points: 0.5 },
    ]);
  });
});

describe('whatever the ballots', () => {
  const options = ['a', 'b', 'c', 'd', 'e'];
  const ballots = fc.array(fc.shuffledSubarray(options, { minLength: 1 }), { maxLength: 40 });

  test('every ballot is counted or spent in each round, and each round sends somebody out', () => {
    fc.assert(
      fc.property(ballots, (given) => {
        const { rounds, winners } = instantRunoff(options, given);
        expect(winners.length > 0).toBe(given.length > 0);
        for (const [at, { counts, spent, out }] of rounds.entries()) {
          expect(counts.reduce((sum, { votes }) => sum + votes, spent)).toBe(given.length);
          expect(out.length > 0).toBe(at < rounds.length - 1);
        }
      }),
    );
  });

  test('points add up, nobody beats themselves, and a first choice of most wins', () => {
    fc.assert(
      fc.property(ballots, (given) => {
        const { points, pairs, runoff } = rank(options, given);
        const total = points.reduce((sum, one) => sum + one.points, 0);
        expect(total).toBeCloseTo(given.length * 10);
        for (const [a, row] of pairs.before.entries()) {
          expect(row[a]).toBe(0);
          for (const [b, votes] of row.entries()) {
            expect(votes + (pairs.before[b]?.[a] ?? 0)).toBeLessThanOrEqual(given.length);
          }
        }
        const most = options.find(
          (id) => given.filter(([first]) => first === id).length * 2 > given.length,
        );
        if (most) {
          expect(runoff.winners).toEqual([most]);
          expect(pairs.winner).toBe(most);
        }
      }),
    );
  });

  test('the order in which ballots come and options stand changes nothing but their order', () => {
    fc.assert(
      fc.property(ballots, (given) => {
        const there = rank(options, given);
        const back = rank([...options].reverse(), [...given].reverse());
        expect([...back.runoff.winners].sort()).toEqual([...there.runoff.winners].sort());
        expect([...back.mostPoints].sort()).toEqual([...there.mostPoints].sort());
        expect(back.pairs.winner).toBe(there.pairs.winner);
      }),
    );
  });
});
