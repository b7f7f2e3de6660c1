import { boxesById, drawn, tierOf, type BoxType, type Link, type Theory } from './graph.ts';
import type { Layout, Placed } from './layout.ts';

/** The way that each link takes between two boxes, as the `d` of an SVG path. */
export interface Route {
  link: Link;
  path: string;
}

type Side = 'left' | 'right' | 'top';

interface Ends {
  link: Link;
  source: Placed;
  target: Placed;
  leaves: Side;
  enters: Side;
}

/** The ways of all links, spread along the sides of the boxes so that they do not lie on each other. */
export function routes(theory: Theory, { boxes }: Layout): Route[] {
  const byId = boxesById(theory);
  const all = theory.links.flatMap((link): Ends[] => {
    const { from, to } = drawn(link, byId);
    const source = boxes.get(from);
    const target = boxes.get(to);
    if (source === undefined || target === undefined || from === to) return [];
    return [{ link, source, target, ...sides(source, target, byId.get(from)?.type) }];
  });
  const places = ports(all);
  return all.map((ends, index) => ({
    link: ends.link,
    path: way(
      ends,
      places.get(`${ends.link.id}:source`) ?? 0,
      places.get(`${ends.link.id}:target`) ?? 0,
      index,
    ),
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

/** Where on its side each end of each link stands: in the order of what it goes to. */
function ports(all: readonly Ends[]): Map<string, number> {
  const atSide = new Map<string, { key: string; box: Placed; towards: number }[]>();
  const add = (box: Placed, side: Side, key: string, other: Placed) => {
    const towards = other.y + other.height / 2;
    const group = `${box.id} ${side}`;
    atSide.set(group, [...(atSide.get(group) ?? []), { key, box, towards }]);
  };
  for (const { link, source, target, leaves, enters } of all) {
    add(source, leaves, `${link.id}:source`, target);
    add(target, enters, `${link.id}:target`, source);
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

function way(ends: Ends, from: number, to: number, index: number): string {
  const { source, target, leaves, enters } = ends;
  if (leaves === 'top') return gutterWay(source, target, to, index);
  const x1 = leaves === 'right' ? source.x + source.width : source.x;
  const x2 = enters === 'right' ? target.x + target.width : target.x;
  const out = leaves === 'right' ? 1 : -1;
  const into = enters === 'right' ? 1 : -1;
  const bend = leaves === enters ? 44 : Math.max(36, Math.abs(x2 - x1) / 2);
  return `M${n(x1)} ${n(from)}C${n(x1 + out * bend)} ${n(from)} ${n(x2 + into * bend)} ${n(to)} ${n(x2)} ${n(to)}`;
}

function gutterWay(source: Placed, target: Placed, to: number, index: number): string {
  return gutterPath({ x: source.x + source.width / 2, y: source.y }, { x: target.x, y: to }, index);
}

interface Point {
  x: number;
  y: number;
}

/**
 * The way from a band up between two columns and into a box from the left, past all boxes beneath
 * it, as the `d` of a path. `index` keeps neighbouring ways apart.
 */
export function gutterPath(from: Point, to: Point, index: number): string {
  const lane = to.x - 18 - (index % 6) * 6;
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
