import type { Problem } from '#app/http/problems.ts';
import type { Definition } from '#app/survey/definition.ts';
import type { DefinitionProblem } from '#app/survey/read-definition.ts';
import { calledOf, elementNamed, pageNamed } from './place.ts';

/** What stands in the way of an edit, as problems of a form; all at the field `at`. */
export function problemsOfEdit(
  problems: readonly DefinitionProblem[],
  definition: Definition,
  at: string,
): Problem[] {
  return problems.map(({ element, message }, i) => {
    const thing = elementNamed(definition, element) ?? pageNamed(definition, element);
    const words = thing ? `“${calledOf(thing)}”: ${message}` : message;
    return { field: i === 0 ? at : `${at}-${i}`, message: words };
  });
}

/** What a field of an element is called in a sentence. */
const FIELDS: Readonly<Record<string, string>> = {
  title: 'the wording',
  description: 'the hint',
  isRequired: 'whether it may be left out',
  requiredErrorText: 'what is said when it is left out',
  choices: 'the answers',
  rateValues: 'the answers',
  visibleIf: 'who is asked',
  type: 'the kind of question',
  elements: 'what stands in it',
  html: 'the words',
  maxLength: 'the longest answer',
  texts: 'a translation',
  questions: 'the questions',
};

/** "Tom changed the wording in the meantime. …" */
export function sayClash(by: string, fields: readonly string[]): string {
  const said = [
    ...new Set(fields.map((field) => FIELDS[field.split('.')[0] ?? ''] ?? 'the settings')),
  ];
  const last = said.at(-1) ?? 'it';
  const what = said.length > 1 ? `${said.slice(0, -1).join(', ')} and ${last}` : last;
  return `${by === '' ? 'Somebody' : by} changed ${what} in the meantime. What they saved is shown below your words. Save again to keep yours`;
}
