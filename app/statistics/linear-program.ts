/** The least and the most that an unknown, or a sum of them, can be. */
export interface Range {
  min: number;
  max: number;
}

/**
 * The least and the most of one unknown under equations, none of them below zero: the attack of
 * somebody who puts everything published together. Dense two-phase simplex with Bland's rule, for a
 * few dozen unknowns.
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
  return (objective) => ({
    min: optimise(
      copy(start),
      objective.map((each) => -each),
    ),
    max: optimise(copy(start), objective),
  });
}

interface Tableau {
  /** Equations in canonical form, the value last. */
  rows: number[][];
  /** Which unknown each row stands for. */
  basis: number[];
  unknowns: number;
}

const SMALL = 1e-9;
const copy = ({ rows, basis, unknowns }: Tableau): Tableau => ({
  rows: rows.map((row) => [...row]),
  basis: [...basis],
  unknowns,
});

function feasible(equations: readonly (readonly number[])[], values: readonly number[]): Tableau {
  const unknowns = equations[0]?.length ?? 0;
  const m = equations.length;
  const rows = equations.map((equation, at) => [
    ...equation,
    ...Array.from({ length: m }, (_, i) => (i === at ? 1 : 0)),
    values[at] ?? 0,
  ]);
  const tableau = { rows, basis: rows.map((_, at) => unknowns + at), unknowns: unknowns + m };
  const objective = Array.from({ length: unknowns + m }, (_, i) => (i < unknowns ? 0 : -1));
  run(tableau, objective);
  // Artificial unknowns leave, or their row says nothing.
  for (let r = tableau.rows.length - 1; r >= 0; r -= 1) {
    if ((tableau.basis[r] ?? 0) < unknowns) continue;
    const c = tableau.rows[r]?.findIndex((each, at) => at < unknowns && Math.abs(each) > SMALL);
    if (c !== undefined && c >= 0) pivot(tableau, r, c);
    else {
      tableau.rows.splice(r, 1);
      tableau.basis.splice(r, 1);
    }
  }
  return {
    rows: tableau.rows.map((row) => [...row.slice(0, unknowns), row.at(-1) ?? 0]),
    basis: tableau.basis,
    unknowns,
  };
}

/** The value of the objective at its most, or at its least for a negated one. */
function optimise(tableau: Tableau, objective: readonly number[]): number {
  const bounded = run(tableau, objective);
  if (!bounded) return Infinity;
  const sum = tableau.basis.reduce(
    (total, unknown, r) => total + (objective[unknown] ?? 0) * (tableau.rows[r]?.at(-1) ?? 0),
    0,
  );
  const sign = objective.some((each) => each < 0) ? -1 : 1;
  return sign * sum + 0;
}

function run(tableau: Tableau, objective: readonly number[]): boolean {
  for (let step = 0; step < 10_000; step += 1) {
    const entering = improving(tableau, objective);
    if (entering < 0) return true;
    let leaving = -1;
    let best = Infinity;
    tableau.rows.forEach((row, r) => {
      const each = row[entering] ?? 0;
      if (each <= SMALL) return;
      const ratio = (row.at(-1) ?? 0) / each;
      const tie = Math.abs(ratio - best) <= SMALL;
      if (
        ratio < best - SMALL ||
        (tie && (tableau.basis[r] ?? 0) < (tableau.basis[leaving] ?? 0))
      ) {
        best = ratio;
        leaving = r;
      }
    });
    if (leaving < 0) return false;
    pivot(tableau, leaving, entering);
  }
  throw new Error('The simplex did not end.');
}

function improving({ rows, basis, unknowns }: Tableau, objective: readonly number[]): number {
  for (let c = 0; c < unknowns; c += 1) {
    if (basis.includes(c)) continue;
    const cost = rows.reduce(
      (sum, row, r) => sum + (objective[basis[r] ?? 0] ?? 0) * (row[c] ?? 0),
      0,
    );
    if ((objective[c] ?? 0) - cost > 1e-7) return c;
  }
  return -1;
}

function pivot({ rows, basis }: Tableau, r: number, c: number): void {
  const row = rows[r] ?? [];
  const head = row[c] ?? 1;
  for (let i = 0; i < row.length; i += 1) row[i] = (row[i] ?? 0) / head;
  rows.forEach((other, at) => {
    const factor = at === r ? 0 : (other[c] ?? 0);
    if (factor === 0) return;
    for (let i = 0; i < other.length; i += 1) other[i] = (other[i] ?? 0) - factor * (row[i] ?? 0);
  });
  basis[r] = c;
}
