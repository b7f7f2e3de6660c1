const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const SHORT_DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});

// Making a format takes fifty times as long as using it.
const ISO_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });

/** A calendar day (YYYY-MM-DD) as "Friday 4 December 2026"; a dash when there is none. */
export function sayDay(day: string | null | undefined): string {
  return day ? DAY.format(new Date(`${day}T00:00:00Z`)).replace(',', '') : '–';
}

/** A calendar day for a narrow column: "4 Dec 2026". */
export function sayShortDay(day: string | null | undefined): string {
  return day ? SHORT_DAY.format(new Date(`${day}T00:00:00Z`)) : '–';
}

/** An instant in English local time: "4 December 2026 at 10:42". */
export function sayMoment(at: Date): string {
  return MOMENT.format(at);
}

const HOUR_MS = 3_600_000;
let lastAsked = { hour: NaN, day: '' };

/** Today in England as YYYY-MM-DD. */
export function dayOf(at: Date): string {
  // No day of England's begins within an hour of universal time; every request asks several times.
  const hour = Math.floor(at.getTime() / HOUR_MS);
  if (hour !== lastAsked.hour) lastAsked = { hour, day: ISO_DAY.format(at) };
  return lastAsked.day;
}

/** A count with its noun: 1 answer, 1,204 answers. */
export function many(n: number, one: string, more = `${one}s`): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : more}`;
}
