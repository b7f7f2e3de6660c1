import { runThrough, type Steps } from '#app/statistics/in-steps.ts';
import { channelNamed } from '#app/survey/channels.ts';
import { groupsOf, headerRowsOf, headersOf, usedWidth, type Column } from './column-headers.ts';
import {
  dayOrderOf,
  isDates,
  joinedBy,
  makeTally,
  partsOf,
  type DayOrder,
  type Tally,
  type Values,
} from './column-values.ts';
import { guessQuestion, type GuessedQuestion } from './guess-question.ts';
import { whyLeftOut } from './private-columns.ts';

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
  return runThrough(scan.end());
}

export interface Scan {
  row(cells: readonly string[]): void;
  /** Column by column: of large files each takes some milliseconds. */
  end(): Steps<AnswerFile>;
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
    *end() {
      const { headerRows, columns } = headersOf(head, width);
      const values: Values[] = [];
      for (const { at } of columns) {
        values.push(tallies[at]?.values() ?? NOTHING_SAID);
        yield;
      }
      columns.forEach((column, at) => {
        const [first, ...more] = values[at]?.tally ?? [];
        if (first !== undefined && more.length === 0) column.only = first[0];
      });
      return yield* laidOut(headerRows, columns, values, sample, count);
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

function* laidOut(
  headerRows: 1 | 2,
  columns: Column[],
  values: readonly Values[],
  body: readonly (readonly string[])[],
  rows: number,
): Steps<AnswerFile> {
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
    yield;
  }
  const dates: Column[] = [];
  for (const column of columns) {
    if (left.has(column.at) || column.header.includes('?')) continue;
    if (isDates(of(column), looksLikeDay(column) ? 0.5 : 0.9)) dates.push(column);
    yield;
  }
  const day = dayColumn(dates);
  for (const column of dates) {
    if (column !== day && looksLikeDay(column)) {
      leave(column, 'It is a time that the other tool noted; only the day of answering is kept.');
    }
  }
  const names = new Set<string>();
  const questions: GuessedQuestion[] = [];
  for (const group of groups) {
    const kept = group.filter(
      (column) => !left.has(column.at) && column !== day && column !== channel,
    );
    if (kept.length > 0) questions.push(guessQuestion(kept, of, body, names));
    yield;
  }
  const contents: ColumnContents[] = [];
  for (const each of values) {
    contents.push(contentsOf(each));
    yield;
  }
  return {
    headerRows,
    columns,
    questions,
    day: day ? { column: day, order: dayOrderOf(of(day)) } : null,
    channel: channel ?? null,
    leftOut: leftOut.sort((a, b) => a.column.at - b.column.at),
    rows,
    escaped: READING_HEADINGS.every((heading, at) => columns[at]?.header === heading),
    contents,
  };
}

function isChannels(column: Column, values: Values): boolean {
  const called = /^(channel|how (they|it was) answered)$/i.test(column.header);
  return called && values.tally.every(([value]) => channelNamed(value) !== undefined);
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
