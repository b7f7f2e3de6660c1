import { chiSquare } from './chi-square.ts';
import { solve, times, transpose, type Matrix } from './matrix.ts';
import { chiSquareTail, fTail } from './special-functions.ts';

/**
 * Whether two questions have to do with each other when answers are weighted: Pearson's statistic on
 * the weighted shares, corrected for what the weights do to chance (Rao and Scott 1984, Ann. Statist.
 * 12:46; second order by Thomas and Rao 1987, as R's svychisq computes it). Never the plain chi-square
 * of weighted counts, which takes a heavy weight for many people.
 */
export interface RaoScott {
  /** The statistic of the second order, on `ndf` and `ddf` degrees of freedom. */
  f: number;
  ndf: number;
  ddf: number;
  p: number;
  /** Pearson's statistic of the weighted shares times n, and its p by the correction of first order. */
  statistic: number;
  pFirstOrder: number;
}

/** Weights in each cell of a table: their sum and the sum of their squares. */
export interface WeightedCells {
  sums: Matrix;
  squares: Matrix;
  /** How many answers. */
  n: number;
}

/** Rao-Scott for weights as they are, each answer for itself. Null where there is nothing to compare. */
export function raoScott(cells: WeightedCells): RaoScott | null {
  const keep = linesWithWeight(cells.sums);
  const sums = keep(cells.sums);
  return raoScottOf(
    sums,
    covarianceOfShares(sums, keep(cells.squares), cells.n),
    cells.n,
    cells.n - 1,
  );
}

function linesWithWeight(sums: Matrix): (of: Matrix) => Matrix {
  const rows = sums.flatMap((row, at) => (row.some((sum) => sum > 0) ? [at] : []));
  const columns = (sums[0] ?? []).flatMap((_, c) =>
    sums.some((row) => (row[c] ?? 0) > 0) ? [c] : [],
  );
  return (of) => rows.map((r) => columns.map((c) => of[r]?.[c] ?? 0));
}

/**
 * The covariance of the weighted shares of all cells (row after row), answers drawn one by one with
 * replacement: the linearised mean, n/(n−1) Σ z zᵀ with z = w (1[cell] − share) / Σw.
 */
function covarianceOfShares(sums: Matrix, squares: Matrix, n: number): Matrix {
  const total = sums.flat().reduce((sum, each) => sum + each, 0);
  const shares = sums.flat().map((sum) => sum / total);
  const parts = squares.flat();
  const all = parts.reduce((sum, each) => sum + each, 0);
  const scale = n / (n - 1) / total ** 2;
  return shares.map((p, i) =>
    shares.map((q, j) => {
      const own = i === j ? (parts[i] ?? 0) : 0;
      return scale * (own - q * (parts[i] ?? 0) - p * (parts[j] ?? 0) + p * q * all);
    }),
  );
}

/** One answer of a designed sample: the cell it falls in (row after row), and where it was drawn. */
export interface Drawn {
  cell: number;
  weight: number;
  stratum: string;
  /** Answers that were drawn together; each its own where they were drawn one by one. */
  cluster: string;
}

/**
 * The covariance of the weighted shares under a design of strata and clusters drawn with replacement,
 * or without it where the number of clusters in a stratum's population is known (Cochran 1977, ch. 11).
 */
export function covarianceByDesign(
  drawn: readonly Drawn[],
  cells: number,
  clustersInStratum?: ReadonlyMap<string, number>,
): { covariance: Matrix; degreesOfFreedom: number } {
  const total = drawn.reduce((sum, { weight }) => sum + weight, 0);
  const shares = Array.from(
    { length: cells },
    (_, cell) =>
      drawn.reduce((sum, each) => sum + (each.cell === cell ? each.weight : 0), 0) / total,
  );
  const strata = new Map<string, Map<string, number[]>>();
  for (const { cell, weight, stratum, cluster } of drawn) {
    const clusters = strata.get(stratum) ?? new Map<string, number[]>();
    strata.set(stratum, clusters);
    const sums = clusters.get(cluster) ?? shares.map(() => 0);
    clusters.set(cluster, sums);
    shares.forEach((share, k) => {
      sums[k] = (sums[k] ?? 0) + (weight * ((k === cell ? 1 : 0) - share)) / total;
    });
  }
  const covariance: Matrix = shares.map(() => shares.map(() => 0));
  for (const [stratum, clusters] of strata) {
    addStratum(covariance, [...clusters.values()], clustersInStratum?.get(stratum));
  }
  const clusters = [...strata.values()].reduce((sum, each) => sum + each.size, 0);
  return { covariance, degreesOfFreedom: clusters - strata.size };
}

function addStratum(covariance: Matrix, clusters: readonly number[][], population?: number): void {
  const m = clusters.length;
  if (m < 2) return;
  const left = population === undefined ? 1 : 1 - m / population;
  const means = covariance.map((_, k) => clusters.reduce((s, c) => s + (c[k] ?? 0), 0) / m);
  for (const cluster of clusters) {
    covariance.forEach((row, i) => {
      const off = (cluster[i] ?? 0) - (means[i] ?? 0);
      row.forEach((_, j) => {
        row[j] = (row[j] ?? 0) + (left * m * off * ((cluster[j] ?? 0) - (means[j] ?? 0))) / (m - 1);
      });
    });
  }
}

/**
 * The test from the weighted sums of the cells and the covariance of their shares.
 *
 * @param degreesOfFreedom of the design: clusters less strata; answers less one where there are none
 */
export function raoScottOf(
  sums: Matrix,
  covariance: Matrix,
  n: number,
  degreesOfFreedom: number,
): RaoScott | null {
  const total = sums.flat().reduce((sum, each) => sum + each, 0);
  const pearson = chiSquare(sums.map((row) => row.map((sum) => (sum * n) / total)));
  if (!pearson) return null;
  const shares = sums.flat().map((sum) => sum / total);
  const contrasts = interactions(sums.length, sums[0]?.length ?? 0);
  const inverse = shares.map((share) => (share === 0 ? 0 : 1 / share));
  const scaled = contrasts.map((row, cell) => row.map((each) => each * (inverse[cell] ?? 0)));
  const numerator = times(transpose(scaled), times(covariance, scaled));
  const denominator = times(
    transpose(contrasts),
    scaled.map((row) => row.map((each) => each / n)),
  );
  const delta = solve(denominator, numerator);
  if (!delta) return null;
  const trace = diagonal(delta);
  const ndf = trace ** 2 / diagonal(times(delta, delta));
  const f = pearson.statistic / trace;
  if (!Number.isFinite(f) || !Number.isFinite(ndf)) return null;
  const ddf = ndf * degreesOfFreedom;
  return {
    f,
    ndf,
    ddf,
    p: fTail(f, ndf, ddf),
    statistic: pearson.statistic,
    pFirstOrder: chiSquareTail(pearson.statistic / (trace / pearson.df), pearson.df),
  };
}

/** What is left of each interaction of the two questions once rows and columns are taken out. */
function interactions(rows: number, columns: number): Matrix {
  const out: Matrix = [];
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      const line: number[] = [];
      for (let i = 1; i < rows; i += 1) {
        for (let j = 1; j < columns; j += 1) {
          line.push(((r === i ? 1 : 0) - 1 / rows) * ((c === j ? 1 : 0) - 1 / columns));
        }
      }
      out.push(line);
    }
  }
  return out;
}

const diagonal = (a: Matrix) => a.reduce((sum, row, at) => sum + (row[at] ?? 0), 0);
