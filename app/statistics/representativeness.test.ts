import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexOf, likeness, moreNeeded, participation, standingOf } from './representativeness.ts';

describe('participation of three groups of 1,000 of whom 100, 75 and 80 answered', () => {
  const groups = [100, 75, 80].map((count) => ({ count, people: 1000 }));

  it('has the published R-indicator, variation, and lowest rate over highest', () => {
    const done = participation(groups);
    expect(done?.rIndicator).toBeCloseTo(0.978397531, 9);
    expect(done?.variation).toBeCloseTo(0.127073347, 9);
    expect(done?.lowestToHighest).toBeCloseTo(0.75, 12);
    expect(done?.rate).toBeCloseTo(0.085, 12);
  });

  it('has the published dissimilarity and goodness of fit', () => {
    const whole = likeness(groups.map(({ count }) => ({ count, share: 1 / 3 })));
    expect(whole?.dissimilarity).toBeCloseTo(0.058823529, 9);
    expect(whole?.chiSquare).toBeCloseTo(4.117647, 6);
    expect(whole?.p).toBeCloseTo(0.127604, 6);
    expect(whole?.cohenW).toBeCloseTo(Math.sqrt(4.117647 / 255), 6);
  });

  it('says nothing where nobody is or nobody answered', () => {
    expect(participation([])).toBeNull();
    expect(participation([{ count: 3, people: 0 }])).toBeNull();
    expect(participation([{ count: 0, people: 10 }])).toBeNull();
    expect(likeness([{ count: 0, share: 1 }])).toBeNull();
  });
});

describe('the index of a group', () => {
  it('is 8 for the fathers of Durham: 18 of 451, were half of parents fathers', () => {
    const fathers = indexOf(18, 451, 0.5);
    expect(fathers.index).toBeCloseTo(7.98, 2);
    expect(fathers.interval.high).toBeLessThan(13);
    expect(standingOf(fathers)).toBe('too-few');
    expect(moreNeeded(18, 451, 0.5)).toBe(415);
    expect(moreNeeded(18, 451, 0.5, 0.8)).toBe(271);
  });

  it.each([
    // On the first day: none of ten says it already; one of three says nothing.
    [0, 10, 0.5, 'too-few'],
    [1, 3, 0.5, 'uncertain'],
    [1, 10, 0.5, 'too-few'],
    [3, 10, 0.5, 'uncertain'],
    [1, 30, 0.5, 'too-few'],
    [5, 10, 0.5, 'alike'],
    [10, 10, 0.5, 'too-many'],
    [43, 451, 0.1, 'alike'],
    [1, 20, 0.1, 'uncertain'],
  ] as const)('%d of %d where the population has %f: %s', (count, base, share, standing) => {
    expect(standingOf(indexOf(count, base, share))).toBe(standing);
  });

  it('asks for as many more as make the group its share, and no more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 0, max: 2000 }),
        fc.double({ min: 0.001, max: 0.95, noNaN: true }),
        (count, others, share) => {
          const more = moreNeeded(count, count + others, share);
          const after = (n: number) => (count + n) / (count + others + n);
          if (count + others + more > 0) expect(after(more)).toBeGreaterThanOrEqual(share - 1e-6);
          if (more > 0) expect(after(more - 1) || 0).toBeLessThan(share + 1e-6);
        },
      ),
    );
  });
});
