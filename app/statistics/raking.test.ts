import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALIFORNIAN_SCHOOLS, SCHOOL_WEIGHT } from '#test/californian-schools.ts';
import { designEffect } from './design-effect.ts';
import { rake, type Cell, type Limits, type Raked } from './raking.ts';

/** The cells of a table of two questions. */
const tableOf = (rows: readonly (readonly number[])[]): Cell[] =>
  rows.flatMap((row, r) => row.map((count, c) => ({ groups: [r, c], count })));

function raked(...args: Parameters<typeof rake>): Raked {
  const done = rake(...args);
  if (!done.ok) throw new Error(`refused: ${JSON.stringify(done.empty)}`);
  return done.raked;
}

/** What each cell adds up to. */
const totals = (cells: readonly Cell[], { weights }: Raked) =>
  cells.map(({ count }, at) => count * (weights[at] ?? 0));

describe('raking', () => {
  it('fits the example of the R survey manual (apiclus1: school type and whole-school growth)', () => {
    const cells = tableOf([
      [12, 132],
      [3, 11],
      [8, 17],
    ]).map((cell) => ({ ...cell, base: 33.84699631 }));
    const fit = raked(cells, [
      [4421, 755, 1018],
      [1072, 5122],
    ]);
    const R = [478.0621, 3942.9012, 201.3773, 553.6317, 392.5605, 625.4671];
    totals(cells, fit).forEach((total, at) => {
      // R stops early and leaves a residual of about 0.04.
      expect(Math.abs(total - (R[at] ?? 0))).toBeLessThan(0.1);
    });
    expect(fit.converged).toBe(true);
    const each = cells.flatMap(({ count }, at) =>
      Array.from({ length: count }, () => fit.weights[at] ?? 0),
    );
    const { effective, effect } = designEffect(each);
    expect(effective).toBeCloseTo(174.0105279, 1);
    expect(effect).toBeCloseTo(1.051660507, 3);
  });

  it('gives R’s mean and total of the schools themselves', () => {
    const types = ['E', 'H', 'M'] as const;
    const cells = types.flatMap((type, row) =>
      [false, true].map((grew, column) => ({
        groups: [row, column],
        count: CALIFORNIAN_SCHOOLS.filter((s) => s.type === type && s.grew === grew).length,
        base: SCHOOL_WEIGHT,
      })),
    );
    expect(cells.map(({ count }) => count)).toEqual([12, 132, 3, 11, 8, 17]);
    const fit = raked(cells, [
      [4421, 755, 1018],
      [1072, 5122],
    ]);
    const schools = CALIFORNIAN_SCHOOLS.map((school) => {
      const at = types.indexOf(school.type) * 2 + (school.grew ? 1 : 0);
      return { ...school, weight: fit.weights[at] ?? 0 };
    });
    const sum = (of: (school: (typeof schools)[number]) => number) =>
      schools.reduce((all, school) => all + of(school), 0);
    const mean = sum(({ weight, api00 }) => weight * api00) / sum(({ weight }) => weight);
    expect(mean).toBeCloseTo(641.23025, 2);
    const pupils = sum(({ weight, pupils: n }) => weight * n);
    expect(Math.abs(pupils - 3_647_300) / 3_647_300).toBeLessThan(1e-4);
    // Without weights the mean is another.
    expect(sum(({ api00 }) => api00) / schools.length).toBeCloseTo(644.1694, 4);
  });

  it('gives R’s errors of both, where each district in turn is left out and the rest raked again', () => {
    const districts = [...new Set(CALIFORNIAN_SCHOOLS.map(({ district }) => district))];
    expect(districts).toHaveLength(15);
    const cellOf = ({ type, grew }: { type: string; grew: boolean }) =>
      'EHM'.indexOf(type) * 2 + (grew ? 1 : 0);
    const replicates = districts.map((left) => {
      const schools = CALIFORNIAN_SCHOOLS.filter(({ district }) => district !== left);
      const cells = [0, 1, 2, 3, 4, 5].map((cell) => ({
        groups: [Math.floor(cell / 2), cell % 2],
        count: schools.filter((school) => cellOf(school) === cell).length,
      }));
      const { weights } = raked(cells, [
        [4421, 755, 1018],
        [1072, 5122],
      ]);
      const sum = (of: (school: (typeof schools)[number]) => number) =>
        schools.reduce((all, one) => all + (weights[cellOf(one)] ?? 0) * of(one), 0);
      const each = sum(() => 1);
      return {
        mean: sum(({ api00 }) => api00) / each,
        total: (6194 * sum((s) => s.pupils)) / each,
      };
    });
    // The jackknife of one-stage clusters, 15 of 757.
    const errorOf = (values: readonly number[]) => {
      const mean = values.reduce((all, each) => all + each, 0) / values.length;
      const squares = values.reduce((all, each) => all + (each - mean) ** 2, 0);
      return Math.sqrt((14 / 15) * (1 - 15 / 757) * squares);
    };
    expect(errorOf(replicates.map(({ mean }) => mean))).toBeCloseTo(26.87347, 2);
    const error = errorOf(replicates.map(({ total }) => total));
    expect(Math.abs(error - 463_511) / 463_511).toBeLessThan(2e-4);
  });

  it('fits the four by four table that is commonly printed', () => {
    const cells = tableOf([
      [40, 30, 20, 10],
      [35, 50, 100, 75],
      [30, 80, 70, 120],
      [20, 30, 40, 50],
    ]);
    const fit = raked(cells, [
      [150, 300, 400, 150],
      [200, 300, 400, 100],
    ]);
    const scale = 1000 / 800;
    const printed = [
      64.5585, 46.2325, 35.3843, 3.8247, 49.9679, 68.1594, 156.4985, 25.3742, 56.7219, 144.4282,
      145.0825, 53.7673, 28.7516, 41.18, 63.0347, 17.0337,
    ];
    totals(cells, fit).forEach((total, at) => {
      expect(total * scale).toBeCloseTo(printed[at] ?? 0, 3);
    });
    expect(fit.cycles).toBeLessThanOrEqual(11);
  });

  it('has the closed form of two by two', () => {
    const cells = tableOf([
      [40, 10],
      [20, 30],
    ]);
    const fit = raked(cells, [
      [50, 50],
      [50, 50],
    ]);
    const theta = Math.sqrt(6);
    const a = (50 * theta) / (1 + theta);
    expect(a).toBeCloseTo(35.5051026, 7);
    expect(totals(cells, fit)[0]).toBeCloseTo(a, 6);
    expect(totals(cells, fit)[1]).toBeCloseTo(14.4948974, 6);
  });

  it('takes people or shares, and margins that come to different totals', () => {
    const cells = tableOf([
      [40, 10],
      [20, 30],
    ]);
    const shares = raked(cells, [
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    const people = raked(cells, [
      [7000, 7000],
      [910, 910],
    ]);
    expect(people.weights).toEqual(shares.weights);
  });

  it('refuses a group that nobody who answered is in, and names it', () => {
    const cells = tableOf([
      [40, 0],
      [20, 0],
    ]);
    expect(
      rake(cells, [
        [50, 50],
        [90, 10],
      ]),
    ).toEqual({ ok: false, empty: [{ margin: 1, group: 1 }] });
  });

  it('says so when no weights can meet all margins', () => {
    // Everybody of the first row is in the first column, and half of all should be in each.
    const cells = tableOf([
      [10, 0],
      [0, 10],
    ]);
    const fit = raked(cells, [
      [50, 50],
      [20, 80],
    ]);
    expect(fit.converged).toBe(false);
    expect(fit.largestGap).toBeGreaterThan(0.1);
  });

  const share = fc.double({ min: 0.05, max: 1, noNaN: true });
  const counts = fc.array(
    fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 2 }),
    { minLength: 2, maxLength: 4 },
  );

  it('meets every margin and keeps the odds ratios', () => {
    fc.assert(
      fc.property(
        counts,
        fc.array(share, { minLength: 4, maxLength: 4 }),
        share,
        (rows, wanted, b) => {
          const cells = tableOf(rows);
          const fit = raked(
            cells,
            [wanted.slice(0, rows.length), [b, 1]],
            { lowest: 0, highest: Infinity },
            { cycles: 5000 },
          );
          for (const { target, reached } of fit.residuals) expect(reached).toBeCloseTo(target, 5);
          const done = totals(cells, fit);
          for (let row = 1; row < rows.length; row += 1) {
            const odds = (cell: (at: number) => number) =>
              (cell(0) * cell(row * 2 + 1)) / (cell(1) * cell(row * 2));
            expect(
              Math.log(odds((at) => done[at] ?? 0)) - Math.log(odds((at) => cells[at]?.count ?? 0)),
            ).toBeCloseTo(0, 6);
          }
        },
      ),
    );
  });

  it('never lets a weight pass the limits, and meets the margins where the limits allow it', () => {
    fc.assert(
      fc.property(
        counts,
        fc.array(share, { minLength: 4, maxLength: 4 }),
        share,
        (rows, want, b) => {
          const cells = tableOf(rows);
          const limits: Limits = { lowest: 0.3, highest: 3 };
          const fit = raked(cells, [want.slice(0, rows.length), [b, 1]], limits, { cycles: 500 });
          for (const weight of fit.weights) {
            expect(weight).toBeGreaterThanOrEqual(0.3);
            expect(weight).toBeLessThanOrEqual(3);
          }
          if (fit.converged) {
            for (const { target, reached } of fit.residuals) expect(reached).toBeCloseTo(target, 4);
          }
        },
      ),
    );
  });

  it('with limits that bind, spreads what was cut off over the others', () => {
    const cells = tableOf([
      [5, 5],
      [5, 85],
    ]);
    const wide = raked(cells, [
      [40, 60],
      [30, 70],
    ]);
    const tight = raked(
      cells,
      [
        [40, 60],
        [30, 70],
      ],
      { lowest: 0.5, highest: 4.2 },
    );
    expect(Math.max(...wide.weights)).toBeGreaterThan(4.2);
    expect(Math.max(...tight.weights)).toBeLessThanOrEqual(4.2);
    expect(tight.converged).toBe(true);
    expect(tight.atLimit).toBeGreaterThan(0);
  });

  it('gives the same weights for the same answers in another order', () => {
    const cells = tableOf([
      [40, 10, 3],
      [20, 30, 9],
    ]);
    const targets = [
      [1, 2],
      [3, 2, 1],
    ];
    const there = raked(cells, targets, { lowest: 0.3, highest: 3 });
    const back = raked([...cells].reverse(), targets, { lowest: 0.3, highest: 3 });
    back.weights.reverse().forEach((w, at) => expect(w).toBeCloseTo(there.weights[at] ?? 0, 9));
  });
});
