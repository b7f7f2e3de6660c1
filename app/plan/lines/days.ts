/** Whether a text is a day of the calendar, YYYY-MM-DD, in a year that a plan may speak of. */
export function isADay(day: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(day)) return false;
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
}

const MS_A_DAY = 86_400_000;

/** Days since 1 January 1970: so that days can be added and compared. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / MS_A_DAY);
}

/** The day with this number, YYYY-MM-DD. */
export function dayOfNumber(number: number): string {
  return new Date(number * MS_A_DAY).toISOString().slice(0, 10);
}
