import { CHANNELS, channelNamed, type Channel } from '#app/survey/channels.ts';
import { isEmpty } from '#app/survey/conditions.ts';
import { unescapeForExcel } from '#app/survey/csv.ts';
import type { Question } from '#app/survey/definition.ts';
import { isOwnWords } from '#app/survey/export/export-columns.ts';
import { NO_REPLY, optionsOf, OTHER, otherKey } from '#app/survey/options.ts';
import { tidyText } from '#app/survey/posted.ts';
import type { AnswerFile } from './answer-columns.ts';
import { plain } from './column-headers.ts';
import { dayIn, detached, type DayOrder } from './column-values.ts';
import { headingsIn } from './match-columns.ts';
import { type ColumnPlaces } from './places.ts';
import { ownExport, ownReader } from './own-export.ts';
import { placeProblems } from './place-problems.ts';
import { cellReader, shortened, type AnswerPlace, type ReadCell } from './read-cell.ts';

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

/** What was met on the way through a file. */
export interface ImportNotes {
  /** Of these, the first; `problemCount` counts them all. */
  problems: ImportProblem[];
  problemCount: number;
  /** How many sets of answers there are. */
  answered: number;
  /** Rows in which every column that is brought in is empty. */
  emptyRows: number;
  /** Answers that are no option and are taken for "something else", by question. */
  asOther: Map<string, { count: number; examples: string[] }>;
  /** How many answers, by question, are left out because that person was not asked. */
  notAsked: Map<string, number>;
  /** How many answers in own words, by question, hold an e-mail address or a phone number. */
  personal: Map<string, number>;
}

export interface ReadAnswers extends ImportNotes {
  answers: ImportedAnswer[];
}

/** How a whole answer is judged once its cells are read: app/survey/rules.server.ts. */
export type Finish = (answers: Readonly<Record<string, unknown>>) => {
  kept: Record<string, unknown>;
  problems: { name: string; message: string }[];
};

/** More problems than this are counted and not listed. */
const LISTED = 500;
const EXAMPLES = 3;

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
  const reader = rowReader(file, places, questions, finish);
  const answers: ImportedAnswer[] = [];
  if (reader.notes.problemCount === 0) {
    for (let i = file.headerRows; i < rows.length; i += 1) {
      const answer = reader.row(rows[i] ?? [], lines[i] ?? 0);
      if (answer) answers.push(answer);
    }
  }
  return { ...reader.notes, answers };
}

export interface RowReader {
  /** What one row holds; undefined where it holds nothing. Problems go to the notes. */
  row(cells: readonly string[], line: number): ImportedAnswer | undefined;
  notes: ImportNotes;
}

/** Makes ready to read the rows of a file under its headings, one by one. */
export function rowReader(
  file: AnswerFile,
  places: ColumnPlaces,
  questions: readonly Question[],
  finish: Finish,
): RowReader {
  const byName = new Map(questions.map((question) => [question.name, question]));
  const wrong = placeProblems(file, places, byName);
  const notes: ImportNotes = {
    problems: wrong,
    problemCount: wrong.length,
    answered: 0,
    emptyRows: 0,
    asOther: new Map(),
    notAsked: new Map(),
    personal: new Map(),
  };
  const columns = wrong.length > 0 ? [] : columnsOf(file, places, byName, questions);
  return { notes, row: (cells, line) => readRow(cells, line, { file, columns, finish, notes }) };
}

type Put = (answers: Record<string, unknown>, got: ReadCell) => void;

type ColumnReader =
  | { to: 'day'; at: number; order: DayOrder }
  | { to: 'channel'; at: number }
  | {
      to: 'answer';
      at: number;
      name: string;
      /** In our own exports every mark is ours; elsewhere "no reply" may be written in any column. */
      own: boolean;
      ownWords: boolean;
      read: (cell: string) => ReadCell;
      /** What cells as they are written mean, where the same ones come again and again. */
      known: Map<string, ReadCell> | null;
      put: Put;
    };

function columnsOf(
  file: AnswerFile,
  places: ColumnPlaces,
  byName: ReadonlyMap<string, Question>,
  questions: readonly Question[],
): ColumnReader[] {
  const order = file.day?.order ?? 'day-first';
  const own = ownExport(headingsIn(file), questions);
  return places.flatMap((place, at): ColumnReader[] => {
    if (place.to === 'nothing') return [];
    if (place.to === 'day') return [{ to: 'day', at, order }];
    if (place.to === 'channel') return [{ to: 'channel', at }];
    const question = byName.get(place.name);
    if (!question) return [];
    const ours = own && sameAnswer(own.places[at], place) ? own.flavour : undefined;
    const read = ours
      ? asReadCell(ownReader(place, question, ours))
      : cellReader(place, question, order, file.columns[at]?.only ?? null);
    const ownWords = place.to === 'other-words' || isOwnWords(question);
    const put = putter(place, question);
    const known = ownWords ? null : new Map<string, ReadCell>();
    return [
      { to: 'answer', at, name: place.name, own: ours !== undefined, ownWords, read, known, put },
    ];
  });
}

function sameAnswer(a: ColumnPlaces[number] | undefined, b: AnswerPlace): boolean {
  if (a?.to !== b.to || !('name' in a) || a.name !== b.name) return false;
  return a.to !== 'option' || b.to !== 'option' || a.value === b.value;
}

function asReadCell(read: ReturnType<typeof ownReader>): (cell: string) => ReadCell {
  return (cell) => read(cell) ?? {};
}

const WAYS = `Use ${CHANNELS.join(', ')}.`;
const PERSONAL = /[^\s@]@[^\s@]+\.[a-z]{2,}|(?:\+44|\b0)[\d\s().-]{9,}\d/i;

interface Reading {
  file: AnswerFile;
  columns: readonly ColumnReader[];
  finish: Finish;
  notes: ImportNotes;
}

function readRow(
  row: readonly string[],
  line: number,
  { file, columns, finish, notes }: Reading,
): ImportedAnswer | undefined {
  const answers: Record<string, unknown> = {};
  let day: string | null = null;
  let channel: Channel | null = null;
  let said = false;
  let sound = true;
  const report = (at: number, message: string) => {
    sound = false;
    notes.problemCount += 1;
    if (notes.problems.length >= LISTED) return;
    notes.problems.push({ line, column: file.columns[at]?.header ?? '', message });
  };
  if (row.length > file.columns.length && row.slice(file.columns.length).some(plain)) {
    report(
      -1,
      'There are more cells on this line than headings. Is a comma missing its quotation marks?',
    );
  }
  for (const column of columns) {
    const written = row[column.at];
    if (written === undefined || written === '') continue;
    if (column.to === 'answer') {
      const got = column.known?.get(written) ?? gotFrom(written, column, file.escaped);
      if (got.problem !== undefined) report(column.at, got.problem);
      if (got.value === undefined) continue;
      said = true;
      column.put(answers, got);
      if (column.ownWords && PERSONAL.test(written)) countIn(notes.personal, column.name);
      if (got.asOther !== undefined) noteOther(notes, column.name, got.asOther);
    } else if (column.to === 'day') {
      day = dayIn(written, column.order) ?? null;
      if (day === null && plain(written) !== '') report(column.at, notADate(written));
    } else {
      channel = channelNamed(written) ?? null;
      if (channel === null && plain(written) !== '') report(column.at, notAWay(written));
    }
  }
  if (!said) {
    if (sound) notes.emptyRows += 1;
    return undefined;
  }
  const { kept, problems } = finish(answers);
  for (const { name, message } of problems) report(firstColumn(columns, name), message);
  for (const name of Object.keys(answers)) {
    if (!Object.hasOwn(kept, name) && !isEmpty(answers[name]) && isQuestion(columns, name)) {
      countIn(notes.notAsked, name);
    }
  }
  notes.answered += 1;
  return { line, day, channel, answers: kept };
}

/** Different cells of one column whose meaning is kept: what people choose from a list comes again. */
const REMEMBERED = 2000;
const NOTHING: ReadCell = {};

function gotFrom(
  written: string,
  { own, read, known }: Extract<ColumnReader, { to: 'answer' }>,
  escaped: boolean,
): ReadCell {
  const cell = cellIn(written, escaped);
  const got = cell === '' || (!own && cell === NO_REPLY) ? NOTHING : read(cell);
  if (known && known.size < REMEMBERED) known.set(detached(written), got);
  return got;
}

const notADate = (cell: string) =>
  `“${shortened(plain(cell))}” is not a date. Write it as 27/03/2026.`;
const notAWay = (cell: string) => `“${shortened(plain(cell))}” is not a way to answer. ${WAYS}`;

function firstColumn(columns: readonly ColumnReader[], name: string): number {
  return columns.find((column) => column.to === 'answer' && column.name === name)?.at ?? -1;
}

function isQuestion(columns: readonly ColumnReader[], name: string): boolean {
  return columns.some((column) => column.to === 'answer' && column.name === name);
}

function countIn(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function noteOther(notes: ImportNotes, name: string, words: string): void {
  const noted = notes.asOther.get(name) ?? { count: 0, examples: [] };
  noted.count += 1;
  if (noted.examples.length < EXAMPLES && !noted.examples.includes(words))
    noted.examples.push(words);
  notes.asOther.set(name, noted);
}

/** Cells of plain letters and digits, the most by far, are tidy as they stand. */
const TIDY = /^[!-~](?:[ -~]*[!-~])?$/;

function cellIn(written: string, escaped: boolean): string {
  const cell = escaped ? unescapeForExcel(written) : written;
  return TIDY.test(cell) ? cell : plain(cell) === '' ? '' : tidyText(cell);
}

function putter(place: AnswerPlace, question: Question): Put {
  const { name } = question;
  switch (place.to) {
    case 'option': {
      const option = optionsOf(question).find(({ value }) => String(value) === place.value);
      return (answers, got) => {
        if (got.value === true && option) add(answers, name, option.value);
      };
    }
    case 'other-words':
      return (answers, got) => {
        answers[otherKey(name)] = got.value;
        if (question.type === 'checkbox') add(answers, name, OTHER);
        else answers[name] ??= OTHER;
      };
    case 'question':
      return (answers, got) => {
        // What a cell means is remembered and shared: a list is copied before more goes into it.
        answers[name] = Array.isArray(got.value) ? [...(got.value as unknown[])] : got.value;
        if (got.asOther !== undefined) answers[otherKey(name)] = got.asOther;
      };
  }
}

function add(answers: Record<string, unknown>, name: string, value: unknown): void {
  const several = answers[name];
  if (!Array.isArray(several)) answers[name] = [value];
  else if (!several.includes(value)) several.push(value);
}
