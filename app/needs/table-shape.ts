import { readFigure, type Figure } from './figure.ts';

/** What a column of a printed table holds. */
export type ColumnKind = 'label' | 'number' | 'percent' | 'words' | 'empty';

export interface TableColumn {
  /** Heading lines joined: "Absolute values: Costs (£)". */
  header: string;
  kind: ColumnKind;
}

/** A line of the table: one thing, a total of things above it, or words over the lines below. */
export type LineKind = 'row' | 'total' | 'heading';

export interface TableLine {
  /** What the line is called: the last of its label cells. */
  label: string;
  /** The label cell before it, carried down from where it was printed; empty with one label column. */
  group: string;
  kind: LineKind;
  /** As printed, one a column. */
  cells: string[];
}

/** A printed table with its parts told apart, before anything is added up. */
export interface TableShape {
  /** A title printed above the headings, else empty. */
  title: string;
  columns: TableColumn[];
  lines: TableLine[];
}

const TOTAL_LABEL =
  /^(?:(?:grand|overall|final|running|sub)[\s-]*)?totals?(?:$|\s*[:(,]|\s+(?:for|of|in|across)\b)|\btotals?$|^sum$/i;

/** Whether a label names a sum of other lines: "Grand Total", "Sub-total", "Halton total". */
export function isTotalLabel(label: string): boolean {
  return TOTAL_LABEL.test(label.trim());
}

/**
 * Tells a printed table's title, headings, label columns, figures and totals apart by what stands in
 * the cells, never by where the table came from. Null when there is no figure in it.
 */
export function shapeOf(rows: readonly (readonly string[])[]): TableShape | null {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const all = rows.map((row) => Array.from({ length: width }, (_, c) => (row[c] ?? '').trim()));
  const titled = titleLines(all);
  const rest = all.slice(titled);
  const headings = headingLines(rest);
  const body = rest.slice(headings).filter((row) => row.some((cell) => cell !== ''));
  const headers = joinedHeadings(rest.slice(0, headings), width);
  const columns = headers.map((header, c): TableColumn => {
    const cells = body.map((row) => row[c] ?? '');
    return { header, kind: kindOf(header, cells) };
  });
  nameTheLabels(columns);
  if (!columns.some(({ kind }) => kind === 'number' || kind === 'percent')) return null;
  return {
    title: all
      .slice(0, titled)
      .map((row) => row.find((cell) => cell !== '') ?? '')
      .join(' '),
    columns,
    lines: linesOf(body, columns),
  };
}

/** Lines above the headings with one cell of words and nothing else. */
function titleLines(rows: readonly string[][]): number {
  let count = 0;
  for (const row of rows) {
    const filled = row.filter((cell) => cell !== '');
    const next = rows[count + 1];
    if (row.length < 2 || filled.length > 1 || next === undefined) break;
    // What stands right over figures is a heading.
    if (hasFigure(row) || !next.filter(isNumeric).every(isYear)) break;
    count += 1;
  }
  return count;
}

/** Lines before the first figure; a line whose only figures are years may be a heading too. */
function headingLines(rows: readonly string[][]): number {
  const first = rows.findIndex((row, r) => hasFigure(row) && !isHeadingOfYears(row, rows[r - 1]));
  if (first <= 0) return first === 0 ? 0 : Math.min(1, rows.length);
  // A heading may be followed by a line with no figure at all, such as the name of a group of lines.
  const filled = (row: readonly string[] | undefined) =>
    (row ?? []).filter((cell) => cell !== '').length;
  let headings = first;
  while (headings > 1 && filled(rows[headings - 1]) === 1 && filled(rows[headings - 2]) > 1) {
    headings -= 1;
  }
  return headings;
}

const isNumeric = (cell: string) => readFigure(cell).kind === 'number';
const hasFigure = (row: readonly string[]) => row.some(isNumeric);
const isYear = (cell: string) => /^(?:19|20)\d{2}$/.test(cell);

/** "Hub, 2022, 2023", or a line of years under one of words that leaves their place empty. */
function isHeadingOfYears(row: readonly string[], above: readonly string[] | undefined): boolean {
  if (!row.filter(isNumeric).every(isYear)) return false;
  return above === undefined || row.every((cell, c) => !isYear(cell) || (above[c] ?? '') === '');
}

/** Two lines of headings become one; a heading over several columns is carried to the right. */
function joinedHeadings(rows: readonly string[][], width: number): string[] {
  const carried = rows.map((row, r) => {
    if (r === rows.length - 1) return row;
    let last = '';
    return row.map((cell) => (last = cell === '' ? last : cell));
  });
  return Array.from({ length: width }, (_, c) => {
    const parts = carried.map((row) => row[c] ?? '').filter((cell) => cell !== '');
    return [...new Set(parts)].join(': ') || `Column ${c + 1}`;
  });
}

const PERCENT_HEADER = /%|\bper ?cent\b|\bpercentage\b|(?:^|[\s_])pct(?:$|[\s_])|\bshare\b/i;

function kindOf(header: string, cells: readonly string[]): ColumnKind {
  const figures = cells.map(readFigure);
  const numbers = figures.filter(isNumber);
  if (figures.every((figure) => figure.kind === 'missing' && figure.why === 'empty'))
    return 'empty';
  const words = figures.filter((figure) => figure.kind === 'words').length;
  // One remark among many figures does not make a column of names.
  if (numbers.length === 0 || numbers.length < words * 5) return 'label';
  const percents = numbers.filter((figure) => figure.isPercent).length;
  return PERCENT_HEADER.test(header) || percents * 2 > numbers.length ? 'percent' : 'number';
}

const isNumber = (figure: Figure) => figure.kind === 'number';

/**
 * Columns of words before the first figures name the lines; those behind only say more. A first
 * column of figures (years, bands) names its lines when no column of words stands before it.
 */
function nameTheLabels(columns: TableColumn[]): void {
  const [first] = columns;
  if (first && !columns.some(({ kind }) => kind === 'label')) first.kind = 'label';
  let behind = false;
  for (const column of columns) {
    if (column.kind === 'number' || column.kind === 'percent') behind = true;
    else if (column.kind === 'label' && behind && column !== first) column.kind = 'words';
  }
  if (first && !columns.some(({ kind }) => kind === 'label')) first.kind = 'label';
}

function linesOf(body: readonly string[][], columns: readonly TableColumn[]): TableLine[] {
  const labels = columns.flatMap(({ kind }, c) => (kind === 'label' ? [c] : []));
  const isFilled = (c: number) =>
    body.filter((cells) => (cells[c] ?? '') !== '').length >= body.length * 0.8;
  const main = labels.find(isFilled) ?? labels.at(-1) ?? 0;
  const groups = labels.filter((c) => c < main);
  const names = namesOf(body, labels.slice(labels.indexOf(main)));
  let group = '';
  return body.map((cells, at) => {
    group = groups.map((c) => cells[c] ?? '').findLast((word) => word !== '') ?? group;
    const label = names[at] || group;
    const isTotal = labels.some((c) => isTotalLabel(cells[c] ?? ''));
    const isBare = cells.every((cell, c) => labels.includes(c) || cell === '');
    const kind = isBare ? 'heading' : isTotal ? 'total' : 'row';
    const line = { label, group: label === group ? '' : group, kind, cells } as const;
    // What stands under a total is no longer of the group that the total closed.
    if (kind === 'total') group = '';
    return line;
  });
}

/** The words of the first label column, with those of the next where lines would be called the same. */
function namesOf(body: readonly string[][], labels: readonly number[]): string[] {
  const [main = 0, ...more] = labels;
  let names = body.map((cells) => cells[main] ?? '');
  for (const c of more) {
    if (new Set(names).size === names.length) break;
    names = names.map((name, at) =>
      [name, body[at]?.[c] ?? ''].filter((word) => word !== '').join(': '),
    );
  }
  return names;
}
