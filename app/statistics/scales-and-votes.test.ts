import { describe, expect, it } from 'vitest';
import { centreOf, correctedBase, finitePopulation, netAgreement } from './scales.ts';
import {
  agreeing,
  dividing,
  groupConsensus,
  isRepresentative,
  leastAgreement,
  oneSampleZ,
  showNext,
  twoSampleZ,
} from './votes.ts';

describe('scales', () => {
  it('gives the mean and the standard deviation of a sample', () => {
    const centre = centreOf([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(centre?.mean).toBe(5);
    expect(centre?.sd).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(centreOf([])).toBeNull();
    expect(centreOf([3])).toEqual({ n: 1, mean: 3, sd: null });
  });

  it('takes whole weights for as many answers', () => {
    expect(centreOf([1, 5], [3, 1])?.mean).toBe(2);
    expect(centreOf([1, 5], [2, 2])?.sd).toBeCloseTo(centreOf([1, 5])?.sd ?? 0, 12);
  });

  it('gives net agreement, the middle of an odd scale apart', () => {
    expect(netAgreement([10, 20, 30, 25, 15])).toBeCloseTo(0.1, 12);
    expect(netAgreement([10, 20, 40, 30])).toBeCloseTo(0.4, 12);
    expect(netAgreement([0, 0])).toBeNull();
  });

  it('narrows an interval where most of a small population answered', () => {
    expect(finitePopulation(100, 400)).toBeCloseTo(Math.sqrt(300 / 399), 12);
    expect(finitePopulation(40, 40)).toBe(0);
    expect(correctedBase(100, 400)).toBeCloseTo(133, 12);
    expect(correctedBase(40, 40)).toBe(Infinity);
  });
});

describe('votes on statements', () => {
  it('gives the published z of 18 of 20, and against 10 of 40', () => {
    expect(oneSampleZ(18, 20)).toBeCloseTo(3.709704, 6);
    expect(twoSampleZ({ count: 18, base: 20 }, { count: 10, base: 40 })).toBeCloseTo(4.746125, 6);
  });

  it('draws a share towards a half while few have voted', () => {
    expect(agreeing({ agrees: 0, disagrees: 0, seen: 0 })).toBe(0.5);
    expect(agreeing({ agrees: 18, disagrees: 2, seen: 20 })).toBeCloseTo(19 / 22, 12);
  });

  it('says what stands for a group, what all share and what divides', () => {
    const [for_, against] = [
      { agrees: 18, disagrees: 2, seen: 20 },
      { agrees: 10, disagrees: 30, seen: 40 },
    ];
    expect(isRepresentative(for_, against)).toBe(true);
    expect(isRepresentative(against, for_)).toBe(false);
    expect(groupConsensus([for_, against])).toBeCloseTo((19 / 22) * (11 / 42), 12);
    expect(leastAgreement([for_, against])).toBeCloseTo(11 / 42, 12);
    expect(dividing({ agrees: 10, disagrees: 10, seen: 20 })).toBe(1);
    expect(dividing({ agrees: 0, disagrees: 0, seen: 0 })).toBe(0);
  });

  it('asks for a hearing for what is new', () => {
    const votes = { agrees: 3, disagrees: 1, passes: 1, seen: 5 };
    expect(showNext(votes, 1, true)).toBeGreaterThan(showNext(votes, 1, false));
  });
});
