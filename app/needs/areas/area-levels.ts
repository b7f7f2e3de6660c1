import { isAreaCode, levelOf } from './area-headers.ts';

/** Where the code and the name of a row stand, and what kind of area it is. */
export interface RowArea {
  code: string;
  name: string;
  level: string;
}

interface Place {
  code: string;
  name: string;
  level: string;
}

/**
 * The columns of each geographic level of Explore Education Statistics (DfE, "Data standards: geographic
 * levels"). Organisations (schools, trusts, providers, sponsors) are levels there too, and no areas.
 */
const PLACES: Readonly<Record<string, Place>> = {
  national: { code: 'country_code', name: 'country_name', level: 'countries' },
  regional: { code: 'region_code', name: 'region_name', level: 'regions' },
  'local authority': { code: 'new_la_code', name: 'la_name', level: 'local authorities' },
  'local authority district': {
    code: 'lad_code',
    name: 'lad_name',
    level: 'local authority districts',
  },
  ward: { code: 'ward_code', name: 'ward_name', level: 'wards' },
  'parliamentary constituency': {
    code: 'pcon_code',
    name: 'pcon_name',
    level: 'constituencies',
  },
  'local enterprise partnership': {
    code: 'local_enterprise_partnership_code',
    name: 'local_enterprise_partnership_name',
    level: 'local enterprise partnerships',
  },
  'local skills improvement plan area': {
    code: 'lsip_code',
    name: 'lsip_name',
    level: 'local skills improvement plan areas',
  },
  'opportunity area': {
    code: 'opportunity_area_code',
    name: 'opportunity_area_name',
    level: 'opportunity areas',
  },
  'planning area': {
    code: 'planning_area_code',
    name: 'planning_area_name',
    level: 'planning areas',
  },
  'english devolved area': {
    code: 'english_devolved_area_code',
    name: 'english_devolved_area_name',
    level: 'devolved areas',
  },
  'mayoral combined authority': {
    code: 'mayoral_combined_authority_code',
    name: 'mayoral_combined_authority_name',
    level: 'combined authorities',
  },
  'police force area': { code: 'pfa_code', name: 'pfa_name', level: 'police force areas' },
};

/** Headings that only ever describe where a row is of. */
const DESCRIBES_PLACE =
  /^(?:geographic_level|country|region|old_la|new_la|la|lad|ward|pcon|lsip|local_enterprise|opportunity_area|planning_area|english_devolved|mayoral_combined|rsc_region|institution|provider|school|trust|sponsor|pfa)(?:_|$)/;

export const describesPlace = (header: string) => DESCRIBES_PLACE.test(header);

export interface Levels {
  /** The area of a row, or null where the row is of an organisation or has no code of an area. */
  areaOf: (row: readonly string[]) => RowArea | null;
  /** The level that a row says, for telling what was left out. */
  saidBy: (row: readonly string[]) => string;
}

/** How the rows of a file say what they are of, where they do so in columns of their own. */
export function levelsOf(headers: readonly string[]): Levels | null {
  const at = headers.indexOf('geographic_level');
  if (at < 0 || !headers.includes('time_period')) return null;
  const column = new Map(headers.map((header, c) => [header, c]));
  const text = (row: readonly string[], header: string) =>
    (row[column.get(header) ?? -1] ?? '').trim();
  const saidBy = (row: readonly string[]) => (row[at] ?? '').trim();
  return {
    saidBy,
    areaOf(row) {
      const place = PLACES[saidBy(row).toLowerCase()];
      if (!place) return null;
      const code = text(row, place.code);
      if (!isAreaCode(code)) return null;
      return { code, name: text(row, place.name) || code, level: place.level };
    },
  };
}

/** The area of a row in a file with one column of codes: its level is in the code. */
export function plainArea(code: string, name: string): RowArea {
  return { code, name: name || code, level: levelOf(code) };
}
