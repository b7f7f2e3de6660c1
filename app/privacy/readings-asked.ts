import { dayOf } from '#app/ui/words.ts';
import { isReadWhat, READINGS } from '#app/people/readings.ts';

/** What an administrator narrows the log to, as it stands in the address. */
export interface TypedAsked {
  person: string;
  what: string;
  from: string;
  until: string;
}

const A_DAY = /^\d{4}-\d\d-\d\d$/;
const HOUR = 3_600_000;

/** The moment at which a day begins in England; undefined where it is no day. */
function startOfDay(day: string): Date | undefined {
  if (!A_DAY.test(day)) return undefined;
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return undefined;
  const summer = new Date(at.getTime() - HOUR);
  return dayOf(summer) === day ? summer : at;
}

/** The moment at which the day after begins. */
function endOfDay(day: string): Date | undefined {
  const noon = new Date(`${day}T12:00:00Z`);
  if (!A_DAY.test(day) || Number.isNaN(noon.getTime())) return undefined;
  return startOfDay(new Date(noon.getTime() + 24 * HOUR).toISOString().slice(0, 10));
}

/** What the address asks for; what cannot be meant narrows nothing. */
export function askedIn(query: URLSearchParams): { typed: TypedAsked; page: number } {
  const page = Number(query.get('page') ?? 0);
  const what = query.get('what') ?? '';
  const day = (name: string) => {
    const given = query.get(name) ?? '';
    return startOfDay(given) === undefined ? '' : given;
  };
  return {
    typed: {
      person: (query.get('person') ?? '').slice(0, 60),
      what: isReadWhat(what) ? what : '',
      from: day('from'),
      until: day('until'),
    },
    page: Number.isSafeInteger(page) && page > 0 ? page : 0,
  };
}

/** The same for the database: what is left out narrows nothing. */
export function narrowed({ person, what, from, until }: TypedAsked) {
  const [first, last] = [startOfDay(from), endOfDay(until)];
  return {
    ...(person === '' ? {} : { personId: person }),
    ...(what === '' ? {} : { what }),
    ...(first === undefined ? {} : { from: first }),
    ...(last === undefined ? {} : { until: last }),
  };
}

/** What was read, in words; a code of a newer version as it stands. */
export const sayWhat = (what: string): string => (isReadWhat(what) ? READINGS[what] : what);
