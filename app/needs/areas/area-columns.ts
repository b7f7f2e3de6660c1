import { isAreaCode, measureOf, statisticOf, type Measure } from './area-headers.ts';
import { readFigure } from '#app/needs/figure.ts';
import { describesPlace, levelsOf, type Levels } from './area-levels.ts';

/** Where in a file of figures by area the codes, names and figures stand. */
export interface Columns {
  code: number;
  name: number;
  authorityName: number;
  authorityCode: number;
  measures: { column: number; measure: Measure }[];
  /** Columns that tell several rows of one area apart: a period, a category. */
  dimensions: number[];
  /** Where each row says by columns of its own what kind of area it is of. */
  levels: Levels | null;
}

export const cell = (row: readonly string[] | undefined, column: number) =>
  (row?.[column] ?? '').trim();

export const NO_FIGURES =
  'There is no column of figures in this file. Choose one with figures beside the codes.';

/** Tells the columns apart, or says in a sentence why that cannot be done. */
export function columnsOf(
  headers: readonly string[],
  body: readonly (readonly string[])[],
): Columns | string {
  const sample = body.slice(0, 2000);
  const distinct = (c: number) => new Set(sample.map((row) => cell(row, c)));
  const codes = headers.flatMap((_, c) => {
    const filled = sample.filter((row) => cell(row, c) !== '');
    const coded = filled.filter((row) => isAreaCode(cell(row, c)));
    return coded.length > 0 && coded.length >= filled.length * 0.9 ? [c] : [];
  });
  // The smallest areas have the most codes; of several columns as fine, the first.
  const [code] = codes.sort((a, b) => distinct(b).size - distinct(a).size || a - b);
  if (code === undefined) {
    return 'No column holds the codes of areas, such as E01012367. Choose an official file with a column of codes.';
  }
  const levels = levelsOf(headers);
  const figured = headers.flatMap((header, c) =>
    isFigureColumn(c, sample, headers) && !(levels && describesPlace(header)) ? [c] : [],
  );
  const names = headers.map((header, c) =>
    codes.includes(c) || figured.includes(c) ? '' : header,
  );
  const name = nameColumn(headers[code] ?? '', names, code);
  const authorityCode = codes.find(
    (c) => c !== code && /^(?:LAD|LTLA|UTLA|local|ltla|la)/i.test(headers[c] ?? ''),
  );
  const authorityName =
    authorityCode === undefined
      ? -1
      : nameColumn(headers[authorityCode] ?? '', names, authorityCode);
  if (figured.length === 0) {
    return NO_FIGURES;
  }
  const measures = withUniqueKeys(
    figured.map((column) => ({ column, measure: measureOf(headers[column] ?? '') })),
  );
  const used = new Set([code, name, authorityName, ...codes, ...figured]);
  const dimensions = headers.flatMap((header, c) => {
    if (used.has(c) || (levels && describesPlace(header))) return [];
    return variesWithin(body, code, c) || (levels && isSaid(header, c, body)) ? [c] : [];
  });
  return {
    code,
    name,
    authorityName,
    authorityCode: authorityCode ?? -1,
    measures,
    dimensions,
    levels,
  };
}

const INDICES = /^index of multiple deprivation/i;

/** Years and times are what figures are of; codes of other kinds are no figures. */
const NOT_A_MEASURE = /time_period|_year$|^(?:year|period|date)$|code|(?:CD|NM)$|_id$/i;

function isFigureColumn(
  c: number,
  sample: readonly (readonly string[])[],
  headers: readonly string[],
) {
  if (NOT_A_MEASURE.test(headers[c] ?? '')) return false;
  // A heading of the indices is one of figures, whatever slipped into a line of it.
  if (statisticOf(headers[c] ?? '') !== 'figure') return true;
  const figures = sample.map((row) => readFigure(cell(row, c)));
  const words = figures.filter((figure) => figure.kind === 'words').length;
  const numbers = figures.filter((figure) => figure.kind === 'number').length;
  if (numbers > 0) return words * 10 <= numbers;
  // What the publisher of the indices left empty throughout is a measure all the same.
  return words === 0 && headers[c] !== '' && headers.some((header) => INDICES.test(header));
}

/** In a file of many levels a period or category counts even where each area has only one of it. */
function isSaid(header: string, c: number, body: readonly (readonly string[])[]): boolean {
  return header !== '' && new Set(body.map((row) => cell(row, c))).size > 1;
}

/** Whether one area has several values: what is the same throughout an area only describes it. */
function variesWithin(sample: readonly (readonly string[])[], code: number, c: number): boolean {
  const first = new Map<string, string>();
  return sample.some((row) => {
    const area = cell(row, code);
    if (!first.has(area)) first.set(area, cell(row, c));
    return area !== '' && first.get(area) !== cell(row, c);
  });
}

/** "LSOA name (2021)" beside "LSOA code (2021)", LSOA21NM beside LSOA21CD, la_name beside new_la_code. */
function nameColumn(codeHeader: string, names: readonly string[], code: number): number {
  const wanted = [
    codeHeader.replace(/code/i, 'name'),
    codeHeader.replace(/CD$/, 'NM'),
    codeHeader.replace(/^(?:new|old)_/i, '').replace(/code/i, 'name'),
    codeHeader.replace(/(?<!\s)\s*code\b/i, ''),
  ].map((each) => each.toLowerCase());
  const found = names.findIndex((header, c) => c !== code && wanted.includes(header.toLowerCase()));
  if (found >= 0) return found;
  return [code + 1, code - 1].find((c) => /name|NM$|geography/i.test(names[c] ?? '')) ?? -1;
}

function withUniqueKeys(measures: Columns['measures']): Columns['measures'] {
  const seen = new Map<string, number>();
  return measures.map(({ column, measure }) => {
    const times = (seen.get(measure.key) ?? 0) + 1;
    seen.set(measure.key, times);
    return {
      column,
      measure: times === 1 ? measure : { ...measure, key: `${measure.key}-${times}` },
    };
  });
}
