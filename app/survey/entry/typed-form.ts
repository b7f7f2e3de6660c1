import { z } from 'zod';
import type { Problem, Typed } from '#app/http/problems.ts';
import { isEmpty } from '../conditions.ts';
import { titleOf, type Question } from '../definition.ts';
import { codesOf, type Codes } from '../option-codes.ts';
import { hasOther, OTHER, otherKey } from '../options.ts';
import { readPosted, tidyText } from '../posted.ts';
import { askedNames, type Answers, type Step } from '../steps.ts';

/**
 * A form as somebody types it from paper, question by question in the order printed: numbers for
 * answers of a list, words for words. Nothing here stores anything.
 */

/** What is typed where the form was left empty, so that Enter goes on to the next question. */
const LEFT_EMPTY = '-';

/** The field in which a question's answer is typed. */
export const boxOf = (name: string) => `a-${name}`;
/** The field for the words of "something else". */
export const wordsBoxOf = (name: string) => `a-${otherKey(name)}`;

/** What stands on the form besides the questions. `on`: Enter was pressed; go on to the next one. */
export const TypedFormFields = z.object({
  intent: z.enum(['on', 'save']),
  key: z.string().regex(/^[0-9a-f]{32}$/, 'This page is out of date: open it again'),
  number: z
    .union(
      [z.literal('').transform(() => null), z.coerce.number().int().min(1).max(99_999)],
      'Enter the number of the form as a whole number, such as 12',
    )
    .default(null),
});

export interface TypedForm {
  answers: Record<string, unknown>;
  problems: Problem[];
}

/** The answers that were typed, and what cannot be understood of them. */
export function readTypedForm(questions: readonly Question[], typed: Typed): TypedForm {
  const answers: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const question of questions) {
    const { name } = question;
    const read = readBox(question, typedIn(typed, boxOf(name)));
    if (read.ok) answers[name] = read.answer;
    else {
      answers[name] = null;
      problems.push({ field: boxOf(name), message: read.message });
    }
    const words = typedIn(typed, wordsBoxOf(name));
    if (!hasOther(question) || words === '' || words === LEFT_EMPTY) continue;
    answers[name] = withOther(question, answers[name]);
    if (saysOther(answers[name])) answers[otherKey(name)] = words;
    else {
      const message = `There are words for “${titleOf(question)}” but its number is not “something else”: change the number or clear the words`;
      problems.push({ field: wordsBoxOf(name), message });
    }
  }
  return { answers, problems };
}

type Read = { ok: true; answer: unknown } | { ok: false; message: string };

function typedIn(typed: Typed, field: string): string {
  const value = typed[field];
  return tidyText((Array.isArray(value) ? value[0] : value) ?? '');
}

const saysOther = (answer: unknown) =>
  Array.isArray(answer) ? answer.includes(OTHER) : answer === OTHER;

/** Words written beside "something else" without ticking it are still that answer. */
function withOther(question: Question, answer: unknown): unknown {
  if (question.type === 'checkbox') {
    const chosen: unknown[] = Array.isArray(answer) ? answer : [];
    return chosen.includes(OTHER) ? chosen : [...chosen, OTHER];
  }
  return answer ?? OTHER;
}

function readBox(question: Question, typed: string): Read {
  if (typed === '' || typed === LEFT_EMPTY) return { ok: true, answer: null };
  switch (question.type) {
    case 'comment':
      return { ok: true, answer: typed };
    case 'text':
      if (question.inputType === 'date') return readDay(question, typed);
      return {
        ok: true,
        answer: readPosted([question], { [question.name]: [typed] })[question.name],
      };
    case 'checkbox':
      return readNumbers(
        question,
        typed.split(/[\s,;.+/]+/).filter((part) => part !== ''),
      );
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
    case 'boolean':
      return readNumbers(question, [typed]);
  }
}

function readNumbers(question: Question, parts: readonly string[]): Read {
  const codes = codesOf(question);
  const values: unknown[] = [];
  for (const part of parts) {
    const code = /^\d{1,3}$/.test(part) ? Number(part) : undefined;
    if (code === codes.noReply && parts.length === 1) return { ok: true, answer: null };
    const option = codes.options.find((one) => one.code === code);
    if (!option) return { ok: false, message: notACode(part, question, codes) };
    if (!values.includes(option.value)) values.push(option.value);
  }
  return { ok: true, answer: question.type === 'checkbox' ? values : values[0] };
}

function notACode(part: string, question: Question, { options, noReply }: Codes): string {
  const shown = part.length > 20 ? `${part.slice(0, 20)}…` : part;
  const numbers = options.map(({ code }) => code).sort((a, b) => a - b);
  const several = question.type === 'checkbox' ? 'numbers, with a space between, out of' : 'one of';
  return `“${shown}” is not an answer to “${titleOf(question)}”: type ${several} ${inRuns(numbers)}, or ${noReply} for no reply`;
}

/** 1, 2, 3, 4, 97 as "1 to 4, 97". */
export function inRuns(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([from, to]) =>
      from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from} to ${to}`,
    )
    .join(', ');
}

function readDay(question: Question, typed: string): Read {
  const english = /^(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{4})$/.exec(typed);
  const [day, month, year] = english
    ? [english[1], english[2], english[3]]
    : (/^(\d{4})-(\d\d)-(\d\d)$/.exec(typed)?.slice(1).reverse() ?? []);
  if (day === undefined || month === undefined || year === undefined) {
    const message = `Type the date for “${titleOf(question)}” as day, month and year, such as 27 3 2025`;
    return { ok: false, message };
  }
  return { ok: true, answer: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
}

/** What would be typed for these answers: for a form that is looked at again. */
export function typedFrom(
  questions: readonly Question[],
  answers: Answers,
): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const question of questions) {
    const { name } = question;
    if (!Object.hasOwn(answers, name)) continue;
    typed[boxOf(name)] = typedAnswer(question, answers[name]);
    const words = answers[otherKey(name)];
    if (hasOther(question) && typeof words === 'string') typed[wordsBoxOf(name)] = words;
  }
  return typed;
}

function typedAnswer(question: Question, answer: unknown): string {
  if (answer === null || answer === undefined) return LEFT_EMPTY;
  const { options } = codesOf(question);
  const numberOf = (value: unknown) =>
    String(options.find((option) => option.value === value)?.code ?? value);
  if (Array.isArray(answer)) return answer.map(numberOf).join(' ');
  if (options.length > 0) return numberOf(answer);
  if (typeof answer === 'number') return String(answer);
  if (typeof answer !== 'string') return '';
  const isDate = question.type === 'text' && question.inputType === 'date';
  const parts = isDate ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(answer) : null;
  return parts ? `${Number(parts[3])}/${Number(parts[2])}/${parts[1]}` : answer;
}

/** The questions that have an answer on the form though the way through it passes them by. */
export function answeredThoughNotAsked(
  questions: readonly Question[],
  steps: readonly Step[],
  answers: Answers,
): Question[] {
  const asked = new Set(askedNames(steps, answers));
  return questions.filter(({ name }) => !asked.has(name) && !isEmpty(answers[name]));
}

/**
 * The field to go on with: the first empty one after the last that was typed in, past questions that
 * the answers so far pass by. Null when the form is at its end.
 */
export function nextBox(
  questions: readonly Question[],
  steps: readonly Step[],
  typed: Typed,
): string | null {
  const { answers } = readTypedForm(questions, typed);
  const asked = new Set(askedNames(steps, answers));
  const boxes = questions
    .filter(({ name }) => asked.has(name) || typedIn(typed, boxOf(name)) !== '')
    .flatMap(({ name }) =>
      saysOther(answers[name]) ? [boxOf(name), wordsBoxOf(name)] : [boxOf(name)],
    );
  const last = boxes.findLastIndex((box) => typedIn(typed, box) !== '');
  return boxes[last + 1] ?? null;
}

/**
 * A whole form as it was typed: its answers, or what must be done first. Answers that stand where the
 * way through the form passes by are left out only when whoever types says so (`leaveOut`).
 */
export function judgeTyped(
  { questions, steps }: { questions: readonly Question[]; steps: readonly Step[] },
  typed: Typed,
): TypedForm {
  const read = readTypedForm(questions, typed);
  if (read.problems.length > 0) return read;
  if (questions.every(({ name }) => isEmpty(read.answers[name]))) {
    const field = boxOf(questions[0]?.name ?? '');
    const message = 'Type at least one answer. A blank form is put aside, not entered';
    return { ...read, problems: [{ field, message }] };
  }
  const passedBy = answeredThoughNotAsked(questions, steps, read.answers);
  if (passedBy.length === 0 || typed['leaveOut'] === 'yes') return read;
  const named = passedBy.map((question) => String(questions.indexOf(question) + 1)).join(', ');
  const one = passedBy.length === 1;
  const message = `${one ? 'Question' : 'Questions'} ${named} ${one ? 'has an answer' : 'have answers'} though the answers before say to pass ${one ? 'it' : 'them'} by. Check the numbers typed before, or tick that ${one ? 'it is' : 'they are'} left out`;
  return { ...read, problems: [{ field: 'leaveOut', message }] };
}
