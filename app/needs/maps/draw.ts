import { geoIdentity, geoPath } from 'd3-geo';
import type { GridPoint } from './os-grid.ts';
import type { Polygons } from './simplify.ts';

/** An area as it is drawn, in pixels. */
export interface DrawnArea {
  code: string;
  name: string;
  /** The path of its outline. */
  d: string;
  /** The middle, where a number may stand, and how much room there is. */
  x: number;
  y: number;
  room: number;
}

export interface Drawing {
  width: number;
  height: number;
  areas: DrawnArea[];
  /** Where a point of the grid is drawn. */
  at: (point: GridPoint) => { x: number; y: number };
  /** Other outlines as they lie on the same drawing. */
  also: (outlines: readonly Outlined[]) => DrawnArea[];
  metresPerPixel: number;
}

export interface Outlined {
  code: string;
  name: string;
  middle: GridPoint;
  polygons: Polygons;
}

const MARGIN = 12;
const LOWEST = 320;
const HIGHEST = 900;

/**
 * Lays outlines on the British National Grid out on a drawing, north upwards, as large as the width
 * allows. The grid is flat already, so nothing is projected a second time.
 */
export function drawingOf(outlines: readonly Outlined[], width = 720): Drawing {
  const all = {
    type: 'MultiPolygon' as const,
    coordinates: outlines.flatMap(({ polygons }) => coordinatesOf(polygons)),
  };
  const [[west, south], [east, north]] = geoPath().bounds(all);
  const aspect = east > west ? (north - south) / (east - west) : 1;
  const height = Math.round(
    Math.min(HIGHEST, Math.max(LOWEST, (width - 2 * MARGIN) * (aspect || 1) + 2 * MARGIN)),
  );
  const projection = geoIdentity()
    .reflectY(true)
    .fitExtent(
      [
        [MARGIN, MARGIN],
        [width - MARGIN, height - MARGIN],
      ],
      all,
    );
  const path = geoPath(projection).digits(1);
  const at = ({ easting, northing }: GridPoint) => {
    const [x, y] = projection([easting, northing]) ?? [0, 0];
    return { x: round(x), y: round(y) };
  };
  const also = (others: readonly Outlined[]) =>
    others.map(({ code, name, middle, polygons }): DrawnArea => {
      const outline = { type: 'MultiPolygon' as const, coordinates: coordinatesOf(polygons) };
      const [[left, top], [right, bottom]] = path.bounds(outline);
      const room = Math.min(right - left, bottom - top);
      return { code, name, d: path(outline) ?? '', ...at(middle), room: round(room) };
    });
  return {
    width,
    height,
    areas: also(outlines),
    at,
    also,
    metresPerPixel: 1 / projection.scale(),
  };
}

const round = (pixels: number) => Math.round(pixels * 10) / 10;

function coordinatesOf(polygons: Polygons): [number, number][][][] {
  return polygons.map((rings) =>
    rings.map((ring) => {
      const points: [number, number][] = [];
      for (let at = 0; at + 1 < ring.length; at += 2)
        points.push([ring[at] ?? 0, ring[at + 1] ?? 0]);
      const [first] = points;
      return first ? [...points, first] : points;
    }),
  );
}
