import { hasSmallBaseline, type Measure } from './measure.ts';
import { sayPeriod } from './periods.ts';
import { readDay } from './periods.ts';
import { readNumber, sayFigure } from './units.ts';
import { intervalOf, ofEverybody, type Value } from './values.ts';

/** How a measure stands against its target. */
export type Course = 'reached' | 'onCourse' | 'near' | 'behind' | 'away' | 'cannotSay';

export const COURSE_WORDS: Readonly<Record<Course, string>> = {
  reached: 'Target reached',
  onCourse: 'On course',
  near: 'Too close to call',
  behind: 'Behind',
  away: 'Moving away',
  cannotSay: 'Cannot say yet',
};

export interface Standing {
  course: Course;
  /** Why, in one sentence. */
  because: string;
}

const DAY = 86_400_000;

/**
 * Whether a measure is on course. The line runs straight from the baseline to the target by their
 * dates; the newest figure is compared with where the line stands on its last day. Needs a baseline
 * and a target with dates and two figures or more: one figure alone shows no movement. Where both
 * counts are known and chance alone (95 per cent) could put the figure on either side of the line,
 * nothing is claimed.
 *
 * @param values the figures that stand, oldest first
 */
export function standingOf(measure: Measure, values: readonly Value[]): Standing {
  const line = lineOf(measure);
  if (hasSmallBaseline(measure)) {
    return cannotSay('The baseline is hidden, as it tells of fewer than five people.');
  }
  if (line === null) {
    return cannotSay('A baseline and a target, each with its date, are needed first.');
  }
  const whole = ofEverybody(values).filter(({ end }) => end > line.from.day);
  const newest = whole.at(-1);
  if (newest === undefined || whole.length < 2) {
    const have =
      newest === undefined
        ? 'There is none'
        : `There is one: ${sayFigure(newest.value, measure.unit)} in ${sayPeriod(newest)}`;
    return cannotSay(`It takes two figures after the baseline to see a movement. ${have}.`);
  }
  return comparedWith(line, newest, measure.unit);
}

function cannotSay(because: string): Standing {
  return { course: 'cannotSay', because };
}

/** The straight line from the baseline to the target. */
export interface Line {
  from: { day: string; value: number };
  to: { day: string; value: number };
}

/**
 * The line of a measure; null while a figure or a date is missing or they do not fit together, and where
 * the baseline is hidden: any two places on the line would tell it.
 */
export function lineOf(measure: Measure): Line | null {
  if (hasSmallBaseline(measure)) return null;
  const [start, end] = [readNumber(measure.baseline), readNumber(measure.target)];
  const [from, to] = [readDay(measure.baselineOn), readDay(measure.targetOn)];
  if (start === null || end === null || from === null || to === null || to <= from) return null;
  return { from: { day: from, value: start }, to: { day: to, value: end } };
}

/** Where the line stands on a day; before and after it, at its ends. */
export function expectedOn({ from, to }: Line, day: string): number {
  const length = (Date.parse(to.day) - Date.parse(from.day)) / DAY;
  const gone = (Date.parse(day) - Date.parse(from.day)) / DAY;
  const share = Math.min(1, Math.max(0, gone / length));
  return from.value + (to.value - from.value) * share;
}

function comparedWith(line: Line, newest: Value, unit: string): Standing {
  const expected = expectedOn(line, newest.end);
  const way = Math.sign(line.to.value - line.from.value);
  const when = sayPeriod(newest);
  const [now, planned] = [sayFigure(newest.value, unit), sayFigure(expected, unit)];
  if (way === 0) return held(line, newest, unit);
  if ((newest.value - line.to.value) * way >= 0) {
    const target = sayFigure(line.to.value, unit);
    return { course: 'reached', because: `${now} in ${when}; the target is ${target}.` };
  }
  const interval = intervalOf(newest, unit);
  if (interval !== null && interval.low <= expected && expected <= interval.high) {
    return {
      course: 'near',
      because: `${now} in ${when}, planned ${planned}: with so few people chance alone could put it on either side.`,
    };
  }
  if ((newest.value - expected) * way >= 0) {
    return { course: 'onCourse', because: `${now} in ${when}, planned ${planned} by then.` };
  }
  if ((newest.value - line.from.value) * way < 0) {
    const began = sayFigure(line.from.value, unit);
    return {
      course: 'away',
      because: `${now} in ${when}, further from the target than at the start (${began}).`,
    };
  }
  return { course: 'behind', because: `${now} in ${when}, planned ${planned} by then.` };
}

/** A target that is the baseline asks to keep what there is. */
function held(line: Line, newest: Value, unit: string): Standing {
  const same = Math.abs(newest.value - line.to.value) < 1e-9;
  const [now, kept] = [sayFigure(newest.value, unit), sayFigure(line.to.value, unit)];
  return same
    ? { course: 'onCourse', because: `${now} in ${sayPeriod(newest)}: kept as planned.` }
    : { course: 'near', because: `${now} in ${sayPeriod(newest)}; the plan is to keep ${kept}.` };
}
