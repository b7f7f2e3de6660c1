import type { Period } from '#app/theory/measures/periods.ts';

/** A quarter of a financial year: 2026-27-Q1 is April to June 2026. */
export type Quarter = `${number}-${number}-Q${1 | 2 | 3 | 4}`;

/** A quarter by its name; null for anything else, such as 2026-28-Q1. */
export function quarterNamed(word: string): Quarter | null {
  const parts = /^(20\d\d)-(\d\d)-Q([1-4])$/.exec(word);
  if (parts === null) return null;
  return (Number(parts[1]) + 1) % 100 === Number(parts[2]) ? (word as Quarter) : null;
}

/** The quarter that holds a day, YYYY-MM-DD. */
export function quarterOf(day: string): Quarter {
  const [year = 2026, month = 1] = day.split('-').map(Number);
  const first = month >= 4 ? year : year - 1;
  return nameOf(first, Math.floor(((month + 8) % 12) / 3));
}

/** @param at 0 for April to June … 3 for January to March */
function nameOf(firstYear: number, at: number): Quarter {
  const next = String((firstYear + 1) % 100).padStart(2, '0');
  return `${firstYear}-${next}-Q${at + 1}` as Quarter;
}

function partsOf(quarter: Quarter): { year: number; at: number } {
  return { year: Number(quarter.slice(0, 4)), at: Number(quarter.slice(-1)) - 1 };
}

/** The first and the last day of a quarter. */
export function daysOf(quarter: Quarter): Period {
  const { year, at } = partsOf(quarter);
  const isoOf = (months: number, less = 0) =>
    new Date(Date.UTC(year, 3 + months, 1 - less)).toISOString().slice(0, 10);
  return { start: isoOf(at * 3), end: isoOf(at * 3 + 3, 1) };
}

/** The quarter so many quarters later; before, with a number under nought. */
export function quarterAfter(quarter: Quarter, by = 1): Quarter {
  const { year, at } = partsOf(quarter);
  const all = year * 4 + at + by;
  return nameOf(Math.floor(all / 4), ((all % 4) + 4) % 4);
}

const MONTHS = ['April to June', 'July to September', 'October to December', 'January to March'];

/** April to June 2026 */
export function sayQuarter(quarter: Quarter): string {
  const { year, at } = partsOf(quarter);
  return `${MONTHS[at] ?? ''} ${at === 3 ? year + 1 : year}`;
}

const SHORT = ['Apr–Jun', 'Jul–Sep', 'Oct–Dec', 'Jan–Mar'];

/** Apr–Jun 2026: for headings of columns. */
export function sayShortQuarter(quarter: Quarter): string {
  const { year, at } = partsOf(quarter);
  return `${SHORT[at] ?? ''} ${at === 3 ? year + 1 : year}`;
}

/** Every quarter that a day of the two, or between them, lies in; newest first. */
export function quartersFrom(first: string, last: string): Quarter[] {
  const quarters: Quarter[] = [];
  for (let one = quarterOf(last); daysOf(one).end >= first; one = quarterAfter(one, -1)) {
    quarters.push(one);
  }
  return last < first ? [] : quarters;
}
