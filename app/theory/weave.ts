import { crossingsIn, settle, type Layers } from './layers.ts';

/**
 * Leads long links through columns whose boxes stay where they stand. Each goes through the gaps
 * between boxes where it crosses least, and among those near the straight line: the shortest way
 * over all gaps, one link after another, and once more each when all are there. When that was work
 * enough, the links that are left go straight.
 */

/** A link with its waypoints, and the nodes at its ends. */
export interface Chain {
  first: number;
  last: number;
  /** The layer of `first`. */
  low: number;
  waypoints: readonly number[];
}

const MOST_ROUNDS = 4;
/** Above so many waypoints each link is led once and left: a picture of that size has no fine points. */
const MANY = 250;
/** Pairs of gaps that are compared at most; then the rest of the links goes straight. */
const MOST_PAIRS = 4_000_000;
/** What a whole column's height away from the straight line counts, in crossings. */
const ASTRAY = 0.4;

/**
 * @param graph boxes in their order; the waypoints stand in no layer yet
 * @param heights by node: where it would stand on the straight line, in any unit
 */
export function weave(graph: Layers, chains: readonly Chain[], heights: readonly number[]): void {
  const there = new Uint8Array(graph.place.length);
  for (const layer of graph.order) for (const node of layer) there[node] = 1;
  const long = chains
    .filter(({ waypoints }) => waypoints.length > 0)
    .toSorted((a, b) => a.waypoints.length - b.waypoints.length);
  const weaving: Weaving = { graph, there, heights, pairs: 0 };
  for (const chain of long) {
    if (weaving.pairs < MOST_PAIRS) lead(weaving, chain);
    else leadStraight(weaving, chain);
  }
  const count = long.reduce((sum, { waypoints }) => sum + waypoints.length, 0);
  let crossed = count > MANY ? 0 : crossingsIn(graph);
  for (let round = 1; round < MOST_ROUNDS && crossed > 0; round += 1) {
    for (const chain of long) {
      takeOut(weaving, chain);
      lead(weaving, chain);
    }
    const now = crossingsIn(graph);
    if (now >= crossed) return;
    crossed = now;
  }
}

interface Weaving {
  graph: Layers;
  /** By node: whether it stands in its layer. */
  there: Uint8Array;
  heights: readonly number[];
  /** How many pairs of gaps were compared. */
  pairs: number;
}

function takeOut({ graph, there }: Weaving, { low, waypoints }: Chain): void {
  waypoints.forEach((node, at) => {
    const layer = graph.order[low + 1 + at] as number[];
    layer.splice(graph.place[node] as number, 1);
    there[node] = 0;
    settle(graph, layer);
  });
}

/** The cheapest gaps for one link, from its left end to its right. */
function lead(weaving: Weaving, chain: Chain): void {
  const { graph } = weaving;
  const { low, waypoints } = chain;
  const start = graph.place[chain.first] as number;
  let costs: Float64Array = new Float64Array(1);
  const cameFrom: Int32Array[] = [];
  waypoints.forEach((node, at) => {
    const stray = straying(weaving, node, low + 1 + at);
    const between = passages(weaving, low + at);
    weaving.pairs += stray.length * ((graph.order[low + at] as number[]).length + 1);
    const next = new Float64Array(stray.length).fill(Infinity);
    const from = new Int32Array(stray.length);
    for (let gap = 0; gap < costs.length; gap += 1) {
      for (let to = 0; to < next.length; to += 1) {
        const crossed = at === 0 ? between.fromNode(start, to) : between.fromGap(gap, to);
        const cost = (costs[gap] as number) + crossed + (stray[to] as number);
        if (cost < (next[to] as number)) [next[to], from[to]] = [cost, gap];
      }
    }
    costs = next;
    cameFrom.push(from);
  });
  const between = passages(weaving, low + waypoints.length);
  const end = graph.place[chain.last] as number;
  let gap = 0;
  let least = Infinity;
  costs.forEach((cost, at) => {
    const whole = cost + between.toNode(at, end);
    if (whole < least) [least, gap] = [whole, at];
  });
  for (let at = waypoints.length - 1; at >= 0; at -= 1) {
    putIn(weaving, low + 1 + at, gap, waypoints[at] as number);
    gap = (cameFrom[at] as Int32Array)[gap] as number;
  }
}

/** Through the gaps in which the straight line lies. */
function leadStraight(weaving: Weaving, { low, waypoints }: Chain): void {
  const { graph, heights } = weaving;
  waypoints.forEach((node, at) => {
    const layer = graph.order[low + 1 + at] as number[];
    const below = layer.findIndex((each) => (heights[each] as number) > (heights[node] as number));
    putIn(weaving, low + 1 + at, below === -1 ? layer.length : below, node);
  });
}

function putIn({ graph, there }: Weaving, at: number, gap: number, node: number): void {
  const layer = graph.order[at] as number[];
  layer.splice(gap, 0, node);
  there[node] = 1;
  settle(graph, layer);
}

/** What each gap of a layer costs for being away from the straight line, less than one crossing. */
function straying({ graph, heights }: Weaving, node: number, at: number): Float64Array {
  const layer = graph.order[at] as number[];
  const line = heights[node] as number;
  const tops = layer.map((each) => heights[each] as number);
  const height = Math.max(1, Math.abs((tops.at(-1) ?? 0) - (tops[0] ?? 0)));
  return Float64Array.from({ length: layer.length + 1 }, (_, gap) => {
    const above = tops[gap - 1] ?? -Infinity;
    const below = tops[gap] ?? Infinity;
    const away = line < above ? above - line : line > below ? line - below : 0;
    return (ASTRAY * Math.min(away, height)) / height;
  });
}

/** How many links a new one would cross between two neighbouring layers. */
function passages({ graph, there }: Weaving, at: number) {
  const layer = graph.order[at] as number[];
  const width = (graph.order[at + 1]?.length ?? 0) + 1;
  // sums[a * width + b]: links from above gap a of this layer to above gap b of the next.
  const sums = new Int32Array((layer.length + 1) * width);
  layer.forEach((node, a) => {
    const row = (a + 1) * width;
    for (const end of graph.right[node] as number[]) {
      if (there[end] === 1) {
        const b = row + (graph.place[end] as number) + 1;
        sums[b] = (sums[b] as number) + 1;
      }
    }
    for (let b = 1; b < width; b += 1)
      sums[row + b] = (sums[row + b] as number) + (sums[row + b - 1] as number);
    for (let b = 0; b < width; b += 1)
      sums[row + b] = (sums[row + b] as number) + (sums[row - width + b] as number);
  });
  const all = layer.length * width;
  const sum = (a: number, b: number) => sums[a * width + b] as number;
  const last = width - 1;
  const upTo = (b: number) => sums[all + b] as number;
  return {
    fromGap: (a: number, b: number) => sum(a, last) - sum(a, b) + upTo(b) - sum(a, b),
    fromNode: (place: number, b: number) =>
      sum(place, last) - sum(place, b) + upTo(b) - sum(place + 1, b),
    toNode: (a: number, place: number) =>
      sum(a, last) - sum(a, place + 1) + upTo(place) - sum(a, place),
  };
}
