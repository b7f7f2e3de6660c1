import { numberIn, readFigure } from './figure.ts';
import type { TableShape } from './table-shape.ts';
import { addedColumns, sum } from './table-totals.ts';

/** What a column of percentages turned out to be percentages of. */
export interface PercentBasis {
  /** The column of percentages, and the column of counts that they are of. */
  column: number;
  of: number;
  /** For each line, the exact percentage that its count gives; null where there is none. */
  exact: (number | null)[];
  /** What the counts were divided by, for the sentence: one number, or one a line. */
  base: (number | null)[];
}

interface Candidate extends PercentBasis {
  agreeing: number;
  compared: number;
}

/**
 * Finds what a column of printed percentages is of, by trying: each column of counts over its printed
 * total, over the sum of its rows, over the sum of the rows that have a percentage, and each count
 * over another count of its own row. The first that most figures agree with is taken; where none
 * does, the percentages may rest on figures that the table does not print, and null says so.
 */
export function basisOf(shape: TableShape, column: number): PercentBasis | null {
  const counts = addedColumns(shape).sort((a, b) => nearness(a, column) - nearness(b, column));
  const candidates = counts.flatMap((of) => [
    ...overTotals(shape, column, of),
    ...counts.filter((base) => base !== of).map((base) => overColumn(shape, column, of, base)),
  ]);
  let best: Candidate | null = null;
  for (const each of candidates) {
    if (!isBelievable(each, shape)) continue;
    if (best === null || each.agreeing > best.agreeing) best = each;
  }
  return best;
}

/** Counts usually stand to the left of their percentages. */
const nearness = (count: number, percent: number) =>
  count < percent ? percent - count : count - percent + 0.5;

function overTotals(shape: TableShape, column: number, of: number): Candidate[] {
  const rows = shape.lines.filter(({ kind }) => kind === 'row');
  const values = (lines: typeof rows) => lines.flatMap((line) => numberIn(line.cells[of]) ?? []);
  const printed = shape.lines.findLast(({ kind }) => kind === 'total');
  const bases = [
    numberIn(printed?.cells[of]),
    sum(values(rows)),
    sum(values(rows.filter((line) => numberIn(line.cells[column]) !== null))),
  ];
  const distinct = [...new Set(bases.filter((base) => base !== null && base > 0))];
  return distinct.map((base) => candidateOf(shape, column, of, () => base));
}

function overColumn(shape: TableShape, column: number, of: number, base: number): Candidate {
  return candidateOf(shape, column, of, (line) => numberIn(shape.lines[line]?.cells[base]));
}

function candidateOf(
  shape: TableShape,
  column: number,
  of: number,
  baseOf: (line: number) => number | null,
): Candidate {
  const bases = shape.lines.map((_, at) => baseOf(at));
  const exact = shape.lines.map((line, at) => {
    const count = numberIn(line.cells[of]);
    const base = bases[at] ?? null;
    return count === null || base === null || base === 0 ? null : (count / base) * 100;
  });
  let agreeing = 0;
  let compared = 0;
  shape.lines.forEach((line, at) => {
    const expected = exact[at] ?? null;
    if (line.kind !== 'row' || expected === null || numberIn(line.cells[column]) === null) return;
    compared += 1;
    if (agrees(line.cells[column] ?? '', expected)) agreeing += 1;
  });
  return { column, of, exact, base: bases, agreeing, compared };
}

/** At least half of the figures must agree, and two of them: a chance match proves nothing. */
function isBelievable({ agreeing, compared, column }: Candidate, shape: TableShape): boolean {
  if (agreeing >= 2 && agreeing * 2 >= compared) return true;
  // Or nearly all, where one of two is wrong but together they make a whole.
  return compared === 2 && agreeing === 1 && Math.abs(sumOfPercents(shape, column) - 100) <= 1;
}

export function sumOfPercents(shape: TableShape, column: number): number {
  const rows = shape.lines.filter(({ kind }) => kind === 'row');
  return sum(rows.flatMap((line) => numberIn(line.cells[column]) ?? []));
}

/** Whether a printed percentage is the exact one rounded, either way at a half. */
export function agrees(printed: string, exact: number): boolean {
  const figure = readFigure(printed);
  if (figure.kind !== 'number') return true;
  return Math.abs(figure.value - exact) <= 0.5 * 10 ** -figure.decimals + 1e-9;
}
