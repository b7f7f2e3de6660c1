import { checkTable } from '#app/needs/printed-table.ts';
import { COUNTED } from './counting.ts';
import { cellOf, type Count } from './reach.ts';
import {
  add,
  countIn,
  nothingRead,
  partNamed,
  siteIn,
  whatNamed,
  type Known,
  type Reading,
  type Remark,
} from './reading.ts';
import { readWide } from './read-wide.ts';

export interface ReadReach {
  counts: Count[];
  problems: Remark[];
  remarks: Remark[];
  /** What the printed table itself gets wrong: totals, percentages. Nothing is corrected. */
  printed: string[];
  /** What looks odd and is not wrong, such as rounded percentages that add to 99. */
  notes: string[];
}

const MOST_COUNTS = 5_000;

const COLUMNS = {
  site: /^(site|hub|local hub|centre|place|site name)$/,
  what: /^(what|counts|counted|measure|indicator|what is counted)$/,
  breakdown: /^(breakdown|broken down by|split by|characteristic)$/,
  group: /^(group|breakdown value|category)$/,
  count: /^(count|number|figure|value|people)$/,
} as const;
type Column = keyof typeof COLUMNS;

/**
 * Reads counts from a table: one count a row under headings (site, what, breakdown, group, count), or
 * as reports print them, one site a row and one count a column. What cannot be meant is a problem with
 * its line. Printed totals and percentages are worked out again and what does not hold is pointed out.
 */
export function readReach(rows: readonly (readonly string[])[], known: Known): ReadReach {
  const head = headOf(rows[0] ?? []);
  const long = head.has('count') && head.has('site') && (head.has('group') || head.has('what'));
  const read = long ? readLong(rows, head, known) : readWide(rows, known);
  if (read.counts.length > MOST_COUNTS) {
    const message = `The file has ${read.counts.length} counts, and ${MOST_COUNTS} can be brought in at a time. Split it.`;
    return { counts: [], problems: [{ line: 0, message }], remarks: [], printed: [], notes: [] };
  }
  return { ...withoutTwice(read), ...(long ? { printed: [], notes: [] } : printedWrong(rows)) };
}

/** The checks of printed tables: one place for all of them. */
function printedWrong(rows: readonly (readonly string[])[]): Pick<ReadReach, 'printed' | 'notes'> {
  const checked = checkTable(rows, '');
  if (!checked.ok) return { printed: [], notes: [] };
  const { problems, notes } = checked.table;
  return { printed: problems.map(({ message }) => message), notes };
}

function headOf(cells: readonly string[]): Map<Column, number> {
  const head = new Map<Column, number>();
  cells.forEach((cell, at) => {
    const said = cell
      .trim()
      .toLowerCase()
      .replace(/[_\s]+/g, ' ');
    for (const [column, pattern] of Object.entries(COLUMNS)) {
      if (pattern.test(said) && !head.has(column as Column)) head.set(column as Column, at);
    }
  });
  return head;
}

function readLong(
  rows: readonly (readonly string[])[],
  head: ReadonlyMap<Column, number>,
  known: Known,
): Reading {
  const read = nothingRead();
  rows.slice(1).forEach((cells, at) => {
    const line = at + 2;
    const cell = (column: Column) => (cells[head.get(column) ?? -1] ?? '').trim();
    const figure = countIn(cell('count'), line, read);
    if (figure === null) return;
    const site = siteIn(cell('site'), line, known, read);
    const what = cell('what') === '' ? known.what : whatNamed(cell('what'));
    if (what === null) {
      const names = COUNTED.map(({ name }) => name).join('; ');
      read.problems.push({
        line,
        message: `“${cell('what')}” is none of what can be counted: ${names}.`,
      });
      return;
    }
    const part = partNamed(cell('breakdown'), cell('group'));
    if ('problem' in part) read.problems.push({ line, message: part.problem });
    else if (site !== null) add(read, line, { ...site, what, ...part, count: figure });
  });
  return read;
}

function withoutTwice(read: Reading): Omit<ReadReach, 'printed' | 'notes'> {
  const seen = new Map<string, number>();
  const problems = [...read.problems];
  read.counts.forEach((one, at) => {
    const cell = cellOf(one);
    const first = seen.get(cell);
    const line = read.lines[at] ?? 0;
    if (first === undefined) seen.set(cell, line);
    else
      problems.push({
        line,
        message: `This count stands on line ${first} already. Keep one of the two.`,
      });
  });
  problems.sort((a, b) => a.line - b.line);
  return { counts: read.counts, problems, remarks: read.remarks };
}
