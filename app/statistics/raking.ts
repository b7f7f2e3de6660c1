/**
 * Raking (iterative proportional fitting): weights with which the answers match the population by
 * each of several questions at once, moved as little as possible (Deming and Stephan 1940, Ann. Math.
 * Stat. 11:427). With limits, each step scales the weights of a group by one factor and cuts them to
 * the limits, the factor being such that the group still meets its total: the truncated
 * multiplicative case of Deville and Särndal (1992, JASA 87:376), solved a group at a time.
 */

/** As many answers as share one group in every margin. */
export interface Cell {
  /** The group in each margin, by its position; those who do not say are a group as well. */
  groups: readonly number[];
  count: number;
  /** The weight of each before raking; 1 unless they were drawn with unequal chances. */
  base?: number;
}

export interface Limits {
  /** The least and the most that a weight may be, as a part of the mean weight. */
  lowest: number;
  highest: number;
}

/** No limits: weights may be anything above 0. */
export const NO_LIMITS: Limits = { lowest: 0, highest: Infinity };

/** How far a group is from what it should be after raking. */
export interface Residual {
  margin: number;
  group: number;
  target: number;
  reached: number;
}

export interface Raked {
  /** The weight of each answer of a cell, in the order of the cells. */
  weights: number[];
  /** Rounds over all margins. */
  cycles: number;
  /** Whether every group meets its total within the tolerance. */
  converged: boolean;
  residuals: Residual[];
  /** The largest gap of a group, as a part of its total. */
  largestGap: number;
  /** How many answers stand at a limit. */
  atLimit: number;
}

/** A group that the population has and the answers do not: it cannot be weighted up. */
export interface EmptyGroup {
  margin: number;
  group: number;
}

export type Raking = { ok: true; raked: Raked } | { ok: false; empty: EmptyGroup[] };

/** The largest gap at which raking stops, and the rounds after which it gives up. */
const TOLERANCE = 1e-8;
const MOST_CYCLES = 100;

/**
 * Rakes answers to the totals of several margins. Totals are taken as shares, each margin's adding to
 * its own sum, and are scaled so that all margins come to the same: the sum of the base weights.
 * Refused where a group has a total and no answers: merge it with another.
 *
 * @param targets of each margin, by group: people or shares, 0 or more
 */
export function rake(
  cells: readonly Cell[],
  targets: readonly (readonly number[])[],
  limits: Limits = NO_LIMITS,
  stop: { tolerance?: number; cycles?: number } = {},
): Raking {
  const margins = targets.map((totals, margin) => marginOf(cells, totals, margin));
  const empty = margins.flatMap(({ groups }, margin) =>
    groups.flatMap(({ target, members }, group) =>
      target > 0 && members.every((at) => (cells[at]?.count ?? 0) <= 0) ? [{ margin, group }] : [],
    ),
  );
  if (empty.length > 0) return { ok: false, empty };
  const total = sum(cells.map((cell) => cell.count * (cell.base ?? 1)));
  const answers = sum(cells.map(({ count }) => count));
  const mean = answers === 0 ? 1 : total / answers;
  const fit = new Fit(cells, mean * limits.lowest, mean * limits.highest);
  let cycles = 0;
  let gap = margins.length === 0 ? 0 : Infinity;
  while (cycles < (stop.cycles ?? MOST_CYCLES) && gap > (stop.tolerance ?? TOLERANCE)) {
    for (const { groups } of margins) for (const group of groups) fit.meet(group);
    cycles += 1;
    gap = Math.max(0, ...margins.flatMap(({ groups }) => groups.map((group) => fit.gapOf(group))));
  }
  const residuals = margins.flatMap(({ groups }, margin) =>
    groups.map((group, at) => ({
      margin,
      group: at,
      target: group.target,
      reached: fit.totalOf(group),
    })),
  );
  return {
    ok: true,
    raked: {
      weights: cells.map((_, at) => fit.weight(at)),
      cycles,
      converged: gap <= (stop.tolerance ?? TOLERANCE),
      residuals,
      largestGap: gap,
      atLimit: fit.atLimit(),
    },
  };
}

interface Group {
  target: number;
  /** The positions of its cells. */
  members: number[];
}

function marginOf(
  cells: readonly Cell[],
  totals: readonly number[],
  margin: number,
): { groups: Group[] } {
  const all = sum(totals);
  const answers = sum(cells.map((cell) => cell.count * (cell.base ?? 1)));
  const groups = totals.map((each): Group => ({
    target: all === 0 ? 0 : (each / all) * answers,
    members: [],
  }));
  for (const [at, cell] of cells.entries()) groups[cell.groups[margin] ?? -1]?.members.push(at);
  return { groups };
}

/** The weights so far: what each would be without limits, and the limits. */
class Fit {
  private readonly free: number[];

  constructor(
    private readonly cells: readonly Cell[],
    private readonly lowest: number,
    private readonly highest: number,
  ) {
    this.free = cells.map(({ base }) => base ?? 1);
  }

  weight(at: number): number {
    return this.cut(this.free[at] ?? 0);
  }

  private cut(weight: number): number {
    return Math.min(this.highest, Math.max(this.lowest, weight));
  }

  totalOf({ members }: Group, factor = 1): number {
    let total = 0;
    for (const at of members) {
      total += (this.cells[at]?.count ?? 0) * this.cut((this.free[at] ?? 0) * factor);
    }
    return total;
  }

  gapOf(group: Group): number {
    const reached = this.totalOf(group);
    if (group.target === 0) return reached === 0 ? 0 : Infinity;
    return Math.abs(reached - group.target) / group.target;
  }

  /** Scales a group so that it meets its total, or comes as near as the limits let it. */
  meet(group: Group): void {
    const factor = this.factorFor(group);
    for (const at of group.members) {
      // Out of reach of the limits, factors would pile up from round to round without end.
      this.free[at] = Math.min(1e12, Math.max(1e-12, (this.free[at] ?? 0) * factor));
    }
  }

  private factorFor(group: Group): number {
    let bare = 0;
    for (const at of group.members) bare += (this.cells[at]?.count ?? 0) * (this.free[at] ?? 0);
    if (bare === 0) return 1;
    const plain = group.target / bare;
    if (this.lowest === 0 && this.highest === Infinity) return plain;
    if (near(this.totalOf(group, plain), group.target)) return plain;
    return this.search(group, plain);
  }

  /** The total grows with the factor, so halving finds it; beyond the limits it stays at the edge. */
  private search(group: Group, start: number): number {
    let low = Math.min(start, 1);
    let high = Math.max(start, 1);
    while (this.totalOf(group, low) > group.target && low > 1e-12) low /= 4;
    while (this.totalOf(group, high) < group.target && high < 1e12) high *= 4;
    for (let round = 0; round < 200 && high - low > 1e-15 * high; round += 1) {
      const middle = (low + high) / 2;
      if (this.totalOf(group, middle) < group.target) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }

  atLimit(): number {
    let answers = 0;
    for (const [at, { count }] of this.cells.entries()) {
      const weight = this.weight(at);
      const isLow = this.lowest > 0 && weight <= this.lowest;
      if (isLow || weight >= this.highest) answers += count;
    }
    return answers;
  }
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(b));

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
