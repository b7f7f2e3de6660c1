import { Network } from './disclosure-audit.ts';

/**
 * Keeps small numbers out of sight, and keeps them from being worked out: primary suppression (a
 * count above 0 and under the threshold), secondary suppression (enough others that no hidden count
 * can be derived), and an audit of the result. The mask is made once, in the read model, so that a
 * page, a chart, a file and a document cannot disagree.
 */

/** What stands in place of a hidden count: the Government Statistical Service's shorthand. */
export const HIDDEN = '[c]';
export type Shown = number | typeof HIDDEN;

/** Counts from 1 to 4 are hidden: the usual threshold of councils. */
export const THRESHOLD = 5;

export interface Rule {
  /** Counts above 0 and under this are hidden; every hidden count keeps at least this much doubt. */
  threshold: number;
  /** Zeros are hidden too: needed where "nobody" says something about everybody. */
  hideZeros: boolean;
  /**
   * The totals of a table are known from elsewhere (each question has its own table), so that only
   * cells can be hidden. A cell then keeps as much doubt as its totals allow.
   */
  openTotals: boolean;
}

const USUAL: Rule = { threshold: THRESHOLD, hideZeros: false, openTotals: false };

/** Whether a count is too small to be shown on its own. */
export function isSmall(count: number, rule: Partial<Rule> = {}): boolean {
  return count < (rule.threshold ?? THRESHOLD) && (count > 0 || rule.hideZeros === true);
}

export interface MaskedCounts {
  counts: Shown[];
  total: Shown;
}

/**
 * Masks counts that are published with their total. Where one small count would follow from the
 * total and the rest, the next smallest is hidden too, until the hidden ones sum to the threshold at
 * least: each of them can then be anything from 0 to that sum.
 * A total under the threshold hides everything, zeros included.
 */
export function maskCounts(counts: readonly number[], rule: Partial<Rule> = {}): MaskedCounts {
  const { threshold } = { ...USUAL, ...rule };
  const total = sum(counts);
  if (total > 0 && total < threshold) {
    return { counts: counts.map(() => HIDDEN), total: HIDDEN };
  }
  const hidden = new Set(counts.flatMap((count, at) => (isSmall(count, rule) ? [at] : [])));
  const bySize = counts
    .map((count, at) => ({ count, at }))
    .filter(({ count, at }) => count > 0 && !hidden.has(at))
    .sort((a, b) => a.count - b.count || b.at - a.at);
  while (hidden.size > 0 && !enough(hidden, counts, threshold)) {
    const next = bySize.shift();
    if (next === undefined) return { counts: counts.map(() => HIDDEN), total: HIDDEN };
    hidden.add(next.at);
  }
  return { counts: counts.map((count, at) => (hidden.has(at) ? HIDDEN : count)), total };
}

function enough(hidden: ReadonlySet<number>, counts: readonly number[], threshold: number) {
  return hidden.size >= 2 && sum([...hidden].map((at) => counts[at] ?? 0)) >= threshold;
}

export interface MaskedTable {
  cells: Shown[][];
  rowTotals: Shown[];
  columnTotals: Shown[];
  total: Shown;
}

/**
 * Masks a table of two questions published with all its totals. Each small count that could be
 * derived is closed with the cheapest rectangle of counts (the one that hides the fewest answers),
 * and the result is audited: every hidden figure keeps an interval at least `threshold` wide.
 * Small totals are hidden like small counts. Where nothing less protects the table, all but the
 * grand total is hidden; under the threshold, that too.
 *
 * @param counts unweighted; one list a row, all of one length
 */
export function maskTable(
  counts: readonly (readonly number[])[],
  rule: Partial<Rule> = {},
): MaskedTable {
  const { threshold, openTotals } = { ...USUAL, ...rule };
  if (!counts.some((row) => row.some((count) => isSmall(count, rule)))) {
    const open = totalled(counts);
    // Where no cell is small, no total is: but for the sum of nobody, which hides nothing.
    if (open.total > 0) return open;
  }
  const table = new ExtendedTable(counts, openTotals);
  if (table.grandTotal > 0 && table.grandTotal < threshold) table.hideEverything(true);
  else {
    table.hideWhere((count) => isSmall(count, rule));
    if (!table.protectAll(threshold)) table.hideEverything(false);
  }
  return openTotals ? withoutSmallTotals(table.shown(), threshold) : table.shown();
}

function totalled(counts: readonly (readonly number[])[]) {
  return {
    cells: counts.map((row) => [...row]),
    rowTotals: counts.map(sum),
    columnTotals: (counts[0] ?? []).map((_, c) => sum(counts.map((row) => row[c] ?? 0))),
    total: sum(counts.map(sum)),
  };
}

/** Totals that are known anyway are still not printed where they are small. */
function withoutSmallTotals(masked: MaskedTable, threshold: number): MaskedTable {
  const show = (total: Shown): Shown =>
    total !== HIDDEN && isSmall(total, { threshold }) ? HIDDEN : total;
  return {
    ...masked,
    rowTotals: masked.rowTotals.map(show),
    columnTotals: masked.columnTotals.map(show),
  };
}

/** A corner of a rectangle: row and column of the table with its totals as a last row and column. */
type Corner = readonly [row: number, column: number];

/** The table with its totals as one more row and column, and what of it is hidden so far. */
class ExtendedTable {
  private readonly values: number[][];
  private readonly network: Network;
  readonly grandTotal: number;

  /** @param openTotals only cells can be hidden */
  constructor(
    counts: readonly (readonly number[])[],
    private readonly openTotals: boolean,
  ) {
    const rows = counts.map((row) => [...row, sum(row)]);
    const width = (counts[0]?.length ?? 0) + 1;
    this.values = [
      ...rows,
      Array.from({ length: width }, (_, c) => sum(rows.map((r) => r[c] ?? 0))),
    ];
    this.grandTotal = this.at([this.lastRow, this.lastColumn]);
    this.network = this.asNetwork();
  }

  private get lastRow(): number {
    return this.values.length - 1;
  }

  private get lastColumn(): number {
    return (this.values[0]?.length ?? 1) - 1;
  }

  private at([row, column]: Corner): number {
    return this.values[row]?.[column] ?? 0;
  }

  private isHidden([row, column]: Corner): boolean {
    return this.network.isHidden(row * (this.lastColumn + 1) + column);
  }

  private hide([row, column]: Corner): void {
    this.network.hide(row * (this.lastColumn + 1) + column);
  }

  /** What can be hidden: cells, and totals unless they are known anyway; never the grand total. */
  private *corners(): Generator<Corner> {
    const less = this.openTotals ? 1 : 0;
    for (let row = 0; row <= this.lastRow - less; row += 1) {
      for (let column = 0; column <= this.lastColumn - less; column += 1) {
        if (row !== this.lastRow || column !== this.lastColumn) yield [row, column];
      }
    }
  }

  hideWhere(isToHide: (count: number) => boolean): void {
    for (const corner of this.corners()) if (isToHide(this.at(corner))) this.hide(corner);
  }

  hideEverything(totalToo: boolean): void {
    for (const corner of this.corners()) this.hide(corner);
    if (totalToo) this.hide([this.lastRow, this.lastColumn]);
  }

  /**
   * Hides more until every hidden figure keeps an interval as wide as the threshold; false where that
   * cannot be had. To hide more never makes another figure's interval narrower, so that each needs to
   * be looked at once, until it holds.
   */
  protectAll(threshold: number): boolean {
    const queue = [...this.corners()].filter((corner) => this.isHidden(corner));
    for (let next = 0; next < queue.length; next += 1) {
      const corner = queue[next] ?? [0, 0];
      while (!this.isDoubtful(corner, threshold)) {
        const added = this.closeCheapest(corner);
        if (added === null) return false;
        queue.push(...added);
      }
    }
    return true;
  }

  private isDoubtful(corner: Corner, threshold: number): boolean {
    const [row, column] = corner;
    const width = this.openTotals ? Math.min(threshold, this.widest(corner)) : threshold;
    return this.network.isDoubtful(row * (this.lastColumn + 1) + column, width);
  }

  /** The doubt that a cell has when all that is known is its totals (Fréchet's bounds). */
  private widest([row, column]: Corner): number {
    const [ofRow, ofColumn] = [this.at([row, this.lastColumn]), this.at([this.lastRow, column])];
    return Math.min(ofRow, ofColumn, this.grandTotal - ofRow, this.grandTotal - ofColumn);
  }

  /**
   * Cells flow from their row to their column, and totals back: from the last column to rows, from
   * columns to the last row, and the grand total, which is known, closes the ring between the two.
   */
  private asNetwork(): Network {
    const [rows, columns] = [this.lastRow + 1, this.lastColumn + 1];
    const from = new Int32Array(rows * columns);
    const to = new Int32Array(rows * columns);
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const at = row * columns + column;
        const isForward = (row === this.lastRow) === (column === this.lastColumn);
        from[at] = isForward ? row : rows + column;
        to[at] = isForward ? rows + column : row;
      }
    }
    return new Network(from, to, Float64Array.from(this.values.flat()), rows + columns);
  }

  /** Closes a figure with the cheapest rectangle that hides something more; says what that was. */
  private closeCheapest(corner: Corner): Corner[] | null {
    const rectangles = this.rectanglesAround(corner);
    // A zero in a corner gives no room on its side: taken only where there is nothing better.
    const solid = rectangles.filter((rectangle) => rectangle.every((each) => this.at(each) > 0));
    const cheapest = this.cheapestOf(solid) ?? this.cheapestOf(rectangles);
    if (!cheapest) return null;
    const added = cheapest.filter((each) => !this.isHidden(each));
    added.forEach((each) => this.hide(each));
    return added;
  }

  private rectanglesAround([row, column]: Corner): Corner[][] {
    const found: Corner[][] = [];
    for (const [otherRow, otherColumn] of this.corners()) {
      if (otherRow === row || otherColumn === column) continue;
      const others: Corner[] = [
        [row, otherColumn],
        [otherRow, column],
        [otherRow, otherColumn],
      ];
      const isGrandTotal = ([r, c]: Corner) => r === this.lastRow && c === this.lastColumn;
      if (!others.some(isGrandTotal) && !others.every((each) => this.isHidden(each))) {
        found.push(others);
      }
    }
    return found;
  }

  private cheapestOf(rectangles: readonly Corner[][]): Corner[] | undefined {
    let best: { corners: Corner[]; cost: number } | undefined;
    for (const corners of rectangles) {
      const cost = sum(corners.map((each) => (this.isHidden(each) ? 0 : this.at(each))));
      if (!best || cost < best.cost) best = { corners, cost };
    }
    return best?.corners;
  }

  shown(): MaskedTable {
    const all = this.values.map((row, r) =>
      row.map((value, c): Shown => (this.isHidden([r, c]) ? HIDDEN : value)),
    );
    const body = all.slice(0, -1);
    return {
      cells: body.map((row) => row.slice(0, -1)),
      rowTotals: body.map((row) => row.at(-1) ?? HIDDEN),
      columnTotals: (all.at(-1) ?? []).slice(0, -1),
      total: all.at(-1)?.at(-1) ?? HIDDEN,
    };
  }
}

/**
 * Whether publishing a part beside its whole would reveal a small count by subtraction: "the whole
 * borough: 131" beside "all but ward A: 128" says that ward A holds 3. Compare totals with totals and
 * counts with counts, in the same order.
 */
export function revealsByDifference(
  whole: readonly number[],
  part: readonly number[],
  rule: Partial<Rule> = {},
): boolean {
  return part.some((count, at) => isSmall((whole[at] ?? count) - count, rule));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
