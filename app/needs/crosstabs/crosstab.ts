import type { Column } from '#app/survey/columns.ts';
import { centreOf, type Centre } from '#app/statistics/scales.ts';
import { HIDDEN, isSmall, type Rule, type Shown } from '#app/statistics/small-numbers.ts';
import { wilsonInterval, type Interval } from '#app/statistics/wilson.ts';
import { blockOf, type Block } from './block.ts';
import { fit, steps, type Fitted, type Wanted } from './fit.ts';
import { testBlock, together, type TestResult } from './tests.ts';
import type { Side, Variable, Variables } from './variables.ts';

/** Which whole the shares are of: those in the column, or those in the row. */
export type ShareOf = 'columns' | 'rows';

export interface CrossCell {
  count: Shown;
  /** Of the base, 0 to 1; null where the count or the base is hidden. */
  share: number | null;
  /** Of the share that is weighted where there is one. 95 per cent, Wilson. */
  interval: Interval | null;
  /** Weighted to the population; null without weights, and where something of the base is hidden. */
  weighted: number | null;
  /** More or fewer than chance would put there, where the test says that there is something. */
  mark: 'more' | 'fewer' | null;
}

export interface CrossLine {
  value: string;
  label: string;
  /** What shares by this line are of. */
  base: Shown;
  /** As many answers of equal weight would say as much; null without weights. */
  effective: number | null;
}

export interface CrossTable {
  row: { name: string; title: string; several: boolean };
  column: { name: string; title: string; several: boolean };
  filter: { title: string; label: string } | null;
  share: ShareOf;
  columns: CrossLine[];
  rows: (CrossLine & { cells: CrossCell[]; all: CrossCell })[];
  /** Who is in the table. */
  base: Shown;
  /** Who is not, because they gave no answer to one of the questions. */
  leftOut: Shown;
  /** Of a scale or a number in the rows: by column, and of everybody. */
  means: { columns: (Centre | null)[]; all: Centre | null } | null;
  tests: TestResult[];
  weighted: boolean;
  /** How many cells are hidden. */
  hidden: number;
  notes: string[];
}

export type Crosstab = { ok: true; table: CrossTable } | { ok: false; why: string };

/**
 * A whole table as it may be shown, or why it cannot be and what to do.
 *
 * @param weights one a set of answers; null where each counts for one
 */
export function crosstabOf(
  variables: Variables,
  wanted: Wanted & { share: ShareOf },
  weights: Float64Array | null,
  rule: Partial<Rule> = {},
  { tested = true } = {},
): Crosstab {
  const fitted = fit(variables, wanted, rule);
  if (!fitted.ok) return fitted;
  const { row, column, filter } = fitted;
  const rows = variablesOf(row);
  const columns = variablesOf(column);
  const blocks = rows.map((r) => columns.map((c) => blockOf(r, c, filter, weights, rule)));
  if (blocks.flat().every((block) => block === null)) {
    return { ok: false, why: filterRefused(filter) };
  }
  return { ok: true, table: assemble(variables, wanted, fitted, blocks, weights, rule, tested) };
}

const filterRefused = (filter: unknown) =>
  filter === null
    ? 'Too few people answered both questions to show anything. Wait for more answers, or choose another question.'
    : 'With this filter the numbers get so small that the difference to the table of everybody would give people away. Take the filter out, or choose one that parts people more evenly.';

const variablesOf = (side: Side): Variable[] =>
  side.kind === 'parts' ? [side.variable] : side.options.map(({ variable }) => variable);

/** Where a line of the table stands in the blocks: which block, and which line of it. */
interface Place {
  value: string;
  label: string;
  block: number;
  line: number;
}

/** Of an answer among several only "chosen" is a line of the table: the first category. */
function placesOf(side: Side): Place[] {
  if (side.kind === 'options') {
    return side.options.map(({ label }, block) => ({ ...label, block, line: 0 }));
  }
  return side.variable.categories.map((label, line) => ({ ...label, block: 0, line }));
}

function assemble(
  variables: Variables,
  wanted: Wanted & { share: ShareOf },
  { row, column, filter, notes }: Extract<Fitted, { ok: true }>,
  blocks: readonly (readonly (Block | null)[])[],
  weights: Float64Array | null,
  rule: Partial<Rule>,
  isTested: boolean,
): CrossTable {
  const [down, across] = [placesOf(row), placesOf(column)];
  const blockAt = (r: Place, c: Place) => blocks[r.block]?.[c.block] ?? null;
  const lines = blocks.map((line) => line.map((block) => block && linesOf(block, wanted.share)));
  const tested = isTested ? testsOf(row, column, blocks, weights !== null) : [];
  const marked = new Marks(row, column, tested);
  const cells = down.map((r) =>
    across.map((c) =>
      cellOf(
        blockAt(r, c),
        r.line,
        c.line,
        wanted.share,
        weights === null ? null : (lines[r.block]?.[c.block] ?? null),
        marked.at(r, c),
      ),
    ),
  );
  const lineBase = (block: Block | null | undefined, way: ShareOf, at: number) =>
    (way === 'columns' ? block?.columnTotals[at] : block?.rowTotals[at]) ?? HIDDEN;
  const [firstRow, firstColumn] = [down[0], across[0]];
  const base = blocks[0]?.[0]?.total ?? HIDDEN;
  const leftOut = base === HIDDEN || filter !== null ? HIDDEN : variables.held.answers - base;
  return {
    row: { name: row.name, title: row.title, several: row.kind === 'options' },
    column: { name: column.name, title: column.title, several: column.kind === 'options' },
    filter: filter && {
      title: filter.variable.title,
      label: filter.variable.categories[filter.at]?.label ?? '',
    },
    share: wanted.share,
    columns: across.map((c) => ({
      value: c.value,
      label: c.label,
      base: lineBase(firstRow && blockAt(firstRow, c), 'columns', c.line),
      effective: effectiveOf(firstRow && blockAt(firstRow, c), 'columns', c.line, weights !== null),
    })),
    rows: down.map((r, at) => ({
      value: r.value,
      label: r.label,
      base: lineBase(firstColumn && blockAt(r, firstColumn), 'rows', r.line),
      effective: effectiveOf(
        firstColumn && blockAt(r, firstColumn),
        'rows',
        r.line,
        weights !== null,
      ),
      cells: cells[at] ?? [],
      all: allOf(firstColumn && blockAt(r, firstColumn), r.line, weights !== null),
    })),
    base,
    leftOut: leftOut !== HIDDEN && isSmall(leftOut, rule) ? HIDDEN : leftOut,
    means: meansOf(variables.column(row.name), row, column, filter, blocks),
    tests: tested.flatMap((test) => test ?? []),
    weighted: weights !== null,
    hidden: cells.flat().filter(({ count }) => count === HIDDEN).length,
    notes,
  };
}

function testsOf(
  row: Side,
  column: Side,
  blocks: readonly (readonly (Block | null)[])[],
  weighted: boolean,
): (TestResult | null)[] {
  // Several answers against several answers would be a test for every pair: none is made.
  if (row.kind === 'options' && column.kind === 'options') return [];
  const options =
    row.kind === 'options' ? row.options : column.kind === 'options' ? column.options : [];
  const flat = row.kind === 'options' ? blocks.map((line) => line[0]) : (blocks[0] ?? []);
  return together(
    flat.map((block, at) => {
      const test = block ? testBlock(block, weighted) : null;
      return test && { ...test, about: options[at]?.label.label ?? null };
    }),
  );
}

/** The marks of tests, found again by the place in the table. */
class Marks {
  constructor(
    private readonly row: Side,
    private readonly column: Side,
    private readonly tests: readonly (TestResult | null)[],
  ) {}

  at(r: Place, c: Place): CrossCell['mark'] {
    const which =
      this.row.kind === 'options' ? r.block : this.column.kind === 'options' ? c.block : 0;
    return this.tests[which]?.marks[r.line]?.[c.line] ?? null;
  }
}

const NOTHING: CrossCell = {
  count: HIDDEN,
  share: null,
  interval: null,
  weighted: null,
  mark: null,
};

function cellOf(
  block: Block | null,
  r: number,
  c: number,
  way: ShareOf,
  lines: readonly Line[] | null,
  mark: CrossCell['mark'],
): CrossCell {
  if (!block) return NOTHING;
  const count = block.cells[r]?.[c] ?? HIDDEN;
  const base = (way === 'columns' ? block.columnTotals[c] : block.rowTotals[r]) ?? HIDDEN;
  if (count === HIDDEN || base === HIDDEN || base === 0) return { ...NOTHING, count };
  const line = lines?.[way === 'columns' ? c : r];
  const own = line?.open === true ? block.weight(r, c) / line.weight : null;
  return withInterval(count, base, own, line?.effective ?? base, mark);
}

/** The share of everybody in the table, whatever their column. */
function allOf(block: Block | null | undefined, r: number, weighted: boolean): CrossCell {
  const count = block?.rowTotals[r] ?? HIDDEN;
  const base = block?.total ?? HIDDEN;
  if (!block || count === HIDDEN || base === HIDDEN || base === 0) return { ...NOTHING, count };
  const across = steps(block.columnTotals.length);
  const of = (figure: (row: number, column: number) => number, row: number) =>
    across.reduce((sum, c) => sum + figure(row, c), 0);
  const rows = steps(block.rowTotals.length);
  const total = rows.reduce((sum, row) => sum + of(block.weight, row), 0);
  const squares = rows.reduce((sum, row) => sum + of(block.square, row), 0);
  const isOpen = !block.rowTotals.includes(HIDDEN) && total > 0;
  const own = weighted && isOpen ? of(block.weight, r) / total : null;
  return withInterval(count, base, own, total ** 2 / squares, null);
}

function withInterval(
  count: number,
  base: number,
  weighted: number | null,
  effective: number,
  mark: CrossCell['mark'],
): CrossCell {
  const share = count / base;
  const interval =
    weighted === null ? wilsonInterval(share, base) : wilsonInterval(weighted, effective);
  return { count, share, interval, weighted, mark };
}

/** The weights of one column or row; open where nothing of it is hidden. */
interface Line {
  weight: number;
  effective: number;
  open: boolean;
}

const linesOf = (block: Block, way: ShareOf): Line[] =>
  (way === 'columns' ? block.columnTotals : block.rowTotals).map((_, at) => lineOf(block, way, at));

function lineOf(block: Block, way: ShareOf, at: number): Line {
  const places = way === 'columns' ? steps(block.cells.length) : steps(block.cells[0]?.length ?? 0);
  const read = (each: number): [number, number] => (way === 'columns' ? [each, at] : [at, each]);
  let [weight, square, open] = [0, 0, true];
  for (const each of places) {
    const [r, c] = read(each);
    weight += block.weight(r, c);
    square += block.square(r, c);
    open &&= block.cells[r]?.[c] !== HIDDEN;
  }
  return { weight, effective: square > 0 ? weight ** 2 / square : 0, open: open && weight > 0 };
}

function effectiveOf(block: Block | null | undefined, way: ShareOf, at: number, weighted: boolean) {
  if (!block || !weighted) return null;
  const line = lineOf(block, way, at);
  return line.open ? line.effective : null;
}

/** A mean is shown where every number of its column is: else it would help to work a hidden one out. */
function meansOf(
  values: Column | undefined,
  row: Side,
  column: Side,
  filter: { variable: Variable; at: number } | null,
  blocks: readonly (readonly (Block | null)[])[],
): CrossTable['means'] {
  const numbers = values?.values;
  if (!numbers || row.kind === 'options' || column.kind === 'options') return null;
  const block = blocks[0]?.[0];
  if (!block) return null;
  const { variable } = column;
  const [rows, columns, slices] = [row.variable.codes, variable.codes, filter?.variable.codes];
  const byColumn = steps(variable.size).map((): number[] => []);
  for (let i = 0; i < numbers.length; i += 1) {
    const number = numbers[i] ?? NaN;
    const inRow = (rows[i] ?? row.variable.size) < row.variable.size;
    const inSlice = !filter || slices?.[i] === filter.at;
    if (Number.isFinite(number) && inRow && inSlice) {
      byColumn[columns[i] ?? variable.size]?.push(number);
    }
  }
  const isOpen = (c: number) => block.cells.every((line) => line[c] !== HIDDEN);
  const open = steps(variable.size).map(isOpen);
  return {
    columns: byColumn.map((each, c) => (open[c] === true ? centreOf(each) : null)),
    all: open.every(Boolean) ? centreOf(byColumn.flat()) : null,
  };
}
