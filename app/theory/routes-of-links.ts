import { boxesById, drawn, tierOf, type BoxType, type Link, type Theory } from './graph.ts';
import type { Layout, Placed } from './layout.ts';
import { passagesOf, type Column, type Passage } from './passages.ts';

/** The way that each link takes between two boxes, as the `d` of an SVG path. */
export interface Route {
  link: Link;
  path: string;
  /** The boxes that it is drawn from and to. */
  source: Placed;
  target: Placed;
  /** Where something may be said at it. */
  at: Point;
}

interface Point {
  x: number;
  y: number;
}

type Side = 'left' | 'right' | 'top';

interface Ends {
  link: Link;
  source: Placed;
  target: Placed;
  leaves: Side;
  enters: Side;
  /** From its source to its target. */
  passages: Passage[];
}

/**
 * The ways of all links: through the gaps of the columns between, and spread along the sides of the
 * boxes so that they do not lie on each other.
 */
export function routes(theory: Theory, placed: Layout): Route[] {
  const byId = boxesById(theory);
  const linked = theory.links.flatMap((link) => {
    const { from, to } = drawn(link, byId);
    const source = placed.boxes.get(from);
    const target = placed.boxes.get(to);
    if (source === undefined || target === undefined || from === to) return [];
    return [{ link, source, target, ...sides(source, target, byId.get(from)?.type) }];
  });
  const chain = linked.filter(({ leaves }) => leaves !== 'top');
  const passages = passagesOf(
    columnsOf(theory, placed),
    chain.map(({ link, source, target }) => {
      const [left, right] = source.x <= target.x ? [source, target] : [target, source];
      return { id: link.id, from: left.id, to: right.id };
    }),
  );
  const all = linked.map((ends): Ends => {
    const found = passages.get(ends.link.id) ?? [];
    return { ...ends, passages: ends.leaves === 'left' ? found.toReversed() : found };
  });
  const places = ports(all);
  return all.map((ends, index) =>
    way(
      ends,
      places.get(`${ends.link.id}:source`) ?? 0,
      places.get(`${ends.link.id}:target`) ?? 0,
      index,
    ),
  );
}

/** The boxes that stand in each column; a box that somebody has put elsewhere stands in none. */
function columnsOf(theory: Theory, { columns, boxes }: Layout): Column[] {
  return columns.map(({ type, x, y, width }) => ({
    left: x,
    right: x + width,
    top: y + 37,
    boxes: theory.boxes
      .flatMap((box) => (box.type === type ? (boxes.get(box.id) ?? []) : []))
      .filter((box) => box.x === x)
      .sort((a, b) => a.y - b.y),
  }));
}

/** From which side a link leaves, and on which it arrives. */
function sides(
  source: Placed,
  target: Placed,
  type: BoxType | undefined,
): { leaves: Side; enters: Side } {
  if (type !== undefined && tierOf(type) === null) return { leaves: 'top', enters: 'left' };
  if (target.x >= source.x + source.width) return { leaves: 'right', enters: 'left' };
  if (target.x + target.width <= source.x) return { leaves: 'left', enters: 'right' };
  return { leaves: 'right', enters: 'right' };
}

/** Where on its side each end of each link stands: in the order of where it goes. */
function ports(all: readonly Ends[]): Map<string, number> {
  const atSide = new Map<string, { key: string; box: Placed; towards: number }[]>();
  const add = (box: Placed, side: Side, key: string, towards: number) => {
    const group = `${box.id} ${side}`;
    atSide.set(group, [...(atSide.get(group) ?? []), { key, box, towards }]);
  };
  for (const { link, source, target, leaves, enters, passages } of all) {
    const [first, last] = [passages[0], passages.at(-1)];
    add(source, leaves, `${link.id}:source`, first?.y ?? target.y + target.height / 2);
    add(target, enters, `${link.id}:target`, last?.y ?? source.y + source.height / 2);
  }
  const places = new Map<string, number>();
  for (const group of atSide.values()) {
    group
      .sort((a, b) => a.towards - b.towards)
      .forEach(({ key, box }, index) => {
        places.set(key, box.y + (box.height * (index + 1)) / (group.length + 1));
      });
  }
  return places;
}

const n = (value: number) => Math.round(value * 10) / 10;

/** Room between the end of an arrow and a column, in which a passage is level already. */
const LEVEL = 4;

function way(ends: Ends, from: number, to: number, index: number): Route {
  const { link, source, target, leaves, enters, passages } = ends;
  if (leaves === 'top') {
    const start = { x: source.x + source.width / 2, y: source.y };
    const end = { x: target.x, y: to };
    const at = { x: end.x - 26, y: end.y };
    return { link, path: gutterPath(start, end, index), source, target, at };
  }
  const start = { x: leaves === 'right' ? source.x + source.width : source.x, y: from };
  const end = { x: enters === 'right' ? target.x + target.width : target.x, y: to };
  if (leaves === enters) return { link, source, target, ...aside(start, end) };
  let path = `M${n(start.x)} ${n(start.y)}`;
  let last = start;
  for (const { left, right, y } of passages) {
    const [near, far] =
      leaves === 'right' ? [left - LEVEL, right + LEVEL] : [right + LEVEL, left - LEVEL];
    path += `${bend(last, { x: near, y })}H${n(far)}`;
    last = { x: far, y };
  }
  // What is said at a link stands in its last gap, before the box that it arrives at.
  const at = { x: (last.x + end.x) / 2, y: (last.y + end.y) / 2 };
  return { link, path: path + bend(last, end), source, target, at };
}

/** A curve that is level at both its ends. */
function bend(a: Point, b: Point): string {
  const reach = Math.sign(b.x - a.x) * Math.max(Math.abs(b.x - a.x) / 2, 20);
  return `C${n(a.x + reach)} ${n(a.y)} ${n(b.x - reach)} ${n(b.y)} ${n(b.x)} ${n(b.y)}`;
}

/** Between two boxes of one column: out to the right and back, the further the wider. */
function aside(start: Point, end: Point): Pick<Route, 'path' | 'at'> {
  const out = Math.max(start.x, end.x) + Math.min(62, 30 + Math.abs(end.y - start.y) / 12);
  const path =
    `M${n(start.x)} ${n(start.y)}C${n(out)} ${n(start.y)} ${n(out)} ${n(end.y)} ` +
    `${n(end.x)} ${n(end.y)}`;
  const at = { x: (start.x + end.x + 6 * out) / 8, y: (start.y + end.y) / 2 };
  return { path, at };
}

/**
 * The way from a band up between two columns and into a box from the left, past all boxes beneath
 * it, as the `d` of a path. `index` keeps neighbouring ways apart.
 */
function gutterPath(from: Point, to: Point, index: number): string {
  const lane = Math.max(5, to.x - 18 - (index % 6) * 6);
  const shelf = from.y - 7 - (index % 2) * 4;
  const r = 6;
  const turn = from.x > lane ? -1 : 1;
  const up = to.y < shelf ? -1 : 1;
  return (
    `M${n(from.x)} ${n(from.y)}V${n(shelf + r)}Q${n(from.x)} ${n(shelf)} ${n(from.x + turn * r)} ${n(shelf)}` +
    `H${n(lane - turn * r)}Q${n(lane)} ${n(shelf)} ${n(lane)} ${n(shelf + up * r)}` +
    `V${n(to.y - up * r)}Q${n(lane)} ${n(to.y)} ${n(lane + r)} ${n(to.y)}H${n(to.x)}`
  );
}
