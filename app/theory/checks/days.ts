/** Years are written with four digits: what comes later or earlier is taken for the last or the first day. */
const [FIRST_DAY, LAST_DAY] = ['0000-01-01', '9999-12-31'];
const MOST_MONTHS = 12 * 10_000;

/** The day so many months after a day, both YYYY-MM-DD; a month without that day ends a little later. */
export function monthsAfter(day: string, months: number): string {
  if (months >= MOST_MONTHS) return LAST_DAY;
  if (months <= -MOST_MONTHS) return FIRST_DAY;
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + (Number.isFinite(months) ? Math.trunc(months) : 0));
  const year = date.getUTCFullYear();
  if (year > 9999) return LAST_DAY;
  return year < 0 ? FIRST_DAY : date.toISOString().slice(0, 10);
}
