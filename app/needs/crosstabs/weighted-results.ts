import type { Column, Columns } from '#app/survey/columns.ts';
import { STANDINGS } from '#app/survey/columns.ts';
import type { ResultRow, SurveyResults } from '#app/survey/results.ts';
import type { Steps } from '#app/statistics/in-steps.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';

const ANSWERED = STANDINGS.indexOf('answered');

/**
 * The weighted share of each answer to each question, by the question's name and the answer's value.
 * Only of questions that hide nothing: a weighted whole beside hidden numbers would be one more equation
 * to work them out by.
 */
export function* weightedShares(
  { columns }: Columns,
  results: SurveyResults,
  weights: Float64Array,
): Steps<Record<string, Record<string, number>>> {
  const found: Record<string, Record<string, number>> = {};
  for (const [at, column] of columns.entries()) {
    const result = results.questions[at];
    if (!result || result.hiddenBecause !== null || result.rows.length === 0) continue;
    if (result.rows.some(({ count }) => count === HIDDEN)) continue;
    const shares = sharesOf(column, result.rows, weights);
    if (shares) found[result.name] = shares;
    yield;
  }
  return found;
}

function sharesOf(
  column: Column,
  rows: readonly ResultRow[],
  weights: Float64Array,
): Record<string, number> | null {
  const sums = rows.map(() => 0);
  let base = 0;
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i] ?? 0;
    const code = column.codes[i] ?? rows.length;
    const several = column.kind === 'several-answers';
    if (several ? column.standing[i] !== ANSWERED : code >= rows.length) continue;
    base += weight;
    if (!several) sums[code] = (sums[code] ?? 0) + weight;
    else {
      column.chosen.forEach((chosen, option) => {
        sums[option] = (sums[option] ?? 0) + weight * (chosen[i] ?? 0);
      });
    }
  }
  if (!(base > 0)) return null;
  return Object.fromEntries(rows.map(({ value }, row) => [value, (sums[row] ?? 0) / base]));
}

/**
 * By how many points of a hundred any share could move at most if so many answers were left out: said
 * from the totals alone, so that it gives nothing away.
 */
export function mostByLeavingOut(leftOut: number, answers: number): number {
  if (leftOut <= 0 || answers <= leftOut) return leftOut <= 0 ? 0 : 100;
  return Math.min(100, Math.ceil((100 * leftOut) / (answers - leftOut)));
}
