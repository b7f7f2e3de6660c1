import {
  Definition,
  LONGEST_COMMENT,
  LONGEST_LINE,
  type Question,
} from '#app/survey/definition.ts';
import { EXCLUSIVE, OTHER } from '#app/survey/options.ts';
import { LONGEST_LIST, type AnswerFile } from './answer-columns.ts';
import type { Column } from './column-headers.ts';
import { COLUMN_ROLES, shortTitle, type ColumnPlan, type ColumnRole } from './column-plan.ts';
import { isNumber, isTicked, isUnticked } from './column-values.ts';
import { folded } from './match-columns.ts';
import type { Place } from './places.ts';

/** What is wrong with a plan, and with which column. */
export interface PlanProblem {
  at: number;
  message: string;
}

export type SurveyFromFile =
  { ok: true; definition: Definition; places: Place[] } | { ok: false; problems: PlanProblem[] };

interface Group {
  head: Column;
  plan: ColumnPlan;
  parts: Column[];
  otherWords: Column | null;
}

/** The questionnaire that a file holds answers to, and which column holds what of it. */
export function surveyFromFile(file: AnswerFile, plan: readonly ColumnPlan[]): SurveyFromFile {
  const { groups, places, problems } = grouped(file, plan);
  const names = new Set<string>();
  const questions: Question[] = [];
  for (const group of groups) {
    const name = nameFor(group, file, names);
    const made = questionOf(name, group, file, places);
    if ('message' in made) problems.push({ at: group.head.at, message: made.message });
    else questions.push(made);
  }
  if (questions.length === 0 && problems.length === 0) {
    problems.push({ at: 0, message: 'Choose at least one column that is a question' });
  }
  if (problems.length > 0) return { ok: false, problems };
  const pages = [];
  for (let at = 0; at < questions.length; at += 100) {
    pages.push({ name: `page${pages.length + 1}`, elements: questions.slice(at, at + 100) });
  }
  return { ok: true, definition: Definition.parse({ pages }), places };
}

function grouped(file: AnswerFile, plan: readonly ColumnPlan[]) {
  const groups: Group[] = [];
  const places: Place[] = file.columns.map(() => ({ to: 'nothing' }));
  const problems: PlanProblem[] = [];
  const once = new Set<ColumnRole>();
  for (const column of file.columns) {
    const one = plan[column.at] ?? { role: 'leave', kind: 'text', title: '' };
    const group = groups.at(-1);
    const problem = (message: string) => problems.push({ at: column.at, message });
    if (one.role === 'leave') continue;
    if (one.role === 'question') {
      groups.push({ head: column, plan: one, parts: [], otherWords: null });
    } else if (one.role === 'day' || one.role === 'channel') {
      if (once.has(one.role)) problem(`Two columns are “${COLUMN_ROLES[one.role]}”: leave one out`);
      once.add(one.role);
      places[column.at] = { to: one.role };
    } else if (!group) {
      problem('There is no question above this column to which it could belong');
    } else if (one.role === 'other-words') {
      if (group.otherWords) problem('The question above has a column of other words already');
      else if (!['radiogroup', 'checkbox'].includes(group.plan.kind)) {
        problem('Only a question that is answered from a list has words of “something else”');
      } else if ((file.contents[column.at]?.longest ?? 0) > LONGEST_LINE) {
        problem(
          'Some of these words are too long for “something else”: make it a question of its own',
        );
      } else group.otherWords = column;
    } else if (group.plan.kind !== 'checkbox') {
      problem('Only a question with several answers from a list has more than one column');
    } else group.parts.push(column);
  }
  return { groups, places, problems };
}

function nameFor({ head, plan }: Group, file: AnswerFile, names: Set<string>): string {
  const guessed = file.questions.find((question) => question.columns[0]?.at === head.at);
  const base = guessed?.name ?? slugOf(plan.title, 'question');
  let name = base;
  for (let i = 2; names.has(name.toLowerCase()); i += 1) name = `${base.slice(0, 58)}-${i}`;
  names.add(name.toLowerCase());
  return name;
}

function questionOf(
  name: string,
  group: Group,
  file: AnswerFile,
  places: Place[],
): Question | { message: string } {
  const { head, plan, otherWords } = group;
  const title = shortTitle(plan.title) || head.header.slice(0, 300);
  const contents = file.contents[head.at];
  if (plan.kind !== 'checkbox') places[head.at] = { to: 'question', name };
  if (otherWords) places[otherWords.at] = { to: 'other-words', name };
  const other = otherWords ? { showOtherItem: true } : {};
  switch (plan.kind) {
    case 'checkbox':
      return severalOf(name, title, group, file, places);
    case 'radiogroup': {
      const choices = contents?.choices;
      if (!choices) return { message: tooMany(LONGEST_LIST) };
      if (choices.length === 0) return { message: 'Nobody answered: leave this column out' };
      const list = listOf(inOrder(choices));
      return { type: 'radiogroup', name, title, choices: list, ...other };
    }
    case 'boolean': {
      const choices = contents?.choices ?? [];
      const yesOrNo = choices.every((cell) => isTicked(cell) || isUnticked(cell));
      if (choices.length > 0 && yesOrNo) return { type: 'boolean', name, title };
      return { message: 'Its cells are not all yes or no: choose one answer from a list' };
    }
    case 'rating': {
      const numbers = (contents?.choices ?? ['']).map((cell) =>
        isNumber(cell) ? Number(cell) : NaN,
      );
      const [from, to] = [Math.min(...numbers), Math.max(...numbers)];
      const whole = numbers.every((one) => Number.isInteger(one));
      if (!whole || to - from > 100 || to - from < 1) {
        return { message: 'A scale has whole numbers, and at most 100 steps: choose a number' };
      }
      return { type: 'rating', name, title, rateMin: from, rateMax: to };
    }
    case 'number':
    case 'date':
      return { type: 'text', name, title, inputType: plan.kind };
    case 'text':
      return (contents?.longest ?? 0) > LONGEST_COMMENT
        ? { message: 'Some of its cells are longer than a few words: choose longer words' }
        : { type: 'text', name, title, maxLength: roomFor(contents?.longest ?? 0, LONGEST_LINE) };
    case 'comment':
      return {
        type: 'comment',
        name,
        title,
        maxLength: Math.min(roomFor(contents?.longest ?? 0, LONGEST_COMMENT), 10_000),
      };
  }
}

const roomFor = (longest: number, usual: number) =>
  longest <= usual ? usual : Math.ceil(longest / 500) * 500;

const tooMany = (most: number) =>
  `It has more than ${most} different answers, which is no list to choose from: choose a few words`;

function severalOf(
  name: string,
  title: string,
  { head, parts, otherWords }: Group,
  file: AnswerFile,
  places: Place[],
): Question | { message: string } {
  const other = otherWords ? { showOtherItem: true } : {};
  if (parts.length === 0 && head.label === null) {
    const contents = file.contents[head.at];
    const choices = contents?.parts?.choices ?? contents?.choices;
    if (!choices) return { message: tooMany(LONGEST_LIST) };
    if (choices.length === 0) return { message: 'Nobody answered: leave this column out' };
    places[head.at] = { to: 'question', name };
    return { type: 'checkbox', name, title, choices: listOf(inOrder(choices)), ...other };
  }
  const columns = [head, ...parts];
  const list = listOf(columns.map((column) => column.label ?? column.only ?? column.header));
  columns.forEach((column, i) => {
    const value = list[i]?.value ?? '';
    places[column.at] = { to: 'option', name, value };
  });
  return { type: 'checkbox', name, title, choices: list, ...other };
}

/** Answers with a code each, made of their words, none twice and none that means something else here. */
function listOf(answers: readonly string[]): { value: string; text: string }[] {
  const taken = new Set<string>([OTHER, ...EXCLUSIVE]);
  const words = new Set<string>();
  return answers.map((answer) => {
    const base = slugOf(answer, 'answer');
    let value = base;
    for (let i = 2; taken.has(value); i += 1) value = `${base}-${i}`;
    taken.add(value);
    let text = answer.slice(0, 1000);
    for (let i = 2; words.has(folded(text)); i += 1) text = `${answer.slice(0, 990)} (${i})`;
    words.add(folded(text));
    return { value, text };
  });
}

/** "18 to 24" before "100 or more": by the numbers that they begin with, where they do; else as found. */
function inOrder(answers: readonly string[]): string[] {
  const begins = (answer: string) => Number(/^\D{0,3}(\d+)/.exec(answer)?.[1] ?? NaN);
  const numbered = answers.every((answer) => !Number.isNaN(begins(answer)));
  return numbered ? [...answers].sort((a, b) => begins(a) - begins(b)) : [...answers];
}

function slugOf(words: string, otherwise: string): string {
  const plain = words
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');
  if (plain === '') return otherwise;
  return otherwise === 'question' && !/^[a-z]/.test(plain) ? `q-${plain}` : plain;
}
