import { many } from '#app/ui/words.ts';
import type { AnswerFile } from './answer-columns.ts';
import { answerInWords } from '#app/survey/answer-words.ts';
import { plain, type Column } from './column-headers.ts';
import { isTicked, isUnticked } from './column-values.ts';
import { isEmpty } from '#app/survey/conditions.ts';
import { titleOf, type Question } from '#app/survey/definition.ts';
import type { ImportProblem, ReadAnswers } from './imported-answers.ts';
import { placeKey, placesIn, type ColumnPlaces, type Place } from './places.ts';

/** One column of a file, with what stands in it and where it may go. */
export interface ColumnChoice {
  at: number;
  header: string;
  /** Up to three different cells. */
  examples: string[];
  chosen: string;
  options: { value: string; label: string }[];
  /** Why it is left out, where the guess leaves it out. */
  why: string;
}

const EXAMPLES = 3;

/** Every column of a file with the guess where it belongs, to be looked at before anything is read. */
export function columnChoices(
  rows: readonly (readonly string[])[],
  file: AnswerFile,
  places: ColumnPlaces,
  questions: readonly Question[],
): ColumnChoice[] {
  const all = placesIn(questions);
  const whole = all.filter(({ place }) => place.to !== 'option');
  const whys = new Map(file.leftOut.map(({ column, why }) => [column.at, why]));
  const matched = file.questions.flatMap(({ columns }) => columns.map(({ at }) => at));
  return file.columns.map((column) => {
    const cells = cellsOf(rows, file, column);
    const chosen = places[column.at] ?? { to: 'nothing' };
    // Single options are offered only where a column could be one: a list of hundreds helps nobody.
    const offered = chosen.to === 'option' || mayBeTick(cells) ? all : whole;
    return {
      at: column.at,
      header: column.label === null ? column.header : `${column.question}: ${column.label}`,
      examples: cells.slice(0, EXAMPLES).map(shortened),
      chosen: placeKey(chosen),
      options: offered.map(({ place, words }) => ({ value: placeKey(place), label: words })),
      why: chosen.to === 'nothing' ? (whys.get(column.at) ?? whyNot(matched, column)) : '',
    };
  });
}

function whyNot(matched: readonly number[], column: Column): string {
  return matched.includes(column.at) ? 'No question of the survey is like it.' : '';
}

/** Different cells of a column that say something, in the order of the file; at most 20 are looked for. */
function cellsOf(rows: readonly (readonly string[])[], file: AnswerFile, { at }: Column): string[] {
  const cells = new Set<string>();
  for (const row of rows.slice(file.headerRows)) {
    const cell = plain(row[at]);
    if (cell !== '') cells.add(cell);
    if (cells.size >= 20) break;
  }
  return [...cells];
}

function mayBeTick(cells: readonly string[]): boolean {
  return cells.length <= 1 || cells.every((cell) => isTicked(cell) || isUnticked(cell));
}

/** The place that a posted choice names; undefined when no such place is offered. */
export function placeFrom(key: string, questions: readonly Question[]): Place | undefined {
  return placesIn(questions).find(({ place }) => placeKey(place) === key)?.place;
}

/** What would come in and what stands against it. */
export interface ImportPreview {
  answers: number;
  emptyRows: number;
  problems: ImportProblem[];
  /** How many problems there are beyond those listed. */
  moreProblems: number;
  /** What is done with cells that are neither wrong nor plain. */
  remarks: string[];
  /** The first sets of answers as they would be stored, question by question. */
  first: { title: string; answers: string[] }[];
  firstLines: number[];
}

const LISTED = 100;
const SHOWN = 3;

export function importPreview(read: ReadAnswers, questions: readonly Question[]): ImportPreview {
  const titles = new Map(questions.map((question) => [question.name, titleOf(question)]));
  const said = (name: string) => `“${titles.get(name) ?? name}”`;
  const first = read.answers.slice(0, SHOWN);
  return {
    answers: read.answers.length,
    emptyRows: read.emptyRows,
    problems: read.problems.slice(0, LISTED),
    moreProblems: Math.max(0, read.problems.length - LISTED),
    remarks: [
      ...[...read.asOther].map(([name, { count, examples }]) => {
        const such = examples.map((word) => `“${shortened(word)}”`).join(', ');
        const [are, them] = count === 1 ? ['is', 'is'] : ['are', 'are'];
        return `${many(count, 'answer')} to ${said(name)} ${are} not in its list and ${them} kept as “something else”: ${such}`;
      }),
      ...[...read.personal].map(
        ([name, count]) =>
          `${many(count, 'answer')} to ${said(name)} ${count === 1 ? 'holds' : 'hold'} an e-mail address or a phone number: look at ${count === 1 ? 'it' : 'them'} first, and take out what could point to a family`,
      ),
      ...[...read.notAsked].map(
        ([name, count]) =>
          `${many(count, 'answer')} to ${said(name)} ${count === 1 ? 'is' : 'are'} left out: going by the other answers on the line, this was not asked`,
      ),
    ],
    first: questions
      .filter(({ name }) => first.some(({ answers }) => !isEmpty(answers[name])))
      .map((question) => ({
        title: titleOf(question),
        answers: first.map(({ answers }) =>
          Object.hasOwn(answers, question.name)
            ? answerInWords(question, answers).join('; ') || 'No reply'
            : 'Not asked',
        ),
      })),
    firstLines: first.map(({ line }) => line),
  };
}

function shortened(text: string): string {
  return text.length <= 50 ? text : `${text.slice(0, 47)}…`;
}
