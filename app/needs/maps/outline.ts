import type { GridPoint } from './os-grid.ts';
import type { Polygons, Ring } from './simplify.ts';

/** The signed area of a ring in square metres: more than 0 when it runs anticlockwise. */
export function ringArea(ring: Ring): number {
  let twice = 0;
  for (let at = 0; at + 1 < ring.length; at += 2) {
    const next = (at + 2) % ring.length;
    twice += (ring[at] ?? 0) * (ring[next + 1] ?? 0) - (ring[next] ?? 0) * (ring[at + 1] ?? 0);
  }
  return twice / 2;
}

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The box around outlines, or null around none. */
export function boxAround(areas: readonly Polygons[]): Box | null {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const ring of areas.flat(2)) {
    for (let at = 0; at + 1 < ring.length; at += 2) {
      const [e, n] = [ring[at] ?? 0, ring[at + 1] ?? 0];
      if (e < box.west) box.west = e;
      if (e > box.east) box.east = e;
      if (n < box.south) box.south = n;
      if (n > box.north) box.north = n;
    }
  }
  return Number.isFinite(box.west) ? box : null;
}

/**
 * A point in the middle of the largest part of an area and always inside of it: the centre of gravity,
 * or where that falls outside (a horseshoe), the middle of the widest stretch at its height.
 */
export function middleOf(polygons: Polygons): GridPoint {
  const outer = [...polygons]
    .map((rings) => rings[0] ?? [])
    .sort((a, b) => Math.abs(ringArea(b)) - Math.abs(ringArea(a)))[0];
  const rings = polygons.find((each) => each[0] === outer) ?? [];
  if (!outer || outer.length < 2) return { easting: 0, northing: 0 };
  const centre = centreOfGravity(outer);
  const inside = isInside(centre, rings) ? centre : widestStretch(rings, centre.northing);
  return { easting: Math.round(inside.easting), northing: Math.round(inside.northing) };
}

function centreOfGravity(ring: Ring): GridPoint {
  const area = ringArea(ring);
  const [e0, n0] = [ring[0] ?? 0, ring[1] ?? 0];
  if (area === 0) return { easting: e0, northing: n0 };
  let [e, n] = [0, 0];
  for (let at = 0; at + 1 < ring.length; at += 2) {
    const next = (at + 2) % ring.length;
    // From the first point, so that large coordinates do not eat the small differences.
    const [ax, ay] = [(ring[at] ?? 0) - e0, (ring[at + 1] ?? 0) - n0];
    const [bx, by] = [(ring[next] ?? 0) - e0, (ring[next + 1] ?? 0) - n0];
    const cross = ax * by - bx * ay;
    e += (ax + bx) * cross;
    n += (ay + by) * cross;
  }
  return { easting: e0 + e / (6 * area), northing: n0 + n / (6 * area) };
}

/** Where the lines of the rings cross a height, from west to east. */
function crossings(rings: readonly Ring[], northing: number): number[] {
  const found: number[] = [];
  for (const ring of rings) {
    for (let at = 0; at + 1 < ring.length; at += 2) {
      const next = (at + 2) % ring.length;
      const [ae, an] = [ring[at] ?? 0, ring[at + 1] ?? 0];
      const [be, bn] = [ring[next] ?? 0, ring[next + 1] ?? 0];
      if (an > northing !== bn > northing) {
        found.push(ae + ((northing - an) / (bn - an)) * (be - ae));
      }
    }
  }
  return found.sort((a, b) => a - b);
}

/** Whether a point lies in a polygon: inside the outer ring and in no hole. */
export function isInside({ easting, northing }: GridPoint, rings: readonly Ring[]): boolean {
  return crossings(rings, northing).filter((e) => e > easting).length % 2 === 1;
}

function widestStretch(rings: readonly Ring[], northing: number): GridPoint {
  const box = boxAround([[rings]]);
  // Exactly through a corner line nothing may cross: half a metre up something does.
  for (const height of [
    northing,
    northing + 0.5,
    box ? (box.south + box.north) / 2 + 0.25 : northing,
  ]) {
    const at = crossings(rings, height);
    let best: GridPoint | null = null;
    let widest = 0;
    for (let i = 0; i + 1 < at.length; i += 2) {
      const [from, to] = [at[i] ?? 0, at[i + 1] ?? 0];
      if (to - from > widest) {
        widest = to - from;
        best = { easting: (from + to) / 2, northing: height };
      }
    }
    if (best) return best;
  }
  return { easting: rings[0]?.[0] ?? 0, northing: rings[0]?.[1] ?? 0 };
}
