import { metresBetween, type GridPoint } from './os-grid.ts';

/** A place that families can go to, on the grid. */
export interface Placed {
  id: string;
  name: string;
  point: GridPoint;
}

export interface Nearest {
  code: string;
  name: string;
  /** The nearest place, and how far its point is from the middle of the area in a straight line. */
  nearest: Placed | null;
  metres: number | null;
}

/**
 * For each area the nearest place, as the crow flies from the middle of the area on the British National
 * Grid. A straight line is the least that anybody travels: roads and buses are longer.
 */
export function nearestPlaces(
  areas: readonly { code: string; name: string; middle: GridPoint }[],
  places: readonly Placed[],
): Nearest[] {
  return areas.map(({ code, name, middle }) => {
    let nearest: Placed | null = null;
    let metres: number | null = null;
    for (const place of places) {
      const distance = metresBetween(middle, place.point);
      if (metres === null || distance < metres) [nearest, metres] = [place, distance];
    }
    return { code, name, nearest, metres };
  });
}

/** The areas further than this from every place, furthest first; all of them where there is no place. */
export function outOfReach(nearest: readonly Nearest[], reachMetres: number): Nearest[] {
  return nearest
    .filter(({ metres }) => metres === null || metres > reachMetres)
    .sort((a, b) => (b.metres ?? Infinity) - (a.metres ?? Infinity) || (a.code < b.code ? -1 : 1));
}

/** "1.8 km", "650 m". */
export function sayDistance(metres: number | null): string {
  if (metres === null) return 'no site';
  return metres < 995 ? `${Math.round(metres / 10) * 10} m` : `${(metres / 1000).toFixed(1)} km`;
}
