import type { Question } from './definition.ts';
import { isEmpty } from './conditions.ts';
import { optionsOf, OTHER, otherKey, type OwnOptions } from './options.ts';
import type { Answers } from './steps.ts';

/** An answer as a person would read it, one line an option chosen; none where nothing was answered. */
export function answerInWords(
  question: Question,
  answers: Answers,
  language?: string,
  ours?: OwnOptions,
): string[] {
  const answer = answers[question.name];
  if (isEmpty(answer)) return [];
  const options = optionsOf(question, language, ours);
  const given: unknown[] = Array.isArray(answer) ? answer : [answer];
  const said = answers[otherKey(question.name)];
  return given.map((value) => {
    const text = options.find((option) => option.value === value)?.text ?? String(value);
    return value === OTHER && typeof said === 'string' && said !== ''
      ? `${text}: ${said}`
      : dated(text, question);
  });
}

function dated(text: string, question: Question): string {
  const isDate = question.type === 'text' && question.inputType === 'date';
  const parts = isDate ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) : null;
  return parts ? `${Number(parts[3])}/${Number(parts[2])}/${parts[1]}` : text;
}
