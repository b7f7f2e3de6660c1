/**
 * How well groups of points stand apart, -1 to 1: the mean over all points of (b − a) / max(a, b),
 * a the mean distance to the own group, b to the nearest other one; a point alone in its group
 * counts 0 (Rousseeuw 1987, Journal of Computational and Applied Mathematics 20:53).
 *
 * @param clusters the group of each point, 0 to k-1
 */
export function silhouette(
  points: readonly (readonly [number, number])[],
  clusters: readonly number[],
): number {
  const k = Math.max(-1, ...clusters) + 1;
  const sizes = new Array<number>(k).fill(0);
  for (const cluster of clusters) sizes[cluster] = (sizes[cluster] ?? 0) + 1;
  if (points.length === 0 || sizes.filter((size) => size > 0).length < 2) return 0;
  let total = 0;
  for (const [at, [x, y]] of points.entries()) {
    const own = clusters[at] ?? 0;
    if ((sizes[own] ?? 0) < 2) continue;
    const sums = new Array<number>(k).fill(0);
    for (const [other, [ox, oy]] of points.entries()) {
      const of = clusters[other] ?? 0;
      sums[of] = (sums[of] ?? 0) + Math.hypot(x - ox, y - oy);
    }
    const a = (sums[own] ?? 0) / ((sizes[own] ?? 0) - 1);
    const b = Math.min(
      ...sums.flatMap((sum, of) => (of === own || !sizes[of] ? [] : [sum / (sizes[of] ?? 1)])),
    );
    total += Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b);
  }
  return total / points.length;
}
