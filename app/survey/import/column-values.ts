import { plain } from './column-headers.ts';

/** Cells that say that there is no answer. "NaN" is what pandas writes; "Nan" is a grandmother. */
const NOTHING =
  /^(|n\/?a|none given|null|-+|\.|not applicable|no answer|no response|no reply|#n\/a)$/i;
const TICKED = /^(1|1\.0|yes|y|true|x|✓|✔|checked|selected|ticked|on)$/i;
const UNTICKED = /^(0|0\.0|no|n|false|unchecked|not selected|not checked|off|quoted)$/i;

export function isNothing(cell: string): boolean {
  return NOTHING.test(cell) || cell === 'NaN';
}
export function isTicked(cell: string): boolean {
  return TICKED.test(cell);
}
export function isUnticked(cell: string): boolean {
  return UNTICKED.test(cell);
}

/** What the cells of one column are like, nothing-cells left out. */
export interface Values {
  /** How many cells say something. */
  said: number;
  /** Distinct cells with how often each stands, most frequent first; not all of them when `many`. */
  tally: readonly (readonly [string, number])[];
  /** How many cells the tally counts. */
  tallied: number;
  /** True when there are more different cells than are counted one by one. */
  many: boolean;
  /** Mean length in characters. */
  length: number;
  /** The longest cell, in characters. */
  longest: number;
}

/** More different cells than this are no list to choose from, whatever the question. */
const MOST_DIFFERENT = 5000;

export interface Tally {
  cell(written: string): void;
  values(): Values;
}

/**
 * Counts the cells of one column as they come by, in bounded memory.
 *
 * @param room how many characters of different cells are kept
 */
export function makeTally(room = 500_000): Tally {
  const counts = new Map<string, number>();
  let said = 0;
  let tallied = 0;
  let characters = 0;
  let longest = 0;
  let kept = 0;
  let many = false;
  return {
    cell(written) {
      if (written === '') return;
      const known = counts.get(written);
      const value = known === undefined ? plain(written) : written;
      if (known === undefined && isNothing(value)) return;
      said += 1;
      characters += value.length;
      if (value.length > longest) longest = value.length;
      const count = known ?? counts.get(value);
      if (count === undefined) {
        many ||= counts.size >= MOST_DIFFERENT || kept + value.length > room;
        if (many) return;
        kept += value.length;
        counts.set(detached(value), 1);
      } else counts.set(value, count + 1);
      tallied += 1;
    },
    values() {
      const tally = [...counts].sort((a, b) => b[1] - a[1]);
      return { said, tally, tallied, many, length: said === 0 ? 0 : characters / said, longest };
    },
  };
}

/** A copy that does not keep the piece of the file alive from which it was cut. */
export function detached(text: string): string {
  return text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string);
}

/** The share of cells that match, of those that are counted one by one. */
export function share(values: Values, matches: (value: string) => boolean): number {
  if (values.tallied === 0) return 0;
  let matching = 0;
  for (const [value, count] of values.tally) if (matches(value)) matching += count;
  return matching / values.tallied;
}

export function isNumber(value: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value);
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

export type DayOrder = 'day-first' | 'month-first';

/** The calendar day that a cell names, as YYYY-MM-DD, whatever time stands behind it. */
export function dayIn(cell: string, order: DayOrder = 'day-first'): string | undefined {
  const text = plain(cell);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[T ])/.exec(text);
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?=$|[T ,])/.exec(text);
  if (parts) {
    const [a, b, y] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
    const year = y < 100 ? 2000 + y : y;
    return order === 'day-first' ? realDay(year, b, a) : realDay(year, a, b);
  }
  const words = /^(?:\w{3,9},? )?(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9}),? (\d{4})\b/.exec(text);
  if (words) return realDay(Number(words[3]), monthOf(words[2]), Number(words[1]));
  const american = /^(?:\w{3,9},? )?([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})\b/.exec(text);
  if (american) return realDay(Number(american[3]), monthOf(american[1]), Number(american[2]));
  return undefined;
}

function monthOf(word: string | undefined): number {
  return MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;
}

function realDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900;
  return real ? date.toISOString().slice(0, 10) : undefined;
}

/** Whether 3/4 is April or March: by any date in the column that can be read one way only. */
export function dayOrderOf(values: Values): DayOrder {
  const monthFirst = values.tally.some(([value]) => {
    const parts = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}/.exec(value);
    return parts !== null && Number(parts[2]) > 12;
  });
  return monthFirst ? 'month-first' : 'day-first';
}

/** Whether what a column says are days, all but a few. */
export function isDates(values: Values, atLeast = 0.9): boolean {
  const order = dayOrderOf(values);
  return values.said > 0 && share(values, (value) => dayIn(value, order) !== undefined) >= atLeast;
}

/**
 * The parts of cells that hold several answers joined by `;`, `,` or a new line, or undefined when
 * the column does not look like that: parts must come back again and again, and cells vary.
 */
export function joinedBy(values: Values): ';' | ',' | undefined {
  return ([';', ','] as const).find((sign) => {
    const parts = new Map<string, number>();
    let pieces = 0;
    let joined = 0;
    for (const [value, count] of values.tally) {
      const split = partsOf(value, sign);
      if (split.length > 1) joined += count;
      for (const part of split) parts.set(part, (parts.get(part) ?? 0) + count);
      pieces += split.length * count;
    }
    const repeated = [...parts.values()].filter((count) => count > 1).length;
    const lengths = [...parts.keys()].reduce((sum, part) => sum + part.length, 0);
    return (
      joined >= Math.max(2, values.tallied * 0.15) &&
      parts.size <= 60 &&
      pieces / parts.size >= 3 &&
      repeated / parts.size >= 0.4 &&
      lengths / parts.size <= 60 &&
      // Five texts that happen to hold commas are five answers, not many; a semicolon seldom happens.
      (sign === ';' || values.tally.length > Math.min(parts.size, 6))
    );
  });
}

export function partsOf(value: string, sign: ';' | ','): string[] {
  return value
    .split(sign)
    .map(plain)
    .filter((part) => part !== '');
}
