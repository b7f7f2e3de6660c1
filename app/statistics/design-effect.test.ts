import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designEffect } from './design-effect.ts';

describe('the design effect of weights', () => {
  it('is Kish’s, of four answers', () => {
    expect(designEffect([1, 1, 2, 4])).toMatchObject({ answers: 4, effect: 1.375 });
    expect(designEffect([1, 1, 2, 4]).effective).toBeCloseTo(2.909091, 6);
  });

  it('is R’s, of the stratified sample of schools (survey package, apistrat)', () => {
    // 100 elementary, 50 high and 50 middle schools stand for 4421, 755 and 1018.
    const weights = [
      ...Array.from({ length: 100 }, () => 44.2099990844727),
      ...Array.from({ length: 50 }, () => 15.1000003814697),
      ...Array.from({ length: 50 }, () => 20.3600006103516),
    ];
    const { effective, effect } = designEffect(weights);
    expect(effective).toBeCloseTo(168.5813313, 4);
    expect(effect).toBeCloseTo(1.186370985, 6);
  });

  it('never says more than there are answers, and as many where all weigh the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1 }),
        (weights) => {
          const { answers, effective, effect } = designEffect(weights);
          expect(effective).toBeLessThanOrEqual(answers + 1e-6);
          expect(effect).toBeGreaterThanOrEqual(1 - 1e-9);
          expect(designEffect(weights.map(() => 7)).effective).toBeCloseTo(answers, 6);
        },
      ),
    );
  });

  it('says nothing of nobody', () => {
    expect(designEffect([])).toEqual({ answers: 0, effective: 0, effect: 1 });
    expect(designEffect([0, 0, 3])).toMatchObject({ answers: 1, effective: 1 });
  });
});
