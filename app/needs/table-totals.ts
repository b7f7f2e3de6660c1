import { numberIn } from './figure.ts';
import type { TableLine, TableShape } from './table-shape.ts';

/** A printed total beside what it should be. */
export interface TotalCheck {
  /** Positions in the shape's lines and columns. */
  line: number;
  column: number;
  printed: number;
  /** The sum of the rows that it stands for. */
  computed: number;
  holds: boolean;
}

/** Averages, rates, ranks and the like are not added up. */
const NOT_ADDED = /\b(?:average|mean|median|rate|ratio|per|score|rank|decile|index|age|year)\b/i;

/** Positions of the columns whose rows can be summed: none where the rows are of several units. */
export function addedColumns(shape: TableShape): number[] {
  const unit = shape.columns.findIndex(({ header }) => /^units?$/i.test(header));
  if (unit >= 0 && new Set(shape.lines.map((line) => line.cells[unit])).size > 1) return [];
  return shape.columns.flatMap(({ kind, header }, c) =>
    kind === 'number' && !NOT_ADDED.test(header) ? [c] : [],
  );
}

/**
 * Adds up every total of every column. A total may stand for the rows since the last break (a
 * subtotal) or for all rows so far; it holds if it is either. Where it is neither, it is held against
 * the sum that its name asks for: "Overall" and "Grand" all rows, else the rows since the last break.
 */
export function checkTotals(shape: TableShape): TotalCheck[] {
  return addedColumns(shape).flatMap((column) => totalsOf(shape.lines, column));
}

function totalsOf(lines: readonly TableLine[], column: number): TotalCheck[] {
  const checks: TotalCheck[] = [];
  const sofar: number[] = [];
  let sinceBreak: number[] = [];
  const last = lines.findLastIndex(({ kind }) => kind === 'total');
  lines.forEach((line, at) => {
    const value = numberIn(line.cells[column]);
    if (line.kind === 'heading') sinceBreak = [];
    if (value === null) return;
    if (line.kind === 'row') {
      sofar.push(value);
      sinceBreak.push(value);
      return;
    }
    const part = sum(sinceBreak);
    const all = sum(sofar);
    const sums = sinceBreak.length > 0 ? [part, all] : [all];
    if (sofar.length > 0) {
      const holds = sums.some((each) => isSame(each, value));
      const asked = isOfAll(line.label, at === last, value, sums) ? all : part;
      const computed = holds ? value : asked;
      checks.push({ line: at, column, printed: value, computed, holds });
    }
    sinceBreak = [];
  });
  return checks;
}

function isOfAll(
  label: string,
  isLast: boolean,
  printed: number,
  sums: readonly number[],
): boolean {
  if (sums.length < 2 || /\b(?:grand|overall)\b/i.test(label)) return true;
  if (!isLast) return false;
  const [part = 0, all = 0] = sums;
  return Math.abs(all - printed) <= Math.abs(part - printed);
}

/** Printed decimals are not binary: 0.1 + 0.2 is 0.3 on paper. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

export function sum(numbers: readonly number[]): number {
  return Number(numbers.reduce((total, each) => total + each, 0).toPrecision(15));
}
