import { maskTrio } from '#app/statistics/slices.ts';
import {
  HIDDEN,
  isSmall,
  maskTable,
  type Rule,
  type Shown,
} from '#app/statistics/small-numbers.ts';
import { countTable, type Counted } from './count.ts';
import { steps, tableRule } from './fit.ts';
import type { Variable } from './variables.ts';

/** Two variables laid against each other and masked: counts as they may be shown, weights beside. */
export interface Block {
  cells: Shown[][];
  rowTotals: Shown[];
  columnTotals: Shown[];
  total: Shown;
  /** Sum of weights and of their squares, by row and column. To be used only where counts are shown. */
  weight: (row: number, column: number) => number;
  square: (row: number, column: number) => number;
}

/** @returns null where the filter hides everything */
export function blockOf(
  row: Variable,
  column: Variable,
  filter: { variable: Variable; at: number } | null,
  weights: Float64Array | null,
  rule: Partial<Rule>,
): Block | null {
  const counted = countTable(row, column, filter?.variable ?? null, weights);
  const at = filter?.at ?? 0;
  const counts = steps(row.size).map((r) => steps(column.size).map((c) => counted.count(r, c, at)));
  const masked = filter
    ? sliceOf(counted, counts, row, column, filter, rule)
    : maskTable(counts, tableRule(rule));
  if (!masked) return null;
  return {
    ...masked,
    weight: (r, c) => counted.weight(r, c, at),
    square: (r, c) => counted.square(r, c, at),
  };
}

function sliceOf(
  counted: Counted,
  counts: readonly (readonly number[])[],
  row: Variable,
  column: Variable,
  { variable, at }: { variable: Variable; at: number },
  rule: Partial<Rule>,
) {
  const isHidden = maskTrio(
    [row.id, column.id, variable.id],
    [row.size, column.size, variable.size],
    counted.count,
    tableRule(rule),
  );
  if (isHidden === null) return null;
  const cells = counts.map((line, r) =>
    line.map((count, c): Shown => (isHidden(r, c, at) ? HIDDEN : count)),
  );
  // A total is hidden with the whole line under it, and where it is small itself.
  const totalOf = (line: readonly Shown[], count: number): Shown =>
    line.every((each) => each === HIDDEN) || isSmall(count, rule) ? HIDDEN : count;
  const sum = (line: readonly number[]) => line.reduce((total, each) => total + each, 0);
  const columns = (counts[0] ?? []).map((_, c) => counts.map((line) => line[c] ?? 0));
  const all = sum(counts.flat());
  if (all === 0 || isSmall(all, rule)) return null;
  return {
    cells,
    rowTotals: counts.map((line, r) => totalOf(cells[r] ?? [], sum(line))),
    columnTotals: columns.map((line, c) =>
      totalOf(
        cells.map((each) => each[c] ?? HIDDEN),
        sum(line),
      ),
    ),
    total: all as Shown,
  };
}
