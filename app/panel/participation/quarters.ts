/** A quarter of a calendar year as it is kept and addressed: 2026-Q2 is April to June 2026. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

const MONTHS = [
  'January to March',
  'April to June',
  'July to September',
  'October to December',
] as const;
const LAST_DAY = ['03-31', '06-30', '09-30', '12-31'] as const;
const FIRST_DAY = ['01-01', '04-01', '07-01', '10-01'] as const;

/** The quarter that a word names; null where it names none. */
export function quarterNamed(word: string): Quarter | null {
  return /^(19|20|21)\d\d-Q[1-4]$/.test(word) ? (word as Quarter) : null;
}

const parts = (quarter: Quarter) => ({
  year: Number(quarter.slice(0, 4)),
  at: Number(quarter.slice(-1)) - 1,
});

/** "April to June 2026". */
export function sayQuarter(quarter: Quarter): string {
  const { year, at } = parts(quarter);
  return `${MONTHS[at] ?? ''} ${year}`;
}

/** Its first and last day, YYYY-MM-DD. */
export function daysOf(quarter: Quarter): { from: string; to: string } {
  const { year, at } = parts(quarter);
  return { from: `${year}-${FIRST_DAY[at] ?? ''}`, to: `${year}-${LAST_DAY[at] ?? ''}` };
}

/** The quarter in which a day (YYYY-MM-DD) lies. */
export function quarterOf(day: string): Quarter {
  const at = Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1;
  return `${Number(day.slice(0, 4))}-Q${at}` as Quarter;
}

const after = (quarter: Quarter): Quarter => {
  const { year, at } = parts(quarter);
  return (at === 3 ? `${year + 1}-Q1` : `${year}-Q${at + 2}`) as Quarter;
};

/** The quarters from one day to another, newest first; none where the second is earlier. */
export function quartersFrom(from: string, to: string): Quarter[] {
  const last = quarterOf(to);
  const found: Quarter[] = [];
  for (let quarter = quarterOf(from); quarter <= last && found.length < 400;) {
    found.unshift(quarter);
    quarter = after(quarter);
  }
  return found;
}
