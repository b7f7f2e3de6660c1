import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cohenKappa,
  fleissKappa,
  inWordsKappa,
  krippendorffAlpha,
  themeAgreement,
} from './agreement.ts';

describe('agreement of two coders', () => {
  it('gives Cohen’s kappa', () => {
    const found = cohenKappa([
      [20, 5],
      [10, 15],
    ]);
    expect(found.observed).toBeCloseTo(0.7, 10);
    expect(found.byChance).toBeCloseTo(0.5, 10);
    expect(found.kappa).toBeCloseTo(0.4, 10);
  });

  it('can differ where the observed agreement is the same', () => {
    const one = cohenKappa([
      [45, 15],
      [25, 15],
    ]);
    const other = cohenKappa([
      [25, 35],
      [5, 35],
    ]);
    expect([one.observed, other.observed]).toEqual([0.6, 0.6]);
    expect(one.kappa).toBeCloseTo(0.1304348, 7);
    expect(other.kappa).toBeCloseTo(0.2592593, 7);
  });

  it('reports a theme with its prevalence', () => {
    const judgements = [
      ...Array.from({ length: 20 }, () => [true, true] as const),
      ...Array.from({ length: 5 }, () => [true, false] as const),
      ...Array.from({ length: 10 }, () => [false, true] as const),
      ...Array.from({ length: 15 }, () => [false, false] as const),
    ];
    const found = themeAgreement(judgements);
    expect(found.kappa).toBeCloseTo(0.4, 10);
    expect(found.prevalence).toBeCloseTo(0.55, 10);
    expect(found).toMatchObject({ both: 20, firstOnly: 5, secondOnly: 10, neither: 15 });
  });

  it('does not claim anything where one code was ever given, or none', () => {
    expect(
      cohenKappa([
        [9, 0],
        [0, 0],
      ]).kappa,
    ).toBeNull();
    expect(themeAgreement([]).kappa).toBeNull();
  });
});

describe('agreement of several coders', () => {
  it('gives Fleiss’ kappa of ten patients and fourteen raters', () => {
    const found = fleissKappa([
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ]);
    expect(found.observed).toBeCloseTo(0.378022, 6);
    expect(found.byChance).toBeCloseTo(0.212755, 6);
    expect(found.kappa).toBeCloseTo(0.2099307, 7);
  });

  it('gives Krippendorff’s alpha with gaps', () => {
    const x = null;
    const found = krippendorffAlpha([
      [1, 2, 3, 3, 2, 1, 4, 1, 2, x, x, x],
      [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, x, 3],
      [x, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, x],
      [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, x],
    ]);
    expect(found).toBeCloseTo(0.7434211, 7);
  });

  it('is 1 where all agree and null where nothing can be compared', () => {
    expect(
      krippendorffAlpha([
        ['a', 'b'],
        ['a', 'b'],
      ]),
    ).toBe(1);
    expect(
      krippendorffAlpha([
        ['a', 'b'],
        [null, null],
      ]),
    ).toBeNull();
    expect(
      krippendorffAlpha([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toBeNull();
  });

  it('does not mind the order of coders, units or names', () => {
    const code = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null });
    const table = fc.array(fc.array(code, { minLength: 5, maxLength: 5 }), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(table, (codes) => {
        const turned = [...codes].reverse().map((row) => [...row].reverse());
        const renamed = turned.map((row) => row.map((each) => each && `x${each}`));
        const [one, other] = [krippendorffAlpha(codes), krippendorffAlpha(renamed)];
        if (one === null || other === null) expect(one).toBe(other);
        else expect(other).toBeCloseTo(one, 10);
      }),
    );
  });

  it('has words for a kappa', () => {
    expect([-0.1, 0.2, 0.4, 0.6, 0.8, 0.81].map(inWordsKappa)).toEqual([
      'poor',
      'slight',
      'fair',
      'moderate',
      'substantial',
      'almost perfect',
    ]);
  });
});
