import type { FileProblem } from '#app/survey/csv.ts';
import { cell, columnsOf, NO_FIGURES, type Columns } from './area-columns.ts';
import {
  areaOfRow,
  figuresOf,
  type AreaFigures,
  type Figures,
  type MissingFigures,
} from './area-figures.ts';
import { boundariesOf, isCutShort, levelOf, type Measure } from './area-headers.ts';

export type { AreaFigures, MissingFigures } from './area-figures.ts';

/** Which publication the headings were recognised as. */
export type AreaFileKind =
  'iod-2025' | 'iod-2019' | 'iod-summary' | 'dfe-statistics' | 'area-figures';

const AREA_FILE_TITLES: Readonly<Record<AreaFileKind, string>> = {
  'iod-2025': 'English indices of deprivation 2025',
  'iod-2019': 'English indices of deprivation 2019',
  'iod-summary': 'Indices of deprivation, summary by authority',
  'dfe-statistics': 'Statistics of the Department for Education',
  'area-figures': 'Figures by area',
};

export interface AreaFile {
  title: string;
  kind: AreaFileKind;
  /** "small areas", "wards", "local authorities"…: of most of its areas. */
  level: string;
  /** The year of the boundaries, where a heading names it. */
  boundaries: string | null;
  areas: AreaFigures[];
  measures: Measure[];
  missing: MissingFigures[];
  /** The local authorities that the areas belong to, where the file says. */
  authorities: string[];
  notes: string[];
}

export type ReadAreaFile =
  | { ok: true; file: AreaFile }
  | {
      ok: false;
      problems: FileProblem[];
      authorities?: string[];
      /** The file may be a lookup. */
      why?: 'no-figures';
    };

export interface AreaChoice {
  /** What to call the file when its headings do not say which publication it is. */
  name?: string;
  /** Keeps the areas of this local authority, by name or code; '' keeps all. */
  only?: string;
  /** The authority's own codes: a larger file of small areas is cut to these when `only` is ''. */
  own?: readonly string[];
  /** The authority's own small areas and wards, for files that do not name the authority. */
  ownAreas?: ReadonlySet<string>;
}

/** More than this and the file is of a whole country: the authority to keep must be named. */
export const MOST_AREAS = 5000;

/**
 * Reads an official file of figures by area: recognised by its headings, checked line by line, all or
 * nothing. Rows that are of no area (a school, a total) are left out, counted and said.
 *
 * @param lines the line of the file on which each row begins, for messages
 */
export function readAreaFile(
  rows: readonly (readonly string[])[],
  lines: readonly number[],
  choice: AreaChoice = {},
): ReadAreaFile {
  const headers = (rows[0] ?? []).map((header) => header.trim());
  const body = rows.slice(1);
  const columns = columnsOf(headers, body);
  if (typeof columns === 'string') {
    const problem = refused(lines[0] ?? 1, columns);
    return columns === NO_FIGURES ? { ...problem, why: 'no-figures' } : problem;
  }
  const authorities = authoritiesIn(body, columns);
  const kept = keptRows(body, columns, choice);
  const none = nothingKept(kept.rows, choice, authorities);
  if (none !== null) return { ...refused(0, none), authorities };
  const codes = new Set(kept.rows.map((at) => cell(body[at], columns.code)));
  if (codes.size > MOST_AREAS) return { ...refused(0, tooMany(codes.size)), authorities };
  const read = figuresOf(headers, body, lines, columns, kept.rows);
  if ('problems' in read) return { ok: false, problems: read.problems };
  const keptRowsOnly = kept.rows.map((at) => body[at] ?? []);
  return {
    ok: true,
    file: described(headers, columns, read, {
      authorities: authoritiesIn(keptRowsOnly, columns),
      name: choice.name ?? '',
      leftOut: leftOut(body, columns, kept.rows.length, kept.isCut),
    }),
  };
}

export function refused(line: number, message: string) {
  return { ok: false as const, problems: [{ line, message }] };
}

export const tooMany = (areas: number) =>
  `This file holds ${areas.toLocaleString('en-GB')} areas. Enter the local authority to keep.`;

function nothingKept(
  kept: readonly number[],
  { only = '', own = [] }: AreaChoice,
  authorities: readonly string[],
): string | null {
  if (kept.length > 0) return null;
  if (only.trim() !== '') return `No area of “${only}” is in this file. Check the name or code.`;
  if (own.length > 0 && authorities.length > 0) {
    return `No area of this file is yours (${own.join(', ')}). To keep the areas of another authority, enter its name.`;
  }
  return 'No row has an area’s code, such as E01012367. Choose a file with one row an area.';
}

const SMALL = new Set(['small areas', 'middle areas', 'wards']);

/** Which rows are kept, by their place in the body, and whether the file was cut to an authority. */
function keptRows(
  body: readonly (readonly string[])[],
  columns: Columns,
  { only = '', own = [], ownAreas = new Set() }: AreaChoice,
): { rows: number[]; isCut: boolean } {
  const coded = body.flatMap((row, at) => (areaOfRow(row, columns) ? [at] : []));
  const wanted = only.trim().toLowerCase();
  if (wanted !== '') {
    const of = [columns.authorityCode, columns.authorityName, columns.code, columns.name];
    const isWanted = (at: number) =>
      of.some((c) => c >= 0 && cell(body[at], c).toLowerCase() === wanted);
    return { rows: coded.filter(isWanted), isCut: true };
  }
  const isSmall = SMALL.has(levelOf(cell(body[coded[0] ?? 0], columns.code)));
  if (!isSmall || columns.levels) return { rows: coded, isCut: false };
  if (own.length > 0 && columns.authorityCode >= 0) {
    const mine = new Set(own);
    const rows = coded.filter((at) => mine.has(cell(body[at], columns.authorityCode)));
    return { rows, isCut: rows.length < coded.length };
  }
  const known = coded.filter((at) => ownAreas.has(cell(body[at], columns.code)));
  if (columns.authorityCode < 0 && known.length > 0 && known.length < coded.length) {
    return { rows: known, isCut: true };
  }
  return { rows: coded, isCut: false };
}

function authoritiesIn(body: readonly (readonly string[])[], columns: Columns): string[] {
  if (columns.authorityName < 0 || columns.levels) return [];
  const found = new Set(body.map((row) => cell(row, columns.authorityName)));
  return [...found].filter((name) => name !== '').sort(new Intl.Collator('en-GB').compare);
}

/** What was left out, in sentences. */
function leftOut(
  body: readonly (readonly string[])[],
  columns: Columns,
  kept: number,
  isCut: boolean,
): string[] {
  const { levels } = columns;
  if (levels) {
    const out = new Map<string, number>();
    for (const row of body) {
      if (!levels.areaOf(row)) out.set(levels.saidBy(row), (out.get(levels.saidBy(row)) ?? 0) + 1);
    }
    const said = [...out].map(([level, rows]) => `${level} (${rows.toLocaleString('en-GB')})`);
    return said.length === 0
      ? []
      : [`Rows that name no area by its code were left out: ${said.join(', ')}.`];
  }
  const rows = body.length - kept;
  if (rows === 0) return [];
  const why = isCut ? 'of other authorities, or without an area’s code' : 'without an area’s code';
  return [`${rows.toLocaleString('en-GB')} rows were left out: ${why}.`];
}

function described(
  headers: readonly string[],
  columns: Columns,
  figures: Figures,
  about: { authorities: string[]; name: string; leftOut: string[] },
): AreaFile {
  const { authorities, name } = about;
  const boundaries = columns.levels ? null : boundariesOf(headers[columns.code] ?? '');
  const level = mostCommon(figures.areas.map((area) => area.level ?? ''));
  const kind = kindOf(headers, columns, figures.measures, boundaries);
  const of = authorities.length === 1 ? `: ${authorities[0] ?? ''}` : '';
  const isNamed = ['iod-2025', 'iod-2019', 'iod-summary'].includes(kind) || name === '';
  return {
    title: isNamed ? `${AREA_FILE_TITLES[kind]}${of}` : name,
    kind,
    level,
    boundaries,
    ...figures,
    authorities,
    notes: [...about.leftOut, ...notesOf(boundaries, level, figures)],
  };
}

function kindOf(
  headers: readonly string[],
  columns: Columns,
  measures: readonly Measure[],
  boundaries: string | null,
): AreaFileKind {
  if (columns.levels) return 'dfe-statistics';
  if (headers.includes('index_domain')) return 'iod-summary';
  const isIndices = measures.some(({ key }) => key.startsWith('imd-'));
  if (isIndices && boundaries === '2021') return 'iod-2025';
  if (isIndices && boundaries === '2011') return 'iod-2019';
  return 'area-figures';
}

function mostCommon(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function notesOf(
  boundaries: string | null,
  level: string,
  { areas, measures, missing }: Figures,
): string[] {
  const notes: string[] = [];
  if (boundaries === '2011' && level === 'small areas') {
    notes.push(
      'These are the small areas of 2011. Some were split or joined in 2021: do not lay them beside figures for 2021 areas without the list of changes.',
    );
  }
  const none = missing.filter((each) => each.areas === areas.length);
  if (none.length > 0) {
    notes.push(`${none.length} of ${measures.length} columns hold no figure for any area.`);
  }
  const cut = measures.filter(({ header }) => isCutShort(header));
  if (cut.length > 0)
    notes.push(`${cut.length} heading is cut short by the publisher: “${cut[0]?.header ?? ''}”.`);
  return notes;
}
