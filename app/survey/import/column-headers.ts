/** One column of a file of answers: whose question it belongs to and, if it is a part, which part. */
export interface Column {
  /** Place in each row, from 0. */
  at: number;
  /** What it is called in the file, or "Column 7" where the file says nothing. */
  header: string;
  /** The question, in the file's words. Columns that stand side by side and share it are one question. */
  question: string;
  /** The short code that the other tool gave the question, if its header shows one. */
  code: string | null;
  /** The option, row or part of the question that this column holds. */
  label: string | null;
  /** The one word that all its cells hold that hold anything, as a column of ticks does. */
  only: string | null;
}

export interface Headers {
  /** How many lines at the top are headings: some tools print the options on a second line. */
  headerRows: 1 | 2;
  columns: Column[];
}

/** What survey tools print on the second line where a question has no options to name. */
const PLACEHOLDER = /^(response|open-ended response|value|text|other \(please specify\))$/i;

/** What spreadsheets and libraries put where a heading was left empty. */
const NAMELESS = /^(|column\d+|unnamed:? ?\d*|field\d+|x\.?\d+|v\d+|\.{3}\d+|_\d+)$/i;

export function plain(text: string | undefined): string {
  return (text ?? '').replaceAll(/[\s\u00a0]+/g, ' ').trim();
}

/** How many of the first lines are headings. */
export function headerRowsOf(rows: readonly (readonly string[])[]): 1 | 2 {
  const width = Math.max(usedWidth(rows[0] ?? []), usedWidth(rows[1] ?? []));
  return hasSecondLine(lineOf(rows[0], width), lineOf(rows[1], width)) ? 2 : 1;
}

function lineOf(row: readonly string[] | undefined, width: number): string[] {
  return Array.from({ length: width }, (_, at) => plain(row?.[at]));
}

/**
 * Finds the heading lines of a file and what each column is called.
 *
 * @param width how many columns there are, with those that only answers show
 */
export function headersOf(rows: readonly (readonly string[])[], width: number): Headers {
  const first = lineOf(rows[0], width);
  const second = lineOf(rows[1], width);
  const two = headerRowsOf(rows) === 2;
  const columns = first.map((header, at): Column => {
    const label =
      two && second[at] !== '' && !PLACEHOLDER.test(second[at] ?? '') ? second[at] : null;
    const parts = two ? null : splitHeader(header);
    return {
      at,
      header: header || (two && label) || `Column ${at + 1}`,
      question: parts?.question ?? header,
      code: parts?.code ?? null,
      label: parts?.label ?? label ?? null,
      only: null,
    };
  });
  if (!two) {
    takeCodes(columns);
    shareEndings(columns);
    shareBeginnings(columns);
  }
  carryOn(columns);
  return { headerRows: two ? 2 : 1, columns };
}

/** How wide a row is without the empty cells at its end. */
export function usedWidth(row: readonly string[], atLeast = 0): number {
  for (let at = row.length - 1; at >= atLeast; at -= 1) {
    if (plain(row[at]) !== '') return at + 1;
  }
  return atLeast;
}

/** A second line of headings names options under empty cells, or says "Response" under the others. */
function hasSecondLine(first: readonly string[], second: readonly string[]): boolean {
  const empty = first.flatMap((header, at) => (header === '' && at > 0 ? [at] : []));
  const placeholders = second.filter((cell) => PLACEHOLDER.test(cell)).length;
  if (placeholders >= Math.max(1, second.length / 5)) return true;
  const named = empty.filter((at) => second[at] !== '');
  return placeholders > 0 && empty.length > 0 && named.length === empty.length;
}

function splitHeader(
  header: string,
): { question: string; code: string | null; label: string } | null {
  // LimeSurvey: `q5[SQ001]. What do you use? [Bus]`, or `q5[SQ001]. [Bus]`.
  const lime = /^([A-Za-z][\w-]*)\[([^\]]*)\]\.?\s*(.*?)\s*\[(.*)\]$/.exec(header);
  if (lime) {
    const [, code = '', , question = '', label = ''] = lime;
    return { question: question || code, code, label };
  }
  // Our own export, and R's: `barriers/transport`.
  const own = /^([A-Za-z][\w-]*)\/([\w-]+)$/.exec(header);
  if (own) return { question: own[1] ?? '', code: own[1] ?? null, label: own[2] ?? '' };
  // Google Forms: `How often do you use these? [Bus]`.
  const google = /^(.{3,}?)\[([^[\]]+)\]$/.exec(header);
  if (google) return { question: (google[1] ?? '').trimEnd(), code: null, label: google[2] ?? '' };
  return null;
}

/** LimeSurvey: `q4. How do you travel?`, where most headings begin so. */
function takeCodes(columns: Column[]): void {
  const coded = columns.map(({ header }) => /^([A-Za-z]\w{0,30})\. ?(\S.+)$/.exec(header));
  const most = coded.filter((found, i) => found !== null || columns[i]?.code !== null).length;
  if (most < columns.length / 2 || most < 3) return;
  columns.forEach((column, i) => {
    const found = coded[i];
    if (!found || column.label !== null) return;
    column.code = found[1] ?? null;
    column.question = plain(found[2]);
  });
}

/** Alchemer: `Bus:How do you travel?`, where the ending is shared, or is another column's heading. */
function shareEndings(columns: Column[]): void {
  const endings = new Map<string, number>();
  const endOf = (column: Column) =>
    plain(/^[^:]{1,120}::?(?=[^\s:])(.{8,})$/.exec(column.header)?.[1]);
  for (const column of columns) {
    const end = endOf(column);
    if (end !== '') endings.set(end, (endings.get(end) ?? 0) + 1);
  }
  const headings = new Set(columns.map(({ header }) => header));
  for (const column of columns) {
    const end = endOf(column);
    if (end === '' || column.label !== null) continue;
    if ((endings.get(end) ?? 0) < 2 && !headings.has(end)) continue;
    column.label = plain(column.header.slice(0, column.header.indexOf(':')));
    column.question = end;
  }
}

/** `Blocker: communication`, `Blocker: reviews`: neighbours with the same beginning. */
function shareBeginnings(columns: Column[]): void {
  const beginOf = (column: Column | undefined) =>
    column === undefined || column.label !== null
      ? ''
      : plain(/^([^:]{2,80}): ?\S/.exec(column.header)?.[1]);
  const begins = columns.map(beginOf);
  columns.forEach((column, i) => {
    const begin = begins[i] ?? '';
    if (begin === '' || (begins[i - 1] !== begin && begins[i + 1] !== begin)) return;
    column.question = begin;
    column.label = plain(column.header.slice(column.header.indexOf(':') + 1));
  });
}

/** A column without a heading of its own carries the question to its left on. */
function carryOn(columns: Column[]): void {
  columns.forEach((column, i) => {
    const left = columns[i - 1];
    const nameless = NAMELESS.test(column.question);
    if (nameless && left !== undefined && column.question !== left.question) {
      column.question = left.question;
      column.code = left.code;
    } else if (nameless && left === undefined) column.question = column.header;
    // `travel` and `travel/other-words`, as we write them.
    if (left !== undefined && column.code !== null && left.header === column.code) {
      left.code = column.code;
    }
    // `Position` and `Position-Other` are one question and its other words.
    const base = /^(.+?)(?<![\s_:-])[\s_:-]+other\b.{0,20}$/i.exec(column.header)?.[1];
    if (left !== undefined && base !== undefined && plain(base) === left.header) {
      column.question = left.question;
      column.label = 'Other';
    }
  });
}

/** Columns side by side that share a question. */
export function groupsOf(columns: readonly Column[]): Column[][] {
  const groups: Column[][] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    const before = last?.[0];
    if (last && before && before.question === column.question && before.code === column.code) {
      last.push(column);
    } else groups.push([column]);
  }
  return groups;
}
