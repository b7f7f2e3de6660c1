import { channelNamed } from '#app/survey/channels.ts';
import {
  groupsOf,
  headerRowsOf,
  headersOf,
  plain,
  usedWidth,
  type Column,
} from './column-headers.ts';
import {
  dayIn,
  dayOrderOf,
  isNothing,
  isNumber,
  isTicked,
  isUnticked,
  joinedBy,
  makeTally,
  partsOf,
  share,
  type DayOrder,
  type Tally,
  type Values,
} from './column-values.ts';
import { whyLeftOut } from './private-columns.ts';

/**
 * What a question of a file of answers looks like, in SurveyJS's names for kinds of question, with
 * `number` and `date` for what SurveyJS calls text with an input type.
 */
export type GuessedType =
  | 'radiogroup'
  | 'checkbox'
  | 'boolean'
  | 'rating'
  | 'number'
  | 'date'
  | 'text'
  | 'comment'
  | 'matrix'
  | 'ranking'
  | 'multipletext';

export interface GuessedQuestion {
  /** Letters, digits, hyphens and underscores: unique in the file. */
  name: string;
  /** The question as the file has it. */
  title: string;
  type: GuessedType;
  /** The columns that hold its answers, in order. */
  columns: Column[];
  /** The column that holds the words of "something else", if there is one. */
  otherWords: Column | null;
  /** What parts several answers in one cell. */
  joinedBy: ';' | ',' | null;
}

/** A column that is not brought in. */
export interface LeftOut {
  column: Column;
  why: string;
  /** Its own cells show what it holds, so that nobody can decide otherwise. */
  never: boolean;
}

export interface AnswerFile {
  headerRows: 1 | 2;
  columns: Column[];
  questions: GuessedQuestion[];
  /** The column that says on which day each row was answered. */
  day: { column: Column; order: DayOrder } | null;
  /** The column that says how each row was answered. */
  channel: Column | null;
  /** Columns that are not brought in, and why. */
  leftOut: LeftOut[];
  /** How many rows of answers there are. */
  rows: number;
  /** Our own export for reading: what could be run as a formula has an apostrophe before it. */
  escaped: boolean;
  /** What stands in each column. */
  contents: ColumnContents[];
}

/** What stands in one column, as far as it is needed to choose what becomes of it. */
export interface ColumnContents {
  /** How many cells say something. */
  said: number;
  /** The longest cell, in characters. */
  longest: number;
  /** A few different cells. */
  examples: string[];
  /** Every different cell, most frequent first, where there are few enough to be a list. */
  choices: string[] | null;
  /** The parts of cells that hold several answers, where they do, and what parts them. */
  parts: { sign: ';' | ','; choices: string[] } | null;
}

/** The longest list of answers that a question may have. */
export const LONGEST_LIST = 200;
const EXAMPLES = 20;
const SAMPLE = 2000;
const CHARACTERS_KEPT = 20_000_000;

/** The first headings of our own export for reading, in which formulas are made harmless. */
const READING_HEADINGS = ['Date', 'How they answered'] as const;

const ANSWERED_ON = [
  /submi(t|ssion)|completed|completion/i,
  /\bend(ed)?[ _-]?(date|time|at)\b/i,
  /timestamp|answered[ _-]?on|^date( of (response|answer))?$|response[ _-]?date|recorded/i,
  /\bstart(ed)?[ _-]?(date|time|at)?\b|\bcreated\b|modified|time started/i,
];

/** Reads how a file of answers is laid out: a guess to be shown on real rows, never acted on unseen. */
export function readAnswerFile(rows: readonly (readonly string[])[]): AnswerFile {
  const scan = scanAnswerFile();
  for (const row of rows) scan.row(row);
  return scan.end();
}

export interface Scan {
  row(cells: readonly string[]): void;
  end(): AnswerFile;
}

/** The same, row by row, in bounded memory: what all rows are like is counted, a sample is kept. */
export function scanAnswerFile(): Scan {
  const head: (readonly string[])[] = [];
  const sample: (readonly string[])[] = [];
  const tallies: Tally[] = [];
  let room = 0;
  let width = 0;
  let count = 0;
  const body = (row: readonly string[]) => {
    count += 1;
    if (sample.length < SAMPLE) sample.push(row);
    width = usedWidth(row, width);
    if (room === 0) room = Math.max(50_000, CHARACTERS_KEPT / Math.max(width, 1));
    for (let at = 0; at < width; at += 1) {
      const cell = row[at];
      if (cell === undefined) break;
      (tallies[at] ??= makeTally(room)).cell(cell);
    }
  };
  return {
    row(cells) {
      if (head.length >= 2) return body(cells);
      head.push(cells);
      width = usedWidth(cells, width);
      if (head.length === 2 && headerRowsOf(head) === 1) body(cells);
    },
    end() {
      const { headerRows, columns } = headersOf(head, width);
      const values = columns.map(({ at }) => tallies[at]?.values() ?? NOTHING_SAID);
      columns.forEach((column, at) => {
        const [first, ...more] = values[at]?.tally ?? [];
        if (first !== undefined && more.length === 0) column.only = first[0];
      });
      return laidOut(headerRows, columns, values, sample, count);
    },
  };
}

const NOTHING_SAID = makeTally().values();

function contentsOf(values: Values): ColumnContents {
  const sign = joinedBy(values);
  const parts = new Set(sign ? values.tally.flatMap(([value]) => partsOf(value, sign)) : []);
  const few = !values.many && values.tally.length <= LONGEST_LIST;
  return {
    said: values.said,
    longest: values.longest,
    examples: values.tally.slice(0, EXAMPLES).map(([value]) => value.slice(0, 200)),
    choices: few ? values.tally.map(([value]) => value) : null,
    parts:
      sign && !values.many && parts.size <= LONGEST_LIST ? { sign, choices: [...parts] } : null,
  };
}

function laidOut(
  headerRows: 1 | 2,
  columns: Column[],
  values: readonly Values[],
  body: readonly (readonly string[])[],
  rows: number,
): AnswerFile {
  const of = (column: Column): Values => values[column.at] ?? NOTHING_SAID;
  const leftOut: AnswerFile['leftOut'] = [];
  const left = new Set<number>();
  const leave = (column: Column, why: string, never = false) => {
    leftOut.push({ column, why, never });
    left.add(column.at);
  };
  const groups = groupsOf(columns);
  const partOf = new Set(groups.flatMap((group) => (group.length > 1 ? group : [])));
  const channel = columns.find((column) => isChannels(column, of(column)));
  for (const column of columns) {
    if (column === channel) continue;
    // An option that nobody chose is still an option of its question.
    if (partOf.has(column) && of(column).said === 0) continue;
    const found = whyLeftOut(column, of(column));
    if (found) leave(column, found.why, found.never);
  }
  const dates = columns.filter(
    (c) =>
      !left.has(c.at) && isDates(of(c), looksLikeDay(c) ? 0.5 : 0.9) && !c.header.includes('?'),
  );
  const day = dayColumn(dates);
  for (const column of dates) {
    if (column !== day && looksLikeDay(column)) {
      leave(column, 'It is a time that the other tool noted; only the day of answering is kept.');
    }
  }
  const names = new Set<string>();
  const questions = groups.flatMap((group) => {
    const kept = group.filter(
      (column) => !left.has(column.at) && column !== day && column !== channel,
    );
    return kept.length === 0 ? [] : [guessQuestion(kept, of, body, names)];
  });
  return {
    headerRows,
    columns,
    questions,
    day: day ? { column: day, order: dayOrderOf(of(day)) } : null,
    channel: channel ?? null,
    leftOut: leftOut.sort((a, b) => a.column.at - b.column.at),
    rows,
    escaped: READING_HEADINGS.every((heading, at) => columns[at]?.header === heading),
    contents: values.map(contentsOf),
  };
}

function isChannels(column: Column, values: Values): boolean {
  const called = /^(channel|how (they|it was) answered)$/i.test(column.header);
  return called && values.tally.every(([value]) => channelNamed(value) !== undefined);
}

function isDates(values: Values, atLeast = 0.9): boolean {
  const order = dayOrderOf(values);
  return values.said > 0 && share(values, (value) => dayIn(value, order) !== undefined) >= atLeast;
}

function looksLikeDay({ header }: Column): boolean {
  return ANSWERED_ON.some((sign) => sign.test(header));
}

function dayColumn(dates: readonly Column[]): Column | undefined {
  for (const sign of ANSWERED_ON) {
    const found = dates.find(({ header }) => sign.test(header));
    if (found) return found;
  }
  return undefined;
}

function guessQuestion(
  columns: readonly Column[],
  of: (column: Column) => Values,
  body: readonly (readonly string[])[],
  names: Set<string>,
): GuessedQuestion {
  const [first] = columns;
  const otherWords = otherColumn(columns, of);
  const main = columns.filter((column) => column !== otherWords);
  const [only] = main;
  const single = main.length === 1 && only !== undefined;
  const sign = single ? joinedBy(of(only)) : undefined;
  const title = first?.question || first?.header || '';
  return {
    name: newName(first?.code ?? title, names),
    title,
    type: !single ? typeOfSeveral(main, of, body) : sign ? 'checkbox' : typeOfOne(of(only)),
    columns: [...main],
    otherWords: otherWords ?? null,
    joinedBy: sign ?? null,
  };
}

/** The column of other words: called so, or the only wordy one at the end of a row of ticks. */
function otherColumn(
  columns: readonly Column[],
  of: (column: Column) => Values,
): Column | undefined {
  if (columns.length < 2) return undefined;
  const last = columns.at(-1);
  const wordy = (column: Column) => of(column).tally.length > 3 && !isNumbers(of(column));
  const called = columns.find(({ label }) => /^other\b/i.test(label ?? ''));
  if (called && (wordy(called) || (columns.length === 2 && !isTicks(of(called))))) return called;
  if (!last || columns.length < 3 || !wordy(last)) return undefined;
  return columns.slice(0, -1).every((column) => isTicks(of(column))) ? last : undefined;
}

/** A column of ticks: yes and no, or nothing but the option's own words. */
function isTicks(values: Values): boolean {
  if (values.many) return false;
  if (values.tally.length <= 1) return true;
  return values.tally.every(([value]) => isTicked(value) || isUnticked(value));
}

function isNumbers(values: Values): boolean {
  return values.said > 0 && values.tally.every(([value]) => isNumber(value));
}

function typeOfSeveral(
  columns: readonly Column[],
  of: (column: Column) => Values,
  body: readonly (readonly string[])[],
): GuessedType {
  if (columns.every((column) => isTicks(of(column)))) return 'checkbox';
  if (isRanking(columns, of, body)) return 'ranking';
  const together = new Set(columns.flatMap((column) => of(column).tally.map(([value]) => value)));
  const most = Math.max(...columns.map((column) => of(column).tally.length));
  return together.size <= 15 && together.size <= most * 2 ? 'matrix' : 'multipletext';
}

/** Whole numbers up to the number of columns, each at most once in nearly every row. */
function isRanking(
  columns: readonly Column[],
  of: (column: Column) => Values,
  body: readonly (readonly string[])[],
): boolean {
  if (columns.length < 3) return false;
  const ranks = (value: string) =>
    /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= columns.length;
  if (!columns.every((column) => of(column).tally.every(([value]) => ranks(value)))) return false;
  let answered = 0;
  let distinct = 0;
  for (const row of body) {
    const given = columns.map(({ at }) => plain(row[at])).filter((cell) => !isNothing(cell));
    if (given.length < 2) continue;
    answered += 1;
    if (new Set(given).size === given.length) distinct += 1;
  }
  return answered > 0 && distinct / answered >= 0.9;
}

function typeOfOne(values: Values): GuessedType {
  const distinct = values.tally.length;
  if (isDates(values)) return 'date';
  if (distinct === 2 && values.tally.every(([value]) => /^(yes|no|true|false)\.?$/i.test(value))) {
    return 'boolean';
  }
  if (isNumbers(values)) {
    const small =
      !values.many && values.tally.every(([value]) => /^\d+$/.test(value) && Number(value) <= 10);
    return small && distinct >= 2 && values.said >= distinct * 3 ? 'rating' : 'number';
  }
  const few = !values.many && distinct <= 40 && distinct <= Math.max(values.said * 0.3, 3);
  if (few && values.length <= 100) {
    return 'radiogroup';
  }
  return values.length > 40 ? 'comment' : 'text';
}

/** A name of at most 40 characters made of the question's own words, none used twice. */
function newName(from: string, names: Set<string>): string {
  const words = from
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .split(' ');
  const asIs = /^[A-Za-z][\w-]{0,39}$/.test(from);
  let name = asIs ? from : '';
  for (const word of asIs ? [] : words) {
    if (name !== '' && name.length + word.length + 1 > 40) break;
    name = name === '' ? word.slice(0, 40).toLowerCase() : `${name}-${word.toLowerCase()}`;
  }
  if (!/^[A-Za-z]/.test(name)) name = `q-${name}`.replace(/-$/, '');
  let unique = name;
  for (let i = 2; names.has(unique.toLowerCase()); i += 1) unique = `${name}-${i}`;
  names.add(unique.toLowerCase());
  return unique;
}
