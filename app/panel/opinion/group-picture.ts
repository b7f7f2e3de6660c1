import { THRESHOLD } from '#app/statistics/small-numbers.ts';

/** Groups as they are drawn: never a single person. In units of the picture, 0 to 100 each way. */
export interface GroupPicture {
  blobs: Blob[];
  /** Squares in which many people stand close together: nothing is drawn where there are few. */
  squares: { x: number; y: number; side: number; level: 1 | 2 | 3 }[];
  /** Of all differences between votes, how much the picture shows: 0 to 1. */
  shown: number;
}

/** A group: an ellipse around where most of it stands. */
export interface Blob {
  x: number;
  y: number;
  across: number;
  along: number;
  /** In degrees, clockwise. */
  turned: number;
}

type Point = readonly [number, number];

/** So many standard deviations around the middle of a group. */
const REACH = 1.5;
const SQUARES = 8;
const ROOM = 6;

/**
 * The picture of groups by where their people stand. A square is drawn only where at least as many
 * people stand in it as a count must have to be shown, in three steps and not in numbers.
 *
 * @param groups the points of each group's people
 */
export function pictureOf(groups: readonly (readonly Point[])[], shown: number): GroupPicture {
  const extent = Math.max(1e-9, mostReach(groups.flat()));
  const scale = (50 - ROOM) / extent;
  // Up is more: the picture's own y goes down.
  const placed = groups.map((points) =>
    points.map(([x, y]): Point => [50 + x * scale, 50 - y * scale]),
  );
  return { blobs: placed.map(blobOf), squares: squaresOf(placed.flat()), shown };
}

/** How far all but the farthest few stand from the middle: one of those would squeeze all others. */
function mostReach(points: readonly Point[]): number {
  const reaches = points.map(([x, y]) => Math.max(Math.abs(x), Math.abs(y))).sort((a, b) => a - b);
  return reaches[Math.floor((reaches.length - 1) * 0.97)] ?? 0;
}

function blobOf(points: readonly Point[]): Blob {
  const n = Math.max(1, points.length);
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / n;
  const [x, y] = [mean(0), mean(1)];
  const spread = (a: 0 | 1, b: 0 | 1) =>
    points.reduce(
      (sum, point) => sum + (point[a] - (a === 0 ? x : y)) * (point[b] - (b === 0 ? x : y)),
      0,
    ) / n;
  const [xx, yy, xy] = [spread(0, 0), spread(1, 1), spread(0, 1)];
  const middle = (xx + yy) / 2;
  const off = Math.hypot((xx - yy) / 2, xy);
  const radius = (variance: number) => Math.max(3, REACH * Math.sqrt(Math.max(0, variance)));
  return {
    x,
    y,
    across: radius(middle + off),
    along: radius(middle - off),
    turned: (Math.atan2(2 * xy, xx - yy) * 90) / Math.PI,
  };
}

function squaresOf(points: readonly Point[]): GroupPicture['squares'] {
  const side = 100 / SQUARES;
  const counts = new Map<number, number>();
  for (const [x, y] of points) {
    if (Math.min(x, y) < 0 || Math.max(x, y) >= 100) continue;
    const at = (value: number) => Math.floor(value / side);
    const square = at(y) * SQUARES + at(x);
    counts.set(square, (counts.get(square) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, people]) => people >= THRESHOLD)
    .sort(([a], [b]) => a - b)
    .map(([square, people]) => ({
      x: (square % SQUARES) * side,
      y: Math.floor(square / SQUARES) * side,
      side,
      level: people >= THRESHOLD * 4 ? 3 : people >= THRESHOLD * 2 ? 2 : 1,
    }));
}
