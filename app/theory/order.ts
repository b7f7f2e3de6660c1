/**
 * The order of boxes within their columns, with few crossing links. Columns are given by type, so
 * only the order is open: barycentre sweeps, then swaps of neighbours (Sugiyama, Tagawa and Toda
 * 1981; Gansner and others 1993). The same input always gives the same order.
 */

export type Edge = readonly [source: string, target: string];

/** A graph in which every edge joins neighbouring columns; long edges pass through waypoints. */
interface Layered {
  columns: string[][];
  left: Map<string, string[]>;
  right: Map<string, string[]>;
}

const SWEEPS = 12;
const SWAPS = 8;

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
  const own = new Set(columns.flat());
  const graph = layered(columns, edges);
  let best = columns.map((ids) => [...ids]);
  let fewest = crossings(best, edges);
  for (const start of starts(graph)) {
    let now = start;
    for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep += 1) {
      now = swapped(graph, swept(graph, now, sweep % 2 === 0 ? 'right' : 'left'));
      const candidate = now.map((ids) => ids.filter((id) => own.has(id)));
      const crossed = crossings(candidate, edges);
      if (crossed < fewest) {
        best = candidate;
        fewest = crossed;
      }
    }
  }
  return best;
}

/**
 * How many pairs of links cross when each is drawn straight from box to box, columns one apart and
 * boxes one apart. Links within a column are left aside; links that meet at a box do not cross.
 */
export function crossings(columns: readonly (readonly string[])[], edges: readonly Edge[]): number {
  const places = new Map(
    columns.flatMap((ids, x) => ids.map((id, y) => [id, { id, x, y }] as const)),
  );
  const lines = edges.flatMap(([source, target]): Line[] => {
    const [a, b] = [places.get(source), places.get(target)];
    if (a === undefined || b === undefined || a.x === b.x) return [];
    return a.x < b.x ? [{ a, b }] : [{ a: b, b: a }];
  });
  let count = 0;
  lines.forEach((one, index) => {
    for (let at = index + 1; at < lines.length; at += 1) {
      if (cross(one, lines[at] as Line)) count += 1;
    }
  });
  return count;
}

interface Line {
  a: { id: string; x: number; y: number };
  b: { id: string; x: number; y: number };
}

/** Whether two lines cross between the columns that both pass. */
function cross(one: Line, two: Line): boolean {
  const left = Math.max(one.a.x, two.a.x);
  const right = Math.min(one.b.x, two.b.x);
  if (left >= right || one.a.id === two.a.id || one.b.id === two.b.id) return false;
  return (
    (heightAt(one, left) - heightAt(two, left)) * (heightAt(one, right) - heightAt(two, right)) < 0
  );
}

function heightAt({ a, b }: Line, x: number): number {
  return a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);
}

function layered(columns: readonly (readonly string[])[], edges: readonly Edge[]): Layered {
  const columnOf = new Map(columns.flatMap((ids, index) => ids.map((id) => [id, index] as const)));
  const graph: Layered = {
    columns: columns.map((ids) => [...ids]),
    left: new Map(),
    right: new Map(),
  };
  const join = (a: string, b: string) => {
    graph.right.set(a, [...(graph.right.get(a) ?? []), b]);
    graph.left.set(b, [...(graph.left.get(b) ?? []), a]);
  };
  edges.forEach(([source, target], index) => {
    const from = columnOf.get(source);
    const to = columnOf.get(target);
    if (from === undefined || to === undefined || from === to) return;
    const [first, last, low, high] =
      from < to ? [source, target, from, to] : [target, source, to, from];
    let previous = first;
    for (let column = low + 1; column < high; column += 1) {
      const waypoint = `\u0000${index}:${column}`;
      graph.columns[column]?.push(waypoint);
      join(previous, waypoint);
      previous = waypoint;
    }
    join(previous, last);
  });
  return graph;
}

/** Where the sweeps begin: as the boxes stand now, and by following the links from either end. */
function starts(graph: Layered): string[][][] {
  const followed = (neighbours: Map<string, string[]>, ids: readonly string[]) => {
    const rank = new Map<string, number>();
    const visit = (id: string) => {
      if (rank.has(id)) return;
      rank.set(id, rank.size);
      neighbours.get(id)?.forEach(visit);
    };
    ids.forEach(visit);
    return graph.columns.map((column) =>
      column.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)),
    );
  };
  const all = graph.columns.flat();
  return [graph.columns, followed(graph.right, all), followed(graph.left, all.toReversed())];
}

/** One sweep: each column is sorted by the middle of what its boxes are linked to on one side. */
function swept(graph: Layered, columns: string[][], towards: 'left' | 'right'): string[][] {
  const neighbours = towards === 'right' ? graph.left : graph.right;
  const result = columns.map((ids) => [...ids]);
  const indexes = columns.map((_, index) => index);
  for (const index of towards === 'right' ? indexes : indexes.toReversed()) {
    const beside = result[index + (towards === 'right' ? -1 : 1)];
    const ids = result[index];
    if (beside === undefined || ids === undefined) continue;
    const place = new Map(beside.map((id, at) => [id, at]));
    const middles = new Map(
      ids.map((id, at) => {
        const places = (neighbours.get(id) ?? []).map((other) => place.get(other) ?? 0);
        const middle = places.reduce((sum, each) => sum + each, 0) / places.length;
        return [id, places.length === 0 ? (at * beside.length) / ids.length : middle];
      }),
    );
    result[index] = ids.toSorted((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0));
  }
  return result;
}

/** Swaps neighbours wherever that saves a crossing, until nothing is saved. */
function swapped(graph: Layered, columns: string[][]): string[][] {
  const result = columns.map((ids) => [...ids]);
  const places = new Map(result.flatMap((ids) => ids.map((id, at) => [id, at] as const)));
  for (let round = 0; round < SWAPS; round += 1) {
    let saved = 0;
    for (const ids of result) {
      for (let at = 0; at + 1 < ids.length; at += 1) {
        const [a, b] = [ids[at] ?? '', ids[at + 1] ?? ''];
        const gain = crossingsBetween(graph, places, a, b) - crossingsBetween(graph, places, b, a);
        if (gain <= 0) continue;
        ids[at] = b;
        ids[at + 1] = a;
        places.set(b, at).set(a, at + 1);
        saved += gain;
      }
    }
    if (saved === 0) break;
  }
  return result;
}

/** Crossings between the links of two neighbours when `a` stands above `b`. */
function crossingsBetween(
  graph: Layered,
  places: Map<string, number>,
  a: string,
  b: string,
): number {
  let count = 0;
  for (const neighbours of [graph.left, graph.right]) {
    for (const one of neighbours.get(a) ?? []) {
      for (const two of neighbours.get(b) ?? []) {
        if ((places.get(one) ?? 0) > (places.get(two) ?? 0)) count += 1;
      }
    }
  }
  return count;
}
