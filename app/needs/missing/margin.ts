import { z } from 'zod';
import { standingOf, type Standing } from '#app/survey/answers.ts';
import type { Question } from '#app/survey/definition.ts';
import type { Answers } from '#app/survey/steps.ts';

/** A group of the population, the answers that count as it, and how many or which part it is. */
export const MarginGroup = z.object({
  label: z.string(),
  options: z.array(z.string()),
  figure: z.number(),
});
export type MarginGroup = z.infer<typeof MarginGroup>;
/** What the population of families looks like by one question, as staff say it, with its source. */
export interface Margin {
  question: string;
  unit: 'people' | 'percent';
  groups: readonly MarginGroup[];
  source: string;
  /** The day that the figures speak of, YYYY-MM-DD. */
  asAt: string;
  /** Nobody counted it: an assumption, said as such wherever it shows. */
  assumed: boolean;
}

/** Each group's part of the population, 0 to 1, adding to 1. */
export function sharesOf({ groups }: Pick<Margin, 'groups'>): number[] {
  const total = groups.reduce((sum, { figure }) => sum + figure, 0);
  return groups.map(({ figure }) => (total === 0 ? 0 : figure / total));
}

/** How many people the groups have together; null where only their parts are known. */
export function peopleOf({ unit, groups }: Pick<Margin, 'unit' | 'groups'>): number | null {
  return unit === 'people' ? groups.reduce((sum, { figure }) => sum + figure, 0) : null;
}

/** Only a question with one answer parts families into groups. */
export function canBeCompared(question: Question): boolean {
  switch (question.type) {
    case 'radiogroup':
    case 'dropdown':
    case 'boolean':
    case 'rating':
      return true;
    case 'checkbox':
    case 'comment':
    case 'text':
      return false;
  }
}

/** Why a set of answers is in no group of a margin. */
export type OutOfGroups = Exclude<Standing, 'answered'> | 'not-compared';

/** The group of a set of answers by its position, or why it is in none. */
export function groupOf(margin: Pick<Margin, 'question' | 'groups'>, answers: Answers) {
  return groupsBy(margin)(answers);
}

/** The same for many sets of answers: looks the options up once. */
export function groupsBy(
  margin: Pick<Margin, 'question' | 'groups'>,
): (answers: Answers) => number | OutOfGroups {
  const byOption = new Map(
    margin.groups.flatMap(({ options }, at) => options.map((option) => [option, at] as const)),
  );
  return (answers) => {
    const standing = standingOf(margin.question, answers);
    if (standing !== 'answered') return standing;
    return byOption.get(String(answers[margin.question])) ?? 'not-compared';
  };
}
