import { meanInterval, tTwoSided } from '#app/statistics/intervals.ts';
import type { Interval } from '#app/statistics/wilson.ts';

/** Scores of a group of people, each asked twice, as sums: nobody can be told from them. */
export interface Paired {
  pairs: number;
  meanBefore: number;
  sdBefore: number | null;
  meanAfter: number;
  sdAfter: number | null;
  /** The spread of each person's own change; null where only the two spreads are known. */
  sdChange: number | null;
}

export interface MeanChange {
  /** After less before, in points of the tool. */
  change: number;
  /** The 95 per cent interval of a paired mean; null without the spread of the changes. */
  interval: Interval | null;
  p: number | null;
  /** The change in spreads of the changes themselves (Cohen's d_z). */
  dz: number | null;
  /** The change in average spreads before and after (d_av): compares with other studies. */
  dav: number | null;
}

/**
 * The mean change with its interval and its size (Student 1908; Cohen 1988; names as in Lakens 2013,
 * Front. Psychol. 4:863). What cannot be computed is null.
 */
export function meanChange(scores: Paired): MeanChange {
  const { pairs, sdChange, sdBefore, sdAfter } = scores;
  const change = scores.meanAfter - scores.meanBefore;
  const spread = sdBefore === null || sdAfter === null ? 0 : (sdBefore + sdAfter) / 2;
  const known = sdChange !== null && pairs >= 2;
  const varies = known && sdChange > 0;
  return {
    change,
    interval: known ? meanInterval(change, sdChange, pairs) : null,
    p: varies ? tTwoSided((change / sdChange) * Math.sqrt(pairs), pairs - 1) : null,
    dz: varies ? change / sdChange : null,
    dav: spread > 0 ? change / spread : null,
  };
}

/**
 * How much one person's score must move before it is more than the tool can err: 1.96 standard errors
 * of a difference (Jacobson and Truax 1991, J. Consult. Clin. Psychol. 59:12).
 *
 * @param sdBefore of the scores before, in points
 * @param reliability 0 to 1, such as a coefficient alpha or test-retest correlation
 */
export function reliableChange(sdBefore: number, reliability: number): number {
  return 1.96 * errorOfDifference(sdBefore, reliability);
}

/** The standard error of the difference of two scores of one person. */
export function errorOfDifference(sdBefore: number, reliability: number): number {
  return Math.SQRT2 * sdBefore * Math.sqrt(1 - reliability);
}

/** One person's scores; null where one was not taken. They are counted and forgotten. */
export interface Pair {
  before: number | null;
  after: number | null;
}

export interface Summary extends Paired {
  improved: number | null;
  worsened: number | null;
  onlyBefore: number;
}

/**
 * Sums up pairs of scores. Reliable change is counted where the tool's reliability is known.
 *
 * @param lowerIsBetter which way is an improvement
 * @returns null with fewer than two complete pairs: there is no spread to speak of
 */
export function summaryOf(
  pairs: readonly Pair[],
  reliability: number | null,
  lowerIsBetter: boolean,
): Summary | null {
  const whole = pairs.flatMap(({ before, after }) =>
    before === null || after === null ? [] : [{ before, after }],
  );
  if (whole.length < 2) return null;
  const before = momentsOf(whole.map((one) => one.before));
  const after = momentsOf(whole.map((one) => one.after));
  const changes = whole.map((one) => one.after - one.before);
  const needed = reliability === null ? null : reliableChange(before.sd, reliability);
  const better = changes.map((change) => (lowerIsBetter ? -change : change));
  const counted = needed !== null && needed > 0;
  return {
    pairs: whole.length,
    meanBefore: before.mean,
    sdBefore: before.sd,
    meanAfter: after.mean,
    sdAfter: after.sd,
    sdChange: momentsOf(changes).sd,
    improved: counted ? better.filter((change) => change > needed).length : null,
    worsened: counted ? better.filter((change) => change < -needed).length : null,
    onlyBefore: pairs.filter((one) => one.before !== null && one.after === null).length,
  };
}

function momentsOf(values: readonly number[]): { mean: number; sd: number } {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / (values.length - 1)) };
}
