import { totalsOf, withoutEmptyLines, type Counts } from './chi-square.ts';
import { lnFactorial } from './special-functions.ts';

/** Tables as likely as the one seen count as at least as extreme, whatever the rounding: as R does. */
const AS_LIKELY = 1 + 1e-7;

/**
 * Fisher's exact test of a 2 by 2 table, two-sided: the chance, with all totals as they are, of a table
 * no likelier than this one (Fisher 1935).
 */
export function fisher2x2(a: number, b: number, c: number, d: number): number {
  const [row, column, n] = [a + b, a + c, a + b + c + d];
  const low = Math.max(0, column - (n - row));
  const high = Math.min(row, column);
  const chance = (k: number) =>
    Math.exp(lnChoose(row, k) + lnChoose(n - row, column - k) - lnChoose(n, column));
  const seen = chance(a) * AS_LIKELY;
  let p = 0;
  for (let k = low; k <= high; k += 1) if (chance(k) <= seen) p += chance(k);
  return Math.min(1, p);
}

const lnChoose = (n: number, k: number) => lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k);

/**
 * The same for a table of any size by drawing tables with the same totals: the share of them that is no
 * likelier than this one (Agresti 1992, Statist. Sci. 7:131, with the seen table counted among the
 * drawn, so that p is never 0). The dice are seeded: the same table always gives the same answer.
 *
 * @returns null where the table has fewer than two rows or columns with anybody in them
 */
export function monteCarloTest(
  table: Counts,
  { draws = 5000, seed = 20_260_401 } = {},
): number | null {
  const counts = withoutEmptyLines(table);
  if (counts.length < 2 || (counts[0]?.length ?? 0) < 2) return null;
  const { rowTotals, columnTotals, n } = totalsOf(counts);
  const rowOf = spread(rowTotals, n);
  const columnOf = spread(columnTotals, n);
  const width = columnTotals.length;
  // Likelihood given the totals: the smaller the sum of ln n_ij!, the likelier the table.
  const logs = Array.from({ length: n + 1 }, (_, k) => lnFactorial(k));
  const weigh = (cells: Iterable<number>) => {
    let sum = 0;
    for (const count of cells) sum += logs[count] ?? 0;
    return sum;
  };
  const seen = weigh(counts.flat()) - 1e-7;
  const dice = diceFrom(seed);
  const cells = new Int32Array(rowTotals.length * width);
  let asExtreme = 1;
  for (let draw = 0; draw < draws; draw += 1) {
    shuffle(columnOf, dice);
    cells.fill(0);
    for (let i = 0; i < n; i += 1) {
      const at = (rowOf[i] ?? 0) * width + (columnOf[i] ?? 0);
      cells[at] = (cells[at] ?? 0) + 1;
    }
    if (weigh(cells) >= seen) asExtreme += 1;
  }
  return asExtreme / (draws + 1);
}

function spread(totals: readonly number[], n: number): Int32Array {
  const each = new Int32Array(n);
  let at = 0;
  totals.forEach((total, line) => {
    each.fill(line, at, at + total);
    at += total;
  });
  return each;
}

function shuffle(numbers: Int32Array, dice: () => number): void {
  for (let i = numbers.length - 1; i > 0; i -= 1) {
    const j = Math.floor(dice() * (i + 1));
    const kept = numbers[i] ?? 0;
    numbers[i] = numbers[j] ?? 0;
    numbers[j] = kept;
  }
}

/** Numbers from 0 to 1 that look thrown and are always the same for a seed (mulberry32). */
export function diceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
