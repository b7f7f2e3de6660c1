import { READING_HEADINGS } from '#app/survey/import/answer-columns.ts';
import { standingOf } from '#app/survey/answers.ts';
import { CHANNEL_NAMES, type Channel } from '#app/survey/channels.ts';
import { titleOf, type Question } from '#app/survey/definition.ts';
import { OTHER_WORDS } from '#app/survey/import/match-columns.ts';
import { hasOther, NO_REPLY, optionsOf, otherKey, type Option } from '#app/survey/options.ts';
import type { Answers } from '#app/survey/steps.ts';

/** For reading: questions and answers in words. For analysis: names and codes, which never change. */
export type TableFor = 'reading' | 'analysis';

export interface AnswerRow {
  answeredOn: string;
  channel: string;
  answers: Answers;
}

/**
 * Every set of answers as a row. The columns depend on the questions alone, never on who answered or
 * by which way through the survey: one column a question, one of 0 and 1 an option where several may
 * be chosen, one for the words of "something else".
 */
export function answerTable(
  questions: readonly Question[],
  rows: readonly AnswerRow[],
  tableFor: TableFor,
): (string | number | null)[][] {
  const columns = questions.flatMap((question) => columnsOf(question, tableFor));
  const first = tableFor === 'reading' ? READING_HEADINGS : ['answeredOn', 'channel'];
  return [
    [...first, ...columns.map(({ header }) => header)],
    ...rows.map(({ answeredOn, channel, answers }) => [
      answeredOn,
      (tableFor === 'reading' && CHANNEL_NAMES[channel as Channel]) || channel,
      ...columns.map(({ cell }) => cell(answers)),
    ]),
  ];
}

interface AnswerColumn {
  header: string;
  cell: (answers: Answers) => string | number | null;
}

function columnsOf(question: Question, tableFor: TableFor): AnswerColumn[] {
  const { name } = question;
  const title = titleOf(question);
  const options = optionsOf(question);
  const columns: AnswerColumn[] = [];
  if (question.type === 'checkbox') {
    for (const option of options) {
      columns.push({
        header: tableFor === 'reading' ? `${title} [${option.text}]` : `${name}/${option.value}`,
        cell: (answers) => tickOf(name, option, answers),
      });
    }
  } else {
    columns.push({
      header: tableFor === 'reading' ? title : name,
      cell: (answers) => cellOf(name, options, answers, tableFor),
    });
  }
  if (hasOther(question)) {
    columns.push({
      header: tableFor === 'reading' ? `${title} [${OTHER_WORDS}]` : `${name}/${OTHER_WORDS}`,
      cell: (answers) => textOf(answers[otherKey(name)]),
    });
  }
  return columns;
}

function tickOf(name: string, option: Option, answers: Answers): string | number | null {
  const standing = standingOf(name, answers);
  if (standing === 'not-asked') return null;
  if (standing === 'no-reply') return NO_REPLY;
  const chosen = answers[name];
  return Array.isArray(chosen) && chosen.includes(option.value) ? 1 : 0;
}

function cellOf(
  name: string,
  options: readonly Option[],
  answers: Answers,
  tableFor: TableFor,
): string | number | null {
  const standing = standingOf(name, answers);
  if (standing === 'not-asked') return null;
  if (standing === 'no-reply') return NO_REPLY;
  const answer = answers[name];
  const option = options.find(({ value }) => value === answer);
  if (option && tableFor === 'reading') return option.text;
  return typeof answer === 'number' ? answer : textOf(answer);
}

function textOf(answer: unknown): string | null {
  if (typeof answer === 'string') return answer;
  return typeof answer === 'boolean' || typeof answer === 'number' ? String(answer) : null;
}
