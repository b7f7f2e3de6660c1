import { HIDDEN, isSmall, maskCounts, type Shown } from '#app/statistics/small-numbers.ts';
import { inOrder } from '#app/theory/measures/breakdowns.ts';
import { COUNTED, countedAs, type WhatId } from './counting.ts';
import { maskedTotals } from './masked-totals.ts';
import { wholeOf, type Count } from './reach.ts';

export interface SeenBreakdown {
  what: string;
  breakdown: string;
  groups: { group: string; count: Shown }[];
  /** Of the total, in no group. */
  left: Shown;
}

/** A breakdown of all together in full numbers. */
interface Whole {
  what: WhatId;
  breakdown: string;
  groups: string[];
  figures: number[];
  left: number;
}

/**
 * The counts of all together, broken down, as everybody may see them. Two breakdowns that share
 * people would give away by subtraction what each hides, so that
 *
 * - children by age are not shown where users by age are: they are the same children;
 * - users by age, or by who is counted, are children and adults: with something hidden in them they
 *   are hidden whole where children or adults are counted as well;
 * - users and adults by sex, and users and children by tenth, are both shown only where neither they
 *   nor what lies between them is small. Else adults by sex give way, and users by tenth.
 *
 * What is hidden as a total is not shown in parts.
 */
export function seenBreakdowns(counts: readonly Count[]): SeenBreakdown[] {
  const mask = maskedTotals(counts);
  const all = wholesOf(counts);
  const find = (what: WhatId, breakdown: string) =>
    all.find((one) => one.what === what && one.breakdown === breakdown);
  const parted = (['children', 'adults'] as const).map((what) => mask(what).all);
  const isCounted = parted.some((one) => one !== null);
  const isHiddenWhole = (one: Whole): boolean => {
    const { what, breakdown } = one;
    if (mask(what).all === HIDDEN) return true;
    const pair = PAIRS.find((each) => each.breakdown === breakdown);
    if (pair?.givesWay === what) {
      const [users, part] = [find('users', breakdown), find(pair.part, breakdown)];
      return users !== undefined && part !== undefined && givesAway(users, part);
    }
    if (what !== 'users' || !IN_CHILDREN_AND_ADULTS.includes(breakdown) || !isCounted) return false;
    return parted.includes(HIDDEN) || hasSmall(one);
  };
  return all
    .filter(
      ({ what, breakdown }) =>
        !(what === 'children' && breakdown === 'age' && find('users', 'age')),
    )
    .map((one) => masked(one, isHiddenWhole(one)));
}

const IN_CHILDREN_AND_ADULTS = ['age', 'whoCounted'];

const PAIRS: readonly { breakdown: string; part: WhatId; givesWay: WhatId }[] = [
  { breakdown: 'sex', part: 'adults', givesWay: 'adults' },
  { breakdown: 'idaciDecile', part: 'children', givesWay: 'users' },
];

const hasSmall = ({ figures, left }: Whole) => [...figures, left].some((one) => isSmall(one));

/** Whether users and a part of them, by the same groups, would tell a small number together. */
function givesAway(users: Whole, part: Whole): boolean {
  if (hasSmall(users) || hasSmall(part)) return true;
  const inPart = (group: string) => part.figures[part.groups.indexOf(group)] ?? 0;
  const between = users.groups.map((group, at) => (users.figures[at] ?? 0) - inPart(group));
  return [...between, users.left - part.left].some((one) => isSmall(Math.abs(one)));
}

function masked(
  { what, breakdown, groups, figures, left }: Whole,
  isHidden: boolean,
): SeenBreakdown {
  const shown = isHidden ? [] : maskCounts([...figures, left]).counts;
  return {
    ...{ what, breakdown },
    groups: groups.map((group, at) => ({ group, count: shown[at] ?? HIDDEN })),
    left: shown[figures.length] ?? HIDDEN,
  };
}

function wholesOf(counts: readonly Count[]): Whole[] {
  return COUNTED.flatMap(({ id: what }) => {
    const keys = new Set(
      counts.filter((one) => one.what === what && one.breakdown !== '').map((one) => one.breakdown),
    );
    const order = countedAs(what)?.by.map(({ key }) => String(key)) ?? [];
    const at = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
    return [...keys]
      .sort((a, b) => at(a) - at(b))
      .map((breakdown) => wholeIn(counts, what, breakdown));
  });
}

function wholeIn(counts: readonly Count[], what: WhatId, breakdown: string): Whole {
  const names = new Set(
    counts.flatMap((one) => (one.what === what && one.breakdown === breakdown ? [one.group] : [])),
  );
  const groups = inOrder(breakdown, [...names]);
  const figures = groups.map((group) => wholeOf(counts, what, breakdown, group)?.count ?? 0);
  const sum = figures.reduce((total, each) => total + each, 0);
  const left = Math.max(0, (wholeOf(counts, what)?.count ?? 0) - sum);
  return { what, breakdown, groups, figures, left };
}
