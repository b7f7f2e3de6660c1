import { filterText } from './crosstab-form.ts';
import type { Variables } from './variables.ts';

/** What a person can choose from: questions, and answers to filter by. */
export function offeredBy(variables: Variables) {
  const questions = variables.names().map(({ name, title, why }) => ({ name, title, why }));
  const filters = questions.flatMap(({ name, title, why }) => {
    const side = variables.side(name);
    if (why !== null || side?.kind !== 'parts' || !variables.everybodyWasAsked(name)) return [];
    const answers = side.variable.categories.map(({ value, label }) => ({
      value: filterText({ filter: { name, value } }),
      label,
    }));
    return [{ title, answers }];
  });
  return { questions, filters };
}
