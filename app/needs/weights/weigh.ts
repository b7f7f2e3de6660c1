import { designEffect, type DesignEffect } from '#app/statistics/design-effect.ts';
import { rake, type Cell, type Raked } from '#app/statistics/raking.ts';
import { THRESHOLD } from '#app/statistics/small-numbers.ts';
import type { Answers } from '#app/survey/steps.ts';
import { groupsBy, sharesOf, type Margin } from '../missing/margin.ts';

/** How answers are weighted. */
export interface Settings {
  /** The questions whose groups are matched to the population. */
  questions: readonly string[];
  /** The least and the most that one answer may count, the mean being 1. */
  lowest: number;
  highest: number;
  /** Answers that do not say a group: kept at their own part of the answers, or left out. */
  missing: 'own-group' | 'left-out';
}

/** Limits in common use: no answer counts for less than a third or more than three. */
export const USUAL: Settings = { questions: [], lowest: 0.3, highest: 3, missing: 'own-group' };

/** A group that stands in the way of weighting, with how many answered of it. */
export interface Obstacle {
  question: string;
  group: string;
  why: 'nobody' | 'too-few' | 'nobody-there';
}

export interface GroupFit {
  label: string;
  /** Parts of the answers that are weighted, 0 to 1; those who do not say their group included. */
  unweighted: number;
  wanted: number;
  weighted: number;
}

export interface MarginFit {
  question: string;
  groups: GroupFit[];
}

export interface Weighted {
  /** By the id of the answers; 0 for those left out. The mean of the others is 1. */
  weights: Map<string, number>;
  effect: DesignEffect;
  least: number;
  most: number;
  raked: Pick<Raked, 'cycles' | 'converged' | 'largestGap' | 'atLimit'>;
  margins: MarginFit[];
  leftOut: number;
}

/** Weights as they can be shown: without the list of them, and the closest figures where safe. */
export interface ShownWeights extends Omit<Weighted, 'weights' | 'margins'> {
  margins: Weighted['margins'];
  /** Some group is hidden in the results, so its figures here are left out and the rest is rounded. */
  rounded: boolean;
}

export type Weighing = { ok: true; weighted: Weighted } | { ok: false; obstacles: Obstacle[] };

/** What those who do not say their group are called in a margin. */
export const DID_NOT_SAY = 'Did not say, or not compared';

/**
 * Weights answers to the population by the margins of the settings. The same answers, margins and
 * settings give the same weights, in whatever order the answers come.
 *
 * A group that has people but fewer than five answers is an obstacle: its answers would count for
 * many families, and its weight would tell how few they are.
 */
export function weigh(
  rows: readonly { id: string; answers: Answers }[],
  margins: readonly Margin[],
  settings: Settings,
): Weighing {
  const used = settings.questions.flatMap((name) => margins.filter((m) => m.question === name));
  const sorted = sortIntoGroups(rows, used, settings);
  const obstacles = used.flatMap((margin, m) => obstaclesOf(margin, m, sorted));
  if (obstacles.length > 0) return { ok: false, obstacles };
  const targets = used.map((margin, m) => targetsOf(margin, m, sorted));
  const raking = rake(sorted.cells, targets, settings);
  if (!raking.ok) {
    const named = raking.empty.map(({ margin, group }) => ({
      question: used[margin]?.question ?? '',
      group: used[margin]?.groups[group]?.label ?? DID_NOT_SAY,
      why: 'nobody' as const,
    }));
    return { ok: false, obstacles: named };
  }
  return { ok: true, weighted: resultOf(rows, used, sorted, raking.raked) };
}

/** Answers by the combination of their groups: raking need only know how many there are of each. */
interface Sorted {
  cells: Cell[];
  /** The cell of each row; -1 where it is left out. */
  cellOf: number[];
  /** How many answers are weighted. */
  counted: number;
  /** By margin and group, those who do not say last. */
  counts: number[][];
}

function sortIntoGroups(
  rows: readonly { answers: Answers }[],
  used: readonly Margin[],
  { missing }: Settings,
): Sorted {
  const finders = used.map((margin) => groupsBy(margin));
  const found = new Map<string, { groups: number[]; count: number }>();
  const keys = rows.map(({ answers }) => {
    const groups = finders.map((find, m) => {
      const group = find(answers);
      return typeof group === 'number' ? group : (used[m]?.groups.length ?? 0);
    });
    const silent = groups.some((group, m) => group === used[m]?.groups.length);
    if (silent && missing === 'left-out') return '';
    const key = groups.join('-') || 'all';
    const cell = found.get(key) ?? { groups, count: 0 };
    cell.count += 1;
    found.set(key, cell);
    return key;
  });
  // In the order of their groups, not of the rows: sums of fractions come out the same then.
  const order = [...found.keys()].sort();
  const places = new Map(order.map((key, at) => [key, at]));
  const cells = order.map((key): Cell => found.get(key) ?? { groups: [], count: 0 });
  const counts = used.map(({ groups }, m) =>
    Array.from({ length: groups.length + 1 }, (_, group) =>
      total(cells.filter((cell) => cell.groups[m] === group).map(({ count }) => count)),
    ),
  );
  const cellOf = keys.map((key) => places.get(key) ?? -1);
  return { cells, cellOf, counted: total(cells.map(({ count }) => count)), counts };
}

function obstaclesOf(margin: Margin, m: number, { counts }: Sorted): Obstacle[] {
  return margin.groups.flatMap(({ label, figure }, at): Obstacle[] => {
    const count = counts[m]?.[at] ?? 0;
    const about = { question: margin.question, group: label };
    if (figure <= 0) return count > 0 ? [{ ...about, why: 'nobody-there' }] : [];
    if (count === 0) return [{ ...about, why: 'nobody' }];
    return count < THRESHOLD ? [{ ...about, why: 'too-few' }] : [];
  });
}

/** What each group should come to: its part of those who say a group; the silent stay as they are. */
function targetsOf(margin: Margin, m: number, { counts, counted }: Sorted): number[] {
  const silent = counts[m]?.[margin.groups.length] ?? 0;
  return [...sharesOf(margin).map((share) => share * (counted - silent)), silent];
}

function resultOf(
  rows: readonly { id: string }[],
  used: readonly Margin[],
  sorted: Sorted,
  raked: Raked,
): Weighted {
  const { cells, cellOf, counted, counts } = sorted;
  const weights = new Map(
    rows.map(({ id }, row) => [id, raked.weights[cellOf[row] ?? -1] ?? 0] as const),
  );
  const present = raked.weights.filter((_, at) => (cells[at]?.count ?? 0) > 0);
  const sum = total(cells.map(({ count }, at) => count * (raked.weights[at] ?? 0)));
  const part = (value: number, of: number) => (of === 0 ? 0 : value / of);
  const margins = used.map(({ question, groups }, m): MarginFit => ({
    question,
    groups: [...groups.map(({ label }) => label), DID_NOT_SAY].flatMap((label, group) => {
      const fit = raked.residuals.find((each) => each.margin === m && each.group === group);
      const count = counts[m]?.[group] ?? 0;
      if (label === DID_NOT_SAY && count === 0) return [];
      return [
        {
          label,
          unweighted: part(count, counted),
          wanted: part(fit?.target ?? 0, counted),
          weighted: part(fit?.reached ?? 0, sum),
        },
      ];
    }),
  }));
  const { cycles, converged, largestGap, atLimit } = raked;
  return {
    weights,
    effect: designEffect(weights.values()),
    least: present.length === 0 ? 1 : Math.min(...present),
    most: present.length === 0 ? 1 : Math.max(...present),
    raked: { cycles, converged, largestGap, atLimit },
    margins,
    leftOut: cellOf.filter((at) => at < 0).length,
  };
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
