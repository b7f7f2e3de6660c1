import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALIFORNIAN_SCHOOLS, SCHOOL_WEIGHT } from '#test/californian-schools.ts';
import { chiSquare } from './chi-square.ts';
import { fisher2x2, monteCarloTest } from './exact-tests.ts';
import { differenceOf, mcNemar, trendOf, twoProportions } from './proportions.ts';
import { covarianceByDesign, raoScott, raoScottOf, type Drawn } from './rao-scott.ts';
import { benjaminiHochberg, holm } from './several-tests.ts';

const AGRESTI = [
  [762, 327, 468],
  [484, 239, 477],
];
// Hair by eye colour of 592 students (Snee 1974), both sexes together: R's HairEyeColor.
const HAIR_EYE = [
  [68, 20, 15, 5],
  [119, 84, 54, 29],
  [26, 17, 14, 14],
  [7, 94, 10, 16],
];

describe('the chi-square of a table', () => {
  it('gives Agresti’s (2007, p. 39) party by gender with its adjusted residuals', () => {
    const test = chiSquare(AGRESTI);
    expect(test?.statistic).toBeCloseTo(30.070149, 6);
    expect(test?.df).toBe(2);
    expect(test?.p).toBeCloseTo(2.953589e-7, 13);
    expect(test?.expected[0]?.[0]).toBeCloseTo(703.6714, 4);
    [4.5021, 0.6995, -5.3159].forEach((residual, c) =>
      expect(test?.residuals[0]?.[c]).toBeCloseTo(residual, 4),
    );
    expect(test?.v).toBeCloseTo(0.1044358, 7);
  });

  it('gives hair by eye colour', () => {
    const test = chiSquare(HAIR_EYE);
    expect(test?.statistic).toBeCloseTo(138.28984, 5);
    expect(test?.df).toBe(9);
    expect(test?.v).toBeCloseTo(0.2790446, 7);
  });

  it('takes Yates’ half off', () => {
    const test = chiSquare(
      [
        [20, 5],
        [10, 15],
      ],
      { yates: true },
    );
    expect(test?.p).toBeCloseTo(0.009374768, 9);
  });

  it('says nothing of a table with one line, and leaves empty lines out', () => {
    expect(chiSquare([[4, 5]])).toBeNull();
    expect(
      chiSquare([
        [4, 0],
        [9, 0],
      ]),
    ).toBeNull();
    const padded = AGRESTI.map((row) => [...row, 0]);
    expect(chiSquare([...padded, [0, 0, 0, 0]])?.statistic).toBeCloseTo(30.070149, 6);
  });

  it('knows when there are too few', () => {
    expect(chiSquare(AGRESTI)?.tooFew).toBe(false);
    expect(
      chiSquare([
        [3, 1],
        [1, 3],
      ])?.tooFew,
    ).toBe(true);
  });
});

describe('exact tests', () => {
  it('gives the lady tasting tea', () => {
    expect(fisher2x2(3, 1, 1, 3)).toBeCloseTo(0.4857142857, 10);
  });

  it('gives admissions to Berkeley’s department A (Bickel and others 1975)', () => {
    expect(fisher2x2(512, 89, 313, 19)).toBeCloseTo(1.669189e-5, 11);
  });

  it('draws tables with the same totals, always the same ones', () => {
    const tea = [
      [3, 1],
      [1, 3],
    ];
    expect(monteCarloTest(tea, { draws: 20_000 })).toBeCloseTo(0.4857, 1);
    expect(monteCarloTest(tea)).toBe(monteCarloTest(tea));
    expect(monteCarloTest(HAIR_EYE, { draws: 500 })).toBeCloseTo(1 / 501, 10);
  });

  it('draws agree with Fisher’s own sum', () => {
    const count = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const drawn = monteCarloTest(
          [
            [a, b],
            [c, d],
          ],
          { draws: 2000 },
        );
        if (drawn !== null) expect(Math.abs(drawn - fisher2x2(a, b, c, d))).toBeLessThan(0.06);
      }),
      { numRuns: 60 },
    );
  });
});

describe('two shares', () => {
  it('gives Newcombe’s (1998) 56 of 70 less 48 of 80', () => {
    const { difference, low, high } = differenceOf(
      { count: 56, base: 70 },
      { count: 48, base: 80 },
    );
    expect(difference).toBeCloseTo(0.2, 10);
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });

  it('gives 45 of 100 against 30 of 100', () => {
    const test = twoProportions({ count: 45, base: 100 }, { count: 30, base: 100 });
    expect(test?.z).toBeCloseTo(2.19089, 5);
    expect(test?.p).toBeCloseTo(0.02845974, 8);
    expect(twoProportions({ count: 0, base: 9 }, { count: 0, base: 4 })).toBeNull();
  });

  it('squares to the chi-square of the same table', () => {
    const base = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(base, base, fc.double({ min: 0, max: 1, noNaN: true }), (n, m, part) => {
        const [a, b] = [Math.round(part * n), Math.round((1 - part) * m)];
        const test = twoProportions({ count: a, base: n }, { count: b, base: m });
        const table = chiSquare([
          [a, n - a],
          [b, m - b],
        ]);
        if (test && table) expect(test.z ** 2).toBeCloseTo(table.statistic, 6);
      }),
    );
  });

  // Agresti (1990, p. 350): approval of a prime minister in two surveys, as in R's mcnemar.test.
  it('gives the change in approval', () => {
    const test = mcNemar(150, 86);
    expect(test.corrected).toBeCloseTo(16.8178, 4);
    expect(test.pCorrected).toBeCloseTo(4.115e-5, 8);
    expect(test.statistic).toBeCloseTo(17.3559, 4);
    expect(mcNemar(0, 0).exact).toBe(1);
    expect(mcNemar(5, 1).exact).toBeCloseTo(14 / 64, 10);
  });

  // R's prop.trend.test(smokers, patients), from Fleiss (1981), p. 139.
  it('gives the trend of smokers among patients', () => {
    const [smokers, patients] = [
      [83, 90, 129, 70],
      [86, 93, 136, 82],
    ];
    const trend = trendOf(smokers.map((count, at) => ({ count, base: patients[at] ?? 0 })));
    expect((trend?.z ?? 0) ** 2).toBeCloseTo(8.2249, 4);
    expect(trend?.p).toBeCloseTo(0.004132, 6);
    expect(trend?.z).toBeLessThan(0);
  });
});

describe('several tests together', () => {
  const PS = [0.01, 0.02, 0.03, 0.04, 0.05];

  it('gives Holm’s and Benjamini and Hochberg’s adjustment, in the order given', () => {
    rounded(holm(PS), [0.05, 0.08, 0.09, 0.09, 0.09]);
    rounded(benjaminiHochberg(PS), [0.05, 0.05, 0.05, 0.05, 0.05]);
    rounded(holm([...PS].reverse()), [0.09, 0.09, 0.09, 0.08, 0.05]);
    expect(holm([])).toEqual([]);
  });

  it('never makes a p smaller, nor Holm’s smaller than the other’s', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (ps) => {
        const [strict, loose] = [holm(ps), benjaminiHochberg(ps)];
        ps.forEach((p, at) => {
          expect(loose[at]).toBeGreaterThanOrEqual(p - 1e-12);
          expect(strict[at]).toBeGreaterThanOrEqual((loose[at] ?? 0) - 1e-12);
          expect(strict[at]).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
});

describe('Rao and Scott on weighted answers', () => {
  // R survey's apistrat: schools by type that met their target. A stratified sample without
  // replacement; the counts are those of the published data, held by all four figures at once.
  it('gives school type by target met of apistrat', () => {
    const strata = [
      { type: 0, n: 100, missed: 9, weight: 44.2099990844727, schools: 4421 },
      { type: 1, n: 50, missed: 24, weight: 15.1000003814697, schools: 755 },
      { type: 2, n: 50, missed: 15, weight: 20.3600006103516, schools: 1018 },
    ];
    const drawn = strata.flatMap(({ type, n, missed, weight }) =>
      Array.from({ length: n }, (_, i): Drawn => ({
        cell: (i < missed ? 0 : 3) + type,
        weight,
        stratum: String(type),
        cluster: `${type}-${i}`,
      })),
    );
    const population = new Map(strata.map(({ type, schools }) => [String(type), schools]));
    const { covariance, degreesOfFreedom } = covarianceByDesign(drawn, 6, population);
    expect(degreesOfFreedom).toBe(197);
    const test = raoScottOf(sumsOf(drawn, 2, 3), covariance, 200, degreesOfFreedom);
    expect(test?.f).toBeCloseTo(17.247444, 6);
    expect(test?.ndf).toBeCloseTo(1.8286715, 7);
    expect(test?.ddf).toBeCloseTo(360.2483, 4);
    expect(test?.p).toBeCloseTo(2.035046e-7, 13);
  });

  // R survey's apiclus1: 15 of 757 districts drawn without replacement, every school in them.
  it('gives school type by target met of apiclus1, drawn in clusters', () => {
    const drawn = CALIFORNIAN_SCHOOLS.map(({ district, type, grew }): Drawn => ({
      cell: (grew ? 3 : 0) + ['E', 'H', 'M'].indexOf(type),
      weight: SCHOOL_WEIGHT,
      stratum: 'California',
      cluster: String(district),
    }));
    const districts = new Map([['California', 757]]);
    const { covariance, degreesOfFreedom } = covarianceByDesign(drawn, 6, districts);
    expect(degreesOfFreedom).toBe(14);
    const test = raoScottOf(sumsOf(drawn, 2, 3), covariance, 183, degreesOfFreedom);
    expect(test?.f).toBeCloseTo(5.1933695, 6);
    expect(test?.ndf).toBeCloseTo(1.4946398, 6);
    expect(test?.ddf).toBeCloseTo(20.92496, 4);
    expect(test?.p).toBeCloseTo(0.02174746, 7);
    expect(test?.statistic).toBeCloseTo(11.940892, 6);
    expect(test?.pFirstOrder).toBeCloseTo(0.005553263, 8);
  });

  it('is nearly the plain test where all weights are one', () => {
    const test = raoScott({ sums: AGRESTI, squares: AGRESTI, n: 2757 });
    const plain = chiSquare(AGRESTI);
    expect(test?.statistic).toBeCloseTo(plain?.statistic ?? 0, 8);
    expect(test?.ndf).toBeCloseTo(2, 1);
    expect(Math.abs((test?.f ?? 0) * 2 - (plain?.statistic ?? 0))).toBeLessThan(1);
  });

  it('does not mind what the weights are scaled to', () => {
    const squares = AGRESTI.map((row, r) => row.map((n, c) => n * (1 + r + c) ** 2));
    const sums = AGRESTI.map((row, r) => row.map((n, c) => n * (1 + r + c)));
    const one = raoScott({ sums, squares, n: 2757 });
    const other = raoScott({
      sums: sums.map((row) => row.map((w) => w * 40)),
      squares: squares.map((row) => row.map((w) => w * 1600)),
      n: 2757,
    });
    expect(other?.f).toBeCloseTo(one?.f ?? 0, 8);
  });

  it('agrees with the design where every answer is drawn alone', () => {
    const answer = fc.record({
      cell: fc.integer({ min: 0, max: 3 }),
      weight: fc.double({ min: 0.3, max: 3, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(answer, { minLength: 12, maxLength: 60 }), (answers) => {
        const drawn = answers.map((each, i) => ({ ...each, stratum: '', cluster: String(i) }));
        const sums = sumsOf(drawn, 2, 2);
        if (sums.flat().some((sum) => sum === 0)) return;
        const squares = sumsOf(
          drawn.map((each) => ({ ...each, weight: each.weight ** 2 })),
          2,
          2,
        );
        const { covariance, degreesOfFreedom } = covarianceByDesign(drawn, 4);
        const designed = raoScottOf(sums, covariance, drawn.length, degreesOfFreedom);
        const plain = raoScott({ sums, squares, n: drawn.length });
        expect(plain?.f).toBeCloseTo(designed?.f ?? 0, 6);
      }),
    );
  });

  it('takes twins for one answer where they were drawn together', () => {
    const once = AGRESTI.flatMap((row, r) =>
      row.flatMap((n, c) => Array.from({ length: Math.round(n / 20) }, () => r * 3 + c)),
    ).map((cell, i): Drawn => ({ cell, weight: 1, stratum: '', cluster: String(i) }));
    const twins = once.flatMap((each) => [each, each]);
    const one = covarianceByDesign(once, 6).covariance;
    const two = covarianceByDesign(twins, 6).covariance;
    two.flat().forEach((value, at) => expect(value).toBeCloseTo(one.flat()[at] ?? 0, 12));
  });
});

function sumsOf(drawn: readonly { cell: number; weight: number }[], rows: number, columns: number) {
  const sums = Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));
  for (const { cell, weight } of drawn) {
    const row = sums[Math.floor(cell / columns)];
    if (row) row[cell % columns] = (row[cell % columns] ?? 0) + weight;
  }
  return sums;
}

function rounded(found: readonly number[], expected: readonly number[]) {
  expect(found).toHaveLength(expected.length);
  found.forEach((each, at) => expect(each).toBeCloseTo(expected[at] ?? NaN, 10));
}
