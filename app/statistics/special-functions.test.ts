import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chiSquareTail,
  fTail,
  incompleteBeta,
  lnFactorial,
  lnGamma,
  normalTwoSided,
  upperGamma,
} from './special-functions.ts';

describe('special functions', () => {
  it('gives the logarithm of the gamma function', () => {
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(lnGamma(5)).toBeCloseTo(Math.log(24), 12);
    // ln 170! from Abramowitz and Stegun, table 6.4: 170! = 7.257415615307994e306.
    expect(lnFactorial(170)).toBeCloseTo(Math.log(7.257415615307994e306), 9);
  });

  // The usual tables of critical values, to the places printed there.
  it.each([
    [3.841459, 1, 0.05],
    [9.21034, 2, 0.01],
    [16.918978, 9, 0.05],
    [124.342113, 100, 0.05],
  ])('a chi-square of %f on %d is passed by chance with probability %f', (x, df, p) => {
    expect(chiSquareTail(x, df)).toBeCloseTo(p, 7);
  });

  it.each([
    [161.4476, 1, 1, 0.05],
    [4.102821, 2, 10, 0.05],
    [2.31271, 10, 30, 0.0371],
  ])('an F of %f on %d and %d', (f, d1, d2, p) => {
    expect(fTail(f, d1, d2)).toBeCloseTo(p, 3);
  });

  it('gives the normal tails', () => {
    expect(normalTwoSided(1.959963984540054)).toBeCloseTo(0.05, 12);
    expect(normalTwoSided(-2.5758293035489)).toBeCloseTo(0.01, 12);
  });

  it('agrees with closed forms and symmetries', () => {
    const shape = fc.double({ min: 0.5, max: 60, noNaN: true });
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(shape, shape, share, (a, b, x) => {
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 9);
        expect(incompleteBeta(x, a, 1)).toBeCloseTo(x ** a, 9);
        expect(upperGamma(1, a)).toBeCloseTo(Math.exp(-a), 12);
        // An F on 1 and very many is the square of a normal.
        expect(fTail(b / 10, 1, 1e6)).toBeCloseTo(chiSquareTail(b / 10, 1), 5);
      }),
    );
  });
});
