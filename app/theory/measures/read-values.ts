import { unescapeForExcel } from '#app/survey/csv.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { breakdownNamed, groupNamed } from './breakdowns.ts';
import { checkedTogether } from './check-values.ts';
import type { Measure } from './measure.ts';
import { readDay, readPeriod, type Period } from './periods.ts';
import { readNumber, sayFigure, unitKind } from './units.ts';
import { shareOf, type KeptValue, type Value } from './values.ts';

/** A row that can be kept, and the line of the file on which it stands. */
export interface ReadRow extends Value {
  measureId: string;
  line: number;
  /** New, or the figure that it takes the place of, or the same as there is already. */
  change: { kind: 'new' } | { kind: 'same' } | { kind: 'correct'; was: number };
}

/** Something to put right (a problem) or to look at (a remark), with its line; 0 is the whole file. */
export interface Remark {
  line: number;
  message: string;
}

export interface ReadValues {
  rows: ReadRow[];
  problems: Remark[];
  remarks: Remark[];
}

/** What figures are read against. */
export interface Known {
  measures: readonly Measure[];
  /** The measure that rows without a name of one speak of. */
  one: string | null;
  /** What stands already. */
  values: readonly KeptValue[];
  /** YYYY-MM-DD */
  today: string;
}

const COLUMNS = {
  id: /^(measure id|id)$/,
  measure: /^(measure|indicator)$/,
  period: /^(period|quarter|year|month|time period|date)$/,
  start: /^(start|from|period start|first day)$/,
  end: /^(end|to|period end|last day|until)$/,
  value: /^(value|figure|result|per cent|percent|%|rate|score)$/,
  numerator: /^(numerator|of these|number with)$/,
  denominator: /^(denominator|out of|base|total asked|cohort)$/,
  breakdown: /^(breakdown|broken down by|split by|characteristic)$/,
  group: /^(group|breakdown value|category)$/,
  note: /^(note|notes|comment|remark)$/,
} as const;

type Column = keyof typeof COLUMNS;
const MOST_ROWS = 2_000;

/**
 * Reads figures from a table with a line of headings: a period (or its first and last day) and a
 * value, or a numerator and a denominator, in each row; a breakdown and a group where there is one.
 * What cannot be meant is a problem with its line; what may be meant is a remark. Nothing is changed.
 */
export function readValues(rows: readonly (readonly string[])[], known: Known): ReadValues {
  const head = headOf(rows[0] ?? []);
  const problem = problemOfHead(head, known);
  if (problem !== null) return { rows: [], problems: [{ line: 1, message: problem }], remarks: [] };
  if (rows.length - 1 > MOST_ROWS) {
    const message = `The table has ${rows.length - 1} rows and ${MOST_ROWS} can be brought in at a time. Split it.`;
    return { rows: [], problems: [{ line: 0, message }], remarks: [] };
  }
  const read: ReadValues = { rows: [], problems: [], remarks: [] };
  rows.slice(1).forEach((cells, at) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    readRow(cellsOf(cells, head), at + 2, known, read);
  });
  return checkedTogether(read, known);
}

type Head = ReadonlyMap<Column, number>;
type Cells = (column: Column) => string;

function headOf(cells: readonly string[]): Head {
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

function problemOfHead(head: Head, known: Known): string | null {
  const counts = head.has('numerator') && head.has('denominator');
  if (!head.has('period') && !(head.has('start') && head.has('end'))) {
    return 'The first line must have the heading “period”, or “start” and “end”.';
  }
  if (!head.has('value') && !counts) {
    return 'The first line must have the heading “value”, or “numerator” and “denominator”.';
  }
  if (!head.has('measure') && !head.has('id') && known.one === null) {
    return 'The first line must have the heading “measure”: these are figures of several measures.';
  }
  return null;
}

const cellsOf =
  (cells: readonly string[], head: Head): Cells =>
  (column) => {
    const at = head.get(column);
    return at === undefined ? '' : unescapeForExcel((cells[at] ?? '').trim());
  };

function readRow(cell: Cells, line: number, known: Known, read: ReadValues): void {
  const wrong = (message: string) => read.problems.push({ line, message });
  const remark = (message: string) => read.remarks.push({ line, message });
  const measure = measureNamed(cell('id'), cell('measure'), known);
  if (measure === null) {
    wrong(`There is no measure “${shortened(cell('measure') || cell('id'))}” in this theory.`);
    return;
  }
  const period = periodOf(cell, remark);
  if (period === null) {
    const said = cell('period') || `${cell('start')} to ${cell('end')}`;
    wrong(`“${shortened(said)}” is no period. Write for example “Apr to Jun 2026” or “2026/27”.`);
    return;
  }
  if ([cell('value'), cell('numerator')].includes(HIDDEN)) {
    remark(`The figure is hidden (${HIDDEN}) because it is small, and is left out.`);
    return;
  }
  const figures = figuresOf(cell, measure);
  if ('message' in figures) {
    wrong(figures.message);
    return;
  }
  const groups = groupsOf(cell, measure, remark);
  if ('message' in groups) {
    wrong(groups.message);
    return;
  }
  if (period.end > known.today) {
    remark('The period is not over yet: is this figure a plan and not a result?');
  }
  const note = cell('note').slice(0, 500);
  const row = { ...period, ...figures, ...groups, note, measureId: measure.id, line };
  read.rows.push({ ...row, change: { kind: 'new' } });
}

/** A measure by its id or by what it is called; without a word, the one that the page is about. */
function measureNamed(id: string, word: string, { measures, one }: Known): Measure | null {
  const byId = measures.find((measure) => measure.id === id);
  if (byId !== undefined) return byId;
  if (word === '' && id === '') return measures.find(({ id }) => id === one) ?? null;
  const said = word.toLowerCase();
  return measures.find(({ label }) => label.trim().toLowerCase() === said) ?? null;
}

function periodOf(cell: Cells, remark: (message: string) => void): Period | null {
  const [start, end] = [readDay(cell('start')), readDay(cell('end'))];
  if (start !== null && end !== null) return start <= end ? { start, end } : null;
  const read = readPeriod(cell('period'));
  if (!read.ok) return null;
  if (read.remark !== '') remark(read.remark);
  return read.period;
}

type Figures = Pick<Value, 'value' | 'numerator' | 'denominator'>;

/**
 * The figure of a row and the two counts behind it. A share is worked out from its counts; where
 * both are given they have to agree to the last digit that was written.
 */
function figuresOf(cell: Cells, { unit }: Measure): Figures | { message: string } {
  const texts = {
    value: cell('value'),
    numerator: cell('numerator'),
    denominator: cell('denominator'),
  };
  for (const [name, text] of Object.entries(texts)) {
    if (text !== '' && readNumber(text) === null) {
      return { message: `“${shortened(text)}” is no figure for the ${name}.` };
    }
  }
  const numerator = readNumber(texts.numerator);
  const denominator = readNumber(texts.denominator);
  const written = readNumber(texts.value);
  if ((numerator === null) !== (denominator === null)) {
    return { message: 'Give the numerator and the denominator, or neither.' };
  }
  const counted = countedFigures(numerator, denominator, unit);
  if (counted !== null && 'message' in counted) return counted;
  if (written === null) {
    return counted === null || counted.value === null
      ? { message: 'There is no value in this row.' }
      : { value: counted.value, numerator, denominator };
  }
  const range = outOfRange(written, unit);
  if (range !== null) return { message: range };
  if (
    counted !== null &&
    counted.value !== null &&
    Math.abs(counted.value - written) > tolerance(texts.value)
  ) {
    const made = `${sayFigure(numerator ?? 0, '')} of ${sayFigure(denominator ?? 0, '')}`;
    return {
      message: `The value is ${sayFigure(written, unit)}, but ${made} makes ${sayFigure(counted.value, unit)}.`,
    };
  }
  return { value: written, numerator, denominator };
}

function countedFigures(
  numerator: number | null,
  denominator: number | null,
  unit: string,
): { value: number | null } | { message: string } | null {
  if (numerator === null || denominator === null) return null;
  if (numerator < 0 || denominator <= 0) {
    return { message: 'The denominator must be above 0 and the numerator not below it.' };
  }
  if (unitKind(unit) === 'share' && numerator > denominator) {
    return { message: 'The numerator is more than the denominator.' };
  }
  const share = shareOf(numerator, denominator, unit);
  return { value: share === null ? null : Math.round(share * 100) / 100 };
}

function outOfRange(value: number, unit: string): string | null {
  const kind = unitKind(unit);
  if (kind === 'share' && (value < 0 || value > 100)) {
    return `${value} is no share in per cent: it must be between 0 and 100.`;
  }
  if ((kind === 'count' || kind === 'rate') && value < 0) return `${value} is below 0.`;
  if (kind === 'count' && !Number.isInteger(value)) {
    return `${value} is not a whole number, and this measure counts ${unit}.`;
  }
  return null;
}

/** Half of the last digit that was written, and a hair. */
function tolerance(text: string): number {
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals + 0.006;
}

function groupsOf(
  cell: Cells,
  measure: Measure,
  remark: (message: string) => void,
): Pick<Value, 'breakdown' | 'group'> | { message: string } {
  const [by, word] = [cell('breakdown'), cell('group')];
  const everybody = /^(|all|total|everybody|everyone)$/i;
  if (everybody.test(by) && everybody.test(word)) return { breakdown: '', group: '' };
  if (by === '') return { message: `Say by what “${shortened(word)}” is a group.` };
  const breakdown = breakdownNamed(by).slice(0, 80);
  if (everybody.test(word)) {
    return { message: 'A row of a breakdown needs a group; the total is a row without breakdown.' };
  }
  const group = groupNamed(breakdown, word);
  if (group === null) {
    return { message: `“${shortened(word)}” is no group of “${shortened(by)}”.` };
  }
  if (!measure.breakdowns.includes(breakdown)) {
    remark(`The measure is not said to be broken down by “${shortened(by)}”. The figure is kept.`);
  }
  return { breakdown, group: group.slice(0, 80) };
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57).trimEnd()}…`;
}
