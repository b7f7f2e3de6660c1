/** Small dense matrices as lists of rows: enough for tables of two questions. */
export type Matrix = number[][];

export const transpose = (a: Matrix): Matrix =>
  (a[0] ?? []).map((_, column) => a.map((row) => row[column] ?? 0));

export function times(a: Matrix, b: Matrix): Matrix {
  const columns = transpose(b);
  return a.map((row) =>
    columns.map((column) => row.reduce((sum, each, at) => sum + each * (column[at] ?? 0), 0)),
  );
}

/**
 * Solves A X = B by Gaussian elimination with row pivoting; null where A is singular.
 */
export function solve(a: Matrix, b: Matrix): Matrix | null {
  const size = a.length;
  const rows = a.map((row, at) => [...row, ...(b[at] ?? [])]);
  for (let at = 0; at < size; at += 1) {
    const best = rows
      .map((row, line) => ({ line, value: Math.abs(row[at] ?? 0) }))
      .filter(({ line }) => line >= at)
      .reduce((one, other) => (other.value > one.value ? other : one));
    if (best.value < 1e-12) return null;
    const [pivot = [], kept = []] = [rows[best.line], rows[at]];
    rows[best.line] = kept;
    rows[at] = pivot;
    const head = pivot[at] ?? 1;
    rows.forEach((row, line) => {
      if (line === at) return;
      const factor = (row[at] ?? 0) / head;
      if (factor === 0) return;
      for (let c = at; c < row.length; c += 1) row[c] = (row[c] ?? 0) - factor * (pivot[c] ?? 0);
    });
  }
  return rows.map((row, line) => row.slice(size).map((each) => each / (row[line] ?? 1)));
}
