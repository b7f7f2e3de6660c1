import { isSmall } from '#app/statistics/small-numbers.ts';

/**
 * Figures of periods as sums of unknowns: how many of a group there were in a stretch of days between which
 * no period begins or ends. What follows from some sums is found by taking them from each other.
 */

/** A figure as a count of people over a period, of everybody or of one group. */
export interface Counted {
  start: string;
  end: string;
  breakdown: string;
  group: string;
  /** How many; null where the figure is no count, and says nothing of others. */
  count: number | null;
}

/** A sum of unknowns (how many in a stretch of days, by group), with how often each is in it. */
export type Sum = Map<string, number>;

interface Known {
  pivot: string;
  sum: Sum;
  value: number;
  /** Of which shown figures it is made. */
  from: Map<number, number>;
}

const chainOf = ({ breakdown, group }: Counted) => JSON.stringify([breakdown, group]);
/** Everybody, whatever group they are in. */
const WHOLE = JSON.stringify(['', '']);
const unknown = (chain: string, day: number) => `${chain} ${day}`;

const DAY = 86_400_000;
const firstOf = ({ start }: Counted) => Date.parse(start) / DAY;
const afterOf = ({ end }: Counted) => Date.parse(end) / DAY + 1;

/** Every day on which a period begins, or the day after one ended. */
export function daysOf(counts: readonly Counted[]): number[] {
  const days = new Set(counts.flatMap((each) => [firstOf(each), afterOf(each)]));
  return [...days].sort((a, b) => a - b);
}

/** The days of `days` on which a stretch of this period begins. */
function daysIn(counted: Counted, days: readonly number[]): number[] {
  const [from, to] = [firstOf(counted), afterOf(counted)];
  return days.filter((day) => day >= from && day < to);
}

/** A figure as a sum of its stretches of days. */
export function sumOf(counted: Counted, days: readonly number[]): Sum {
  const chain = chainOf(counted);
  return new Map(daysIn(counted, days).map((day) => [unknown(chain, day), 1]));
}

/** Everything that follows from the figures that are shown, and from groups that add up to their whole. */
export function everythingKnown(
  counts: readonly Counted[],
  closed: ReadonlySet<number>,
  days: readonly number[],
) {
  const rows: Known[] = [];
  const rowOf = new Map<string, number>();
  const reduce = (sum: Sum, value: number, from: Map<number, number>) => {
    for (;;) {
      const next = Math.min(...[...sum.keys()].map((key) => rowOf.get(key) ?? Infinity));
      const row = rows[next];
      if (row === undefined) return value;
      const factor = -(sum.get(row.pivot) ?? 0);
      addTo(sum, row.sum, factor);
      addTo(from, row.from, factor);
      value += factor * row.value;
    }
  };
  const learn = (sum: Sum, count: number, from: Map<number, number>) => {
    const value = reduce(sum, count, from);
    const [first] = sum;
    if (first === undefined) return;
    const [pivot, factor] = first;
    rowOf.set(pivot, rows.length);
    rows.push({
      pivot,
      sum: scaled(sum, 1 / factor),
      value: value / factor,
      from: scaled(from, 1 / factor),
    });
  };
  counts.forEach((each, at) => {
    if (each.count !== null && !closed.has(at)) {
      learn(sumOf(each, days), each.count, new Map([[at, 1]]));
    }
  });
  for (const sum of wholesOf(counts, days)) learn(sum, 0, new Map());
  /** The value of a sum and the figures that tell it; null where it does not follow. */
  const find = (asked: Sum): { value: number; from: number[] } | null => {
    const [sum, from] = [new Map(asked), new Map<number, number>()];
    const value = reduce(sum, 0, from);
    return sum.size > 0 ? null : { value: -value, from: [...from.keys()] };
  };
  // Where nobody came in a stretch of days, nobody came in any part of it.
  let before = -1;
  while (before !== rows.length) {
    before = rows.length;
    for (const { sum } of [...stretchesOf(counts, days), ...restsOf(counts, closed, days)]) {
      const found = sum.size > 1 ? find(sum) : null;
      if (found === null || Math.abs(found.value) > 1e-6) continue;
      for (const key of sum.keys()) {
        learn(new Map([[key, 1]]), 0, new Map(found.from.map((at) => [at, 1])));
      }
    }
  }
  return { find };
}

/**
 * Groups less everybody, for each breakdown and day: nothing, where everybody is in a group. It holds for each
 * day of a period and not for the whole of it alone, because nobody can be fewer than none: North, South and
 * East of a year tell of a half of it as well.
 */
export function wholesOf(counts: readonly Counted[], days: readonly number[]): Sum[] {
  const groups = new Map<string, { whole: string; listed: Set<string> }>();
  for (const each of counts) {
    if (each.breakdown === '' || each.count === null) continue;
    for (const day of daysIn(each, days)) {
      const key = JSON.stringify([each.breakdown, each.start, each.end, day]);
      const found = groups.get(key) ?? { whole: unknown(WHOLE, day), listed: new Set() };
      groups.set(key, { ...found, listed: found.listed.add(unknown(chainOf(each), day)) });
    }
  }
  // Periods within each other say the same of a day.
  const once = new Map<string, Sum>();
  for (const { whole, listed } of groups.values()) {
    const key = JSON.stringify([...listed].sort());
    once.set(key, new Map([[whole, -1], ...[...listed].map((group) => [group, 1] as const)]));
  }
  return [...once.values()];
}

/** What nobody may learn: small figures that are hidden, and any stretch of days that would be small. */
export function targetsOf(
  counts: readonly Counted[],
  closed: ReadonlySet<number>,
  days: readonly number[],
): { sum: Sum; isSecret: boolean }[] {
  const secrets = counts.flatMap((each, at) =>
    closed.has(at) && each.count !== null && isSmall(each.count)
      ? [{ sum: sumOf(each, days), isSecret: true }]
      : [],
  );
  return [...secrets, ...stretchesOf(counts, days), ...restsOf(counts, closed, days)];
}

/** Every stretch between days on which a period of the same people begins or ends. */
function stretchesOf(counts: readonly Counted[], days: readonly number[]) {
  const chains = new Map<string, Counted[]>();
  for (const each of counts) {
    if (each.count === null) continue;
    chains.set(chainOf(each), [...(chains.get(chainOf(each)) ?? []), each]);
  }
  return [...chains].flatMap(([chain, figures]) => {
    const own = daysOf(figures);
    return own.flatMap((from, at) =>
      own.slice(at + 1).map((to) => {
        const inside = days.filter((day) => day >= from && day < to);
        return { sum: new Map(inside.map((day) => [unknown(chain, day), 1])), isSecret: false };
      }),
    );
  });
}

/** Of each period that is shown, what no shown period within it tells: all that is hidden in it together. */
function restsOf(
  counts: readonly Counted[],
  closed: ReadonlySet<number>,
  days: readonly number[],
): { sum: Sum; isSecret: boolean }[] {
  const open = counts.filter(({ count }, at) => count !== null && !closed.has(at));
  return open.map((long) => {
    const sum = sumOf(long, days);
    for (const each of open) {
      const within = each.start >= long.start && each.end <= long.end && each !== long;
      if (within && chainOf(each) === chainOf(long)) {
        for (const key of sumOf(each, days).keys()) sum.delete(key);
      }
    }
    return { sum, isSecret: false };
  });
}

function addTo<Key>(sum: Map<Key, number>, other: ReadonlyMap<Key, number>, factor: number): void {
  for (const [key, times] of other) {
    const now = (sum.get(key) ?? 0) + factor * times;
    if (Math.abs(now) < 1e-9) sum.delete(key);
    else sum.set(key, now);
  }
}

function scaled<Key>(sum: ReadonlyMap<Key, number>, factor: number): Map<Key, number> {
  return new Map([...sum].map(([key, times]) => [key, times * factor]));
}
