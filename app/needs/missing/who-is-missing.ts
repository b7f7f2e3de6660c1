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
import { HIDDEN, type Shown } from '#app/statistics/small-numbers.ts';
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
  /** Hidden, and said to be fewer than this. */
  fewerThan: number | null;
  /** Of the answers that are compared, 0 to 1. */
  reached: number | null;
  index: number | null;
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

/** A group that is hidden and has fewer answers than this is said to have fewer: no closer. */
const BAND = 10;

/**
 * Who is missing from the answers to one question. Everything is worked out from numbers that the
 * results show anyway: a group is shown where none of its answers is hidden, or where it holds all
 * that are. Of a hidden group only "fewer than 10" is said, whatever the number under that is, and how
 * it stands is judged by 9.
 *
 * @param counts the true number of each group, by which "fewer than 10" is decided
 */
export function whoIsMissing(
  answers: ShownAnswers,
  margin: Margin,
  counts: readonly number[],
): QuestionReached {
  const shares = sharesOf(margin);
  const grouped = margin.groups.map(({ options }) => shownSum(answers, new Set(options)));
  const compared = new Set(margin.groups.flatMap(({ options }) => options));
  const rest = answers.rows.map(({ value }) => value).filter((value) => !compared.has(value));
  const notCompared = shownSum(answers, new Set(rest));
  const base = difference(answers.base, notCompared);
  const seen = grouped.reduce<number>((sum, count) => sum + (count === HIDDEN ? 0 : count), 0);
  const groups = margin.groups.map((group, at): GroupReached => {
    const about = { label: group.label, options: group.options, share: shares[at] ?? 0 };
    const count = grouped[at] ?? HIDDEN;
    if (count !== HIDDEN && base !== HIDDEN && base > 0 && about.share > 0) {
      return { ...about, ...standOf(count, base, about.share) };
    }
    const few = count === HIDDEN && (counts[at] ?? BAND) < BAND && seen > 0;
    return { ...about, ...hiddenGroup(count, few, seen, about.share) };
  });
  const open = groups.flatMap(({ count, share }) => (count === HIDDEN ? [] : [{ count, share }]));
  const all = open.length === groups.length && base !== HIDDEN;
  return {
    question: answers.name,
    title: answers.title,
    margin,
    base,
    notCompared,
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

type Reached = Omit<GroupReached, 'label' | 'options' | 'share'>;

function standOf(count: number, base: number, share: number): Reached {
  const found = indexOf(count, base, share);
  const standing = standingOf(found);
  return {
    count,
    fewerThan: null,
    ...found,
    standing,
    more: found.index < 80 ? moreOf(count, base, share, false) : null,
  };
}

/** Judged by the most that the group can have, beside the others that are in sight. */
function hiddenGroup(count: Shown, few: boolean, seen: number, share: number): Reached {
  const nothing = { reached: null, index: null, interval: null };
  if (!few || share <= 0) {
    return { count, fewerThan: null, ...nothing, standing: 'hidden', more: null };
  }
  const most = BAND - 1;
  const standing = standingOf(indexOf(most, seen + most, share));
  return {
    count,
    fewerThan: BAND,
    ...nothing,
    standing: standing === 'too-few' ? 'too-few' : 'hidden',
    more: standing === 'too-few' ? moreOf(most, seen + most, share, true) : null,
  };
}

function moreOf(count: number, base: number, share: number, atLeast: boolean) {
  return {
    nearly: moreNeeded(count, base, share, 0.8),
    all: moreNeeded(count, base, share),
    atLeast,
  };
}

/** The sum of some answers as far as what is shown tells it: all of them shown, or all hidden ones in it. */
function shownSum({ base, rows }: ShownAnswers, values: ReadonlySet<string>): Shown {
  if (base === HIDDEN) return HIDDEN;
  const sum = (chosen: typeof rows) =>
    chosen.reduce((all, { count }) => all + (count === HIDDEN ? 0 : count), 0);
  const inside = rows.filter(({ value }) => values.has(value));
  const outside = rows.filter(({ value }) => !values.has(value));
  if (inside.every(({ count }) => count !== HIDDEN)) return sum(inside);
  if (outside.every(({ count }) => count !== HIDDEN)) return base - sum(outside);
  return HIDDEN;
}

function difference(whole: Shown, part: Shown): Shown {
  return whole === HIDDEN || part === HIDDEN ? HIDDEN : whole - part;
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
