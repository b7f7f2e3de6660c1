import { chiSquare, type Counts } from '#app/statistics/chi-square.ts';
import { fisher2x2, monteCarloTest } from '#app/statistics/exact-tests.ts';
import { raoScott } from '#app/statistics/rao-scott.ts';
import { holm } from '#app/statistics/several-tests.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import type { Block } from './block.ts';
import { steps } from './fit.ts';

/** How a table was tested, in the words of a method note. */
export type Method = 'chi-square' | 'fisher' | 'drawn' | 'rao-scott';

export interface TestResult {
  /** The answer that was tested; null where the whole table was. */
  about: string | null;
  method: Method;
  /** As it came out, and as it stands among all tests of the table (Holm). */
  p: number;
  adjusted: number;
  /** Cramér's V, 0 to 1. */
  v: number;
  /** Of each row and column of the table: more or fewer than chance would put there. */
  marks: ('more' | 'fewer' | null)[][];
  /** Rows or columns with hidden numbers were counted together. */
  joined: boolean;
}

const ADJUSTED_RESIDUAL = 1.96;
const ALPHA = 0.05;

/**
 * Tests a table by what is shown of it and nothing else: a statistic of hidden numbers would be one
 * more equation to work them out by. Lines with hidden numbers are taken as one, for their sum follows
 * from the totals. Null where too little is left to compare.
 */
export function testBlock(block: Block, weighted: boolean): TestResult | null {
  const open = openPart(block);
  if (!open) return null;
  const plain = chiSquare(open.counts);
  if (!plain) return null;
  const isWhole = !block.cells.flat().includes(HIDDEN);
  const rao = weighted && isWhole ? raoScott(weightsOf(block)) : null;
  const { method, p } = rao
    ? { method: 'rao-scott' as const, p: rao.p }
    : testOf(open.counts, plain);
  return {
    about: null,
    method,
    p,
    adjusted: p,
    v: plain.v,
    marks: marksOf(block, open, plain.residuals),
    joined: open.joined,
  };
}

function testOf(
  counts: Counts,
  plain: { p: number; tooFew: boolean },
): { method: Method; p: number } {
  if (!plain.tooFew) return { method: 'chi-square', p: plain.p };
  const [[a, b] = [], [c, d] = []] = counts;
  const isFour = counts.length === 2 && counts[0]?.length === 2;
  if (isFour && a !== undefined && b !== undefined && c !== undefined && d !== undefined) {
    return { method: 'fisher', p: fisher2x2(a, b, c, d) };
  }
  return { method: 'drawn', p: monteCarloTest(counts) ?? plain.p };
}

interface Open {
  counts: number[][];
  /** The line of `counts` that each row and column of the table stands in. */
  rowAt: number[];
  columnAt: number[];
  joined: boolean;
}

/** The table with its hidden numbers taken together by rows, or by columns where that leaves more. */
function openPart(block: Block): Open | null {
  const { cells } = block;
  const width = cells[0]?.length ?? 0;
  const transposed = steps(width).map((c) => cells.map((row) => row[c] ?? HIDDEN));
  const byRows = linesOpen(cells, block.columnTotals);
  const byColumns = linesOpen(transposed, block.rowTotals);
  const rows = byRows && {
    counts: byRows.counts,
    rowAt: byRows.at,
    columnAt: steps(width),
    joined: byRows.joined,
  };
  const columns = byColumns && {
    counts: steps(byColumns.counts[0]?.length ?? 0).map((r) =>
      byColumns.counts.map((line) => line[r] ?? 0),
    ),
    rowAt: steps(cells.length),
    columnAt: byColumns.at,
    joined: byColumns.joined,
  };
  const size = (open: Open | null) =>
    open ? (open.counts.length - 1) * ((open.counts[0]?.length ?? 1) - 1) : 0;
  const best = size(rows) >= size(columns) ? rows : columns;
  return best && size(best) > 0 ? best : null;
}

function linesOpen(lines: Block['cells'], totals: Block['columnTotals']) {
  if (totals.includes(HIDDEN)) return null;
  const counts: number[][] = [];
  const at = lines.map((line) => {
    const numbers = line.flatMap((each) => (each === HIDDEN ? [] : [each]));
    return numbers.length === line.length ? counts.push(numbers) - 1 : -1;
  });
  const joined = at.includes(-1);
  if (joined) {
    const rest = totals.map((total, c) =>
      counts.reduce((left, line) => left - (line[c] ?? 0), total === HIDDEN ? 0 : total),
    );
    counts.push(rest);
  }
  return { counts, at: at.map((line) => (line < 0 ? counts.length - 1 : line)), joined };
}

/** Empty lines have no residual; chiSquare leaves them out. */
function marksOf(block: Block, open: Open, residuals: readonly (readonly number[])[]) {
  const lineOf = (sums: readonly number[]) => {
    let next = 0;
    return sums.map((sum) => (sum > 0 ? next++ : -1));
  };
  const rows = lineOf(open.counts.map((row) => row.reduce((a, b) => a + b, 0)));
  const columns = lineOf(
    (open.counts[0] ?? []).map((_, c) => open.counts.reduce((a, row) => a + (row[c] ?? 0), 0)),
  );
  return block.cells.map((row, r) =>
    row.map((cell, c) => {
      const residual =
        residuals[rows[open.rowAt[r] ?? 0] ?? -1]?.[columns[open.columnAt[c] ?? 0] ?? -1];
      if (cell === HIDDEN || residual === undefined) return null;
      if (Math.abs(residual) < ADJUSTED_RESIDUAL) return null;
      return residual > 0 ? ('more' as const) : ('fewer' as const);
    }),
  );
}

function weightsOf(block: Block) {
  const each = (of: (r: number, c: number) => number) =>
    block.cells.map((row, r) => row.map((_, c) => of(r, c)));
  const n = block.cells.flat().reduce<number>((sum, cell) => sum + (cell === HIDDEN ? 0 : cell), 0);
  return { sums: each(block.weight), squares: each(block.square), n };
}

/** Several tests of one table stand together: their p is adjusted, and marks go where it says nothing. */
export function together(tests: readonly (TestResult | null)[]): (TestResult | null)[] {
  const done = tests.filter((test) => test !== null);
  const adjusted = holm(done.map(({ p }) => p));
  let next = 0;
  return tests.map((test) => {
    if (!test) return null;
    const p = adjusted[next++] ?? test.p;
    const marks = p < ALPHA ? test.marks : test.marks.map((row) => row.map(() => null));
    return { ...test, adjusted: p, marks };
  });
}

export const isBeyondChance = ({ adjusted }: { adjusted: number }) => adjusted < ALPHA;

/** Cohen's (1988) words for V of a table with two rows or columns; the strength, not the certainty. */
export function strengthOf(v: number): string {
  if (v < 0.1) return 'very weak';
  if (v < 0.3) return 'weak';
  if (v < 0.5) return 'moderate';
  return 'strong';
}
