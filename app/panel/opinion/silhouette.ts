import { diceFrom } from '#app/statistics/exact-tests.ts';

/** How well groups stand apart is measured at so many points at most. */
const MEASURED = 1000;
const SEED = 20_210_427;

/**
 * How well groups of points stand apart, -1 to 1: the mean over all points of (b − a) / max(a, b),
 * a the mean distance to the own group, b to the nearest other one; a point alone in its group
 * counts 0 (Rousseeuw 1987, Journal of Computational and Applied Mathematics 20:53). Of more points than
 * `most`, the mean is over a sample of them, always the same one: the work then grows as the number of
 * points and not as its square.
 *
 * @param clusters the group of each point, 0 to k-1
 */
export function silhouette(
  points: readonly (readonly [number, number])[],
  clusters: readonly number[],
  most = MEASURED,
): number {
  const k = Math.max(-1, ...clusters) + 1;
  const sizes = new Array<number>(k).fill(0);
  for (const cluster of clusters) sizes[cluster] = (sizes[cluster] ?? 0) + 1;
  if (points.length === 0 || sizes.filter((size) => size > 0).length < 2) return 0;
  const measured = sampled(points.length, most);
  let total = 0;
  for (const at of measured) {
    const [x, y] = points[at] ?? [0, 0];
    const own = clusters[at] ?? 0;
    if ((sizes[own] ?? 0) < 2) continue;
    const sums = new Array<number>(k).fill(0);
    for (const [other, [ox, oy]] of points.entries()) {
      const of = clusters[other] ?? 0;
      sums[of] = (sums[of] ?? 0) + Math.sqrt((x - ox) ** 2 + (y - oy) ** 2);
    }
    const a = (sums[own] ?? 0) / ((sizes[own] ?? 0) - 1);
    const b = Math.min(
      ...sums.flatMap((sum, of) => (of === own || !sizes[of] ? [] : [sum / (sizes[of] ?? 1)])),
    );
    total += Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b);
  }
  return total / measured.length;
}

/** So many of the places 0 to n-1, each as likely as any other; all of them where there are no more. */
function sampled(n: number, most: number): number[] {
  const places = Array.from({ length: n }, (_, at) => at);
  if (n <= most) return places;
  const dice = diceFrom(SEED);
  for (let at = 0; at < most; at += 1) {
    const other = at + Math.floor(dice() * (n - at));
    [places[at], places[other]] = [places[other] ?? 0, places[at] ?? 0];
  }
  return places.slice(0, most);
}
