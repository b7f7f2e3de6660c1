/** How the columns of an official file of figures by area are told apart. */

/** What a measure counts or ranks; a decile and a rank have their own limits. */
export type Statistic = 'score' | 'rank' | 'decile' | 'figure';

export interface Measure {
  /** Short and stable: idaci-decile, imd-score, total-population-mid-2022. */
  key: string;
  /** The publisher's own heading, cut short where the publisher cut it. */
  header: string;
  /** In a long file: the heading of the column of figures… */
  of?: string;
  /** …and what the figure is of: the period, the category, by the heading of its column. */
  at?: Record<string, string>;
}

/** The indices and domains of the English indices of deprivation that have a usual short name. */
const SHORT_NAMES: readonly (readonly [starts: RegExp, short: string])[] = [
  [/^index of multiple deprivation/i, 'imd'],
  [/^income deprivation affecting children/i, 'idaci'],
  [/^income deprivation affecting older/i, 'idaopi'],
  [/^education, skills and training/i, 'education'],
  [/^health deprivation and disability/i, 'health'],
  [/^barriers to housing and services/i, 'barriers'],
  [/^living environment/i, 'living-environment'],
];

/** A heading of the indices: what it is of, then the statistic, then an explanation, maybe cut off. */
const INDEX_HEADER = /^(?<of>.+?) (?<statistic>score|rank|decile)(?:\s*\(.*)?$/i;

/** What a heading measures. */
export function statisticOf(header: string): Statistic {
  return (INDEX_HEADER.exec(header)?.groups?.['statistic']?.toLowerCase() ?? 'figure') as Statistic;
}

/** The measure of a heading; keys are made unique by the caller. */
export function measureOf(header: string): Measure {
  const found = INDEX_HEADER.exec(header)?.groups;
  if (!found) return { key: slug(header), header };
  const of = found['of'] ?? '';
  const short = SHORT_NAMES.find(([starts]) => starts.test(of))?.[1];
  return { key: `${short ?? slug(of)}-${(found['statistic'] ?? '').toLowerCase()}`, header };
}

function slug(text: string): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return words.replace(/^-+|-+$/g, '').slice(0, 60) || 'figure';
}

/** A heading whose bracket is opened and never closed. */
export function isCutShort(header: string): boolean {
  return header.split('(').length > header.split(')').length;
}

/** A short name for people: "IDACI decile", "Total population: mid 2022". */
export function sayMeasure({ key, header }: Measure): string {
  const found = INDEX_HEADER.exec(header)?.groups;
  if (!found) return header;
  const acronym = /\(([A-Z]{3,})\)/.exec(found['of'] ?? '')?.[1];
  const [first] = key.split('-');
  const known = SHORT_NAMES.some(
    ([, short]) => short === first && /^(?:imd|idac|idaop)/.test(short),
  );
  const of = acronym ?? (known ? (first ?? '').toUpperCase() : (found['of'] ?? ''));
  return `${of} ${(found['statistic'] ?? '').toLowerCase()}`;
}

/** Codes of the Government Statistical Service: a letter for the country and eight digits. */
const AREA_CODE = /^[EWSNKJ]\d{8}$/;

export const isAreaCode = (text: string) => AREA_CODE.test(text.trim());

/** What the first three characters of a code say about the area. */
const LEVELS: Readonly<Record<string, string>> = {
  E01: 'small areas',
  W01: 'small areas',
  E02: 'middle areas',
  W02: 'middle areas',
  E05: 'wards',
  W05: 'wards',
  E06: 'local authorities',
  E07: 'local authorities',
  E08: 'local authorities',
  E09: 'local authorities',
  E10: 'local authorities',
  W06: 'local authorities',
  S12: 'local authorities',
  N09: 'local authorities',
  E12: 'regions',
  E14: 'constituencies',
  W07: 'constituencies',
  E37: 'local enterprise partnerships',
  E47: 'combined authorities',
  E69: 'local skills improvement plan areas',
  E92: 'countries',
  W92: 'countries',
};

export function levelOf(code: string): string {
  return LEVELS[code.slice(0, 3)] ?? 'areas';
}

/** From the smallest to the largest, for lists; anything else stands last. */
export const LEVEL_ORDER: readonly string[] = [
  'small areas',
  'wards',
  'middle areas',
  'local authorities',
  'local authority districts',
  'constituencies',
  'regions',
  'countries',
];

/** The year of the boundaries that a heading of codes names: "LSOA code (2021)", "LSOA11CD". */
export function boundariesOf(header: string): string | null {
  const full = /\b((?:19|20)\d{2})\b/.exec(header)?.[1];
  if (full) return full;
  const short = /^(?:LSOA|MSOA|WD|LAD|LTLA|UTLA)(\d{2})/i.exec(header)?.[1];
  return short === undefined ? null : `20${short}`;
}
