import { z } from 'zod';
import { many, sayShortDay } from '#app/ui/words.ts';

/** How long formal consultations of an authority are open at least, and when few people answer. */
export interface ConsultingTime {
  leastDays: number;
  why: string;
  /** Days of elections in the area; empty where nobody has entered any. */
  elections: readonly string[];
}

/**
 * Until an authority says otherwise. The law sets no number of days; twelve weeks is widely used and
 * six is often the least that councils allow themselves.
 */
export const USUAL_TIME: ConsultingTime = {
  leastDays: 42,
  why: 'Six weeks let working parents hear of it, come to one meeting and answer. The law names no number of days; twelve weeks is widely used.',
  elections: [],
};

export const ConsultingTimeForm = z.object({
  leastDays: z.coerce
    .number('Enter a number of days')
    .int('Enter a whole number of days')
    .min(14, 'Enter 14 days or more: nobody can hear of it, think and answer in less')
    .max(183, 'Enter 183 days or fewer'),
  why: z
    .string('Say why not less')
    .min(1, 'Say why not less')
    .max(1000, 'Use at most 1,000 characters'),
  elections: z
    .string()
    .max(1000, 'Enter 20 days at most')
    .default('')
    .transform((typed, context) => {
      const days = typed.split(/[\s,;]+/).filter((word) => word !== '');
      const wrong = days.find((day) => !isDay(day));
      if (wrong === undefined) return [...new Set(days)].sort();
      const message = `Enter each election as year-month-day, such as 2027-05-06: “${wrong}” is not a day`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }),
});

function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
}

const DAY_MS = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayAt = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** How many days people have to answer, the first and the last counted: 1 to 14 May are 14 days. */
export function daysOpen(opensOn: string, closesOn: string): number {
  return Math.round((at(closesOn) - at(opensOn)) / DAY_MS) + 1;
}

export interface BusyTime {
  name: string;
  from: string;
  to: string;
}

/** Six weeks: the usual length of the time before an election in which councils hold back. */
const BEFORE_ELECTION = 42;

/** The times between two days in which few families can be expected to answer, earliest first. */
export function busyTimes(from: string, to: string, { elections }: ConsultingTime): BusyTime[] {
  const years: number[] = [];
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)); year += 1) {
    years.push(year);
  }
  const before = (day: string, name: string) => ({
    name,
    from: dayAt(at(day) - BEFORE_ELECTION * DAY_MS),
    to: day,
  });
  return [
    ...years.map((year) => ({ name: 'August', from: `${year}-08-01`, to: `${year}-08-31` })),
    ...years.map((year) => ({
      name: 'Christmas and New Year',
      from: `${year}-12-20`,
      to: `${year + 1}-01-03`,
    })),
    ...(elections.length > 0
      ? elections.map((day) => before(day, `the time before the election on ${sayShortDay(day)}`))
      : years.map((year) => {
          const day = firstThursdayOfMay(year);
          return before(day, `the time before ${sayShortDay(day)}, if you have elections then`);
        })),
  ]
    .filter((one) => one.from <= to && one.to >= from)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The ordinary day of local elections in England (Representation of the People Act 1983, s. 37). */
function firstThursdayOfMay(year: number): string {
  const first = new Date(Date.UTC(year, 4, 1)).getUTCDay();
  return dayAt(Date.UTC(year, 4, 1 + ((4 - first + 7) % 7)));
}

/** A warning for each busy time that a consultation runs through. */
export function busyWarnings(opensOn: string, closesOn: string, time: ConsultingTime): string[] {
  return busyTimes(opensOn, closesOn, time).map(({ name, from, to }) => {
    const days = daysOpen(from > opensOn ? from : opensOn, to < closesOn ? to : closesOn);
    return `${many(days, 'day')} of it ${days === 1 ? 'falls' : 'fall'} in ${name}: say what you do so that families still hear of it, or give more time`;
  });
}
