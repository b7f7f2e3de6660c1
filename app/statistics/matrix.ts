/** Small dense matrices as lists of rows: enough for tables of two questions. */
export type Matrix = number[][];

export const transpose = (a: Matrix): Matrix =>
  (a[0] ?? []).map((_, column) => a.map((row) => row[column] ?? 0));

export function times(a: Matrix, b: Matrix): Matrix {
  const width = b[0]?.length ?? 0;
  return a.map((row) => {
    const out = new Array<number>(width).fill(0);
    for (let k = 0; k < row.length; k += 1) {
      const each = row[k] ?? 0;
      const other = b[k];
      if (each === 0 || other === undefined) continue;
      for (let c = 0; c < width; c += 1) out[c]! += each * other[c]!;
    }
    return out;
  });
}

/**
 * Solves A X = B by Gaussian elimination with row pivoting; null where A is singular.
 */
export function solve(a: Matrix, b: Matrix): Matrix | null {
  const size = a.length;
  const rows = a.map((row, at) => [...row, ...(b[at] ?? [])]);
  for (let at = 0; at < size; at += 1) {
    let best = at;
    for (let line = at + 1; line < size; line += 1) {
      if (Math.abs(rows[line]?.[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0)) best = line;
    }
    const [pivot = [], kept = []] = [rows[best], rows[at]];
    if (Math.abs(pivot[at] ?? 0) < 1e-12) return null;
    rows[best] = kept;
    rows[at] = pivot;
    const head = pivot[at] ?? 1;
    rows.forEach((row, line) => {
      if (line === at) return;
      const factor = (row[at] ?? 0) / head;
      if (factor === 0) return;
      for (let c = at; c < row.length; c += 1) row[c]! -= factor * pivot[c]!;
    });
  }
  return rows.map((row, line) => row.slice(size).map((each) => each / (row[line] ?? 1)));
}
