import { copied, crossingsIn, sift, sweep, type Layers, type Purse } from './layers.ts';
import { weave, type Chain } from './weave.ts';

/**
 * The order of boxes within their columns, with few crossing links. Columns are given by type, so
 * only the order is open: barycentre sweeps from several beginnings (Sugiyama, Tagawa and Toda
 * 1981), then sifting, then the best of it shaken and settled again, until nothing is saved or so
 * much work is done. Work is counted and not timed: the same input always gives the same order.
 */

export type Edge = readonly [source: string, target: string];

/** A graph whose boxes keep their names, so that its order can be read back. */
export interface Woven {
  graph: Layers;
  /** Names of the boxes; nodes from `names.length` on are waypoints. */
  names: string[];
  /** The waypoints of each edge from left to right; empty for one between neighbours. */
  waypoints: (readonly number[])[];
}

/** Crossings that nothing saves for this long are left as they are. */
const IDLE_SWEEPS = 4;
const MOST_SWEEPS = 24;
const MOST_SIFTS = 12;
/** Work that one tidying up may do, in pairs of nodes compared; so that sixty boxes take under 10 ms. */
const BUDGET = 10000;
const MOST_STARTS = 40;
/** And in pairs of ends compared, so that the largest theory takes no more than a second. */
const MOST_PAIRS = 20_000_000;

/**
 * Reorders each column so that few links cross, never more than before.
 *
 * @param columns ids in the order in which they stand now, from left to right
 * @param edges links between ids; those within one column or to an unknown id are left aside
 */
export function ordered(
  columns: readonly (readonly string[])[],
  edges: readonly Edge[],
): string[][] {
  const { graph, names } = woven(columns, edges);
  const random = numbers();
  let best = graph;
  let fewest = crossingsIn(graph);
  const consider = (one: Layers) => {
    const crossed = crossingsIn(one);
    if (crossed < fewest) [best, fewest] = [one, crossed];
  };
  const work = graph.order.reduce((sum, layer) => sum + layer.length ** 2, 1);
  const rounds = Math.max(3, Math.min(MOST_STARTS, Math.round(BUDGET / work)));
  const purse: Purse = { left: MOST_PAIRS };
  for (const start of starts(graph)) if (fewest > 0) consider(settled(start, purse));
  for (let round = 0; round < rounds && fewest > 0 && purse.left > 0; round += 1) {
    // In turn: from anywhere at all, and the best so far shaken a little.
    if (round % 2 === 0) consider(settled(shuffled(graph, random), purse));
    else consider(sifted(shaken(best, random), purse));
  }
  const result = best.order.map((layer) => ownOf(layer, names));
  // What was there may be better than the best found once the waypoints are woven in afresh.
  const asItWas = columns.map((ids) => [...ids]);
  return crossings(result, edges) < crossings(asItWas, edges) ? result : asItWas;
}

function ownOf(layer: readonly number[], names: readonly string[]): string[] {
  return layer.flatMap((node) => names[node] ?? []);
}

/**
 * How many pairs of links cross when boxes stand in this order and long links pass between the boxes
 * of the columns on their way. Links within a column are left aside; links that meet at a box do not
 * cross.
 */
export function crossings(columns: readonly (readonly string[])[], edges: readonly Edge[]): number {
  return crossingsIn(woven(columns, edges).graph);
}

/**
 * Long links woven into columns whose boxes stay as they stand: through each column on its way a
 * link passes between the boxes where it crosses least, near the straight line.
 *
 * @param heights where each id stands in its column, if not one under another; any unit
 */
export function woven(
  columns: readonly (readonly string[])[],
  edges: readonly Edge[],
  heights?: ReadonlyMap<string, number>,
): Woven {
  const names = columns.flat();
  const numberOf = new Map(names.map((id, at) => [id, at]));
  const columnOf = new Map(columns.flatMap((ids, index) => ids.map((id) => [id, index] as const)));
  const height: number[] = [];
  columns.forEach((ids) =>
    ids.forEach((id, at) => {
      height[numberOf.get(id) ?? 0] = heights?.get(id) ?? at;
    }),
  );
  const order: number[][] = columns.map((ids) => ids.map((id) => numberOf.get(id) ?? 0));
  const left: number[][] = names.map(() => []);
  const right: number[][] = names.map(() => []);
  const chains = edges.map(([source, target]): Chain | null => {
    const [from, to] = [columnOf.get(source), columnOf.get(target)];
    const [a, b] = [numberOf.get(source), numberOf.get(target)];
    if (from === undefined || to === undefined || a === undefined || b === undefined) return null;
    if (from === to) return null;
    const [first, last, low, high] = from < to ? [a, b, from, to] : [b, a, to, from];
    const waypoints: number[] = [];
    let previous = first;
    for (let at = low + 1; at < high; at += 1) {
      const part = (at - low) / (high - low);
      const node = left.length;
      height.push((height[first] ?? 0) * (1 - part) + (height[last] ?? 0) * part);
      left.push([previous]);
      right.push([]);
      right[previous]?.push(node);
      waypoints.push(node);
      previous = node;
    }
    right[previous]?.push(last);
    left[last]?.push(previous);
    return { first, last, low, waypoints };
  });
  const graph = copied({ order, left, right, place: new Int32Array(left.length) }, order);
  weave(
    graph,
    chains.filter((chain) => chain !== null),
    height,
  );
  return { graph, names, waypoints: chains.map((chain) => chain?.waypoints ?? []) };
}

/** Where the sweeps begin: as the boxes stand now, and by following the links from either end. */
function starts(graph: Layers): Layers[] {
  const followed = (neighbours: readonly number[][], ids: readonly number[]) => {
    const rank = new Map<number, number>();
    const waiting = ids.toReversed();
    while (waiting.length > 0) {
      const id = waiting.pop() as number;
      if (rank.has(id)) continue;
      rank.set(id, rank.size);
      waiting.push(...(neighbours[id] ?? []).toReversed());
    }
    return copied(
      graph,
      graph.order.map((layer) => layer.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))),
    );
  };
  const all = graph.order.flat();
  return [
    copied(graph, graph.order),
    followed(graph.right, all),
    followed(graph.left, all.toReversed()),
  ];
}

/** Sweeps to and fro while that saves crossings, then sifts until nothing is saved. */
function settled(graph: Layers, purse: Purse): Layers {
  let best = graph;
  let fewest = crossingsIn(graph);
  const now = copied(graph, graph.order);
  for (let step = 0, idle = 0; step < MOST_SWEEPS && idle < IDLE_SWEEPS; step += 1, idle += 1) {
    sweep(now, step % 2 === 0 ? 'right' : 'left');
    const crossed = crossingsIn(now);
    if (crossed >= fewest) continue;
    best = copied(now, now.order);
    fewest = crossed;
    idle = 0;
  }
  return sifted(best, purse);
}

/** Sifts layer after layer until nothing is saved or the purse is empty; a layer beside which nothing changed is passed over. */
function sifted(graph: Layers, purse: Purse): Layers {
  const now = copied(graph, graph.order);
  const waiting = now.order.map(() => true);
  for (let round = 0; round < MOST_SIFTS && waiting.includes(true); round += 1) {
    now.order.forEach((layer, at) => {
      if (!waiting[at]) return;
      waiting[at] = false;
      if (sift(now, layer, purse) === 0) return;
      for (const beside of [at - 1, at, at + 1]) {
        if (beside in waiting) waiting[beside] = true;
      }
    });
  }
  return now;
}

/** The same in any order. */
function shuffled(graph: Layers, random: () => number): Layers {
  return copied(
    graph,
    graph.order.map((layer) => {
      const lots = new Map(layer.map((node) => [node, random()]));
      return layer.toSorted((a, b) => (lots.get(a) ?? 0) - (lots.get(b) ?? 0));
    }),
  );
}

/** The same with a few nodes of each layer put elsewhere. */
function shaken(graph: Layers, random: () => number): Layers {
  return copied(
    graph,
    graph.order.map((layer) => {
      const result = [...layer];
      const moves = Math.ceil(result.length * 0.15);
      for (let move = 0; move < moves && result.length > 1; move += 1) {
        const [node] = result.splice(Math.floor(random() * result.length), 1);
        if (node !== undefined) result.splice(Math.floor(random() * (result.length + 1)), 0, node);
      }
      return result;
    }),
  );
}

/** Numbers that look drawn by lot and are the same each time (a linear congruence). */
function numbers(): () => number {
  let state = 20_260_401;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
