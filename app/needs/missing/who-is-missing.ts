import {
  indexOf,
  likeness,
  moreNeeded,
  participation,
  standingOf,
  type Likeness,
  type Participation,
  type Standing,
} from '#app/statistics/representativeness.ts';
import { HIDDEN, THRESHOLD, type Shown } from '#app/statistics/small-numbers.ts';
import { wilsonInterval, type Interval } from '#app/statistics/wilson.ts';
import { sharesOf, type Margin } from './margin.ts';

/** How many chose each answer to a question, as they may be shown. */
export interface ShownAnswers {
  name: string;
  title: string;
  base: Shown;
  rows: readonly { value: string; count: Shown }[];
}

/** "hidden": what may be shown does not say how the group stands. */
export type GroupStanding = Standing | 'hidden';

export interface GroupReached {
  label: string;
  options: readonly string[];
  /** Of the population, 0 to 1. */
  share: number;
  /** How many answered: hidden where a number behind it is. */
  count: Shown;
  /** What the count can be as far as what is shown tells: both ends alike where it is in sight. */
  range: Interval | null;
  /** Of the answers that are compared, 0 to 1; a range where a number behind it is hidden. */
  reached: Interval | null;
  /** 100 where the group has its share; a range likewise. */
  index: Interval | null;
  /** What the index could be by chance alone. */
  interval: Interval | null;
  standing: GroupStanding;
  /** Answers still wanted: to come within a fifth of its share, and to have all of it. */
  more: { nearly: number; all: number; atLeast: boolean } | null;
}

export interface QuestionReached {
  question: string;
  title: string;
  margin: Margin;
  /** The answers in a group of the margin. */
  base: Shown;
  /** Answers to the question that are in no group, such as "Something else". */
  notCompared: Shown;
  groups: GroupReached[];
  likeness: Likeness | null;
  /** Only where the population is given in people. */
  participation: Participation | null;
}

/** A hidden group that has fewer answers than this is said to have fewer: no closer. */
const BAND = 10;

/**
 * Who is missing from the answers to one question. Everything is worked out from numbers that the
 * results show anyway: where one behind a group is hidden, the group has the range that the shown ones
 * leave, and stands as it would at both ends of it. Of a hidden group it is said besides whether it
 * has fewer than 10 answers, whatever the number under that is.
 *
 * @param counts the true number of each group, by which "fewer than 10" is decided
 */
export function whoIsMissing(
  answers: ShownAnswers,
  margin: Margin,
  counts: readonly number[],
): QuestionReached {
  const shares = sharesOf(margin);
  const ranges = margin.groups.map(({ options }, at) => {
    const range = rangeOf(answers, new Set(options));
    const few = range !== null && range.high >= BAND && (counts[at] ?? BAND) < BAND;
    // Not where that would leave less doubt than every hidden number must keep.
    return few && range.low + THRESHOLD < BAND ? { low: range.low, high: BAND - 1 } : range;
  });
  const compared = new Set(margin.groups.flatMap(({ options }) => options));
  const whole = rangeOf(answers, compared);
  const groups = margin.groups.map((group, at): GroupReached => {
    const about = { label: group.label, options: group.options, share: shares[at] ?? 0 };
    const others = new Set([...compared].filter((option) => !group.options.includes(option)));
    const beside = besides(ranges[at] ?? null, rangeOf(answers, others), whole);
    return { ...about, ...standOf(ranges[at] ?? null, beside, about.share) };
  });
  const open = groups.flatMap(({ count, share }) => (count === HIDDEN ? [] : [{ count, share }]));
  const base = exactly(whole);
  const all = open.length === groups.length && base !== HIDDEN;
  return {
    question: answers.name,
    title: answers.title,
    margin,
    base,
    notCompared: exactly(rangeOf(answers, restOf(answers, compared))),
    groups,
    likeness: all ? likeness(open) : null,
    participation:
      all && margin.unit === 'people'
        ? participation(
            open.map(({ count }, at) => ({ count, people: margin.groups[at]?.figure ?? 0 })),
          )
        : null,
  };
}

const restOf = ({ rows }: ShownAnswers, values: ReadonlySet<string>) =>
  new Set(rows.map(({ value }) => value).filter((value) => !values.has(value)));

const exactly = (range: Interval | null): Shown =>
  range !== null && range.low === range.high ? range.low : HIDDEN;

/** What the sum of some answers can be, given what is shown: null where nothing is. */
function rangeOf({ base, rows }: ShownAnswers, values: ReadonlySet<string>): Interval | null {
  if (base === HIDDEN) return null;
  let [low, shown] = [0, 0];
  let [hiddenIn, hiddenOut] = [false, false];
  for (const { value, count } of rows) {
    const inside = values.has(value);
    if (count === HIDDEN && inside) hiddenIn = true;
    else if (count === HIDDEN) hiddenOut = true;
    else {
      shown += count;
      if (inside) low += count;
    }
  }
  const hidden = base - shown;
  if (!hiddenIn) return { low, high: low };
  return hiddenOut ? { low, high: low + hidden } : { low: low + hidden, high: low + hidden };
}

/** The other groups when this one has all that it can have, and when it has the least. */
function besides(
  range: Interval | null,
  others: Interval | null,
  whole: Interval | null,
): Interval | null {
  if (range === null || others === null || whole === null) return null;
  return {
    low: Math.max(others.low, whole.low - range.high),
    high: Math.min(others.high, whole.high - range.low),
  };
}

type Reached = Omit<GroupReached, 'label' | 'options' | 'share'>;

const UNKNOWN: Reached = {
  count: HIDDEN,
  range: null,
  reached: null,
  index: null,
  interval: null,
  standing: 'hidden',
  more: null,
};

/** How a group stands, at the least and at the most that it can have beside the other groups. */
function standOf(range: Interval | null, others: Interval | null, share: number): Reached {
  if (range === null || others === null || range.high + others.high === 0 || share <= 0) {
    return { ...UNKNOWN, count: exactly(range), range };
  }
  const least = indexOf(range.low, Math.max(1, range.low + others.high), share);
  const most = indexOf(range.high, Math.max(1, range.high + others.low), share);
  const standings = [standingOf(least), standingOf(most)] as const;
  const exact = range.low === range.high && others.low === others.high;
  return {
    count: exactly(range),
    range,
    reached: { low: least.reached, high: most.reached },
    index: { low: least.index, high: most.index },
    interval: { low: least.interval.low, high: most.interval.high },
    standing: standings[0] === standings[1] ? standings[0] : 'hidden',
    more:
      most.index < 80
        ? {
            nearly: moreNeeded(range.high, range.high + others.low, share, 0.8),
            all: moreNeeded(range.high, range.high + others.low, share),
            atLeast: !exact,
          }
        : null,
  };
}

/** The groups that are missing, the one that lacks most answers first. */
export function missingGroups(
  questions: readonly QuestionReached[],
): { question: QuestionReached; group: GroupReached }[] {
  return questions
    .flatMap((question) =>
      question.groups
        .filter(({ standing }) => standing === 'too-few')
        .map((group) => ({ question, group })),
    )
    .sort((a, b) => (b.group.more?.all ?? 0) - (a.group.more?.all ?? 0));
}

/** By how much, 0 to 1, chance alone can move a share of one half of so many answers, either way. */
export function chanceAlone(base: number): number {
  const { low, high } = wilsonInterval(0.5, base);
  return (high - low) / 2;
}
