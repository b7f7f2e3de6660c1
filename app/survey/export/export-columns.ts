import { standingOf } from '#app/survey/answers.ts';
import { CHANNEL_NAMES, type Channel } from '#app/survey/channels.ts';
import { titleOf, type Question } from '#app/survey/definition.ts';
import { OTHER_WORDS, type Place } from '#app/survey/import/places.ts';
import { codesOf } from '#app/survey/option-codes.ts';
import { hasOther, NO_REPLY, optionsOf, otherKey, PREFER_NOT_TO_SAY } from '#app/survey/options.ts';
import type { Answers } from '#app/survey/steps.ts';
import { variableNames } from './variable-names.ts';

/**
 * How answers are written out. For reading: questions and answers in words. For analysis: the names
 * and values of the questionnaire, which never change. In numbers: the codes of the printed form, for
 * SPSS.
 */
export const FLAVOURS = ['reading', 'analysis', 'numbers'] as const;
export type Flavour = (typeof FLAVOURS)[number];

/** Asked for a number, and left empty: a number that nobody answers. */
export const NO_NUMBER = -999_999;

export type Cell = string | number | null;

export interface AnswerRow {
  answeredOn: string;
  channel: string;
  answers: Answers;
}

/** One column of an export: the same whoever answered and whichever way through the survey. */
export interface ExportColumn {
  /** What it holds, in the words of an import: what is written out can come back. */
  place: Place;
  question: Question | null;
  heading: Readonly<Record<Flavour, string>>;
  /** Words of a family's own, in which it may have named somebody. */
  ownWords: boolean;
  cell: (row: AnswerRow, flavour: Flavour) => Cell;
}

const FIRST: readonly ExportColumn[] = [
  {
    place: { to: 'day' },
    question: null,
    heading: { reading: 'Date', analysis: 'answeredOn', numbers: 'answered_on' },
    ownWords: false,
    cell: ({ answeredOn }) => answeredOn,
  },
  {
    place: { to: 'channel' },
    question: null,
    heading: { reading: 'How they answered', analysis: 'channel', numbers: 'channel' },
    ownWords: false,
    cell: ({ channel }, flavour) =>
      flavour === 'reading' ? (CHANNEL_NAMES[channel as Channel] ?? channel) : channel,
  },
];

/**
 * The columns of an export: one a question, one of 0 and 1 an option where several may be chosen, one
 * for the words of "something else". They depend on the questions alone.
 */
export function exportColumns(questions: readonly Question[]): ExportColumn[] {
  const names = variableNames(questions);
  const columns = [...FIRST, ...questions.flatMap((question) => columnsOf(question, names))];
  return withOwnHeadings(columns);
}

/** Those without what families said in their own words. */
export function withoutOwnWords(columns: readonly ExportColumn[]): ExportColumn[] {
  return columns.filter(({ ownWords }) => !ownWords);
}

/** Two questions may have the same words; two columns may not, or they could not be told apart. */
function withOwnHeadings(columns: readonly ExportColumn[]): ExportColumn[] {
  const taken = { words: new Set<string>(), values: new Set<string>() };
  const own = (among: Set<string>, heading: string, more: (i: number) => string) => {
    let words = heading;
    for (let i = 2; among.has(words); i += 1) words = more(i);
    among.add(words);
    return words;
  };
  return columns.map((column) => {
    const { reading, analysis, numbers } = column.heading;
    const inValues = own(taken.values, analysis, (i) => `${analysis}-${i}`);
    const inWords = own(
      taken.words,
      reading,
      (i) => `${reading} (${i === 2 ? numbers : `${numbers}, ${i}`})`,
    );
    return { ...column, heading: { reading: inWords, analysis: inValues, numbers } };
  });
}

function columnsOf(question: Question, names: ReadonlyMap<string, string>): ExportColumn[] {
  const { name } = question;
  const title = titleOf(question);
  const named = (key: string) => names.get(key) ?? key;
  const columns: ExportColumn[] = question.type === 'checkbox' ? tickColumns(question, names) : [];
  if (question.type !== 'checkbox') {
    columns.push({
      place: { to: 'question', name },
      question,
      heading: { reading: title, analysis: name, numbers: named(name) },
      ownWords: isOwnWords(question),
      cell: cellOf(question),
    });
  }
  if (hasOther(question)) {
    const key = `${name}/${OTHER_WORDS}`;
    columns.push({
      place: { to: 'other-words', name },
      question,
      heading: { reading: `${title} [${OTHER_WORDS}]`, analysis: key, numbers: named(key) },
      ownWords: true,
      cell: ({ answers }) => textOf(answers[otherKey(name)]),
    });
  }
  return columns;
}

/** Answered in words of one's own: everything but numbers, dates and what is chosen from a list. */
export function isOwnWords(question: Question): boolean {
  if (question.type === 'comment') return true;
  return question.type === 'text' && !['number', 'date'].includes(question.inputType ?? 'text');
}

function tickColumns(question: Question, names: ReadonlyMap<string, string>): ExportColumn[] {
  const { name } = question;
  const title = titleOf(question);
  const { options, noReply } = codesOf(question);
  const refused = options.find(({ value }) => value === PREFER_NOT_TO_SAY)?.code ?? null;
  return options.map(({ value, text }): ExportColumn => {
    const key = `${name}/${value}`;
    return {
      place: { to: 'option', name, value: String(value) },
      question,
      heading: { reading: `${title} [${text}]`, analysis: key, numbers: names.get(key) ?? key },
      ownWords: false,
      cell: ({ answers }, flavour) => {
        const chosen = answers[name];
        const standing = standingOf(name, answers);
        if (standing === 'not-asked') return null;
        if (standing === 'no-reply') return flavour === 'numbers' ? noReply : NO_REPLY;
        if (Array.isArray(chosen) && chosen.includes(value)) return 1;
        return flavour === 'numbers' && standing === 'prefer-not-to-say' ? refused : 0;
      },
    };
  });
}

function cellOf(question: Question): ExportColumn['cell'] {
  const { name } = question;
  const options = optionsOf(question);
  if (options.length === 0) return ({ answers }, flavour) => ownCell(question, answers, flavour);
  const words = optionWords(question);
  const { options: coded, noReply } = codesOf(question);
  const codes = new Map(coded.map(({ value, code }) => [value, code]));
  return ({ answers }, flavour) => {
    const standing = standingOf(name, answers);
    if (standing === 'not-asked') return null;
    if (standing === 'no-reply') return flavour === 'numbers' ? noReply : NO_REPLY;
    const answer = answers[name] as string | number | boolean;
    if (flavour === 'reading') return words.get(answer) ?? textOf(answer);
    if (flavour === 'numbers') return codes.get(answer) ?? null;
    return typeof answer === 'number' ? answer : textOf(answer);
  };
}

/** The words of each option of a question, no two the same. */
export function optionWords(question: Question): Map<string | number | boolean, string> {
  const words = new Map<string | number | boolean, string>();
  const taken = new Set([NO_REPLY]);
  for (const { value, text } of optionsOf(question)) {
    let said = text;
    for (let i = 0; taken.has(said); i += 1) said = `${text} (${value}${i === 0 ? '' : `, ${i}`})`;
    taken.add(said);
    words.set(value, said);
  }
  return words;
}

function ownCell(question: Question, answers: Answers, flavour: Flavour): Cell {
  const { name } = question;
  const standing = standingOf(name, answers);
  if (standing === 'not-asked') return null;
  const isNumber = question.type === 'text' && question.inputType === 'number';
  if (standing === 'no-reply') return isNumber && flavour === 'numbers' ? NO_NUMBER : NO_REPLY;
  const answer = answers[name];
  return typeof answer === 'number' ? answer : textOf(answer);
}

/** A family may write the very words "no reply": an apostrophe tells them from the mark. */
const LIKE_NO_REPLY = /^'*no reply$/;

function textOf(answer: unknown): string | null {
  if (typeof answer === 'string') return LIKE_NO_REPLY.test(answer) ? `'${answer}` : answer;
  return typeof answer === 'boolean' || typeof answer === 'number' ? String(answer) : null;
}

/** The text that a cell of our own export stands for; undefined for the mark of no reply. */
export function ownTextIn(cell: string): string | undefined {
  if (cell === NO_REPLY) return undefined;
  return cell.startsWith("'") && LIKE_NO_REPLY.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** The headings of an export, and one row of it. */
export function headingsOf(columns: readonly ExportColumn[], flavour: Flavour): string[] {
  return columns.map(({ heading }) => heading[flavour]);
}

export function cellsOf(
  columns: readonly ExportColumn[],
  row: AnswerRow,
  flavour: Flavour,
): Cell[] {
  return columns.map(({ cell }) => cell(row, flavour));
}

/** Sets of answers as a table, headings first. */
export function answerTable(
  questions: readonly Question[],
  rows: readonly AnswerRow[],
  flavour: Flavour,
): Cell[][] {
  const columns = exportColumns(questions);
  return [headingsOf(columns, flavour), ...rows.map((row) => cellsOf(columns, row, flavour))];
}
