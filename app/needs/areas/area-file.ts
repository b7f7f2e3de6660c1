import type { FileProblem } from '#app/survey/csv.ts';
import {
  boundariesOf,
  isAreaCode,
  isCutShort,
  levelOf,
  measureOf,
  statisticOf,
  type Measure,
} from './area-headers.ts';
import { cell, columnsOf, type Columns } from './area-columns.ts';
import { readFigure, type MissingWhy } from '#app/needs/figure.ts';

/** Which publication the headings were recognised as. */
export type AreaFileKind = 'iod-2025' | 'iod-2019' | 'area-figures';

export const AREA_FILE_TITLES: Readonly<Record<AreaFileKind, string>> = {
  'iod-2025': 'English indices of deprivation 2025',
  'iod-2019': 'English indices of deprivation 2019',
  'area-figures': 'Figures by area',
};

export interface AreaFigures {
  code: string;
  name: string;
  /** By the measure's key; null where the publisher gives none, never zero. */
  figures: Record<string, number | null>;
}

/** How many areas have no figure for a measure, and why. */
export interface MissingFigures {
  measure: string;
  header: string;
  areas: number;
  why: Partial<Record<MissingWhy, number>>;
}

export interface AreaFile {
  title: string;
  kind: AreaFileKind;
  /** "small areas", "wards", "local authorities"… */
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
  { ok: true; file: AreaFile } | { ok: false; problems: FileProblem[]; authorities?: string[] };

/** More than this and the file is of a whole country: the authority to keep must be named. */
const MOST_AREAS = 5000;
const MOST_MEASURES = 200;
const MOST_PROBLEMS = 20;

/**
 * Reads an official file of figures by area: recognised by its headings, checked line by line, all or
 * nothing. Rows without an area's code (a country's or a region's total) are left out and counted.
 *
 * @param lines the line of the file on which each row begins, for messages
 * @param name what to call the file when its headings do not say which publication it is
 * @param only keeps the areas of this local authority, by name or code; '' keeps all
 */
export function readAreaFile(
  rows: readonly (readonly string[])[],
  lines: readonly number[],
  { only = '', name = '' }: { only?: string; name?: string } = {},
): ReadAreaFile {
  const headers = (rows[0] ?? []).map((header) => header.trim());
  const body = rows.slice(1);
  const columns = columnsOf(headers, body);
  if (typeof columns === 'string') return refused(lines[0] ?? 1, columns);
  const kept = keptRows(body, columns, only);
  const authorities = authoritiesIn(body, columns);
  if (kept.length === 0) {
    return only === ''
      ? refused(
          0,
          'No row has an area’s code, such as E01012367. Choose a file with one row an area.',
        )
      : {
          ...refused(0, `No area of “${only}” is in this file. Check the name or code.`),
          authorities,
        };
  }
  const codes = new Set(kept.map((at) => cell(body[at], columns.code)));
  if (codes.size > MOST_AREAS) {
    return {
      ...refused(
        0,
        `This file holds ${codes.size.toLocaleString('en-GB')} areas. Enter the local authority to keep.`,
      ),
      authorities,
    };
  }
  const read = figuresOf(headers, body, lines, columns, kept);
  if ('problems' in read) return { ok: false, problems: read.problems };
  const keptRowsOnly = kept.map((at) => body[at] ?? []);
  return {
    ok: true,
    file: described(headers, columns, read, {
      authorities: authoritiesIn(keptRowsOnly, columns),
      name,
      leftOut: body.length - kept.length,
    }),
  };
}

function refused(line: number, message: string): { ok: false; problems: FileProblem[] } {
  return { ok: false, problems: [{ line, message }] };
}

function keptRows(body: readonly (readonly string[])[], columns: Columns, only: string): number[] {
  const wanted = only.trim().toLowerCase();
  return body.flatMap((row, at) => {
    if (cell(row, columns.code) === '') return [];
    const of = [columns.authorityCode, columns.authorityName, columns.code, columns.name];
    const isWanted =
      wanted === '' || of.some((c) => c >= 0 && cell(row, c).toLowerCase() === wanted);
    return isWanted ? [at] : [];
  });
}

function authoritiesIn(body: readonly (readonly string[])[], columns: Columns): string[] {
  if (columns.authorityName < 0) return [];
  const found = new Set(body.map((row) => cell(row, columns.authorityName)));
  return [...found].filter((name) => name !== '').sort(new Intl.Collator('en-GB').compare);
}

interface Figures {
  areas: AreaFigures[];
  measures: Measure[];
  missing: MissingFigures[];
}

/** One pass over the rows: an area that stands in several rows has one measure a row. */
function figuresOf(
  headers: readonly string[],
  body: readonly (readonly string[])[],
  lines: readonly number[],
  columns: Columns,
  kept: readonly number[],
): Figures | { problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  const areas = new Map<string, AreaFigures>();
  const measures = new Map<string, Measure>();
  const keys = new Map<string, string>();
  const whys = new Map<string, Partial<Record<MissingWhy, number>>>();
  const isLong = new Set(kept.map((at) => cell(body[at], columns.code))).size < kept.length;
  for (const at of kept) {
    const row = body[at];
    const line = lines[at + 1] ?? at + 2;
    const code = cell(row, columns.code);
    if (!isAreaCode(code)) {
      problems.push({
        line,
        message: `Line ${line}: “${code}” is not the code of an area, such as E01012367.`,
      });
      continue;
    }
    const area = areas.get(code) ?? { code, name: cell(row, columns.name) || code, figures: {} };
    areas.set(code, area);
    const said = isLong
      ? columns.dimensions.map((c) => cell(row, c)).filter((text) => text !== '')
      : [];
    for (const { column, measure } of columns.measures) {
      const each =
        said.length === 0 ? measure : dimensioned(measure, said, columns.measures.length, keys);
      const problem = checkCell(cell(row, column), measure, code, area.figures, each.key);
      if (problem !== null)
        problems.push({ line, message: `Line ${line}, “${headers[column] ?? ''}”: ${problem}` });
      const figure = readFigure(cell(row, column));
      area.figures[each.key] = figure.kind === 'number' ? figure.value : null;
      measures.set(each.key, each);
      if (figure.kind === 'missing') {
        const why = whys.get(each.key) ?? {};
        whys.set(each.key, { ...why, [figure.why]: (why[figure.why] ?? 0) + 1 });
      }
    }
    if (problems.length >= MOST_PROBLEMS) break;
  }
  if (problems.length > 0) return { problems };
  if (measures.size > MOST_MEASURES) {
    return refused(
      0,
      `This file holds ${measures.size.toLocaleString('en-GB')} figures for one area. Keep one period and the categories that you need, and bring it in again.`,
    );
  }
  const list = [...measures.values()];
  return { areas: [...areas.values()], measures: list, missing: missingOf(list, areas, whys) };
}

/** "Income: 2023, Girls": a measure of one period or category, with a key that no other has. */
function dimensioned(
  measure: Measure,
  said: readonly string[],
  measures: number,
  keys: Map<string, string>,
): Measure {
  const words = said.join(', ');
  const isPlain = measures === 1 && /^(?:value|figure|number|count)$/i.test(measure.header);
  const header = isPlain ? words : `${measure.header}: ${words}`;
  const known = [...keys].find(([, of]) => of === header)?.[0];
  if (known !== undefined) return { key: known, header };
  const short = measureOf(header.replace(/[()]/g, ' ')).key;
  const key = keys.has(short) ? `${short}-${keys.size}` : short;
  keys.set(key, header);
  return { key, header };
}

function checkCell(
  text: string,
  measure: Measure,
  code: string,
  had: Readonly<Record<string, number | null>>,
  key: string,
): string | null {
  const figure = readFigure(text);
  if (Object.hasOwn(had, key)) return `${code} is in the file twice. Keep one row an area.`;
  if (figure.kind === 'words') return `“${text}” is not a figure. Correct it or leave it empty.`;
  if (figure.kind !== 'number') return null;
  if (
    statisticOf(measure.header) === 'decile' &&
    !(figure.value >= 1 && figure.value <= 10 && Number.isInteger(figure.value))
  ) {
    return `a decile is a whole number from 1 to 10, not ${text}.`;
  }
  if (statisticOf(measure.header) === 'rank' && figure.value < 1)
    return `a rank is 1 or more, not ${text}.`;
  return null;
}

function missingOf(
  measures: readonly Measure[],
  areas: ReadonlyMap<string, AreaFigures>,
  whys: ReadonlyMap<string, Partial<Record<MissingWhy, number>>>,
): MissingFigures[] {
  return measures.flatMap(({ key, header }) => {
    const without = [...areas.values()].filter(
      ({ figures }) => (figures[key] ?? null) === null,
    ).length;
    return without === 0
      ? []
      : [{ measure: key, header, areas: without, why: whys.get(key) ?? {} }];
  });
}

function described(
  headers: readonly string[],
  columns: Columns,
  figures: Figures,
  about: { authorities: string[]; name: string; leftOut: number },
): AreaFile {
  const { authorities, name, leftOut } = about;
  const codeHeader = headers[columns.code] ?? '';
  const boundaries = boundariesOf(codeHeader);
  const isIndices = figures.measures.some(({ key }) => key.startsWith('imd-'));
  const kind: AreaFileKind =
    isIndices && boundaries === '2021'
      ? 'iod-2025'
      : isIndices && boundaries === '2011'
        ? 'iod-2019'
        : 'area-figures';
  const areas = figures.areas;
  const of = authorities.length === 1 ? `: ${authorities[0] ?? ''}` : '';
  return {
    title: kind === 'area-figures' && name !== '' ? name : `${AREA_FILE_TITLES[kind]}${of}`,
    kind,
    level: levelOf(areas[0]?.code ?? ''),
    boundaries,
    ...figures,
    authorities,
    notes: notesOf(boundaries, areas, figures, leftOut),
  };
}

function notesOf(
  boundaries: string | null,
  areas: readonly AreaFigures[],
  { measures, missing }: Figures,
  leftOut: number,
): string[] {
  const notes: string[] = [];
  if (boundaries === '2011' && levelOf(areas[0]?.code ?? '') === 'small areas') {
    notes.push(
      'These are the small areas of 2011. Some were split or joined in 2021: do not lay them beside figures for 2021 areas.',
    );
  }
  if (leftOut > 0)
    notes.push(
      `${leftOut.toLocaleString('en-GB')} rows were left out: of other authorities, or without an area’s code.`,
    );
  const none = missing.filter((each) => each.areas === areas.length);
  if (none.length > 0) {
    notes.push(`${none.length} of ${measures.length} columns hold no figure for any area.`);
  }
  const cut = measures.filter(({ header }) => isCutShort(header));
  if (cut.length > 0)
    notes.push(`${cut.length} heading is cut short by the publisher: “${cut[0]?.header ?? ''}”.`);
  return notes;
}
