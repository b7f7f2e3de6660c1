/** What is said of a scale or a number besides its table. */
export interface Centre {
  n: number;
  mean: number;
  /** The standard deviation of a sample (n − 1); null of one answer. */
  sd: number | null;
}

/** Mean and standard deviation, weighted where weights are given; null of nothing. */
export function centreOf(values: ArrayLike<number>, weights?: ArrayLike<number>): Centre | null {
  const n = values.length;
  if (n === 0) return null;
  const weight = (at: number) => weights?.[at] ?? 1;
  const sumOf = (of: (value: number) => number) => {
    let sum = 0;
    for (let at = 0; at < n; at += 1) sum += weight(at) * of(values[at] ?? NaN);
    return sum;
  };
  const total = sumOf(() => 1);
  if (!(total > 0)) return null;
  const mean = sumOf((value) => value) / total;
  if (n < 2) return { n, mean, sd: null };
  const squares = sumOf((value) => (value - mean) ** 2);
  return { n, mean, sd: Math.sqrt((squares / total) * (n / (n - 1))) };
}

/**
 * Net agreement on a scale: the share above its middle less the share below. The middle of an odd
 * scale agrees with nobody.
 *
 * @param counts of each step, lowest first
 * @returns −1 to 1, or null where nobody answered
 */
export function netAgreement(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const half = Math.floor(counts.length / 2);
  const below = counts.slice(0, half).reduce((sum, count) => sum + count, 0);
  const above = counts.slice(counts.length - half).reduce((sum, count) => sum + count, 0);
  return (above - below) / total;
}

/**
 * The finite population correction: how much narrower an interval is when a good part of a small
 * population was asked (Cochran 1977, Sampling Techniques, 2.6). Multiply a standard error by it.
 *
 * @param n asked, at least 1 @param population all there are, at least n
 */
export function finitePopulation(n: number, population: number): number {
  if (population <= 1 || n >= population) return 0;
  return Math.sqrt((population - n) / (population - 1));
}

/** The base that gives an interval as narrow as the correction says. */
export function correctedBase(n: number, population: number): number {
  const factor = finitePopulation(n, population);
  return factor === 0 ? Infinity : n / factor ** 2;
}
