import { areaFilesOf, areasIn, type AreaFileRow } from '#db/area-files.ts';
import { boundariesOf, newestLinks, shapesIn, type BoundariesRow } from '#db/areas.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import type { AreaFigures } from '#app/needs/areas/area-figures.ts';
import type { Measure } from '#app/needs/areas/area-headers.ts';
import type { AreaLink } from '#app/needs/areas/area-links.ts';
import { bridge, type Bridge } from '#app/needs/areas/bridge.ts';
import { standingRows } from '#app/needs/registers/read-register.server.ts';
import type { Outlined } from './draw.ts';
import { placedSites, type PlacedSite } from './sites.ts';

/** What maps and distances stand on: outlines of one level, and the sites. */
export interface Ground {
  boundaries: BoundariesRow | null;
  outlines: Outlined[];
  /** Wards over small areas, where both are here. */
  over: Outlined[];
  sites: PlacedSite[];
  /** Names of sites with neither a position nor a small area. */
  unplaced: string[];
}

/** The outlines of a level (small areas, unless there are none) with the sites on them. */
export async function groundOf(programme: Programme, level?: string): Promise<Ground> {
  const { read } = theStore();
  const { authorityId } = programme;
  const all = await boundariesOf(read, authorityId);
  const wanted = level ?? 'small areas';
  const boundaries =
    all.find((each) => each.level === wanted) ?? (level === undefined ? all[0] : undefined) ?? null;
  const outlines = boundaries ? await outlinesIn(authorityId, boundaries.id) : [];
  const wards =
    boundaries?.level === 'small areas' ? all.find((each) => each.level === 'wards') : undefined;
  const small = all.find((each) => each.level === 'small areas');
  const places =
    boundaries?.id === small?.id || !small ? outlines : await outlinesIn(authorityId, small.id);
  const middles = new Map(places.map(({ code, middle }) => [code, middle]));
  const { placed, unplaced } = placedSites(await standingRows(programme, 'sites'), middles);
  return {
    boundaries,
    outlines,
    over: wards ? await outlinesIn(authorityId, wards.id) : [],
    sites: placed,
    unplaced,
  };
}

async function outlinesIn(authorityId: string, boundariesId: string): Promise<Outlined[]> {
  const rows = await shapesIn(theStore().read, authorityId, boundariesId);
  return rows.map(({ code, name, easting, northing, polygons }) => ({
    code,
    name,
    middle: { easting, northing },
    polygons,
  }));
}

/** The programme's files of figures by area, newest first, without their areas. */
export async function figureFiles(programme: Programme): Promise<AreaFileRow[]> {
  const files = await areaFilesOf(theStore().read, programme.authorityId, programme.id);
  return files.filter(({ measures }) => measures.length > 0);
}

export async function areasOfLevel(file: AreaFileRow, level: string): Promise<AreaFigures[]> {
  const rows = await areasIn(theStore().read, file.authorityId, file.id);
  return rows.filter((row) => (row.level === '' ? file.level : row.level) === level);
}

/** The figures of a measure laid over outlines, bridged where the boundaries differ. */
export async function figuresOver(
  programme: Programme,
  ground: Ground,
  file: AreaFileRow,
  areas: readonly AreaFigures[],
  measure: Measure,
): Promise<Bridge> {
  const codes = ground.outlines.map(({ code }) => code);
  const years = { figures: file.boundaries, outlines: ground.boundaries?.year ?? '' };
  const isOlder = years.figures === '2011' && years.outlines === '2021';
  const found = isOlder
    ? await newestLinks(theStore().read, programme.authorityId, programme.id, 'changes')
    : null;
  return bridge(areas, measure, codes, years, found ? (found.links as AreaLink[]) : null);
}
