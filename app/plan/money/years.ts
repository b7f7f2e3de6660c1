/** Financial years of English local government, 1 April to 31 March, written as "2026-27". */

/** Whether a text is a financial year: its second half follows its first. */
export function isYear(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})$/.exec(text);
  return parts !== null && (Number(parts[1]) + 1) % 100 === Number(parts[2]);
}

/** The year that begins on 1 April of `first`: 2026 gives "2026-27". */
export function yearFrom(first: number): string {
  return `${first}-${String((first + 1) % 100).padStart(2, '0')}`;
}

/** The financial year in which a day (YYYY-MM-DD) lies. */
export function yearOf(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return yearFrom(month >= 4 ? year : year - 1);
}

export const firstDayOf = (year: string): string => `${year.slice(0, 4)}-04-01`;
export const lastDayOf = (year: string): string => `${Number(year.slice(0, 4)) + 1}-03-31`;

/** The year that comes so many years after another. */
export const yearsAfter = (year: string, more: number): string =>
  yearFrom(Number(year.slice(0, 4)) + more);

/** The years that two days touch, at most thirty of them. */
export function yearsBetween(from: string, to: string): string[] {
  const [first, last] = [Number(yearOf(from).slice(0, 4)), Number(yearOf(to).slice(0, 4))];
  const many = Math.max(0, Math.min(30, last - first + 1));
  return Array.from({ length: many }, (_, at) => yearFrom(first + at));
}

/** Reads a year as people write it: "2026-27", "2026/27", "2026-2027", "FY 2026/27"; null otherwise. */
export function readYear(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  const parts = /^(?:fy|financial year)?\s*(\d{4})\s*[-/–]\s*(\d{2}|\d{4})$/.exec(text);
  if (parts === null) return null;
  const year = yearFrom(Number(parts[1]));
  return yearFrom(Number(parts[1])).slice(5) === parts[2]?.slice(-2) &&
    (parts[2].length === 2 || Number(parts[2]) === Number(parts[1]) + 1)
    ? year
    : null;
}

/** A year in a sentence: "2026-27", and what stands for costs of no one year. */
export const sayYear = (year: string): string => (year === '' ? 'No year given' : year);

/** The years that a list offers, with the one that is kept already even where it is of another time. */
export function yearOptions(
  years: readonly string[],
  kept = '',
): { value: string; label: string }[] {
  const all = new Set([...years, ...(kept === '' ? [] : [kept])]);
  return [...all].sort().map((year) => ({ value: year, label: year }));
}
