import { LONGEST_LINE } from '#app/survey/definition.ts';
import type { AnswerFile } from './answer-columns.ts';
import type { Column } from './column-headers.ts';
import type { GuessedQuestion } from './guess-question.ts';

/** The kinds of question that a column of a file can become. */
export const COLUMN_KINDS = {
  radiogroup: 'One answer from a list',
  checkbox: 'Several answers from a list',
  boolean: 'Yes or no',
  rating: 'A scale of numbers',
  number: 'A number',
  date: 'A date',
  text: 'A few words',
  comment: 'Longer words',
} as const;

export type ColumnKind = keyof typeof COLUMN_KINDS;

/** What a column is in a survey that is made from the file. */
export const COLUMN_ROLES = {
  leave: 'Leave this column out',
  question: 'A question of its own',
  part: 'One more answer to the question above',
  'other-words': 'The words of “something else” to the question above',
  day: 'The day of answering',
  channel: 'How it was answered',
} as const;

export type ColumnRole = keyof typeof COLUMN_ROLES;

export interface ColumnPlan {
  role: ColumnRole;
  kind: ColumnKind;
  /** What was asked, in words. */
  title: string;
}

/** What each column most likely is, to be looked at and changed before anything is made of it. */
export function guessedPlan(file: AnswerFile): ColumnPlan[] {
  const plan = file.columns.map(({ header }): ColumnPlan => ({
    role: 'leave',
    kind: 'text',
    title: shortTitle(header),
  }));
  const put = (column: Column, one: ColumnPlan) => {
    plan[column.at] = one;
  };
  if (file.day) put(file.day.column, { role: 'day', kind: 'date', title: file.day.column.header });
  if (file.channel)
    put(file.channel, { role: 'channel', kind: 'text', title: file.channel.header });
  for (const question of file.questions) planOf(question, file, put);
  return plan;
}

function planOf(
  question: GuessedQuestion,
  file: AnswerFile,
  put: (column: Column, one: ColumnPlan) => void,
): void {
  const title = shortTitle(question.title);
  question.columns.forEach((column, i) => {
    const label = column.label ?? (question.columns.length > 1 ? column.only : null);
    const own = shortTitle(label === null ? title : `${title}: ${label}`);
    const contents = file.contents[column.at];
    const words = (contents?.longest ?? 0) > LONGEST_LINE ? 'comment' : 'text';
    switch (question.type) {
      case 'checkbox':
        put(column, { role: i === 0 ? 'question' : 'part', kind: 'checkbox', title });
        break;
      case 'matrix':
        put(column, { role: 'question', kind: 'radiogroup', title: own });
        break;
      case 'ranking':
        put(column, { role: 'question', kind: 'number', title: own });
        break;
      case 'multipletext':
        put(column, { role: 'question', kind: words, title: own });
        break;
      case 'radiogroup':
        put(column, { role: 'question', kind: 'radiogroup', title: own });
        break;
      case 'text':
      case 'comment':
        put(column, { role: 'question', kind: words, title });
        break;
      case 'boolean':
      case 'rating':
      case 'number':
      case 'date':
        put(column, { role: 'question', kind: question.type, title });
        break;
    }
  });
  if (!question.otherWords) return;
  const short = (file.contents[question.otherWords.at]?.longest ?? 0) <= LONGEST_LINE;
  const single = short && ['radiogroup', 'checkbox'].includes(question.type);
  put(question.otherWords, {
    role: single ? 'other-words' : 'question',
    kind: single ? 'radiogroup' : 'comment',
    title: shortTitle(single ? title : `${title}: other`),
  });
}

export function shortTitle(title: string): string {
  const tidy = title.trim();
  return tidy.length <= 300 ? tidy : `${tidy.slice(0, 297)}…`;
}
