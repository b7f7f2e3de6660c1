import { incompleteBeta, upperGamma } from './special-functions.ts';
import type { Interval } from './wilson.ts';

/**
 * The value that a variable stays under with a chance, found by halving: slow beside a series, and as
 * exact as the function that it inverts.
 */
function inverse(chanceOf: (x: number) => number, chance: number, from: number, to: number) {
  let [low, high] = [from, to];
  while (chanceOf(high) < chance && high < 1e12) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-13 * Math.max(1, high); step += 1) {
    const middle = (low + high) / 2;
    if (chanceOf(middle) < chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The chance that a t variable with `df` degrees of freedom is at least as far from 0 as `t`, either side. */
export const tTwoSided = (t: number, df: number): number =>
  incompleteBeta(df / (df + t * t), df / 2, 0.5);

/** How far from 0 a t variable with `df` degrees of freedom stays with a chance of 95 in 100. */
export function tQuantile(df: number, confidence = 0.95): number {
  return inverse((t) => 1 - tTwoSided(t, df), confidence, 0, 10);
}

/**
 * The 95 per cent interval of a mean (Student 1908).
 *
 * @param sd of a sample (n − 1) @param n at least 2
 */
export function meanInterval(mean: number, sd: number, n: number): Interval {
  const half = (tQuantile(n - 1) * sd) / Math.sqrt(n);
  return { low: mean - half, high: mean + half };
}

/**
 * The exact 95 per cent interval of a count of things that happen independently of one another
 * (Garwood 1936, Biometrika 28:437).
 *
 * @param count a whole number, 0 or more
 */
export function poissonInterval(count: number): Interval {
  // The chance of at least `count` when so many are expected is the lower incomplete gamma function.
  const atLeast = (k: number) => (expected: number) => 1 - upperGamma(k, expected);
  return {
    low: count === 0 ? 0 : inverse(atLeast(count), 0.025, 0, count),
    high: inverse(atLeast(count + 1), 0.975, count, 2 * count + 10),
  };
}

/**
 * Whether two counts of independent happenings could have one rate, exactly: given their sum, each of
 * them falls to the second with the same chance (Przyborowski and Wilenski 1940, Biometrika 31:313).
 * Two-sided: twice the smaller tail.
 *
 * @param exposure how much longer, or among how many more, the second was counted; 1 for the same
 */
export function sameRate(first: number, second: number, exposure = 1): number {
  const n = first + second;
  if (n === 0) return 1;
  const share = exposure / (1 + exposure);
  // P(X ≥ k) of a binomial variable is I_share(k, n − k + 1).
  const atLeast = (k: number) => (k <= 0 ? 1 : incompleteBeta(share, k, n - k + 1));
  const atMost = 1 - (second >= n ? 0 : atLeast(second + 1));
  return Math.min(1, 2 * Math.min(atLeast(second), atMost));
}
