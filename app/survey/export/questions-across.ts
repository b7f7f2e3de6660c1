import { questionsOf, type Definition, type Question } from '#app/survey/definition.ts';

/**
 * The questions of all versions of a survey: those of the newest in its order, with every answer that
 * an older version offered as well; then those that only older versions asked. Nothing that somebody
 * answered is left out of an export because the question was taken out later.
 *
 * @param definitions newest first
 */
export function questionsAcross(definitions: readonly Definition[]): Question[] {
  const byName = new Map<string, Question>();
  for (const definition of definitions) {
    for (const question of questionsOf(definition)) {
      const newer = byName.get(question.name);
      byName.set(question.name, newer ? withOlderChoices(newer, question) : question);
    }
  }
  return [...byName.values()];
}

const SPECIALS = ['showOtherItem', 'showNoneItem', 'showDontKnowItem', 'showRefuseItem'] as const;

function withOlderChoices(newer: Question, older: Question): Question {
  if (!('choices' in newer) || !('choices' in older)) return newer;
  const known = new Set(newer.choices.map(valueOf));
  const more = older.choices.filter((choice) => !known.has(valueOf(choice)));
  const specials = SPECIALS.filter((name) => newer[name] !== true && older[name] === true);
  if (more.length === 0 && specials.length === 0) return newer;
  return {
    ...newer,
    choices: [...newer.choices, ...more],
    ...Object.fromEntries(specials.map((name) => [name, true])),
  };
}

type Choice = Extract<Question, { type: 'radiogroup' }>['choices'][number];

const valueOf = (choice: Choice) => (typeof choice === 'object' ? choice.value : choice);
