import { normalTwoSided, chiSquareTail } from './special-functions.ts';
import { wilsonInterval, type Interval } from './wilson.ts';

/** A share: so many of so many. */
export interface Share {
  count: number;
  base: number;
}

export interface Difference extends Interval {
  difference: number;
}

/**
 * The difference of two independent shares with its 95 per cent interval, from their Wilson bounds
 * (Newcombe 1998, Stat Med 17:873, method 10).
 */
export function differenceOf(first: Share, second: Share): Difference {
  const [p, q] = [first.count / first.base, second.count / second.base];
  const one = wilsonInterval(p, first.base);
  const two = wilsonInterval(q, second.base);
  const difference = p - q;
  return {
    difference,
    low: difference - Math.hypot(p - one.low, two.high - q),
    high: difference + Math.hypot(one.high - p, q - two.low),
  };
}

/** The pooled z test that two independent shares are the same; null where nobody or everybody says so. */
export function twoProportions(first: Share, second: Share): { z: number; p: number } | null {
  const pooled = (first.count + second.count) / (first.base + second.base);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.base + 1 / second.base));
  if (!(error > 0)) return null;
  const z = (first.count / first.base - second.count / second.base) / error;
  return { z, p: normalTwoSided(z) };
}

/**
 * McNemar's test of a change within the same people (McNemar 1947, Psychometrika 12:153), exact: among
 * those who changed, as many should have changed each way by chance.
 *
 * @param gained said no before and yes after
 * @param lost said yes before and no after
 * @returns the statistic without and with the continuity correction, and the exact two-sided p
 */
export function mcNemar(gained: number, lost: number) {
  const changed = gained + lost;
  if (changed === 0) return { statistic: 0, corrected: 0, p: 1, pCorrected: 1, exact: 1 };
  const gap = Math.abs(gained - lost);
  const statistic = gap ** 2 / changed;
  const corrected = Math.max(0, gap - 1) ** 2 / changed;
  let term = 0.5 ** changed;
  let tail = 0;
  // Very many changes underflow: there the corrected chi-square is as good as exact.
  const fits = term > 0;
  for (let k = 0; fits && k <= Math.min(gained, lost); k += 1) {
    tail += term;
    term *= (changed - k) / (k + 1);
  }
  return {
    statistic,
    corrected,
    p: chiSquareTail(statistic, 1),
    pCorrected: chiSquareTail(corrected, 1),
    exact: fits ? Math.min(1, 2 * tail) : chiSquareTail(corrected, 1),
  };
}

/**
 * The Cochran-Armitage test of a trend of shares over groups in order (Cochran 1954, Armitage 1955).
 *
 * @param groups in their order
 * @param scores how far apart they stand; 1, 2, 3 … where nothing else is said
 * @returns z above 0 where the share rises with the score; null where there is nothing to compare
 */
export function trendOf(
  groups: readonly Share[],
  scores: readonly number[] = groups.map((_, at) => at + 1),
): { z: number; p: number } | null {
  const n = sum(groups.map(({ base }) => base));
  const share = sum(groups.map(({ count }) => count)) / n;
  const at = (i: number) => scores[i] ?? 0;
  const mean = sum(groups.map(({ base }, i) => base * at(i))) / n;
  const rise = sum(groups.map(({ count, base }, i) => (count - base * share) * at(i)));
  const spread = sum(groups.map(({ base }, i) => base * (at(i) - mean) ** 2));
  const variance = share * (1 - share) * spread;
  if (!(variance > 0)) return null;
  const z = rise / Math.sqrt(variance);
  return { z, p: normalTwoSided(z) };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
