/** The least and the most that an unknown, or a sum of them, can be. */
export interface Range {
  min: number;
  max: number;
}

/**
 * The least and the most of one unknown under equations, none of them below zero: the attack of
 * somebody who puts everything published together. Dense two-phase simplex, for some hundred unknowns.
 * Where the equations contradict one another nothing follows from them: 0 to infinity.
 *
 * @param values what each equation sums up to, not below zero
 */
export function rangeUnder(
  equations: readonly (readonly number[])[],
  values: readonly number[],
  objective: readonly number[],
): Range {
  return rangesUnder(equations, values)(objective);
}

/** The same for several unknowns under the same equations, which are solved once. */
export function rangesUnder(
  equations: readonly (readonly number[])[],
  values: readonly number[],
): (objective: readonly number[]) => Range {
  const start = feasible(equations, values);
  if (start === null) return () => ({ min: 0, max: Infinity });
  return (objective) => ({
    min: 0 - most(start, objective, -1),
    max: most(start, objective, 1),
  });
}

interface Tableau {
  /** Equations in canonical form, the value last. */
  rows: Float64Array[];
  /** Which unknown each row stands for; of one that was added to begin with, NONE. */
  basis: number[];
  unknowns: number;
}

const NONE = -1;
const SMALL = 1e-9;
/** A gain under this is rounding. */
const GAIN = 1e-7;
/** After so many steps that gained nothing, Bland's rule sees to it that it ends. */
const IDLE = 30;
const MOST_STEPS = 20_000;

/** A solution to begin with; null where there is none. */
function feasible(
  equations: readonly (readonly number[])[],
  values: readonly number[],
): Tableau | null {
  const unknowns = equations[0]?.length ?? 0;
  const rows = equations.map((equation, at) => Float64Array.of(...equation, values[at] ?? 0));
  const tableau: Tableau = { rows, basis: rows.map(() => NONE), unknowns };
  // Each equation begins with an unknown of its own, which is to become nothing.
  const gains = new Float64Array(unknowns + 1);
  for (const row of rows) add(gains, row, 1);
  run(tableau, gains);
  if ((gains[unknowns] ?? 0) > 1e-6) return null;
  for (let r = rows.length - 1; r >= 0; r -= 1) {
    if (tableau.basis[r] !== NONE) continue;
    const row = rows[r] as Float64Array;
    const c = row.subarray(0, unknowns).findIndex((each) => Math.abs(each) > SMALL);
    if (c >= 0) pivot(tableau, gains, r, c);
    else {
      // It says what the others say.
      rows.splice(r, 1);
      tableau.basis.splice(r, 1);
    }
  }
  return tableau;
}

/** The most of the objective, times `sign`. */
function most(start: Tableau, objective: readonly number[], sign: 1 | -1): number {
  const { unknowns } = start;
  const tableau = {
    rows: start.rows.map((row) => row.slice()),
    basis: [...start.basis],
    unknowns,
  };
  const gains = new Float64Array(unknowns + 1);
  objective.forEach((each, at) => (gains[at] = sign * each));
  tableau.basis.forEach((unknown, r) => {
    const factor = sign * (objective[unknown] ?? 0);
    if (factor !== 0) add(gains, tableau.rows[r] as Float64Array, -factor);
  });
  return run(tableau, gains) ? 0 - (gains[unknowns] ?? 0) : Infinity;
}

/**
 * Changes one unknown for another as long as that gains something. `gains` has what each would gain, and
 * last what was gained, less than nothing. False where there is no end to it.
 */
function run(tableau: Tableau, gains: Float64Array): boolean {
  const { rows, basis, unknowns } = tableau;
  let idle = 0;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const entering = idle > IDLE ? firstGain(gains, unknowns) : largestGain(gains, unknowns);
    if (entering < 0) return true;
    let leaving = -1;
    let best = Infinity;
    for (let r = 0; r < rows.length; r += 1) {
      const row = rows[r] as Float64Array;
      const each = row[entering] as number;
      if (each <= SMALL) continue;
      const ratio = (row[unknowns] as number) / each;
      const isTie = Math.abs(ratio - best) <= SMALL;
      if (isTie ? (basis[r] ?? 0) < (basis[leaving] ?? 0) : ratio < best) {
        best = ratio;
        leaving = r;
      }
    }
    if (leaving < 0) return false;
    idle = best > SMALL ? 0 : idle + 1;
    pivot(tableau, gains, leaving, entering);
  }
  throw new Error('The simplex did not end.');
}

function largestGain(gains: Float64Array, unknowns: number): number {
  let found = -1;
  let most = GAIN;
  for (let c = 0; c < unknowns; c += 1) {
    const each = gains[c] as number;
    if (each > most) [found, most] = [c, each];
  }
  return found;
}

const firstGain = (gains: Float64Array, unknowns: number) =>
  gains.subarray(0, unknowns).findIndex((each) => each > GAIN);

function pivot({ rows, basis }: Tableau, gains: Float64Array, r: number, c: number): void {
  const row = rows[r] as Float64Array;
  const head = row[c] as number;
  for (let i = 0; i < row.length; i += 1) row[i] = (row[i] as number) / head;
  for (const other of [...rows, gains]) {
    const factor = other === row ? 0 : (other[c] as number);
    if (factor !== 0) add(other, row, -factor);
    if (other !== row) other[c] = 0;
  }
  basis[r] = c;
}

function add(to: Float64Array, row: Float64Array, factor: number): void {
  for (let i = 0; i < to.length; i += 1) to[i] = (to[i] as number) + factor * (row[i] as number);
}
