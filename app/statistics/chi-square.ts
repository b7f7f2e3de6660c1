import { chiSquareTail } from './special-functions.ts';

/** A table of counts: one list a row, all of one length. */
export type Counts = readonly (readonly number[])[];

export interface ChiSquare {
  statistic: number;
  df: number;
  /** The chance of a table at least as uneven if the two questions had nothing to do with each other. */
  p: number;
  /** Of each cell: what chance alone would put there. */
  expected: number[][];
  /** Of each cell: how far it is from that, in standard errors (Haberman 1973, Biometrics 29:205). */
  residuals: number[][];
  /** Cramér's V, 0 to 1: how strong the tie is, whatever the number of answers (Cramér 1946, p. 282). */
  v: number;
  n: number;
  /** More than a fifth of the expected counts are under 5, or one is under 1 (Cochran 1954). */
  tooFew: boolean;
}

/** Rows and columns without anybody say nothing and are left out, as the formulas need. */
export function withoutEmptyLines(counts: Counts): number[][] {
  const width = counts[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, c) => c).filter((c) =>
    counts.some((row) => (row[c] ?? 0) > 0),
  );
  return counts
    .map((row) => columns.map((c) => row[c] ?? 0))
    .filter((row) => row.some((count) => count > 0));
}

/**
 * Pearson's chi-square of a table (Pearson 1900) with adjusted residuals and Cramér's V; null where a
 * table has fewer than two rows or columns with anybody in them. Expected counts and residuals are of
 * the table without empty rows and columns.
 *
 * @param yates take half off each difference, for a table of 2 by 2 (Yates 1934)
 */
export function chiSquare(table: Counts, { yates = false } = {}): ChiSquare | null {
  const counts = withoutEmptyLines(table);
  const [rows, columns] = [counts.length, counts[0]?.length ?? 0];
  if (rows < 2 || columns < 2) return null;
  const { rowTotals, columnTotals, n } = totalsOf(counts);
  const expected = rowTotals.map((r) => columnTotals.map((c) => (r * c) / n));
  const each = expected.flatMap((row, r) => row.map((e, c) => ({ e, o: counts[r]?.[c] ?? 0 })));
  // Never more than the difference itself, as R does.
  const off = yates ? Math.min(0.5, ...each.map(({ e, o }) => Math.abs(o - e))) : 0;
  const statistic = each.reduce((sum, { e, o }) => sum + (Math.abs(o - e) - off) ** 2 / e, 0);
  const plain = each.reduce((sum, { e, o }) => sum + (o - e) ** 2 / e, 0);
  const df = (rows - 1) * (columns - 1);
  return {
    statistic,
    df,
    p: chiSquareTail(statistic, df),
    expected,
    residuals: expected.map((row, r) =>
      row.map((e, c) => {
        const left = (1 - (rowTotals[r] ?? 0) / n) * (1 - (columnTotals[c] ?? 0) / n);
        return ((counts[r]?.[c] ?? 0) - e) / Math.sqrt(e * left);
      }),
    ),
    v: Math.sqrt(plain / (n * (Math.min(rows, columns) - 1))),
    n,
    tooFew: each.some(({ e }) => e < 1) || each.filter(({ e }) => e < 5).length > each.length / 5,
  };
}

export function totalsOf(counts: Counts) {
  const rowTotals = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnTotals = (counts[0] ?? []).map((_, c) =>
    counts.reduce((sum, row) => sum + (row[c] ?? 0), 0),
  );
  return { rowTotals, columnTotals, n: rowTotals.reduce((sum, each) => sum + each, 0) };
}
