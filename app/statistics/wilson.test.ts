import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson.ts';

describe('the Wilson interval', () => {
  // Newcombe (1998), table I, and R prop.test(correct = FALSE); the last two are published elsewhere
  // (statulator.com, and R on mtcars).
  it.each([
    [81, 263, 0.25529, 0.36621, 5],
    [15, 148, 0.06239, 0.16049, 5],
    [0, 20, 0, 0.16113, 5],
    [1, 29, 0.00611, 0.17176, 5],
    [12, 150, 0.046, 0.135, 3],
    [6, 32, 0.0889, 0.35309, 5],
  ])('of %d in %d is %f to %f', (count, base, low, high, places) => {
    const interval = wilsonInterval(count / base, base);
    expect(interval.low).toBeCloseTo(low, places);
    expect(interval.high).toBeCloseTo(high, places);
  });

  it('takes an effective base for weighted answers', () => {
    const { low, high } = wilsonInterval(0.31, 174.0105);
    expect(low).toBeCloseTo(0.24601, 5);
    expect(high).toBeCloseTo(0.3822, 5);
  });

  it('always holds the share and stays between 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (base, part) => {
          const share = Math.round(part * base) / base;
          const { low, high } = wilsonInterval(share, base);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low - 1e-12).toBeLessThanOrEqual(share);
          expect(high + 1e-12).toBeGreaterThanOrEqual(share);
        },
      ),
    );
  });
});
