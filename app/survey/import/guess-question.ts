import { plain, type Column } from './column-headers.ts';
import {
  isDates,
  isNothing,
  isNumber,
  isTicked,
  isUnticked,
  joinedBy,
  type Values,
} from './column-values.ts';

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

/** What a column, or columns side by side under one heading, seem to ask. */
export function guessQuestion(
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
