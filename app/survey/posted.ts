import { plainText } from '#app/http/plain-text.ts';
import type { Question } from './definition.ts';
import { hasOther, optionsOf, OTHER, otherKey } from './options.ts';
import type { Answers } from './steps.ts';

/** What a form held, field by field, as typed: shown again unchanged when something is wrong. */
export type Fields = Readonly<Record<string, readonly string[]>>;

const DATE_PARTS = ['day', 'month', 'year'] as const;
export type DatePart = (typeof DATE_PARTS)[number];

export function dateField(name: string, part: DatePart): string {
  return `${name}-${part}`;
}

/** Plain Unicode text: one form of each accented letter, LF for a new line, nothing around it. */
export function tidyText(typed: string): string {
  return plainText(typed).normalize('NFC').trim();
}

/** Digits of any writing (Arabic, Urdu, Bengali, Gurmukhi …) as 0 to 9: phones type them so. */
export function westernDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    // Unicode keeps the ten digits of each writing together, in order.
    let value = 0;
    const code = digit.codePointAt(0) ?? 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
    return String(value);
  });
}

/**
 * The answers to a page's questions from what its form held. What cannot be understood is kept as it
 * was typed, so that the strict shape refuses it with its own message; left empty is null.
 */
export function readPosted(
  questions: readonly Question[],
  fields: Fields,
): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const question of questions) {
    const said = hasOther(question) ? tidyText(fields[otherKey(question.name)]?.[0] ?? '') : '';
    const answer = readOne(question, fields);
    // Words typed beside "Something else" without pressing it are still an answer.
    const value = answer === null && said !== '' ? withOther(question) : answer;
    answers[question.name] = value;
    const choseOther = Array.isArray(value) ? value.includes(OTHER) : value === OTHER;
    if (choseOther && said !== '') answers[otherKey(question.name)] = said;
  }
  return answers;
}

function withOther(question: Question): unknown {
  return question.type === 'checkbox' ? [OTHER] : OTHER;
}

function readOne(question: Question, fields: Fields): unknown {
  const typed = (fields[question.name] ?? []).map(tidyText).filter((value) => value !== '');
  const [first] = typed;
  switch (question.type) {
    case 'comment':
      return first ?? null;
    case 'text':
      if (question.inputType === 'date') return readDate(question.name, fields);
      return first === undefined ? null : question.inputType === 'number' ? numberOf(first) : first;
    case 'checkbox':
      return typed.length === 0 ? null : typed.map((value) => storedValue(question, value));
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
    case 'boolean':
      return first === undefined ? null : storedValue(question, first);
  }
}

function storedValue(question: Question, typed: string): unknown {
  return optionsOf(question).find((option) => String(option.value) === typed)?.value ?? typed;
}

function numberOf(typed: string): number | string {
  const plain = westernDigits(typed).replaceAll(/[\s,]/g, '');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : typed;
}

function readDate(name: string, fields: Fields): string | null {
  const [day, month, year] = DATE_PARTS.map((part) =>
    westernDigits(tidyText(fields[dateField(name, part)]?.[0] ?? '')),
  );
  if (!day && !month && !year) return null;
  return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}

/** The other way round: what stands in the form of a page that was answered before. */
export function fieldsFrom(questions: readonly Question[], answers: Answers): Fields {
  const fields: Record<string, string[]> = {};
  for (const question of questions) {
    const answer = answers[question.name];
    if (question.type === 'text' && question.inputType === 'date') {
      if (typeof answer === 'string') putDate(question.name, answer, fields);
    } else if (Array.isArray(answer)) fields[question.name] = answer.map(String);
    else if (typeof answer === 'string') fields[question.name] = [answer];
    else if (typeof answer === 'number' || typeof answer === 'boolean') {
      fields[question.name] = [String(answer)];
    }
    const said = answers[otherKey(question.name)];
    if (hasOther(question) && typeof said === 'string') fields[otherKey(question.name)] = [said];
  }
  return fields;
}

function putDate(name: string, date: string, fields: Record<string, string[]>): void {
  const [year = '', month = '', day = ''] = date.split('-');
  fields[dateField(name, 'day')] = [day.replace(/^0/, '')];
  fields[dateField(name, 'month')] = [month.replace(/^0/, '')];
  fields[dateField(name, 'year')] = [year];
}
