import type { QuestionResult } from './results.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';

/** The question of the shipped surveys that says who answered: mother, father, grandparent … */
export const WHO_QUESTION = 'relationship';
const FATHER = 'father';

export interface DayCount {
  day: string;
  answers: number;
}

/**
 * Every day from the first to the last with how many answered on it, days without an answer too. At
 * most the last `most` days: a survey that was open for years has other pictures.
 */
export function everyDay(counts: readonly DayCount[], most = 62): DayCount[] {
  const [first] = counts;
  const last = counts.at(-1);
  if (!first || !last) return [];
  const byDay = new Map(counts.map(({ day, answers }) => [day, answers]));
  const days: DayCount[] = [];
  for (let at = Date.parse(`${last.day}T00:00:00Z`); days.length < most; at -= 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    days.unshift({ day, answers: byDay.get(day) ?? 0 });
    if (day <= first.day) break;
  }
  return days;
}

/**
 * A sentence when hardly any fathers answered, with where to find them; null when there is no reason
 * for one, or when saying it would tell a number that is hidden.
 */
export function aboutFathers(result: QuestionResult | undefined): string | null {
  const row = result?.rows.find(({ value }) => value === FATHER);
  if (!result || !row || result.base === HIDDEN || result.base < 20) return null;
  const where =
    'Take the poster to where fathers are: antenatal classes, nursery pick-up, Saturday sport, workplaces and barbers.';
  if (row.count === HIDDEN) return `Hardly any fathers have answered. ${where}`;
  if (row.count / result.base >= 0.15) return null;
  const share = Math.round((100 * row.count) / result.base);
  return `${row.count} of ${result.base} who said who they are (${share}%) are fathers. ${where}`;
}
