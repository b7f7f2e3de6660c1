/** The day so many months after a day, both YYYY-MM-DD; a month without that day ends a little later. */
export function monthsAfter(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + (Number.isFinite(months) ? months : 0));
  return date.toISOString().slice(0, 10);
}
