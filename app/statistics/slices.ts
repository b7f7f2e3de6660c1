import { HIDDEN, isSmall, maskTable, THRESHOLD, type Rule } from './small-numbers.ts';

/**
 * Tables of two questions for one answer to a third (a filter), kept from telling what the tables
 * without the filter hide, and from telling by subtraction what no table shows: "the whole borough
 * 131" beside "all but ward A 128".
 *
 * The rule: a cell of rows and columns is shown for every answer to the third question or for none.
 * What is hidden is then the same in every slice, and it does not matter which slices somebody asks
 * for, in what order, or through which of the three questions they filter: the mask is a function of
 * the three questions alone. Around every small number there is a rectangle of hidden cells in its
 * slice, and the same rectangle in another slice, round which numbers can be moved so that every total,
 * with and without filter, stays as it is: the audit looks for enough room to move.
 */
export interface MaskedSlices {
  /** Per row and column: hidden in every slice. */
  hidden: boolean[][];
  /** Nothing can be shown by this filter. */
  refused: boolean;
}

/** @param counts by row, column and answer to the third question; unweighted */
export function maskSlices(
  counts: readonly (readonly (readonly number[])[])[],
  rule: Partial<Rule> = {},
): MaskedSlices {
  const cube = new Cube(counts, rule);
  cube.hideSmall();
  return { hidden: cube.hidden, refused: !cube.protectAll() };
}

type Cell = readonly [row: number, column: number];

class Cube {
  readonly hidden: boolean[][];
  private readonly rows: number[];
  private readonly columns: number[];
  private readonly slices: number[];
  private readonly threshold: number;

  constructor(
    private readonly counts: readonly (readonly (readonly number[])[])[],
    private readonly rule: Partial<Rule>,
  ) {
    this.rows = counts.map((_, at) => at);
    this.columns = (counts[0] ?? []).map((_, at) => at);
    this.slices = (counts[0]?.[0] ?? []).map((_, at) => at);
    this.threshold = rule.threshold ?? THRESHOLD;
    this.hidden = this.rows.map(() => this.columns.map(() => false));
  }

  private at(row: number, column: number, slice: number): number {
    return this.counts[row]?.[column]?.[slice] ?? 0;
  }

  private hide(row: number, column: number): void {
    const line = this.hidden[row];
    if (line) line[column] = true;
  }

  private isHidden(row: number, column: number): boolean {
    return this.hidden[row]?.[column] === true;
  }

  /** Small cells, and all that a hidden total of two of the three questions would follow from. */
  hideSmall(): void {
    const sums = (one: readonly number[], other: readonly number[], of: Sum) =>
      maskTable(
        one.map((a) => other.map((b) => of(a, b))),
        { ...this.rule, openTotals: true },
      );
    const { rows, columns, slices } = this;
    const flat = sums(rows, columns, (r, c) => total(slices.map((s) => this.at(r, c, s))));
    const byRow = sums(rows, slices, (r, s) => total(columns.map((c) => this.at(r, c, s))));
    const byColumn = sums(columns, slices, (c, s) => total(rows.map((r) => this.at(r, c, s))));
    for (const r of rows) {
      for (const c of columns) {
        const small = slices.some((s) => isSmall(this.at(r, c, s), this.rule));
        const totals = [
          flat.cells[r]?.[c],
          flat.rowTotals[r],
          flat.columnTotals[c],
          ...slices.flatMap((s) => [byRow.cells[r]?.[s], byColumn.cells[c]?.[s]]),
        ];
        if (small || totals.includes(HIDDEN)) this.hide(r, c);
      }
    }
  }

  /** Hides more until every small number has room to move; false where it cannot be had. */
  protectAll(): boolean {
    if (this.slices.length < 2) return true;
    const queue = this.hiddenCells();
    for (let next = 0; next < queue.length; next += 1) {
      const cell = queue[next] ?? [0, 0];
      for (const slice of this.slices) {
        while (!this.hasRoom(cell, slice)) {
          const added = this.closeCheapest(cell, slice);
          if (added === null) return false;
          queue.push(...added);
        }
      }
    }
    return !this.hidden.flat().every((each) => each) || this.hidden.flat().length === 0;
  }

  private hiddenCells(): Cell[] {
    return this.rows.flatMap((r) =>
      this.columns.flatMap((c): Cell[] => (this.isHidden(r, c) ? [[r, c]] : [])),
    );
  }

  /** Whether a hidden number of a slice could be anything within an interval as wide as the threshold. */
  private hasRoom(cell: Cell, slice: number): boolean {
    let [up, down] = [0, 0];
    for (const opposite of this.opposites(cell)) {
      if (!this.rectangle(cell, opposite).every(([r, c]) => this.isHidden(r, c))) continue;
      const room = this.roomRound(cell, opposite, slice);
      up = Math.max(up, room.up);
      down = Math.max(down, room.down);
      if (up + down >= this.threshold) return true;
    }
    return false;
  }

  private opposites([row, column]: Cell): Cell[] {
    return this.rows
      .filter((r) => r !== row)
      .flatMap((r) => this.columns.filter((c) => c !== column).map((c): Cell => [r, c]));
  }

  private rectangle([row, column]: Cell, [otherRow, otherColumn]: Cell): Cell[] {
    return [
      [row, column],
      [row, otherColumn],
      [otherRow, column],
      [otherRow, otherColumn],
    ];
  }

  /** How far numbers can be moved round a rectangle here and back in the best other slice. */
  private roomRound([row, column]: Cell, [otherRow, otherColumn]: Cell, slice: number) {
    let [up, down] = [0, 0];
    for (const other of this.slices) {
      if (other === slice) continue;
      const falling = Math.min(
        this.at(row, otherColumn, slice),
        this.at(otherRow, column, slice),
        this.at(row, column, other),
        this.at(otherRow, otherColumn, other),
      );
      const rising = Math.min(
        this.at(row, column, slice),
        this.at(otherRow, otherColumn, slice),
        this.at(row, otherColumn, other),
        this.at(otherRow, column, other),
      );
      up = Math.max(up, falling);
      down = Math.max(down, rising);
    }
    return { up, down };
  }

  /** Hides the rectangle that gives most room for the fewest answers; null where nothing is left. */
  private closeCheapest(cell: Cell, slice: number): Cell[] | null {
    let best: { added: Cell[]; enough: boolean; cost: number } | undefined;
    for (const opposite of this.opposites(cell)) {
      const added = this.rectangle(cell, opposite).filter(([r, c]) => !this.isHidden(r, c));
      if (added.length === 0) continue;
      const { up, down } = this.roomRound(cell, opposite, slice);
      const enough = up + down >= this.threshold;
      const cost = total(added.flatMap(([r, c]) => this.slices.map((s) => this.at(r, c, s))));
      const better =
        !best || (enough && !best.enough) || (enough === best.enough && cost < best.cost);
      if (better) best = { added, enough, cost };
    }
    best?.added.forEach(([r, c]) => this.hide(r, c));
    return best?.added ?? null;
  }
}

type Sum = (one: number, other: number) => number;

const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

/**
 * The same for three questions however they are laid out: whichever is the filter, the same numbers are
 * hidden. The question with the fewest answers (the first of them by name) is the one whose answers are
 * shown all or none.
 *
 * @param sizes how many answers each of the three has
 * @param names by which ties are broken
 * @param count of those with these answers to the three, in the order given
 * @returns whether a number is hidden, by the three answers in the order given; null where nothing can
 *   be shown by a filter
 */
export function maskTrio(
  names: readonly [string, string, string],
  sizes: readonly [number, number, number],
  count: (one: number, two: number, three: number) => number,
  rule: Partial<Rule> = {},
): ((one: number, two: number, three: number) => boolean) | null {
  const order = [0, 1, 2].sort(
    (a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || ((names[a] ?? '') < (names[b] ?? '') ? 1 : -1),
  );
  const [row = 0, column = 1, slice = 2] = order;
  const steps = (which: number) => Array.from({ length: sizes[which] ?? 0 }, (_, at) => at);
  const place = [0, 0, 0];
  const counts = steps(row).map((r) =>
    steps(column).map((c) =>
      steps(slice).map((s) => {
        place[row] = r;
        place[column] = c;
        place[slice] = s;
        return count(place[0] ?? 0, place[1] ?? 0, place[2] ?? 0);
      }),
    ),
  );
  const { hidden, refused } = maskSlices(counts, rule);
  if (refused) return null;
  return (one, two, three) => {
    const at = [one, two, three];
    return hidden[at[row] ?? 0]?.[at[column] ?? 0] === true;
  };
}
