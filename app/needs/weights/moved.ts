import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { standingOf } from '#app/survey/answers.ts';
import type { QuestionResult } from '#app/survey/results.ts';
import type { Answers } from '#app/survey/steps.ts';

/** One answer to one question, unweighted beside weighted. */
export interface Moved {
  question: string;
  title: string;
  label: string;
  /** 0 to 1, of those who answered. */
  unweighted: number;
  weighted: number;
}

/**
 * What weighting changes: every figure that the results show, unweighted and weighted, the largest
 * change first. What the results hide is left out here too.
 */
export function whatMoves(
  results: readonly QuestionResult[],
  rows: readonly { id: string; answers: Answers }[],
  weights: ReadonlyMap<string, number>,
): Moved[] {
  return results
    .filter(({ kind, base }) => kind !== 'words' && kind !== 'number' && base !== HIDDEN)
    .flatMap((question) => movedOf(question, rows, weights))
    .sort((a, b) => Math.abs(b.weighted - b.unweighted) - Math.abs(a.weighted - a.unweighted));
}

function movedOf(
  { name, title, rows: shown }: QuestionResult,
  rows: readonly { id: string; answers: Answers }[],
  weights: ReadonlyMap<string, number>,
): Moved[] {
  let base = 0;
  const sums = new Map<string, number>();
  for (const { id, answers } of rows) {
    if (standingOf(name, answers) !== 'answered') continue;
    const weight = weights.get(id) ?? 0;
    base += weight;
    for (const value of new Set([answers[name]].flat())) {
      sums.set(String(value), (sums.get(String(value)) ?? 0) + weight);
    }
  }
  if (base === 0) return [];
  return shown.flatMap(({ value, label, count, share }) =>
    count === HIDDEN || share === null
      ? []
      : [
          {
            question: name,
            title,
            label,
            unweighted: share,
            weighted: (sums.get(value) ?? 0) / base,
          },
        ],
  );
}
