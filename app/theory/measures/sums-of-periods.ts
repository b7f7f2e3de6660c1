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

/**
 * Everything that follows from the figures that are shown, and from groups that add up to their whole.
 *
 * @param wholes one of the readings of what groups and everybody are to one another
 */
export function everythingKnown(
  counts: readonly Counted[],
  closed: ReadonlySet<number>,
  days: readonly number[],
  wholes: readonly Sum[],
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
  for (const sum of wholes) learn(new Map(sum), 0, new Map());
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
 * What may be known of groups and everybody: groups less everybody, for each breakdown and day, is nothing. It
 * holds for each day of a period and not for the whole of it alone, because nobody can be fewer than none: North,
 * South and East of a year tell of a half of it as well.
 *
 * Where periods list different groups there are two readings, and nothing small may follow by either: that the
 * groups of a period are all there were in it, and that a group which stands in one period only was not written
 * down in the others.
 *
 * @returns the sums of each reading, each of which is nothing
 */
export function readingsOf(counts: readonly Counted[], days: readonly number[]): Sum[][] {
  const periods = new Map<string, { breakdown: string; days: number[]; listed: Set<string> }>();
  const groups = new Map<string, Set<string>>();
  for (const each of counts) {
    const { breakdown, start, end, count } = each;
    if (breakdown === '' || count === null) continue;
    const key = JSON.stringify([breakdown, start, end]);
    const period = periods.get(key) ?? { breakdown, days: daysIn(each, days), listed: new Set() };
    periods.set(key, { ...period, listed: period.listed.add(chainOf(each)) });
    groups.set(breakdown, (groups.get(breakdown) ?? new Set()).add(chainOf(each)));
  }
  const all = [...periods.values()];
  const asListed = all.flatMap((one) => wholesOn(one.days, one.listed));
  const isWhole = ({ breakdown, listed }: { breakdown: string; listed: ReadonlySet<string> }) =>
    listed.size === groups.get(breakdown)?.size;
  if (all.every(isWhole)) return [onceEach(asListed)];
  const withAll = all.flatMap((one) => wholesOn(one.days, groups.get(one.breakdown) ?? one.listed));
  return [onceEach(asListed), onceEach(withAll)];
}

const wholesOn = (days: readonly number[], chains: ReadonlySet<string>): Sum[] =>
  days.map(
    (day) =>
      new Map([
        [unknown(WHOLE, day), -1],
        ...[...chains].map((chain) => [unknown(chain, day), 1] as const),
      ]),
  );

/** Periods within each other say the same of a day. */
function onceEach(sums: readonly Sum[]): Sum[] {
  return [...new Map(sums.map((sum) => [[...sum.keys()].sort().join('|'), sum])).values()];
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

/**
 * Every stretch between days on which any period begins or ends, of the same people. Also where none of their own
 * does: everybody of a half year follows from its groups.
 */
function stretchesOf(counts: readonly Counted[], days: readonly number[]) {
  const chains = new Set(
    counts.flatMap((each) => (each.count === null ? [] : [chainOf(each), WHOLE])),
  );
  return [...chains].flatMap((chain) =>
    days.flatMap((_, from) =>
      days.slice(from + 1).map((_, more) => {
        const inside = days.slice(from, from + 1 + more);
        return { sum: new Map(inside.map((day) => [unknown(chain, day), 1])), isSecret: false };
      }),
    ),
  );
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
