import { boxAround, middleOf } from '#app/needs/maps/outline.ts';
import { gridOf, isOnGrid, type GridPoint } from '#app/needs/maps/os-grid.ts';
import { simplifyTogether, type Polygons, type Ring } from '#app/needs/maps/simplify.ts';
import type { FileProblem } from '#app/survey/csv.ts';
import { MOST_AREAS, refused, tooMany, type AreaChoice } from './area-file.ts';
import { boundariesOf, isAreaCode, levelOf } from './area-headers.ts';

/** The outline of one area, on the British National Grid in whole metres. */
export interface AreaShape {
  code: string;
  name: string;
  middle: GridPoint;
  polygons: Polygons;
}

export interface Boundaries {
  title: string;
  level: string;
  /** The year of the boundaries, or null where the file does not say. */
  year: string | null;
  shapes: AreaShape[];
  /** Metres: no line was moved by more. */
  tolerance: number;
  pointsBefore: number;
  points: number;
  authorities: string[];
  notes: string[];
}

export type ReadBoundaries =
  | { ok: true; boundaries: Boundaries }
  | { ok: false; problems: FileProblem[]; authorities?: string[] };

const MOST_POINTS = 2_000_000;
/** After simplifying, all areas of one file together. */
const MOST_KEPT_POINTS = 150_000;
const MOST_PROBLEMS = 20;

interface Feature {
  properties: Record<string, unknown>;
  geometry: { type: string; coordinates: unknown };
}

/**
 * Reads boundaries as GeoJSON (RFC 7946, or the older form with a named reference system): areas with a
 * code, whose outlines are polygons in longitude and latitude or on the British National Grid. They
 * come back on the grid, simplified together within a tolerance that is said.
 */
export function readBoundaries(text: string, choice: AreaChoice = {}): ReadBoundaries {
  const features = featuresIn(text);
  if (typeof features === 'string') return refused(0, features);
  const named = namedBy(features);
  if (!named) {
    return refused(
      0,
      'No property of the areas holds their codes, such as E01012367. Choose a file with a code for each area.',
    );
  }
  const kept = keptFeatures(features, named, choice);
  const authorities = authoritiesOf(features, named);
  if (kept.length === 0) {
    const whose = (choice.only ?? '').trim() || (choice.own ?? []).join(', ');
    return { ...refused(0, `No area of “${whose}” is in this file.`), authorities };
  }
  if (kept.length > MOST_AREAS) return { ...refused(0, tooMany(kept.length)), authorities };
  return shaped(kept, named, authoritiesOf(kept, named), features.length - kept.length);
}

/** The features, or a sentence that says why there are none. */
function featuresIn(text: string): Feature[] | string {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return 'The file is not whole GeoJSON: it breaks off or holds a mistake. Download it again.';
  }
  const features =
    isRecord(read) && Array.isArray(read['features']) ? (read['features'] as unknown[]) : null;
  if (!features || !isRecord(read) || read['type'] !== 'FeatureCollection') {
    return 'The file is not a collection of areas. Choose a GeoJSON file of boundaries (a FeatureCollection).';
  }
  if (features.length === 0) return 'The file holds no areas.';
  const found = features.map(asFeature);
  const wrong = found.findIndex((feature) => feature === null);
  if (wrong >= 0) return `Area ${wrong + 1} of the file is not a polygon. Boundaries are polygons.`;
  return found.filter((feature) => feature !== null);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function asFeature(value: unknown): Feature | null {
  if (!isRecord(value) || !isRecord(value['properties']) || !isRecord(value['geometry']))
    return null;
  const { type, coordinates } = value['geometry'];
  if (type !== 'Polygon' && type !== 'MultiPolygon') return null;
  return { properties: value['properties'], geometry: { type, coordinates } };
}

interface Named {
  code: string;
  name: string | null;
  authority: string | null;
  authorityName: string | null;
}

const said = ({ properties }: Feature, key: string | null): string => {
  const value = key === null ? undefined : properties[key];
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
};

/** Which properties hold the code and the name: of all columns of codes, that with the most codes. */
function namedBy(features: readonly Feature[]): Named | null {
  const keys = Object.keys(features[0]?.properties ?? {});
  const coded = keys
    .map((key) => ({ key, codes: new Set(features.map((each) => said(each, key))) }))
    .filter(({ codes }) => [...codes].filter(isAreaCode).length >= codes.size * 0.9)
    .sort((a, b) => b.codes.size - a.codes.size);
  const code = coded[0]?.key;
  if (code === undefined) return null;
  const named = (of: string) =>
    keys.find(
      (key) =>
        key.toLowerCase() === of.replace(/CD$/, 'NM').replace(/code/i, 'name').toLowerCase() &&
        key !== of,
    ) ?? null;
  const authority =
    keys.find(
      (key) =>
        key !== code &&
        /^(?:LAD|LTLA)\w*CD/i.test(key) &&
        features.some((each) => isAreaCode(said(each, key))),
    ) ?? null;
  return { code, name: named(code), authority, authorityName: authority && named(authority) };
}

function authoritiesOf(features: readonly Feature[], named: Named): string[] {
  const key = named.authorityName ?? named.authority;
  return [...new Set(features.map((each) => said(each, key)))].filter((each) => each !== '').sort();
}

function keptFeatures(
  features: readonly Feature[],
  named: Named,
  { only = '', own = [], ownAreas = new Set() }: AreaChoice,
): Feature[] {
  const wanted = only.trim().toLowerCase();
  if (wanted !== '') {
    return features.filter(
      (each) =>
        [named.authority, named.authorityName].some(
          (key) => said(each, key).toLowerCase() === wanted,
        ) ||
        // The names of small areas begin with that of their authority: Halton 007A.
        said(each, named.name)
          .toLowerCase()
          .replace(/ \d{3}[a-z]$/, '') === wanted,
    );
  }
  if (own.length > 0 && named.authority !== null) {
    return features.filter((each) => own.includes(said(each, named.authority)));
  }
  const known = features.filter((each) => ownAreas.has(said(each, named.code)));
  return named.authority === null && known.length > 0 ? known : [...features];
}

function shaped(
  features: readonly Feature[],
  named: Named,
  authorities: string[],
  leftOut: number,
): ReadBoundaries {
  const problems: FileProblem[] = [];
  const codes = new Set<string>();
  const areas: { code: string; name: string; polygons: Polygons }[] = [];
  for (const feature of features) {
    const code = said(feature, named.code);
    const name = said(feature, named.name) || code;
    const polygons = polygonsOf(feature);
    const problem = !isAreaCode(code)
      ? `“${code}” is not the code of an area, such as E01012367.`
      : codes.has(code)
        ? `${code} is in the file twice. Keep one outline an area.`
        : typeof polygons === 'string'
          ? `${name} (${code}): ${polygons}`
          : null;
    codes.add(code);
    if (problem !== null) problems.push({ line: 0, message: problem });
    else if (typeof polygons !== 'string') areas.push({ code, name, polygons });
    if (problems.length >= MOST_PROBLEMS) break;
  }
  if (problems.length > 0) return { ok: false, problems };
  return simplified(areas, named, authorities, leftOut);
}

function simplified(
  areas: readonly { code: string; name: string; polygons: Polygons }[],
  named: Named,
  authorities: string[],
  leftOut: number,
): ReadBoundaries {
  const outlines = areas.map(({ polygons }) => polygons);
  const pointsBefore = pointsIn(outlines);
  if (pointsBefore > MOST_POINTS) {
    return refused(
      0,
      `The outlines have ${pointsBefore.toLocaleString('en-GB')} corners. Choose generalised boundaries (BGC or BSC), or enter the local authority to keep.`,
    );
  }
  let tolerance = toleranceFor(outlines);
  let simple = simplifyTogether(outlines, tolerance);
  while (pointsIn(simple) > MOST_KEPT_POINTS) {
    tolerance *= 2;
    simple = simplifyTogether(outlines, tolerance);
  }
  const points = pointsIn(simple);
  const level = levelOf(areas[0]?.code ?? '');
  const year = boundariesOf(named.code);
  const of = authorities.length === 1 ? ` of ${authorities[0] ?? ''}` : '';
  const notes = [
    `No line was moved by more than ${tolerance} metres: ${pointsBefore.toLocaleString('en-GB')} corners became ${points.toLocaleString('en-GB')}.`,
  ];
  if (leftOut > 0) {
    notes.push(`${leftOut.toLocaleString('en-GB')} areas of other authorities were left out.`);
  }
  return {
    ok: true,
    boundaries: {
      title: `Boundaries of ${level}${year === null ? '' : ` ${year}`}${of}`,
      level,
      year,
      shapes: areas.map(({ code, name, polygons }, at) => ({
        code,
        name,
        middle: middleOf(simple[at] ?? polygons),
        polygons: simple[at] ?? polygons,
      })),
      tolerance,
      pointsBefore,
      points,
      authorities,
      notes,
    },
  };
}

const pointsIn = (areas: readonly Polygons[]) =>
  areas.flat(2).reduce((sum, ring) => sum + ring.length / 2, 0);

/** A two-thousandth of the longer side of the whole, in metres, from 1 to 100: half a pixel of a map. */
function toleranceFor(areas: readonly Polygons[]): number {
  const box = boxAround(areas);
  const side = box ? Math.max(box.east - box.west, box.north - box.south) : 0;
  return Math.min(100, Math.max(1, Math.round(side / 2000)));
}

/** The polygons of a feature on the grid, or what is wrong with them. */
function polygonsOf({ geometry }: Feature): Polygons | string {
  const { type, coordinates } = geometry;
  if (!Array.isArray(coordinates)) return 'the outline holds no coordinates.';
  const polygons: unknown[] = type === 'Polygon' ? [coordinates] : (coordinates as unknown[]);
  const read: Ring[][] = [];
  for (const polygon of polygons) {
    if (!Array.isArray(polygon)) return 'the outline holds no coordinates.';
    const rings: Ring[] = [];
    for (const ring of polygon as unknown[]) {
      const points = ringOf(ring);
      if (typeof points === 'string') return points;
      // Slivers of less than a metre round to a line: an island too small to be drawn, or a hole.
      if (points.length >= 6) rings.push(points);
      else if (rings.length === 0) break;
    }
    if (rings.length > 0) read.push(rings);
  }
  return read.length === 0 ? 'the outline is smaller than a metre.' : read;
}

function ringOf(ring: unknown): number[] | string {
  if (!Array.isArray(ring)) return 'the outline holds no coordinates.';
  const points: number[] = [];
  for (const pair of ring as unknown[]) {
    const [x, y] = Array.isArray(pair) ? (pair as unknown[]) : [];
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x + y)) {
      return 'a corner is not a pair of numbers.';
    }
    const isLonLat = Math.abs(x) <= 180 && Math.abs(y) <= 90;
    const point = isLonLat ? gridOf(x, y) : { easting: x, northing: y };
    if (!isOnGrid(point)) {
      return `the corner ${x}, ${y} is not in Great Britain. Coordinates are longitude, then latitude.`;
    }
    const [e, n] = [Math.round(point.easting), Math.round(point.northing)];
    if (e !== points.at(-2) || n !== points.at(-1)) points.push(e, n);
  }
  // The last point repeats the first.
  if (points.length > 2 && points[0] === points.at(-2) && points[1] === points.at(-1)) {
    points.length -= 2;
  }
  return points;
}
