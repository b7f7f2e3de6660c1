import { optionsOf } from '#app/survey/options.ts';
import { questionsOf, type Definition } from '#app/survey/definition.ts';
import type { Margin } from './margin.ts';

/**
 * What may be assumed of the population before anybody has entered a figure, so that a gap as wide as
 * "4 per cent fathers" shows on the first open day: a child has a mother and a father. Nobody has
 * counted it here, so it is never used for weights.
 */
const HALF_AND_HALF = [
  { question: 'sex', fathers: 'male', mothers: 'female', labels: ['Men', 'Women'] },
  {
    question: 'relationship',
    fathers: 'father',
    mothers: 'mother',
    labels: ['Fathers', 'Mothers'],
  },
] as const;

const ASSUMED_SOURCE =
  'An assumption, not an official figure: as many fathers as mothers. Enter the figure for your area with its source to replace it.';

/**
 * The assumption that fits a questionnaire, by the first of its questions that parts fathers from
 * mothers and that has no figures of its own yet; none where one of them has.
 *
 * @param known questions for which staff have said what the population looks like
 */
export function assumedMargins(definition: Definition, known: readonly string[]): Margin[] {
  if (HALF_AND_HALF.some(({ question }) => known.includes(question))) return [];
  const questions = questionsOf(definition);
  // "Who are you to the child" says fathers plainly; "male" also holds grandfathers.
  for (const half of [...HALF_AND_HALF].reverse()) {
    const question = questions.find(({ name }) => name === half.question);
    if (!question) continue;
    const values = optionsOf(question).map(({ value }) => String(value));
    if (!values.includes(half.fathers) || !values.includes(half.mothers)) continue;
    return [
      {
        question: half.question,
        unit: 'percent',
        groups: [
          { label: half.labels[0], options: [half.fathers], figure: 50 },
          { label: half.labels[1], options: [half.mothers], figure: 50 },
        ],
        source: ASSUMED_SOURCE,
        asAt: '',
        assumed: true,
      },
    ];
  }
  return [];
}
