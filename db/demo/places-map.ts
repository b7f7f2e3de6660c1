import { lonLatOf } from '#app/needs/maps/os-grid.ts';
import { writeCsv, type CsvCell } from '#app/survey/csv.ts';
import { chanceFrom } from './chance.ts';

type Point = readonly [e: number, n: number];

/** Where the parts of the borough lie, in metres from its south-western corner, and how wide they are. */
const PLACES = [
  { name: 'Aldermere', ward: 'E05999001', centre: [3600, 9300], spread: 1900 },
  { name: 'Brookside', ward: 'E05999002', centre: [9400, 9600], spread: 1500 },
  { name: 'Canal Quarter', ward: 'E05999003', centre: [7400, 5900], spread: 780 },
  { name: 'Dunsley', ward: 'E05999004', centre: [3300, 3900], spread: 1450 },
  { name: 'Eastmoor', ward: 'E05999005', centre: [11600, 4300], spread: 2100 },
] as const;
const AREAS_A_PLACE = 8;

/** The borough lies in the North Sea, where no other does. */
export const CORNER: Point = [560_000, 470_000];
const OUTLINE: readonly Point[] = [
  [900, 1700],
  [4300, 300],
  [8600, 900],
  [13_600, 1200],
  [15_200, 4600],
  [14_300, 8300],
  [12_000, 11_900],
  [7600, 12_900],
  [3000, 12_300],
  [500, 9000],
  [100, 5000],
];
const SEED = 20_260_403;

interface Cell {
  code: string;
  name: string;
  place: number;
  ring: Point[];
}

/** The code of a small area, from 1: the same as in the made-up indices. */
export const smallArea = (number: number) => `E01999${String(number).padStart(3, '0')}`;

/**
 * Small areas that nobody lives in: each is the ground nearer to its own middle than to any other, with
 * the straight lines between them made crooked the same way for both neighbours.
 */
function cells(): Cell[] {
  const dice = chanceFrom(SEED);
  const middles = PLACES.flatMap(({ centre: [e, n], spread }, place) =>
    Array.from({ length: AREAS_A_PLACE }, (_, at) => {
      // A sunflower: evenly spread, denser towards the middle, and a little astray.
      const turn = at * 2.39996 + place;
      const far = spread * Math.sqrt((at + 0.3) / AREAS_A_PLACE) * 1.35;
      const stray = () => (dice.below(spread) - spread / 2) * 0.22;
      return {
        place,
        at: [e + far * Math.cos(turn) + stray(), n + far * Math.sin(turn) + stray()] as Point,
      };
    }),
  );
  const corners: Point[] = [];
  const snapped = (point: Point): Point => {
    const known = corners.find(([e, n]) => Math.hypot(e - point[0], n - point[1]) < 25);
    if (known) return known;
    const whole: Point = [Math.round(point[0]), Math.round(point[1])];
    corners.push(whole);
    return whole;
  };
  return middles.map(({ place, at }, number) => {
    let ground = OUTLINE;
    for (const other of middles) if (other.at !== at) ground = nearer(ground, at, other.at);
    const ring = ground.map(snapped);
    const simple = ring.filter((point, i) => point !== ring[(i + 1) % ring.length]);
    const letter = String.fromCharCode(65 + (number % AREAS_A_PLACE));
    return {
      code: smallArea(number + 1),
      name: `${PLACES[place]?.name ?? ''} ${String(place + 1).padStart(3, '0')}${letter}`,
      place,
      ring: simple.flatMap((point, i) => crooked(point, simple[(i + 1) % simple.length] ?? point)),
    };
  });
}

/** The part of a polygon that is nearer to one point than to another. */
function nearer(polygon: readonly Point[], to: Point, than: Point): Point[] {
  const middle: Point = [(to[0] + than[0]) / 2, (to[1] + than[1]) / 2];
  const side = ([e, n]: Point) =>
    (e - middle[0]) * (than[0] - to[0]) + (n - middle[1]) * (than[1] - to[1]);
  return polygon.flatMap((point, i): Point[] => {
    const next = polygon[(i + 1) % polygon.length] ?? point;
    const [here, there] = [side(point), side(next)];
    const kept: Point[] = here <= 0 ? [point] : [];
    if (here <= 0 === there <= 0) return kept;
    const t = here / (here - there);
    return [...kept, [point[0] + t * (next[0] - point[0]), point[1] + t * (next[1] - point[1])]];
  });
}

/** A line as it runs along hedges and becks: without its last point, alike from both of its ends. */
function crooked(a: Point, b: Point): Point[] {
  const isTurned = a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);
  const [from, to] = isTurned ? [b, a] : [a, b];
  const line = [...bent(from, to, 4), to];
  return (isTurned ? line.reverse() : line).slice(0, -1);
}

function bent(a: Point, b: Point, times: number): Point[] {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (times === 0 || length < 120) return [a];
  const dice = chanceFrom(Math.round(a[0] * 31 + a[1] * 17 + b[0] * 13 + b[1] * 7));
  const by = (dice.below(2001) / 1000 - 1) * 0.11;
  const middle: Point = [
    Math.round((a[0] + b[0]) / 2 - by * (b[1] - a[1])),
    Math.round((a[1] + b[1]) / 2 + by * (b[0] - a[0])),
  ];
  return [...bent(a, middle, times - 1), ...bent(middle, b, times - 1)];
}

/** What encloses several cells: the lines that only one of them has, put end to end. */
function enclosing(rings: readonly (readonly Point[])[]): Point[][] {
  const words = ([e, n]: Point) => `${e},${n}`;
  const lines = new Map<string, { from: Point; to: Point }>();
  for (const ring of rings) {
    ring.forEach((from, i) => {
      const to = ring[(i + 1) % ring.length] ?? from;
      if (!lines.delete(`${words(to)} ${words(from)}`)) {
        lines.set(`${words(from)} ${words(to)}`, { from, to });
      }
    });
  }
  const next = new Map([...lines.values()].map((line) => [words(line.from), line]));
  const found: Point[][] = [];
  for (let line = [...next.values()][0]; line; line = [...next.values()][0]) {
    const ring: Point[] = [];
    for (let at: typeof line | undefined = line; at; at = next.get(words(at.to))) {
      ring.push(at.from);
      next.delete(words(at.from));
    }
    found.push(ring);
  }
  return found;
}

function lonLat([e, n]: Point): [number, number] {
  const { longitude, latitude } = lonLatOf({ easting: CORNER[0] + e, northing: CORNER[1] + n });
  return [Number(longitude.toFixed(6)), Number(latitude.toFixed(6))];
}

const closed = (ring: readonly Point[]) => [...ring, ...ring.slice(0, 1)].map(lonLat);

function feature(properties: Record<string, string>, rings: readonly (readonly Point[])[]) {
  const geometry = { type: 'MultiPolygon', coordinates: rings.map((ring) => [closed(ring)]) };
  return { type: 'Feature', properties, geometry };
}

const OF = { LAD21CD: 'E06999999', LAD21NM: 'Wexcombe' };

/** Boundaries of the small areas and of the wards, as GeoJSON files of a borough that does not exist. */
export function madeUpBoundaries(): { smallAreas: string; wards: string } {
  const all = cells();
  const areas = all.map(({ code, name, ring }) =>
    feature({ LSOA21CD: code, LSOA21NM: name, ...OF }, [ring]),
  );
  const wards = PLACES.map(({ name, ward }, place) => {
    const rings = enclosing(all.filter((cell) => cell.place === place).map(({ ring }) => ring));
    return feature({ WD25CD: ward, WD25NM: name, ...OF }, rings);
  });
  const file = (features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
  return { smallAreas: file(areas), wards: file(wards) };
}

/** Which ward each small area lies in, as a lookup of the publisher's shape. */
export function madeUpLookup(): string {
  const rows: CsvCell[][] = [['LSOA21CD', 'LSOA21NM', 'WD25CD', 'WD25NM', 'LTLA25CD', 'LTLA25NM']];
  PLACES.forEach(({ name, ward }, place) => {
    for (let at = 0; at < AREAS_A_PLACE; at += 1) {
      const letter = String.fromCharCode(65 + at);
      const area = `${name} ${String(place + 1).padStart(3, '0')}${letter}`;
      const code = smallArea(place * AREAS_A_PLACE + at + 1);
      rows.push([code, area, ward, name, 'E06999999', 'Wexcombe']);
    }
  });
  return writeCsv(rows, { forExcel: false });
}

/** Children registered with a hub by small area: fewer where the way is long, very few in some. */
export function madeUpRegistrations(): string {
  const dice = chanceFrom(SEED + 1);
  const near = [0.34, 0.42, 0.47, 0.29, 0.16];
  const rows: CsvCell[][] = [['LSOA21CD', 'LSOA21NM', 'Registered children']];
  PLACES.forEach(({ name }, place) => {
    for (let at = 0; at < AREAS_A_PLACE; at += 1) {
      const number = place * AREAS_A_PLACE + at + 1;
      const letter = String.fromCharCode(65 + at);
      const far = at >= 6 ? 0.5 : 1;
      const share = (near[place] ?? 0.3) * far * (0.8 + dice.below(40) / 100);
      const registered = number === 40 ? 3 : Math.round(330 * share);
      rows.push([
        smallArea(number),
        `${name} ${String(place + 1).padStart(3, '0')}${letter}`,
        registered,
      ]);
    }
  });
  return writeCsv(rows, { forExcel: false });
}
