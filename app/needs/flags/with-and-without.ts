import { HIDDEN, revealsByDifference } from '#app/statistics/small-numbers.ts';
import type { Definition } from '#app/survey/definition.ts';
import { resultsOf, type QuestionResult } from '#app/survey/results.ts';
import type { Answers } from '#app/survey/steps.ts';

/** One figure with the answers that were set aside, and without them. */
export interface Changed {
  title: string;
  label: string;
  /** 0 to 1. */
  withAll: number;
  without: number;
}

/**
 * What setting answers aside changes, the largest change first: only figures of questions where the
 * difference would not tell what a few answered.
 *
 * @param aside the ids of the answers that are set aside
 */
export function whatSettingAsideChanges(
  definition: Definition,
  rows: readonly { id: string; answers: Answers }[],
  aside: ReadonlySet<string>,
): Changed[] {
  if (aside.size === 0) return [];
  const all = resultsOf(
    definition,
    rows.map(({ answers }) => answers),
  );
  const part = resultsOf(
    definition,
    rows.filter(({ id }) => !aside.has(id)).map(({ answers }) => answers),
  );
  const byName = new Map(part.questions.map((question) => [question.name, question]));
  return all.questions
    .flatMap((question) => {
      const without = byName.get(question.name);
      return without && isSafe(question, without) ? changesOf(question, without) : [];
    })
    .filter(({ withAll, without }) => Math.round(100 * withAll) !== Math.round(100 * without))
    .sort((a, b) => Math.abs(b.without - b.withAll) - Math.abs(a.without - a.withAll));
}

/** Nothing hidden on either side, and no difference of a few. */
function isSafe(all: QuestionResult, part: QuestionResult): boolean {
  const [whole, rest] = [all, part].map(({ base, rows }) => [base, ...rows.map((r) => r.count)]);
  if (!whole || !rest || whole.length !== rest.length) return false;
  if (all.kind === 'number' || [...whole, ...rest].includes(HIDDEN)) return false;
  return !revealsByDifference(whole.map(Number), rest.map(Number));
}

function changesOf(all: QuestionResult, part: QuestionResult): Changed[] {
  return all.rows.flatMap(({ value, label, share }) => {
    const other = part.rows.find((row) => row.value === value)?.share;
    if (share === null || other === null || other === undefined) return [];
    return [{ title: all.title, label, withAll: share, without: other }];
  });
}
