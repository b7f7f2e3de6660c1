import { many } from '#app/ui/words.ts';
import type { AnswerFile } from './answer-columns.ts';
import { answerInWords } from '#app/survey/answer-words.ts';
import type { Column } from './column-headers.ts';
import { isTicked, isUnticked } from './column-values.ts';
import { isEmpty } from '#app/survey/conditions.ts';
import { titleOf, type Question } from '#app/survey/definition.ts';
import type { ImportedAnswer, ImportNotes, ImportProblem } from './imported-answers.ts';
import { placeKey, placesIn, type ColumnPlaces, type Place } from './places.ts';

/** One column of a file, with what stands in it. */
export interface ColumnShown {
  at: number;
  header: string;
  /** Up to three different cells. */
  examples: string[];
  /** Why it is left out, where the guess leaves it out. */
  why: string;
  /** Nobody can decide otherwise. */
  never: boolean;
}

/** A column and where it may go. */
export interface ColumnChoice extends ColumnShown {
  chosen: string;
  options: { value: string; label: string }[];
}

const EXAMPLES = 3;

/** Every column of a file with the guess where it belongs, to be looked at before anything is read. */
export function columnChoices(
  file: AnswerFile,
  places: ColumnPlaces,
  questions: readonly Question[],
): ColumnChoice[] {
  const all = placesIn(questions);
  const whole = all.filter(({ place }) => place.to !== 'option');
  const matched = new Set(file.questions.flatMap(({ columns }) => columns.map(({ at }) => at)));
  return file.columns.map((column) => {
    const chosen = places[column.at] ?? { to: 'nothing' };
    // Single options are offered only where a column could be one: a list of hundreds helps nobody.
    const offered = chosen.to === 'option' || mayBeTick(file, column) ? all : whole;
    const none = matched.has(column.at) ? 'No question of the survey is like it.' : '';
    return {
      ...columnShown(file, column),
      chosen: placeKey(chosen),
      options: offered.map(({ place, words }) => ({ value: placeKey(place), label: words })),
      why: columnShown(file, column).why || (chosen.to === 'nothing' ? none : ''),
    };
  });
}

/** What a column is called, a few of its cells, and why it is left out, if it is. */
export function columnShown(file: AnswerFile, column: Column): ColumnShown {
  const left = file.leftOut.find((one) => one.column.at === column.at);
  return {
    at: column.at,
    header: column.label === null ? column.header : `${column.question}: ${column.label}`,
    examples: (file.contents[column.at]?.examples ?? []).slice(0, EXAMPLES).map(shortened),
    why: left?.why ?? '',
    never: left?.never === true,
  };
}

function mayBeTick(file: AnswerFile, column: Column): boolean {
  const choices = file.contents[column.at]?.choices;
  if (!choices) return false;
  return choices.length <= 1 || choices.every((cell) => isTicked(cell) || isUnticked(cell));
}

/** The places with those taken out in which nothing may ever be brought in. */
export function withoutNever(file: AnswerFile, places: ColumnPlaces): Place[] {
  const never = new Set(file.leftOut.flatMap(({ column, never }) => (never ? [column.at] : [])));
  return places.map((place, at) => (never.has(at) ? { to: 'nothing' } : place));
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
/** How many sets of answers are shown as they would be stored. */
export const SHOWN = 3;

export function importPreview(
  read: ImportNotes,
  first: readonly ImportedAnswer[],
  questions: readonly Question[],
): ImportPreview {
  const titles = new Map(questions.map((question) => [question.name, titleOf(question)]));
  const said = (name: string) => `“${titles.get(name) ?? name}”`;
  return {
    answers: read.answered,
    emptyRows: read.emptyRows,
    problems: read.problems.slice(0, LISTED),
    moreProblems: Math.max(0, read.problemCount - LISTED),
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
