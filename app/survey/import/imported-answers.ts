import type { AnswerFile } from './answer-columns.ts';
import { CHANNELS, channelNamed, type Channel } from '#app/survey/channels.ts';
import { plain } from './column-headers.ts';
import { isEmpty } from '#app/survey/conditions.ts';
import { dayIn, isNothing, isTicked, isUnticked, type DayOrder } from './column-values.ts';
import { unescapeForExcel } from '#app/survey/csv.ts';
import { titleOf, type Question } from '#app/survey/definition.ts';
import { folded, optionNamed, placeKey, type ColumnPlaces, type Place } from './match-columns.ts';
import {
  hasOther,
  NO_REPLY,
  optionsOf,
  OTHER,
  otherKey,
  type Option,
} from '#app/survey/options.ts';
import { tidyText } from '#app/survey/posted.ts';

/** What is wrong in a file of answers, where an editor or a spreadsheet shows it. */
export interface ImportProblem {
  /** The line of the file, from 1; 0 for the file or the choice of columns as a whole. */
  line: number;
  column: string;
  message: string;
}

export interface ImportedAnswer {
  line: number;
  /** YYYY-MM-DD, or null where the file does not say. */
  day: string | null;
  /** How it was answered, or null where the file does not say. */
  channel: Channel | null;
  answers: Record<string, unknown>;
}

export interface ReadAnswers {
  answers: ImportedAnswer[];
  problems: ImportProblem[];
  /** Rows in which every column that is brought in is empty. */
  emptyRows: number;
  /** Answers that are no option and are taken for "something else": question name to the words. */
  asOther: Map<string, string[]>;
  /** How many answers, by question, are left out because that person was not asked. */
  notAsked: Map<string, number>;
}

/** How a whole answer is judged once its cells are read: app/survey/rules.server.ts. */
export type Finish = (answers: Readonly<Record<string, unknown>>) => {
  kept: Record<string, unknown>;
  problems: { name: string; message: string }[];
};

/**
 * Reads rows into answers. `lines[i]` is the line of the file on which `rows[i]` begins. Nothing is
 * guessed: a cell that is not understood is a problem with its line, and one problem stops the file.
 */
export function readAnswers(
  { rows, lines }: { rows: readonly (readonly string[])[]; lines: readonly number[] },
  file: AnswerFile,
  places: ColumnPlaces,
  questions: readonly Question[],
  finish: Finish,
): ReadAnswers {
  const byName = new Map(questions.map((question) => [question.name, question]));
  const problems = placeProblems(file, places, byName);
  const read: ReadAnswers = {
    answers: [],
    problems,
    emptyRows: 0,
    asOther: new Map(),
    notAsked: new Map(),
  };
  if (problems.length > 0) return read;
  const order = file.day?.order ?? 'day-first';
  rows.slice(file.headerRows).forEach((row, i) => {
    const line = lines[i + file.headerRows] ?? 0;
    readRow(row, line, { file, places, byName, order, finish }, read);
  });
  return read;
}

const WAYS = `Use ${CHANNELS.join(', ')}.`;

interface Reading {
  file: AnswerFile;
  places: ColumnPlaces;
  byName: ReadonlyMap<string, Question>;
  order: DayOrder;
  finish: Finish;
}

function readRow(row: readonly string[], line: number, how: Reading, read: ReadAnswers): void {
  const answers: Record<string, unknown> = {};
  let day: string | null = null;
  let channel: Channel | null = null;
  let said = false;
  const report = (at: number, message: string) =>
    read.problems.push({ line, column: how.file.columns[at]?.header ?? '', message });
  const columnOf = new Map<string, number>();
  if (row.length > how.file.columns.length && row.slice(how.file.columns.length).some(plain)) {
    report(
      -1,
      `There are more cells on this line than headings. Is a comma missing its quotation marks?`,
    );
  }
  how.places.forEach((place, at) => {
    const cell = cellIn(row[at] ?? '', how.file);
    if (place.to === 'nothing' || cell === '' || cell === NO_REPLY) return;
    if (place.to === 'day') {
      day = dayIn(cell, how.order) ?? null;
      if (day === null) report(at, `“${shortened(cell)}” is not a date. Write it as 27/03/2026.`);
      return;
    }
    if (place.to === 'channel') {
      channel = channelNamed(cell) ?? null;
      if (channel === null) report(at, `“${shortened(cell)}” is not a way to answer. ${WAYS}`);
      return;
    }
    const question = how.byName.get(place.name);
    if (!question) return;
    columnOf.set(place.name, columnOf.get(place.name) ?? at);
    const got = readCell(place, cell, question, how.order);
    if (got.problem !== undefined) return void report(at, got.problem);
    if (got.value === undefined) return;
    said = true;
    put(answers, place, question, got);
    if (got.asOther !== undefined) {
      read.asOther.set(place.name, [...(read.asOther.get(place.name) ?? []), got.asOther]);
    }
  });
  if (!said) {
    read.emptyRows += 1;
    return;
  }
  const { kept, problems } = how.finish(answers);
  for (const { name, message } of problems) report(columnOf.get(name) ?? -1, message);
  for (const name of columnOf.keys()) {
    if (!isEmpty(answers[name]) && !Object.hasOwn(kept, name)) {
      read.notAsked.set(name, (read.notAsked.get(name) ?? 0) + 1);
    }
  }
  read.answers.push({ line, day, channel, answers: kept });
}

function cellIn(written: string, file: AnswerFile): string {
  if (plain(written) === '') return '';
  return tidyText(file.escaped ? unescapeForExcel(written) : written);
}

interface ReadCell {
  value?: unknown;
  problem?: string;
  /** Words that are no option, taken for "something else". */
  asOther?: string | undefined;
}

function readCell(
  place: Exclude<Place, { to: 'nothing' | 'day' | 'channel' }>,
  cell: string,
  question: Question,
  order: DayOrder,
): ReadCell {
  if (place.to === 'other-words') return isNothing(cell) ? {} : { value: cell };
  if (place.to === 'option') return readTick(place.value, cell, question);
  switch (question.type) {
    case 'text':
      if (question.inputType === 'date') {
        const day = dayIn(cell, order);
        return day === undefined
          ? { problem: `“${shortened(cell)}” is not a date` }
          : { value: day };
      }
      if (question.inputType === 'number' && /^-?[\d\s,]+(\.\d+)?$/.test(cell)) {
        return { value: Number(cell.replaceAll(/[\s,]/g, '')) };
      }
      return { value: plain(cell) };
    case 'comment':
      return { value: cell };
    case 'boolean':
      if (isTicked(cell)) return { value: true };
      if (isUnticked(cell)) return { value: false };
      return readOption(cell, question);
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
      return readOption(cell, question);
    case 'checkbox':
      return readSeveral(cell, question);
  }
}

function readTick(value: string, cell: string, question: Question): ReadCell {
  const option = optionsOf(question).find((each) => String(each.value) === value);
  const named = optionNamed(optionsOf(question), cell);
  if (isTicked(cell) || (named !== undefined && named === option)) return { value: true };
  if (isUnticked(cell) || isNothing(cell)) return { value: false };
  return {
    problem: `“${shortened(cell)}” does not say whether “${option?.text ?? value}” was chosen. Use 1 for chosen and 0 for not.`,
  };
}

function readOption(cell: string, question: Question): ReadCell {
  const options = optionsOf(question);
  const option = optionNamed(options, cell);
  if (option) return { value: option.value };
  if (isNothing(cell)) return {};
  if (hasOther(question)) return { value: OTHER, asOther: cell };
  return { problem: notAnOption(cell, question, options) };
}

function notAnOption(cell: string, question: Question, options: readonly Option[]): string {
  const shown = options.slice(0, 6).map(({ text }) => text);
  const more = options.length > shown.length ? ' and others' : '';
  return `“${shortened(cell)}” is not an answer to “${titleOf(question)}”. Its answers are: ${shown.join('; ')}${more}.`;
}

/** Several answers in one cell. An option's own words may hold the sign that parts them. */
function readSeveral(cell: string, question: Question): ReadCell {
  const options = optionsOf(question);
  const values: unknown[] = [];
  const strange: string[] = [];
  let rest = cell;
  while (plain(rest) !== '') {
    const found = longestFirst(options, rest);
    const length = found?.length ?? rest.search(/[;,\n]|$/);
    const piece = plain(rest.slice(0, length));
    if (found) values.push(found.option.value);
    else if (piece !== '' && !isNothing(piece)) strange.push(piece);
    rest = rest.slice(length).replace(/^\s*[;,\n]?\s*/, '');
  }
  const unique = [...new Set(values)];
  if (strange.length === 0) return unique.length === 0 ? {} : { value: unique };
  if (!hasOther(question)) return { problem: notAnOption(strange[0] ?? '', question, options) };
  return { value: [...new Set([...unique, OTHER])], asOther: strange.join(', ') };
}

function longestFirst(options: readonly Option[], rest: string) {
  const start = rest.toLowerCase();
  let best: { option: Option; length: number } | undefined;
  for (const option of options) {
    for (const words of [option.text, String(option.value)]) {
      const fits =
        start.startsWith(words.toLowerCase()) && /^\s*($|[;,\n])/.test(rest.slice(words.length));
      if (fits && words.length > (best?.length ?? 0)) best = { option, length: words.length };
    }
  }
  if (best) return best;
  // Curly quotation marks and the like: compare piece by piece.
  const length = rest.search(/[;,\n]|$/);
  const option = options.find(({ text }) => folded(text) === folded(rest.slice(0, length)));
  return option && { option, length };
}

function put(
  answers: Record<string, unknown>,
  place: Place,
  question: Question,
  got: ReadCell,
): void {
  const { name } = question;
  const several = Array.isArray(answers[name]) ? (answers[name] as unknown[]) : [];
  if (place.to === 'option') {
    const option = optionsOf(question).find(({ value }) => String(value) === place.value);
    if (got.value === true && option) answers[name] = [...new Set([...several, option.value])];
  } else if (place.to === 'other-words') {
    answers[otherKey(name)] = got.value;
    if (question.type === 'checkbox') answers[name] = [...new Set([...several, OTHER])];
    else answers[name] ??= OTHER;
  } else {
    answers[name] = got.value;
    if (got.asOther !== undefined) answers[otherKey(name)] = got.asOther;
  }
}

/** What is wrong with the choice of columns itself, before any row is read. */
function placeProblems(
  file: AnswerFile,
  places: ColumnPlaces,
  byName: ReadonlyMap<string, Question>,
): ImportProblem[] {
  const problems: ImportProblem[] = [];
  const report = (at: number, message: string) =>
    problems.push({ line: 0, column: file.columns[at]?.header ?? '', message });
  const keys = places.map(placeKey);
  const whole = new Set(keys.filter((key) => key.startsWith('question:')));
  places.forEach((place, at) => {
    if (place.to === 'nothing') return;
    const before = keys.indexOf(keys[at] ?? '');
    if (before < at) {
      const called = file.columns[before]?.header ?? '';
      report(at, `This column and “${called}” are set to hold the same. Leave one of them out.`);
    } else if (place.to === 'option' && whole.has(`question:${place.name}`)) {
      report(at, 'Another column holds the whole answer to this question. Leave one of them out.');
    } else if ('name' in place && !byName.has(place.name)) {
      report(at, 'The survey has no such question. Choose another.');
    }
  });
  if (!places.some((place) => 'name' in place)) {
    report(-1, 'No column holds answers to this survey. Choose at least one.');
  }
  return problems;
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
