import { sayShortDay } from '#app/ui/words.ts';

/** A first and a last day, YYYY-MM-DD, both within it. */
export interface Period {
  start: string;
  end: string;
}

/** A period as somebody wrote it, and a remark where it could have meant something else. */
export type ReadPeriod = { ok: true; period: Period; remark: string } | { ok: false };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a period: `2026-04-01 to 2026-06-30`, `1/4/2026 - 30/6/2026`, `April to June 2026`,
 * `Q1 2026-27` (a quarter of the financial year), `June 2026`, `2026-06`, `2026/27` (the financial
 * year), `academic year 2026/27`, `2026`, or one day.
 */
export function readPeriod(text: string): ReadPeriod {
  const said = text.trim().toLowerCase().replace(/[–—]/g, '-').replace(/\s+/g, ' ').slice(0, 80);
  const day = readDay(said);
  if (day !== null) return found({ start: day, end: day });
  return (
    twoDays(said) ??
    quarterOfYear(said) ??
    twoMonths(said) ??
    oneMonth(said) ??
    splitYear(said) ??
    wholeYear(said) ?? { ok: false }
  );
}

/** One day: `2026-04-01`, `1/4/2026` or `1 April 2026`; null for anything else. */
export function readDay(text: string): string | null {
  const said = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(said);
  if (iso) return dayOn(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(said);
  if (slashed) return dayOn(Number(slashed[3]), Number(slashed[2]), Number(slashed[1]));
  const worded = /^(\d{1,2}) ([a-z]{3,9}) (\d{4})$/.exec(said);
  const month = monthOf(worded?.[2] ?? '');
  return worded && month !== null ? dayOn(Number(worded[3]), month, Number(worded[1])) : null;
}

function twoDays(said: string): ReadPeriod | null {
  for (const parting of [' to ', ' - ', '/', ' until ']) {
    const at = said.indexOf(parting);
    if (at < 0) continue;
    const [start, end] = [readDay(said.slice(0, at)), readDay(said.slice(at + parting.length))];
    if (start !== null && end !== null) return start <= end ? found({ start, end }) : { ok: false };
  }
  return null;
}

function quarterOfYear(said: string): ReadPeriod | null {
  const quarter = /\b(?:q|quarter )([1-4])\b/.exec(said)?.[1];
  const year = /\b(\d{4})(?:(?:\/|-| to )(\d{2}|\d{4}))?\b/.exec(said);
  if (quarter === undefined || year === null) return null;
  const first = Number(year[1]);
  if (year[2] === undefined) {
    const start = 3 * (Number(quarter) - 1) + 1;
    const remark = `Read as a quarter of the calendar year ${first}. Write ${first}-${String(first + 1).slice(2)} for the financial year.`;
    return found(months(first, start, first, start + 2), remark);
  }
  if (!follows(first, year[2])) return { ok: false };
  const start = 3 * Number(quarter) + 1;
  return start > 12
    ? found(months(first + 1, 1, first + 1, 3))
    : found(months(first, start, first, start + 2));
}

function twoMonths(said: string): ReadPeriod | null {
  const parts = /^([a-z]{3,9})(?: (\d{4}))? ?(?:to|-) ?([a-z]{3,9}) (\d{4})$/.exec(said);
  const [from, to] = [monthOf(parts?.[1] ?? ''), monthOf(parts?.[3] ?? '')];
  if (parts === null || from === null || to === null) return null;
  const last = Number(parts[4]);
  const first = parts[2] === undefined ? (from <= to ? last : last - 1) : Number(parts[2]);
  return first > last || (first === last && from > to)
    ? { ok: false }
    : found(months(first, from, last, to));
}

function oneMonth(said: string): ReadPeriod | null {
  const iso = /^(\d{4})-(\d{2})$/.exec(said);
  // 2024-25 is a financial year, 2024-05 a month: no month has a number above 12.
  if (iso && !follows(Number(iso[1]), iso[2] ?? '') && Number(iso[2]) <= 12 && Number(iso[2]) > 0) {
    return found(months(Number(iso[1]), Number(iso[2]), Number(iso[1]), Number(iso[2])));
  }
  const worded = /^([a-z]{3,9}) (\d{4})$/.exec(said);
  const month = monthOf(worded?.[1] ?? '');
  if (!worded || month === null) return null;
  return found(months(Number(worded[2]), month, Number(worded[2]), month));
}

function splitYear(said: string): ReadPeriod | null {
  const year =
    /^(academic year |school year |financial year )?(\d{4})(?:\/|-| to )(\d{2}|\d{4})( academic year| school year| financial year)?$/.exec(
      said,
    );
  const first = Number(year?.[2]);
  if (year === null || !follows(first, year[3] ?? '')) return null;
  const kind = `${year[1] ?? ''}${year[4] ?? ''}`;
  if (/academic|school/.test(kind)) return found(months(first, 9, first + 1, 8));
  const remark = kind === '' ? 'Read as the financial year from April to March.' : '';
  return found(months(first, 4, first + 1, 3), remark);
}

function wholeYear(said: string): ReadPeriod | null {
  const year = /^(?:calendar year )?(\d{4})$/.exec(said)?.[1];
  return year === undefined ? null : found(months(Number(year), 1, Number(year), 12));
}

function found(period: Period, remark = ''): ReadPeriod {
  const years = [period.start, period.end].map((day) => Number(day.slice(0, 4)));
  return years.every((year) => year >= 1990 && year <= 2100)
    ? { ok: true, period, remark }
    : { ok: false };
}

/** Whether a second half such as `27` or `2027` names the year after 2026. */
function follows(year: number, next: string): boolean {
  return next.length === 4 ? Number(next) === year + 1 : Number(next) === (year + 1) % 100;
}

function monthOf(word: string): number | null {
  const at = MONTHS.findIndex((month) => word.startsWith(month));
  return at < 0 ? null : at + 1;
}

function months(fromYear: number, from: number, toYear: number, to: number): Period {
  const last = new Date(Date.UTC(toYear, to, 0)).getUTCDate();
  return { start: iso(fromYear, from, 1), end: iso(toYear, to, last) };
}

function dayOn(year: number, month: number, day: number): string | null {
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day
    ? iso(year, month, day)
    : null;
}

function iso(year: number, month: number, day: number): string {
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

const MONTH_YEAR = new Intl.DateTimeFormat('en-GB', {
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A period in few words: `Apr to Jun 2026`, `Jun 2026`, `Apr 2026 to Mar 2027`, else both days. */
export function sayPeriod({ start, end }: Period): string {
  if (start === end) return sayShortDay(start);
  const whole = start.endsWith('-01') && isLastOfMonth(end);
  if (!whole) return `${sayShortDay(start)} to ${sayShortDay(end)}`;
  const [from, to] = [start, end].map((day) => MONTH_YEAR.format(new Date(`${day}T00:00:00Z`)));
  if (from === to) return to ?? '';
  return start.slice(0, 4) === end.slice(0, 4)
    ? `${from?.split(' ')[0] ?? ''} to ${to ?? ''}`
    : `${from ?? ''} to ${to ?? ''}`;
}

function isLastOfMonth(day: string): boolean {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);
  return next.getUTCDate() === 1;
}

/** Whether two periods share a day without being the same. */
export function overlaps(a: Period, b: Period): boolean {
  return !samePeriod(a, b) && a.start <= b.end && b.start <= a.end;
}

export function samePeriod(a: Period, b: Period): boolean {
  return a.start === b.start && a.end === b.end;
}
