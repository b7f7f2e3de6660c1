/**
 * A graph in layers, as numbers: every edge joins neighbouring layers, and an edge that passed over
 * layers goes through a waypoint in each. Boxes and waypoints are numbered from 0.
 */
export interface Layers {
  /** The nodes of each layer, in the order in which they stand. */
  order: number[][];
  /** By node: what it is joined to in the layer before, and in the layer after. */
  left: number[][];
  right: number[][];
  /** By node: how far down it stands in its layer. */
  place: Int32Array;
}

/** The same graph in an order of its own. */
export function copied(graph: Layers, order: readonly (readonly number[])[]): Layers {
  const copy = {
    ...graph,
    order: order.map((layer) => [...layer]),
    place: new Int32Array(graph.place),
  };
  for (const layer of copy.order) settle(copy, layer);
  return copy;
}

/** Writes down where the nodes of a layer stand now. */
export function settle(graph: Layers, layer: readonly number[]): void {
  for (let at = 0; at < layer.length; at += 1) graph.place[layer[at] as number] = at;
}

/**
 * How many pairs of edges cross, over all layers: inversions, counted with a tree of sums (Barth,
 * Jünger and Mutzel 2002), so that it takes edges times the logarithm of a layer's length.
 */
export function crossingsIn(graph: Layers): number {
  let count = 0;
  for (let at = 0; at + 1 < graph.order.length; at += 1) {
    count += inversions(graph, graph.order[at] as number[], graph.order[at + 1]?.length ?? 0);
  }
  return count;
}

function inversions({ right, place }: Layers, layer: readonly number[], width: number): number {
  const sums = new Int32Array(width + 1);
  let count = 0;
  let seen = 0;
  for (const node of layer) {
    const ends = right[node] as number[];
    // Edges from one node do not cross: all are counted before any is added.
    for (const end of ends) {
      let below = 0;
      for (let i = (place[end] as number) + 1; i > 0; i -= i & -i) below += sums[i] as number;
      count += seen - below;
    }
    for (const end of ends) {
      for (let i = (place[end] as number) + 1; i <= width; i += i & -i)
        sums[i] = (sums[i] as number) + 1;
    }
    seen += ends.length;
  }
  return count;
}

/**
 * One sweep over the layers: each is sorted by the middle of what its nodes are joined to on the
 * side it comes from. Nodes that are joined to nothing there keep their place.
 */
export function sweep(graph: Layers, towards: 'left' | 'right'): void {
  const from = towards === 'right' ? graph.left : graph.right;
  const count = graph.order.length;
  for (let step = 1; step < count; step += 1) {
    const layer = graph.order[towards === 'right' ? step : count - 1 - step] as number[];
    sortByMiddle(graph, layer, from);
  }
}

function sortByMiddle(graph: Layers, layer: number[], from: readonly number[][]): void {
  const middle = new Map<number, number>();
  for (const node of layer) {
    const others = from[node] as number[];
    if (others.length === 0) continue;
    let sum = 0;
    for (const other of others) sum += graph.place[other] as number;
    middle.set(node, sum / others.length);
  }
  const joined = layer.filter((node) => middle.has(node));
  joined.sort((a, b) => (middle.get(a) as number) - (middle.get(b) as number));
  let next = 0;
  for (let at = 0; at < layer.length; at += 1) {
    if (middle.has(layer[at] as number)) layer[at] = joined[next++] as number;
  }
  settle(graph, layer);
}

/** How many pairs of ends may still be compared; counted, so that the same graph ends the same. */
export interface Purse {
  left: number;
}

/**
 * Takes the nodes of a layer one after another and puts each where it crosses least among the others
 * (sifting: Matuszewski, Schönfeld and Molitor 1999). Gives how many crossings that saved: none when
 * comparing them would take more than the purse holds, which is empty from then on.
 */
export function sift(graph: Layers, layer: number[], purse: Purse): number {
  const [left, right] = [endsOf(graph.left, layer), endsOf(graph.right, layer)];
  purse.left -= layer.length ** 2 + left ** 2 + right ** 2;
  if (purse.left <= 0) return 0;
  let saved = 0;
  for (const node of [...layer]) saved += siftOne(graph, layer, node);
  return saved;
}

function endsOf(side: readonly number[][], layer: readonly number[]): number {
  return layer.reduce((sum, node) => sum + (side[node] as number[]).length, 0);
}

function siftOne(graph: Layers, layer: number[], node: number): number {
  const from = graph.place[node] as number;
  let [best, bestAt, sum] = [0, from, 0];
  // Down past each node beneath it, then up past each above it.
  for (let at = from + 1; at < layer.length; at += 1) {
    sum += saving(graph, layer[at] as number, node);
    if (sum < best) [best, bestAt] = [sum, at];
  }
  sum = 0;
  for (let at = from - 1; at >= 0; at -= 1) {
    sum += saving(graph, node, layer[at] as number);
    if (sum < best) [best, bestAt] = [sum, at];
  }
  if (bestAt === from) return 0;
  layer.splice(from, 1);
  layer.splice(bestAt, 0, node);
  for (let at = Math.min(from, bestAt); at <= Math.max(from, bestAt); at += 1) {
    graph.place[layer[at] as number] = at;
  }
  return -best;
}

/** Crossings more (or, below 0, fewer) when `above` stands above `below` and not the other way. */
function saving({ left, right, place }: Layers, above: number, below: number): number {
  let sum = 0;
  for (let side = 0; side < 2; side += 1) {
    const mine = (side === 0 ? left : right)[above] as number[];
    const theirs = (side === 0 ? left : right)[below] as number[];
    for (const one of mine) {
      const a = place[one] as number;
      for (const two of theirs) {
        const b = place[two] as number;
        sum += a > b ? 1 : a < b ? -1 : 0;
      }
    }
  }
  return sum;
}
