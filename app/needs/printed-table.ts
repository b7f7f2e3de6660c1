import { numberIn, readFigure } from './figure.ts';
import { agrees, basisOf, sumOfPercents, type PercentBasis } from './table-percentages.ts';
import { brokenRelations, isTransposed } from './table-relations.ts';
import { shapeOf, type TableColumn, type TableLine, type TableShape } from './table-shape.ts';
import { checkTotals, isSame } from './table-totals.ts';

/**
 * A table printed in a report, added up again. Every total, percentage and sum across is worked out
 * from the figures themselves; what does not add up is pointed out beside what it should be. Nothing
 * is corrected: the report stays what it is.
 */

export interface TableProblem {
  /** What the line and the column are called. */
  row: string;
  column: string;
  printed: number;
  computed: number;
  /** One sentence that says what does not add up. */
  message: string;
  /** Where in `lines` and `columns` the printed figure stands. */
  at: { line: number; column: number };
}

export interface TableTotal {
  row: string;
  column: string;
  printed: number;
  computed: number;
  holds: boolean;
}

export interface CheckedTable {
  title: string;
  columns: TableColumn[];
  lines: TableLine[];
  totals: TableTotal[];
  problems: TableProblem[];
  /** What looks odd and is not wrong, such as rounded percentages that add to 99. */
  notes: string[];
}

export type CheckTable = { ok: true; table: CheckedTable } | { ok: false; message: string };

/** The most lines that a printed table may have: more is a data set, not a table in a report. */
const MOST_LINES = 500;

/**
 * Checks a printed table, read from CSV as text. Refused when there is no figure in it.
 *
 * @param title used where the file itself prints none
 */
export function checkTable(rows: readonly (readonly string[])[], title: string): CheckTable {
  if (rows.length > MOST_LINES) {
    return {
      ok: false,
      message: `A printed table has at most ${MOST_LINES} lines and this file has ${rows.length}. Bring figures by area in as an area file.`,
    };
  }
  const shape = shapeOf(rows);
  if (shape === null) {
    return {
      ok: false,
      message:
        'There is no column of figures in this file. Choose a table with headings and figures.',
    };
  }
  const totals = checkTotals(shape);
  const percentages = checkPercentages(shape);
  const problems = [
    ...totalProblems(shape, totals),
    ...percentages.problems,
    ...relationProblems(shape, totals),
  ].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  return {
    ok: true,
    table: {
      title: shape.title || title,
      columns: shape.columns,
      lines: shape.lines,
      totals: totals.map(({ line, column, printed, computed, holds }) => ({
        ...named(shape, line, column),
        printed,
        computed,
        holds,
      })),
      problems,
      notes: percentages.notes,
    },
  };
}

/** A figure as it is written in a sentence: 28,516. */
export function sayFigure(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 6 });
}

function named(shape: TableShape, line: number, column: number) {
  return { row: shape.lines[line]?.label ?? '', column: shape.columns[column]?.header ?? '' };
}

function totalProblems(shape: TableShape, totals: ReturnType<typeof checkTotals>): TableProblem[] {
  return totals
    .filter(({ holds }) => !holds)
    .map(({ line, column, printed, computed }) => {
      const { row, column: header } = named(shape, line, column);
      const later = totals.find((each) => each.column === column && each.line > line && each.holds);
      const support = later
        ? ` “${named(shape, later.line, column).row}” (${sayFigure(later.printed)}) holds only with ${sayFigure(computed)}.`
        : '';
      return {
        row,
        column: header,
        printed,
        computed,
        message: `The rows that “${row}” stands for add up to ${sayFigure(computed)}, and ${sayFigure(printed)} is printed.${slip(printed, computed)}${support}`,
        at: { line, column },
      };
    });
}

function slip(printed: number, computed: number): string {
  return isTransposed(printed, computed) ? ' The digits are the same in another order.' : '';
}

function checkPercentages(shape: TableShape): { problems: TableProblem[]; notes: string[] } {
  const problems: TableProblem[] = [];
  const notes: string[] = [];
  shape.columns.forEach(({ kind, header }, column) => {
    if (kind !== 'percent') return;
    const basis = basisOf(shape, column);
    if (basis === null) {
      notes.push(`“${header}” could not be checked: the table does not print what it is of.`);
      return;
    }
    const wrong = shape.lines.flatMap((_, line) => percentProblem(shape, basis, line) ?? []);
    problems.push(...wrong);
    const added = sumOfPercents(shape, column);
    const isOfWhole = new Set(basis.base).size === 1 && Math.abs(added - 100) >= 0.05;
    const rows = shape.lines.filter(({ kind: each }) => each === 'row').length;
    if (wrong.length === 0 && isOfWhole && Math.abs(added - 100) <= rows / 2) {
      notes.push(
        `The percentages of “${header}” add up to ${sayFigure(added)}, not 100. Each is rounded right: rounding alone explains it.`,
      );
    }
  });
  return { problems, notes };
}

function percentProblem(shape: TableShape, basis: PercentBasis, line: number): TableProblem | null {
  const { column, of } = basis;
  const cells = shape.lines[line]?.cells ?? [];
  const figure = readFigure(cells[column] ?? '');
  const exact = basis.exact[line] ?? null;
  const count = numberIn(cells[of]);
  const base = basis.base[line] ?? null;
  if (figure.kind !== 'number' || exact === null || count === null || base === null) return null;
  const isTotal = shape.lines[line]?.kind === 'total';
  if (agrees(cells[column] ?? '', exact)) return null;
  // A total may print the sum of the rounded percentages: 99 is odd, and the note says so.
  if (isTotal && isSame(figure.value, sumOfPercents(shape, column))) return null;
  const computed = Number(exact.toFixed(figure.decimals));
  const { row, column: header } = named(shape, line, column);
  return {
    row,
    column: header,
    printed: figure.value,
    computed,
    message: `${sayFigure(count)} of ${sayFigure(base)} is ${sayFigure(computed)}%, and ${sayFigure(figure.value)}% is printed for “${row}”.`,
    at: { line, column },
  };
}

/** Sums across the table, where a wrong total of a column has not been blamed already. */
function relationProblems(
  shape: TableShape,
  totals: ReturnType<typeof checkTotals>,
): TableProblem[] {
  const blamed = new Set(
    totals.filter(({ holds }) => !holds).map(({ line, column }) => `${line} ${column}`),
  );
  return brokenRelations(shape)
    .filter(({ line, column }) => !blamed.has(`${line} ${column}`))
    .map(({ line, column, printed, computed, witness }) => ({
      ...named(shape, line, column),
      printed,
      computed,
      message: `${sayFigure(printed)} does not fit “${shape.columns[witness.column]?.header ?? ''}” (${sayFigure(witness.printed)}), which needs ${sayFigure(computed)}. The other rows fit.${slip(printed, computed)}`,
      at: { line, column },
    }));
}

/** The stable shape of `import table --json`: details, totals and problems of a checked table. */
export function tableReport(table: CheckedTable) {
  const figures = table.columns.flatMap((column, c) =>
    column.kind === 'number' || column.kind === 'percent' ? [{ header: column.header, c }] : [],
  );
  return {
    title: table.title,
    rows: table.lines
      .filter(({ kind }) => kind === 'row')
      .map(({ label, group, cells }) => ({
        label,
        ...(group === '' ? {} : { group }),
        figures: Object.fromEntries(figures.map(({ header, c }) => [header, numberIn(cells[c])])),
      })),
    totals: table.totals,
    problems: table.problems.map(({ row, column, printed, computed, message }) => ({
      row,
      column,
      printed,
      computed,
      message,
    })),
    notes: table.notes,
  };
}
