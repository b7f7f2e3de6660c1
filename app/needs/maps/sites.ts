import { readPosition } from '#app/needs/registers/position.ts';
import { valuesOf, type RowFields } from '#app/needs/registers/row.ts';
import { SITE_TYPES } from '#app/needs/registers/spec.ts';
import type { Placed } from './distance.ts';
import type { Drawing } from './draw.ts';
import type { MapPoint } from './map-svg.ts';
import type { GridPoint } from './os-grid.ts';

export interface PlacedSite extends Placed {
  type: string;
  typeName: string;
  /** Its number on the map. */
  number: number;
  sign: MapPoint['sign'];
  /** It stands in the middle of its small area, because nothing nearer is recorded. */
  byArea: boolean;
}

/** The sign of each kind of site: told apart without colour. */
const SIGNS: Readonly<Record<string, MapPoint['sign']>> = {
  hub: 'circle',
  'working-towards': 'circle',
  'delivery-site': 'square',
  'network-site': 'square',
  outreach: 'triangle',
  vehicle: 'diamond',
};

/** What counts as a hub for distances: hubs themselves, or every site that is on the map. */
export const HUB_TYPES: readonly string[] = ['hub', 'working-towards'];

/** The sites that can be drawn, by name and numbered, and the names of those that cannot. */
export function placedSites(
  rows: readonly { id: string; name: string; fields: RowFields }[],
  middles: ReadonlyMap<string, GridPoint>,
): { placed: PlacedSite[]; unplaced: string[] } {
  const byName = new Intl.Collator('en-GB', { numeric: true });
  const sorted = [...rows].sort((a, b) => byName.compare(a.name, b.name));
  const placed: PlacedSite[] = [];
  const unplaced: string[] = [];
  for (const { id, name, fields } of sorted) {
    const exact = readPosition(valuesOf(fields, 'position')[0] ?? '');
    const point = exact ?? middles.get(valuesOf(fields, 'area')[0] ?? '') ?? null;
    if (!point) {
      unplaced.push(name);
      continue;
    }
    const type = valuesOf(fields, 'type')[0] ?? '';
    placed.push({
      id,
      name,
      point,
      type,
      typeName: SITE_TYPES.find(({ value }) => value === type)?.label ?? 'Site',
      number: placed.length + 1,
      sign: SIGNS[type] ?? 'square',
      byArea: exact === null,
    });
  }
  return { placed, unplaced };
}

/** The sites that lie on a drawing: one of a neighbouring authority may lie beyond its edge. */
export function onDrawing(drawing: Drawing, sites: readonly PlacedSite[]): PlacedSite[] {
  return sites.filter(({ point }) => {
    const { x, y } = drawing.at(point);
    return x >= 0 && y >= 0 && x <= drawing.width && y <= drawing.height;
  });
}
