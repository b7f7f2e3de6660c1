import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { rangeUnder } from '#app/statistics/linear-program.ts';
import { shownValues, type Value } from './values.ts';

/** A figure of the quarters from `from` to `to` (0 to 3, both within) of one year. */
const figure = (from: number, to: number, count: number, more: Partial<Value> = {}): Value => ({
  start: ['2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01'][from] ?? '',
  end: ['2026-06-30', '2026-09-30', '2026-12-31', '2027-03-31'][to] ?? '',
  value: count,
  numerator: null,
  denominator: null,
  breakdown: '',
  group: '',
  note: '',
  ...more,
});
const shown = (values: readonly Value[], unit = 'families') =>
  shownValues(values, unit).map(({ value }) => value);

describe('a small figure', () => {
  it('does not follow from a longer period and the rest of it', () => {
    const values = [figure(0, 0, 3), figure(1, 1, 20), figure(0, 1, 23)];
    expect(shown(values)).toEqual([HIDDEN, HIDDEN, 23]);
  });

  it('is left alone where nothing tells it', () => {
    expect(shown([figure(0, 0, 3), figure(1, 1, 20), figure(2, 2, 30)])).toEqual([HIDDEN, 20, 30]);
    expect(shown([figure(0, 0, 30), figure(1, 1, 20), figure(0, 1, 50)])).toEqual([30, 20, 50]);
  });

  it('that nobody wrote down does not follow either', () => {
    expect(shown([figure(0, 0, 20), figure(0, 1, 23)])).toEqual([HIDDEN, 23]);
  });

  it('beside another does not follow from what they are together', () => {
    const values = [figure(0, 0, 1), figure(1, 1, 20), figure(2, 2, 1), figure(0, 2, 22)];
    expect(shown(values)).toEqual([HIDDEN, HIDDEN, HIDDEN, 22]);
  });

  it('does not follow where periods list different groups, whichever of them hold everybody', () => {
    const group = (name: string, from: number, to: number, count: number) =>
      figure(from, to, count, { breakdown: 'place', group: name });
    // South was first written down in the second half: 50 less 13 are the 37 of the North, of 40 in the year.
    const values = [
      ...[figure(0, 3, 80), group('North', 0, 3, 40)],
      ...[figure(2, 3, 50), group('North', 2, 3, 37), group('South', 2, 3, 13)],
    ];
    const [, year, , , south] = shown(values);
    expect([year, south]).toContain(HIDDEN);
    const more = [
      ...[figure(0, 3, 80), group('North', 0, 3, 40), group('South', 0, 3, 30)],
      ...[figure(2, 3, 57), group('North', 2, 3, 37), group('South', 2, 3, 13)],
      group('Not known', 2, 3, 7),
    ];
    const [all, north, , half, , ...rest] = shown(more);
    expect([all, north, half, ...rest]).toContain(HIDDEN);
  });

  it('of everybody does not follow from groups where no whole was written down', () => {
    const values = [
      figure(0, 0, 54),
      figure(0, 1, 26, { breakdown: 'place', group: 'North' }),
      figure(0, 1, 32, { breakdown: 'place', group: 'South' }),
    ];
    expect(shown(values)).toContain(HIDDEN);
  });

  it('does not follow on either side of a share', () => {
    const of = (from: number, to: number, numerator: number, denominator: number) =>
      figure(from, to, (100 * numerator) / denominator, { numerator, denominator });
    expect(shown([of(0, 0, 3, 50), of(1, 1, 25, 50), of(0, 1, 28, 100)], 'per cent')).toEqual([
      HIDDEN,
      HIDDEN,
      28,
    ]);
    expect(shown([of(0, 0, 47, 50), of(1, 1, 25, 50), of(0, 1, 72, 100)], 'per cent')).toContain(
      HIDDEN,
    );
    expect(shown([of(0, 0, 47, 50), of(1, 1, 25, 50), of(0, 1, 72, 100)], 'per cent')[1]).toBe(
      HIDDEN,
    );
  });
});

describe('all shown figures put together', () => {
  const GROUPS = ['North', 'South', 'East'];
  const PERIODS = Array.from({ length: 4 }, (_, from) =>
    Array.from({ length: 4 - from }, (_, more) => [from, from + more] as const),
  ).flat();
  const count = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 40 }));

  /** Families by group and quarter, and which periods were ever written down, whole or by group. */
  const world = fc.record({
    people: fc.array(fc.array(count, { minLength: 4, maxLength: 4 }), {
      minLength: 3,
      maxLength: 3,
    }),
    whole: fc.uniqueArray(fc.constantFrom(...PERIODS), { maxLength: 7 }),
    byGroup: fc.uniqueArray(fc.constantFrom(...PERIODS), { maxLength: 5 }),
    /** Groups that were not written down in a period: the place of the period in `byGroup`, and the group. */
    without: fc.array(fc.tuple(fc.nat(4), fc.nat(2)), { maxLength: 3 }),
  });

  /** North came in the third quarter alone, so that nothing is left for its others. */
  const EMPTY_ELSEWHERE = {
    people: [
      [0, 0, 26, 0],
      [1, 3, 0, 1],
      [0, 1, 21, 4],
    ],
    whole: [[1, 3] as const],
    byGroup: [[0, 3] as const, [2, 2] as const, [1, 3] as const],
    without: [],
  };

  /** Eight of the North and 24 of the South, five of each later on: of the 22 who came first three are left. */
  const TIGHT = {
    people: [
      [3, 5, 0, 0],
      [19, 5, 0, 0],
      [0, 0, 0, 0],
    ],
    whole: [[0, 0] as const],
    byGroup: [[1, 2] as const, [0, 0] as const, [0, 1] as const],
    without: [],
  };

  /** The groups of the year add up to everybody, on each day: five in the first quarter, so ten in the others. */
  const BY_DAY = {
    people: [
      [0, 2, 2, 1],
      [0, 2, 0, 3],
      [1, 0, 2, 2],
    ],
    whole: [[1, 3] as const, [0, 0] as const],
    byGroup: [[0, 3] as const],
    without: [],
  };

  it('pin no hidden one that is small', () => {
    let secrets = 0;
    fc.assert(
      fc.property(world, ({ people, whole, byGroup, without }) => {
        const within = (from: number, to: number, only: number | null) =>
          people.flatMap((row, g) =>
            row.map((_, q) => (q >= from && q <= to && (only === null || only === g) ? 1 : 0)),
          );
        const all = people.flat();
        const total = (sum: readonly number[]) =>
          sum.reduce((so: number, each, at) => so + each * (all[at] ?? 0), 0);
        const asked = [
          ...whole.map(([from, to]) => ({ from, to, only: null })),
          ...byGroup.flatMap(([from, to], at) =>
            GROUPS.flatMap((_, only) =>
              without.some(([period, group]) => period === at && group === only)
                ? []
                : [{ from, to, only }],
            ),
          ),
        ].map((each) => ({ ...each, sum: within(each.from, each.to, each.only) }));
        const values = asked.map(({ from, to, only, sum }) =>
          figure(from, to, total(sum), {
            breakdown: only === null ? '' : 'place',
            group: only === null ? '' : (GROUPS[only] ?? ''),
          }),
        );
        const said = shown(values);
        const open = asked.filter((_, at) => said[at] !== HIDDEN);
        for (const { sum } of asked.filter((_, at) => said[at] === HIDDEN)) {
          if (total(sum) < 1 || total(sum) > 4) continue;
          secrets += 1;
          // Everybody and the rest of the borough together, so that nothing is without end.
          const { min, max } = rangeUnder(
            [...open.map((each) => [...each.sum, 0]), [...all.map(() => 1), 1]],
            [...open.map((each) => total(each.sum)), 10_000],
            [...sum, 0],
          );
          expect(max - min).toBeGreaterThan(1e-6);
        }
      }),
      { numRuns: 150, examples: [[EMPTY_ELSEWHERE], [TIGHT], [BY_DAY]] },
    );
    expect(secrets).toBeGreaterThan(100);
  });
});
