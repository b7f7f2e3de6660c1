import { numberIn } from './figure.ts';
import type { TableShape } from './table-shape.ts';

/**
 * Sums across a table: "net = costs − benefit" in each row, "total = the columns before it", and
 * "difference from the first row". None is assumed: a relation counts only when most rows keep it,
 * and then the rows that break it are pointed out, at the figure that mends most when corrected.
 */

/** A figure that does not fit the relations that the rest of the table keeps. */
export interface RelationBreak {
  line: number;
  column: number;
  printed: number;
  computed: number;
  /** The figure that gave it away. */
  witness: { column: number; printed: number };
}

/** One sum over cells of a table: the signed figures, taken without sign, come to nothing. */
interface Equation {
  cells: { line: number; column: number }[];
  /** How far from nothing rounding alone can take it. */
  slack: number;
  solve: (cell: number) => number;
  gap: number;
}

/** Every figure that breaks a relation which the other rows keep. */
export function brokenRelations(shape: TableShape): RelationBreak[] {
  const numbers = shape.columns.flatMap(({ kind }, c) => (kind === 'number' ? [c] : []));
  const table = shape.lines.map((line) =>
    shape.columns.map((_, c) => {
      const value = numberIn(line.cells[c]);
      return value === null ? null : Math.abs(value);
    }),
  );
  const units = shape.columns.map((_, c) => unitOf(table.map((row) => row[c] ?? null)));
  const kept = [
    ...netRelations(shape, numbers, table, units),
    ...totalRelations(shape, numbers, table, units),
    ...changeRelations(shape, numbers, table, units),
  ].filter(isKept);
  return blame(kept.flat(), table).map((each) => {
    const sign = (numberIn(shape.lines[each.line]?.cells[each.column]) ?? 0) < 0 ? -1 : 1;
    return { ...each, printed: sign * each.printed, computed: sign * each.computed };
  });
}

function isKept(equations: readonly Equation[]): boolean {
  const holding = equations.filter(holds).length;
  return holding >= 2 && holding * 2 > equations.length;
}

const holds = ({ gap, slack }: Equation) => gap <= slack;

/** The power of ten to which a whole column seems to be rounded: 10 for 21,694,100 and 54,865,210. */
function unitOf(values: readonly (number | null)[]): number {
  const present = values.filter((value) => value !== null && value !== 0);
  if (present.length === 0 || present.some((value) => !Number.isInteger(value))) return 0;
  let unit = 1;
  while (unit < 1e6 && present.every((value) => (value ?? 0) % (unit * 10) === 0)) unit *= 10;
  return unit === 1 ? 0 : unit;
}

type Table = readonly (readonly (number | null)[])[];

const at = (table: Table, line: number, column: number) => table[line]?.[column] ?? null;

/** Three figures of which the largest is the sum of the others, whichever it is. */
function threeWay(
  table: Table,
  cells: { line: number; column: number }[],
  slack: number,
): Equation[] {
  const values = cells.map(({ line, column }) => at(table, line, column));
  if (values.some((value) => value === null)) return [];
  const [a = 0, b = 0, c = 0] = values as number[];
  const gap = Math.min(Math.abs(Math.abs(a - b) - c), Math.abs(a + b - c));
  const isSum = Math.abs(a + b - c) < Math.abs(Math.abs(a - b) - c);
  const solve = (cell: number) => {
    if (cell === 2) return isSum ? a + b : Math.abs(a - b);
    const other = cell === 0 ? b : a;
    const self = cell === 0 ? a : b;
    return isSum ? c - other : self >= other ? other + c : Math.abs(other - c);
  };
  return [{ cells, slack: slack + 1e-9 * Math.max(a, b, c), solve, gap }];
}

const NET = /\b(?:net|balance|surplus|deficit|difference|gap)\b/i;

/** "Net cost" beside two columns to its left that it is the difference (or sum) of. */
function netRelations(shape: TableShape, numbers: number[], table: Table, units: number[]) {
  const relations: Equation[][] = [];
  for (const net of numbers.filter((c) => NET.test(shape.columns[c]?.header ?? ''))) {
    const left = numbers.filter((c) => c < net);
    for (const [i, a] of left.entries()) {
      for (const b of left.slice(i + 1)) {
        const slack = 1.5 * Math.max(units[a] ?? 0, units[b] ?? 0, units[net] ?? 0);
        relations.push(
          shape.lines.flatMap((_, line) => {
            const cells = [a, b, net].map((column) => ({ line, column }));
            return threeWay(table, cells, slack);
          }),
        );
      }
    }
  }
  return relations;
}

const TOTAL = /\b(?:total|all|overall|sum)\b/i;

/** "Total" after two columns or more that it is the sum of. */
function totalRelations(shape: TableShape, numbers: number[], table: Table, units: number[]) {
  const totals = numbers.filter((c) => TOTAL.test(shape.columns[c]?.header ?? ''));
  return totals.flatMap((total) => {
    const before = totals.filter((c) => c < total).at(-1) ?? -1;
    const parts = numbers.filter((c) => c > before && c < total);
    if (parts.length < 2) return [];
    const slack =
      ((parts.length + 1) / 2) * Math.max(...[...parts, total].map((c) => units[c] ?? 0));
    return [
      shape.lines.flatMap((_, line): Equation[] => {
        const columns = [...parts, total];
        const values = columns.map((column) => at(table, line, column));
        if (values.some((value) => value === null)) return [];
        const figures = values as number[];
        const added = figures.slice(0, -1).reduce((sum, each) => sum + each, 0);
        const printed = figures.at(-1) ?? 0;
        const solve = (cell: number) =>
          cell === parts.length ? added : printed - (added - (figures[cell] ?? 0));
        const cells = columns.map((column) => ({ line, column }));
        const gap = Number(Math.abs(added - printed).toPrecision(12));
        return [{ cells, slack: slack + 1e-9 * printed, solve, gap }];
      }),
    ];
  });
}

/** A column that says how far each row is from the one row for which it is left blank. */
function changeRelations(shape: TableShape, numbers: number[], table: Table, units: number[]) {
  const lines = shape.lines.map((_, line) => line);
  const rows = lines.filter((line) => numbers.some((c) => at(table, line, c) !== null));
  return numbers.flatMap((change) => {
    const blank = rows.filter((line) => at(table, line, change) === null);
    const [base] = blank;
    if (base === undefined || blank.length > 1 || rows.length < 3) return [];
    return numbers
      .filter((of) => of < change && at(table, base, of) !== null)
      .map((of) => {
        const slack = 1.5 * Math.max(units[of] ?? 0, units[change] ?? 0, 1);
        return rows
          .filter((line) => line !== base)
          .flatMap((line) => {
            const cells = [
              { line, column: of },
              { line: base, column: of },
              { line, column: change },
            ];
            return threeWay(table, cells, slack);
          });
      });
  });
}

/**
 * For each broken equation, the cell to blame: the one that stands in the most other broken and the
 * fewest unbroken equations. Each cell is named once.
 */
function blame(equations: readonly Equation[], table: Table): RelationBreak[] {
  const found = new Map<string, RelationBreak>();
  const key = ({ line, column }: { line: number; column: number }) => `${line} ${column}`;
  const standing = new Map<string, number>();
  for (const equation of equations) {
    for (const cell of equation.cells) {
      standing.set(key(cell), (standing.get(key(cell)) ?? 0) + (holds(equation) ? -1 : 1));
    }
  }
  const broken = equations.filter((equation) => !holds(equation));
  for (const equation of broken) {
    const blamed = equation.cells
      .map((cell, i) => ({ cell, i, score: standing.get(key(cell)) ?? 0 }))
      .reduce((worst, each) => (each.score >= worst.score ? each : worst));
    if (equation.cells.some((cell) => found.has(key(cell)))) continue;
    const witness = equation.cells.at(blamed.i === equation.cells.length - 1 ? 0 : -1);
    found.set(key(blamed.cell), {
      ...blamed.cell,
      printed: at(table, blamed.cell.line, blamed.cell.column) ?? 0,
      computed: equation.solve(blamed.i),
      witness: {
        column: witness?.column ?? 0,
        printed: at(table, witness?.line ?? 0, witness?.column ?? 0) ?? 0,
      },
    });
  }
  return [...found.values()];
}

/** Whether two numbers are made of the same digits: a slip of the hand, most likely. */
export function isTransposed(printed: number, computed: number): boolean {
  const digits = (number: number) => String(Math.abs(number)).split('').sort().join('');
  return printed !== computed && digits(printed) === digits(computed);
}
