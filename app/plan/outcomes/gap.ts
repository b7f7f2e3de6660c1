import { twoProportions } from '#app/statistics/proportions.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { breakdownName, isUnknown } from '#app/theory/measures/breakdowns.ts';
import { sayPeriod } from '#app/theory/measures/periods.ts';
import { sayFigure, unitKind } from '#app/theory/measures/units.ts';
import { brokenDown, type ShownValue } from '#app/theory/measures/values.ts';
import { sharesOf } from './movement.ts';

/** The two groups of a breakdown that lie furthest apart. */
export interface Gap {
  breakdown: string;
  lowest: { group: string; value: number };
  highest: { group: string; value: number };
  /** True: more than chance alone would do; null where the counts are not known. */
  beyondChance: boolean | null;
  says: string;
}

type Figure = ShownValue & { value: number };

/**
 * The widest gap between groups in the newest period of each breakdown: of a share, a rate or a mean,
 * for counts of people say how large groups are and not how they fare. "Unknown" and "prefer not to
 * say" are no groups. Because the two were picked out of several, the test of their difference is held
 * to as many comparisons as there are pairs in all of these breakdowns (Bonferroni).
 */
export function gapOf(values: readonly ShownValue[], unit: string): Gap | null {
  if (unitKind(unit) === 'count') return null;
  const newest = new Map<
    string,
    { groups: ShownValue[]; period: { start: string; end: string } }
  >();
  for (const table of brokenDown(values)) {
    if (!newest.has(table.breakdown)) newest.set(table.breakdown, table);
  }
  const pairs = [...newest.values()].reduce((sum, { groups }) => sum + pairsOf(groups), 0);
  const gaps = [...newest].flatMap(([breakdown, { groups, period }]) => {
    const gap = widest(breakdown, groups, unit, pairs);
    return gap === null ? [] : [{ ...gap, says: `${sayPeriod(period)}, ${gap.says}` }];
  });
  return gaps.toSorted((a, b) => widthOf(b) - widthOf(a))[0] ?? null;
}

const widthOf = ({ lowest, highest }: Gap) => highest.value - lowest.value;

const openGroups = (groups: readonly ShownValue[]) =>
  groups.filter((one): one is Figure => one.value !== HIDDEN && isGroup(one.group));

function pairsOf(groups: readonly ShownValue[]): number {
  const { length } = openGroups(groups);
  return (length * (length - 1)) / 2;
}

function widest(
  breakdown: string,
  groups: readonly ShownValue[],
  unit: string,
  pairs: number,
): Gap | null {
  const open = openGroups(groups).toSorted((a, b) => a.value - b.value);
  const [low, high] = [open[0], open.at(-1)];
  if (low === undefined || high === undefined || open.length < 2) return null;
  const [a, b] = [sharesOf(low), sharesOf(high)];
  const p = a === null || b === null ? null : (twoProportions(a, b)?.p ?? 1);
  const beyondChance = p === null ? null : p * pairs < 0.05;
  const apart = sayFigure(high.value - low.value, unitKind(unit) === 'share' ? '' : unit);
  const points = unitKind(unit) === 'share' ? `${apart} points apart` : `${apart} apart`;
  const judged =
    beyondChance === null
      ? 'what chance alone could do is not known'
      : beyondChance
        ? 'more than chance alone would do'
        : 'no more than chance alone could do';
  return {
    breakdown,
    lowest: { group: low.group, value: low.value },
    highest: { group: high.group, value: high.value },
    beyondChance,
    says: `${breakdownName(breakdown)}: ${low.group} ${sayFigure(low.value, unit)}, ${high.group} ${sayFigure(high.value, unit)}; ${points}, ${judged}.`,
  };
}

const isGroup = (group: string) => !isUnknown(group) && !/prefer not/i.test(group);
