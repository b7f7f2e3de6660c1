/**
 * Counts a table from typed columns in one pass: how many, the sum of their weights, and the sum of
 * the squares of their weights (for the effective base and for Rao and Scott's test).
 */
export interface Counted {
  /** Answers with a row, a column and, where there is a filter, an answer to it. */
  count: (row: number, column: number, slice?: number) => number;
  weight: (row: number, column: number, slice?: number) => number;
  square: (row: number, column: number, slice?: number) => number;
}

/** One question's part in a table: per set of answers the place of its category. */
export interface Codes {
  /** How many categories; the code of this number means that there is no answer to count. */
  size: number;
  codes: Uint16Array;
}

const FIGURES = 3;

/** @param weights one a set of answers; null where each counts for one */
export function countTable(
  rows: Codes,
  columns: Codes,
  filter: Codes | null,
  weights: Float64Array | null,
): Counted {
  const width = columns.size + 1;
  const depth = filter === null ? 1 : filter.size + 1;
  const sums = new Float64Array((rows.size + 1) * width * depth * FIGURES);
  if (filter !== null)
    countThree(sums, rows.codes, columns.codes, filter.codes, width, depth, weights);
  else if (weights !== null) countWeighted(sums, rows.codes, columns.codes, width, weights);
  else countPlain(sums, rows.codes, columns.codes, width);
  const read =
    (figure: number) =>
    (row: number, column: number, slice = 0): number =>
      sums[((row * width + column) * depth + slice) * FIGURES + figure] ?? 0;
  return {
    count: read(0),
    weight: read(weights === null ? 0 : 1),
    square: read(weights === null ? 0 : 2),
  };
}

// Three loops and no test inside them: this is what a hundred thousand answers wait for. Every index
// is within its array by construction, so that none of the fallbacks below is ever taken.

function countPlain(sums: Float64Array, rows: Uint16Array, columns: Uint16Array, width: number) {
  const n = rows.length;
  for (let i = 0; i < n; i += 1) {
    const at = (rows[i]! * width + columns[i]!) * 3;
    sums[at]! += 1;
  }
}

function countWeighted(
  sums: Float64Array,
  rows: Uint16Array,
  columns: Uint16Array,
  width: number,
  weights: Float64Array,
) {
  const n = rows.length;
  for (let i = 0; i < n; i += 1) {
    const at = (rows[i]! * width + columns[i]!) * 3;
    const weight = weights[i]!;
    sums[at]! += 1;
    sums[at + 1]! += weight;
    sums[at + 2]! += weight * weight;
  }
}

function countThree(
  sums: Float64Array,
  rows: Uint16Array,
  columns: Uint16Array,
  filter: Uint16Array,
  width: number,
  depth: number,
  weights: Float64Array | null,
) {
  const n = rows.length;
  for (let i = 0; i < n; i += 1) {
    const at = ((rows[i]! * width + columns[i]!) * depth + filter[i]!) * 3;
    const weight = weights === null ? 1 : weights[i]!;
    sums[at]! += 1;
    sums[at + 1]! += weight;
    sums[at + 2]! += weight * weight;
  }
}
