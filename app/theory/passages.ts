import type { Link } from './graph.ts';
import { woven } from './order.ts';

/** Where long links pass through the columns between their ends, so that they run through no box. */

/** A column with the boxes that stand in it, in CSS pixels. */
export interface Column {
  left: number;
  right: number;
  /** How far up a link may pass over the first box. */
  top: number;
  boxes: { id: string; y: number; height: number }[];
}

/** Where a link goes through a column: level, from its left edge to its right. */
export interface Passage {
  left: number;
  right: number;
  y: number;
}

/** Between two links that pass side by side, and between a link and a box, in CSS pixels. */
const APART = 9;
const CLEAR = 8;

type Ends = Pick<Link, 'id'> & { from: string; to: string };

/**
 * The passages of each link by its id, from left to right; none for a link between neighbours, within
 * a column or to a box that stands in no column.
 *
 * @param columns from left to right, the boxes of each from top to bottom
 */
export function passagesOf(
  columns: readonly Column[],
  links: readonly Ends[],
): Map<string, Passage[]> {
  const ids = columns.map(({ boxes }) => boxes.map(({ id }) => id));
  const middles = new Map(
    columns.flatMap(({ boxes }) => boxes.map(({ id, y, height }) => [id, y + height / 2] as const)),
  );
  const { graph, names, waypoints } = woven(
    ids,
    links.map(({ from, to }) => [from, to] as const),
    middles,
  );
  const lines = straightLines(links, waypoints, middles);
  const heights = new Map<number, number>();
  columns.forEach((column, at) => {
    placeIn(column, graph.order[at] ?? [], names.length, lines, heights);
  });
  const columnOf = new Map(graph.order.flatMap((layer, at) => layer.map((node) => [node, at])));
  return new Map(
    links.map(({ id }, index) => [
      id,
      (waypoints[index] ?? []).map((node): Passage => {
        const { left = 0, right = 0 } = columns[columnOf.get(node) ?? 0] ?? {};
        return { left, right, y: heights.get(node) ?? 0 };
      }),
    ]),
  );
}

/** By waypoint: how far down it would be on the straight line. */
function straightLines(
  links: readonly Ends[],
  waypoints: readonly (readonly number[])[],
  middles: ReadonlyMap<string, number>,
): Map<number, number> {
  const places = new Map<number, number>();
  links.forEach(({ from, to }, index) => {
    const nodes = waypoints[index] ?? [];
    const [a, b] = [middles.get(from) ?? 0, middles.get(to) ?? 0];
    // Waypoints run from left to right, whichever way the link does.
    nodes.forEach((node, at) => {
      const part = (at + 1) / (nodes.length + 1);
      places.set(node, a * (1 - part) + b * part);
    });
  });
  return places;
}

/** The links that pass between two boxes share the room: near their lines, side by side. */
function placeIn(
  column: Column,
  layer: readonly number[],
  boxes: number,
  lines: ReadonlyMap<number, number>,
  heights: Map<number, number>,
): void {
  let box = 0;
  let passing: number[] = [];
  const close = () => {
    const above = column.boxes[box - 1];
    const below = column.boxes[box];
    const ceiling = above === undefined ? -Infinity : above.y + above.height;
    spread(passing, ceiling, below?.y ?? Infinity, column.top, lines, heights);
    passing = [];
  };
  for (const node of layer) {
    if (node >= boxes) passing.push(node);
    else {
      close();
      box += 1;
    }
  }
  close();
}

function spread(
  nodes: readonly number[],
  above: number,
  below: number,
  top: number,
  lines: ReadonlyMap<number, number>,
  heights: Map<number, number>,
): void {
  if (nodes.length === 0) return;
  // Over the first box there is little room, beneath the last as much as they need.
  const high = above === -Infinity ? Math.min(top, below - CLEAR) : above;
  const room = below - high;
  const apart = Math.min(APART, room / (nodes.length + 1));
  const edge = Math.min(CLEAR, apart);
  let least = high + edge;
  nodes.forEach((node, index) => {
    const most = below - edge - (nodes.length - 1 - index) * apart;
    const y = Math.max(least, Math.min(lines.get(node) ?? least, most));
    heights.set(node, y);
    least = y + apart;
  });
}
