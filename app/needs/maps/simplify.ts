/** A ring as flat eastings and northings, e1, n1, e2, n2 …; closed without repeating its first point. */
export type Ring = readonly number[];
/** The outline of an area: polygons of rings, the first the outside, the others holes. */
export type Polygons = readonly (readonly Ring[])[];

interface Point {
  e: number;
  n: number;
}

/**
 * Simplifies the outlines of neighbouring areas together: lines that two areas share are cut at the
 * points where three meet and each piece is simplified once, the same from both sides, so that no gap or
 * overlap opens between neighbours (Douglas and Peucker 1973 on the arcs of a topology). No point of the
 * result is moved; no point that is dropped lay further than `tolerance` metres from the line that stays.
 * A ring that would collapse keeps all its points.
 */
export function simplifyTogether(areas: readonly Polygons[], tolerance: number): Polygons[] {
  const meetings = meetingsOf(areas);
  return areas.map((polygons) =>
    polygons.map((rings) => rings.map((ring) => simplifyRing(ring, meetings, tolerance))),
  );
}

const key = (e: number, n: number) => e * 2_000_003 + n;

/** The points at which lines part: those with other than two different neighbours over all rings. */
function meetingsOf(areas: readonly Polygons[]): ReadonlySet<number> {
  const neighbours = new Map<number, Set<number>>();
  for (const ring of areas.flat(2)) {
    const points = pointsOf(ring);
    points.forEach((point, at) => {
      const here = neighbours.get(key(point.e, point.n)) ?? new Set();
      for (const next of [points.at(at - 1), points[(at + 1) % points.length]]) {
        if (next) here.add(key(next.e, next.n));
      }
      neighbours.set(key(point.e, point.n), here);
    });
  }
  return new Set([...neighbours].flatMap(([at, around]) => (around.size === 2 ? [] : [at])));
}

function pointsOf(ring: Ring): Point[] {
  const points: Point[] = [];
  for (let at = 0; at + 1 < ring.length; at += 2) {
    points.push({ e: ring[at] ?? 0, n: ring[at + 1] ?? 0 });
  }
  return points;
}

function simplifyRing(ring: Ring, meetings: ReadonlySet<number>, tolerance: number): Ring {
  const points = pointsOf(ring);
  const first = points.findIndex(({ e, n }) => meetings.has(key(e, n)));
  // A ring that meets no other begins at the same point and runs the same way wherever it is drawn.
  const start = first >= 0 ? first : least(points);
  const turned = [...points.slice(start), ...points.slice(0, start)];
  const kept: Point[] = [];
  let arc: Point[] = [];
  for (const point of [...turned, ...turned.slice(0, 1)]) {
    arc.push(point);
    if (arc.length > 1 && (meetings.has(key(point.e, point.n)) || arc.length > turned.length)) {
      kept.push(...simplifyArc(arc, tolerance).slice(0, -1));
      arc = [point];
    }
  }
  return kept.length < 3 ? ring : kept.flatMap(({ e, n }) => [e, n]);
}

function least(points: readonly Point[]): number {
  let best = 0;
  points.forEach((point, at) => {
    const other = points[best];
    if (other && (point.e < other.e || (point.e === other.e && point.n < other.n))) best = at;
  });
  return best;
}

/** One arc, always worked in the same direction so that both of its sides come out alike. */
function simplifyArc(arc: readonly Point[], tolerance: number): Point[] {
  const [a, b] = [arc[0], arc.at(-1)];
  if (!a || !b || arc.length < 3) return [...arc];
  if (a.e === b.e && a.n === b.n) return simplifyLoop(arc, tolerance);
  const isTurned = a.e > b.e || (a.e === b.e && a.n > b.n);
  const kept = douglasPeucker(isTurned ? [...arc].reverse() : arc, tolerance);
  return isTurned ? kept.reverse() : kept;
}

/** A loop has no two ends: it is split at the point furthest from where it begins. */
function simplifyLoop(loop: readonly Point[], tolerance: number): Point[] {
  const [start] = loop;
  if (!start) return [];
  let far = 0;
  let most = -1;
  loop.forEach((point, at) => {
    const distance = (point.e - start.e) ** 2 + (point.n - start.n) ** 2;
    const other = loop[far];
    const isNearerLeast =
      other && (point.e < other.e || (point.e === other.e && point.n < other.n));
    if (distance > most || (distance === most && isNearerLeast)) [far, most] = [at, distance];
  });
  if (far <= 0 || far >= loop.length - 1) return [...loop];
  const there = simplifyArc(loop.slice(0, far + 1), tolerance);
  const back = simplifyArc(loop.slice(far), tolerance);
  return [...there.slice(0, -1), ...back];
}

function douglasPeucker(line: readonly Point[], tolerance: number): Point[] {
  const isKept = new Uint8Array(line.length);
  isKept[0] = 1;
  isKept[line.length - 1] = 1;
  const open: [from: number, to: number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span;
    let worst = tolerance;
    let at = -1;
    for (let i = from + 1; i < to; i += 1) {
      const distance = distanceToSegment(line[i], line[from], line[to]);
      if (distance > worst) [worst, at] = [distance, i];
    }
    if (at < 0) continue;
    isKept[at] = 1;
    open.push([from, at], [at, to]);
  }
  return line.filter((_, i) => isKept[i] === 1);
}

function distanceToSegment(
  p: Point | undefined,
  a: Point | undefined,
  b: Point | undefined,
): number {
  if (!p || !a || !b) return 0;
  const [de, dn] = [b.e - a.e, b.n - a.n];
  const length = de * de + dn * dn;
  const along = length === 0 ? 0 : ((p.e - a.e) * de + (p.n - a.n) * dn) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(p.e - a.e - t * de, p.n - a.n - t * dn);
}
