import type { Woven } from './order.ts';

/**
 * How far down each box of an ordered theory stands, so that links run nearly level: each column is
 * drawn towards what its boxes are linked to, as far as order and room allow.
 */

export interface Spacing {
  /** Between two boxes, in CSS pixels. */
  rowGap: number;
  /** What a link needs that passes between two boxes. */
  passage: number;
}

const SWEEPS = 8;
/** How much more a long link pulls at its own waypoints than at a box: it would rather be straight. */
const STRAIGHT = 3;
/** How much a box stays where it is when nothing pulls at it. */
const STAYS = 0.05;

/**
 * The top of each box by its id, from 0 down, in CSS pixels. No column is higher than the highest one
 * has to be.
 *
 * @param heights of each box by id, in CSS pixels
 */
export function heightsOf(
  { graph, names }: Woven,
  heights: ReadonlyMap<string, number>,
  { rowGap, passage }: Spacing,
): Map<string, number> {
  const size = (node: number) => heights.get(names[node] ?? '') ?? passage;
  const gap = (a: number, b: number) => (a < names.length && b < names.length ? rowGap : passage);
  // By layer, how far down each node stands when all are as high up as they can be.
  const offsets = graph.order.map((layer) => {
    let at = 0;
    return layer.map((node, index) => {
      if (index > 0) at += size(layer[index - 1] as number) + gap(layer[index - 1] as number, node);
      return at;
    });
  });
  const lengths = graph.order.map((layer, at) =>
    layer.length === 0 ? 0 : (offsets[at]?.at(-1) ?? 0) + size(layer.at(-1) as number),
  );
  const highest = Math.max(0, ...lengths);
  const tops = new Float64Array(graph.place.length);
  graph.order.forEach((layer, at) =>
    layer.forEach((node, index) => {
      tops[node] = (offsets[at]?.[index] ?? 0) + (highest - (lengths[at] ?? 0)) / 2;
    }),
  );
  const middle = (node: number) => (tops[node] as number) + size(node) / 2;
  const pull = (at: number, sides: readonly (readonly number[][])[]) => {
    const layer = graph.order[at] as number[];
    const wanted = layer.map((node, index) => {
      let [sum, weight] = [(tops[node] as number) * STAYS, STAYS];
      for (const side of sides) {
        for (const other of side[node] as number[]) {
          const each = node >= names.length || other >= names.length ? STRAIGHT : 1;
          sum += each * (middle(other) - size(node) / 2);
          weight += each;
        }
      }
      return { value: sum / weight - (offsets[at]?.[index] ?? 0), weight };
    });
    const room = highest - (lengths[at] ?? 0);
    rising(wanted).forEach((value, index) => {
      tops[layer[index] as number] =
        (offsets[at]?.[index] ?? 0) + Math.min(room, Math.max(0, value));
    });
  };
  const { left, right } = graph;
  const last = graph.order.length - 1;
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const sides = sweep < SWEEPS - 2 ? null : [left, right];
    for (let at = 1; at <= last; at += 1) pull(at, sides ?? [left]);
    for (let at = last - 1; at >= 0; at -= 1) pull(at, sides ?? [right]);
  }
  return new Map(names.map((id, node) => [id, Math.round(tops[node] as number)]));
}

/**
 * The rising values nearest to those wanted, by least squares: neighbours that want to pass each
 * other meet in the middle (pool adjacent violators; Barlow and others 1972).
 */
function rising(wanted: readonly { value: number; weight: number }[]): number[] {
  const pools: { value: number; weight: number; count: number }[] = [];
  for (const { value, weight } of wanted) {
    let pool = { value, weight, count: 1 };
    for (let above = pools.at(-1); above && above.value > pool.value; above = pools.at(-1)) {
      pools.pop();
      const together = above.weight + pool.weight;
      pool = {
        value: (above.value * above.weight + pool.value * pool.weight) / together,
        weight: together,
        count: above.count + pool.count,
      };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ value, count }) => Array.from({ length: count }, () => value));
}
