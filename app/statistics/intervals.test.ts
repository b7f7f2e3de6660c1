import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanInterval, poissonInterval, sameRate, tQuantile, tTwoSided } from './intervals.ts';

describe('intervals of means and counts', () => {
  it('agrees with printed tables of t', () => {
    // Fisher and Yates, Statistical Tables, table III, two-sided 5 per cent.
    expect(tQuantile(1)).toBeCloseTo(12.7062, 4);
    expect(tQuantile(9)).toBeCloseTo(2.262157, 6);
    expect(tQuantile(30)).toBeCloseTo(2.042272, 6);
    expect(tQuantile(1_000_000)).toBeCloseTo(1.959966, 5);
  });

  it('gives Student’s own example: the sleep of ten patients (Biometrika 6:20)', () => {
    const interval = meanInterval(1.58, 1.2299955, 10);
    expect(interval.low).toBeCloseTo(0.7001142, 6);
    expect(interval.high).toBeCloseTo(2.4598858, 6);
    expect(tTwoSided(4.062128, 9)).toBeCloseTo(0.002833, 6);
  });

  it('agrees with printed exact limits of a Poisson count', () => {
    // Pearson and Hartley, Biometrika Tables for Statisticians, volume I, table 40.
    expect(poissonInterval(0).low).toBe(0);
    expect(poissonInterval(0).high).toBeCloseTo(3.689, 3);
    expect(poissonInterval(5).low).toBeCloseTo(1.623, 3);
    expect(poissonInterval(5).high).toBeCloseTo(11.668, 3);
    expect(poissonInterval(10).low).toBeCloseTo(4.795, 3);
    expect(poissonInterval(10).high).toBeCloseTo(18.39, 2);
    expect(poissonInterval(100).low).toBeCloseTo(81.36, 2);
    expect(poissonInterval(100).high).toBeCloseTo(121.63, 2);
  });

  it('tests two counts as the exact binomial test does', () => {
    // 2 × P(X ≤ 3), X binomial of 20 and a half: 2 × 1351 / 2^20.
    expect(sameRate(17, 3)).toBeCloseTo((2 * 1351) / 2 ** 20, 10);
    expect(sameRate(10, 10)).toBe(1);
    expect(sameRate(0, 0)).toBe(1);
    expect(sameRate(0, 10)).toBeCloseTo(2 / 2 ** 10, 12);
    // Twice as long, twice as many: nothing to see.
    expect(sameRate(100, 200, 2)).toBeGreaterThan(0.9);
  });

  it('holds for any counts', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), (a, b) => {
        const p = sameRate(a, b);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(sameRate(b, a)).toBeCloseTo(p, 8);
        const { low, high } = poissonInterval(a);
        expect(low).toBeLessThanOrEqual(a);
        expect(high).toBeGreaterThan(a);
        expect(poissonInterval(a + 1).low).toBeGreaterThanOrEqual(low);
      }),
      { numRuns: 60 },
    );
  });
});
