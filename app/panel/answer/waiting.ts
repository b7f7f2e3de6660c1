import { isOverdue } from '../reply.ts';
import { daysAfter, daysBetween } from '../days.ts';

/** Days that a theme may wait for a public answer, where an authority has not said otherwise. */
export const DAYS_TO_ANSWER = 28;

/** A theme with how it stands with its answer. */
export interface ThemeToAnswer {
  id: string;
  name: string;
  /** The day on which the first comment was gathered under it; null while nobody waits. */
  since: string | null;
  /** The day on which families could first read an answer. */
  answeredOn: string | null;
  /** What stands now, drafted or public. */
  reply: { status: string; dueOn: string | null; isPublic: boolean } | null;
}

export interface TooLong {
  id: string;
  name: string;
  /** How many days it has waited. */
  days: number;
}

export interface Broken {
  id: string;
  name: string;
  /** we-will or thinking. */
  status: string;
  dueOn: string;
  /** How many days its day is past. */
  days: number;
}

/** What a lead must see first: who has waited too long, and which promises are past their day. */
export interface AnswerSignals {
  daysToAnswer: number;
  tooLong: TooLong[];
  broken: Broken[];
}

/** @param today YYYY-MM-DD */
export function signalsOf(
  themes: readonly ThemeToAnswer[],
  daysToAnswer: number,
  today: string,
): AnswerSignals {
  const tooLong = themes.flatMap(({ id, name, since, reply }): TooLong[] => {
    if (since === null || reply?.isPublic) return [];
    const days = daysBetween(since, today);
    return days > daysToAnswer ? [{ id, name, days }] : [];
  });
  const broken = themes.flatMap(({ id, name, reply }): Broken[] => {
    if (!reply?.isPublic || reply.dueOn === null || !isOverdue(reply, today)) return [];
    const { status, dueOn } = reply;
    return [{ id, name, status, dueOn, days: daysBetween(dueOn, today) }];
  });
  const longest = (a: { days: number; name: string }, b: { days: number; name: string }) =>
    b.days - a.days || a.name.localeCompare(b.name, 'en-GB');
  return { daysToAnswer, tooLong: tooLong.sort(longest), broken: broken.sort(longest) };
}

/** The themes whose answer was due in one quarter of a year. */
export interface QuarterOfAnswers {
  /** "July to September 2026". */
  label: string;
  due: number;
  onTime: number;
  late: number;
  /** No answer to this day. */
  without: number;
}

const MONTHS = ['January to March', 'April to June', 'July to September', 'October to December'];

/**
 * How many themes had their first public answer in time, by the quarter in which it was due; oldest
 * first, and never more than the last eight. What is not due yet counts when it has its answer.
 */
export function onTimeByQuarter(
  themes: readonly ThemeToAnswer[],
  daysToAnswer: number,
  today: string,
): QuarterOfAnswers[] {
  const quarters = new Map<string, QuarterOfAnswers>();
  for (const { since, answeredOn } of themes) {
    if (since === null) continue;
    const dueOn = daysAfter(since, daysToAnswer);
    if (dueOn >= today && answeredOn === null) continue;
    const [year = '', month = '01'] = dueOn.split('-');
    const at = Math.floor((Number(month) - 1) / 3);
    const label = `${MONTHS[at] ?? ''} ${year}`;
    const one = quarters.get(`${year} ${at}`) ?? { label, due: 0, onTime: 0, late: 0, without: 0 };
    one.due += 1;
    if (answeredOn === null) one.without += 1;
    else if (answeredOn <= dueOn) one.onTime += 1;
    else one.late += 1;
    quarters.set(`${year} ${at}`, one);
  }
  return [...quarters.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(-8)
    .map(([, quarter]) => quarter);
}
