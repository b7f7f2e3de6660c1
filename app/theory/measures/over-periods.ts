import { rangeUnder } from '#app/statistics/linear-program.ts';
import { isSmall } from '#app/statistics/small-numbers.ts';

/**
 * Counts of periods that lie within each other are sums of each other: who reads April to September and
 * July to September knows April to June. This finds what else must be hidden.
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
type Sum = Map<string, number>;

interface Known {
  pivot: string;
  sum: Sum;
  value: number;
  /** Of which shown figures it is made. */
  from: Map<number, number>;
}

/**
 * What must be hidden besides, so that no small count follows from what is shown: neither a hidden one nor
 * one that nobody wrote down, such as a year less its first half. Sums over periods and over groups are
 * taken together. Of the figures that would tell, the smallest is hidden.
 *
 * @param hidden places in `counts` of what is hidden already
 * @returns places in `counts` of all that is hidden
 */
export function hiddenOverPeriods(
  counts: readonly Counted[],
  hidden: ReadonlySet<number>,
): Set<number> {
  const closed = new Set(hidden);
  if (!anyOverlap(counts)) return closed;
  const days = daysOf(counts);
  for (;;) {
    hideWhatTells(counts, closed, days);
    const next = pinning(counts, closed, days);
    if (next === undefined) return closed;
    closed.add(next);
  }
}

/** Hides until no small count follows from sums of what is shown. */
function hideWhatTells(
  counts: readonly Counted[],
  closed: Set<number>,
  days: readonly number[],
): void {
  for (;;) {
    const known = everythingKnown(counts, closed, days);
    const before = closed.size;
    for (const { sum, isSecret } of targetsOf(counts, closed, days)) {
      const found = known.find(sum);
      if (found === null || !(isSecret || isSmall(Math.round(found.value)))) continue;
      // What was hidden for another reason in this round may have been enough.
      if (found.from.some((at) => closed.has(at))) continue;
      const next = found.from.toSorted((a, b) => weight(counts[a]) - weight(counts[b]))[0];
      if (next !== undefined) closed.add(next);
    }
    if (closed.size === before) return;
  }
}

/**
 * A shown figure without which a hidden small one is no longer pinned by bounds; undefined where none is.
 * Nobody can be fewer than none: eight in two quarters, five of them in the second at most, leave three
 * for the first at least, and where the others leave three at most, it is three.
 */
function pinning(
  counts: readonly Counted[],
  closed: ReadonlySet<number>,
  days: readonly number[],
): number | undefined {
  const secrets = counts.filter(
    ({ count }, at) => closed.has(at) && count !== null && count > 0 && isSmall(count),
  );
  if (secrets.length === 0) return undefined;
  const open = counts.flatMap(({ count }, at) => (count !== null && !closed.has(at) ? [at] : []));
  const sums = open.map((at) => sumOf(counts[at] as Counted, days));
  const wholes = wholesOf(counts, days);
  const asked = secrets.map((each) => sumOf(each, days));
  const keys = [...new Set([...sums, ...wholes, ...asked].flatMap((sum) => [...sum.keys()]))];
  // Everybody together, so that nothing is without end.
  const rows = [...[...sums, ...wholes].map((sum) => [...rowOver(keys, sum), 0])];
  rows.push([...keys.map(() => 1), 1]);
  const said = open.map((at) => counts[at]?.count ?? 0);
  const values = [...said, ...wholes.map(() => 0), 1e4 + 10 * said.reduce((a, b) => a + b, 0)];
  for (const sum of asked) {
    const { min, max } = rangeUnder(rows, values, [...rowOver(keys, sum), 0]);
    if (max - min > 1e-6) continue;
    const near = open.filter((_, at) => [...(sums[at] as Sum).keys()].some((key) => sum.has(key)));
    return (near.length > 0 ? near : open).toSorted(
      (a, b) => weight(counts[a]) - weight(counts[b]),
    )[0];
  }
  return undefined;
}

const rowOver = (keys: readonly string[], sum: Sum) => keys.map((key) => sum.get(key) ?? 0);

/** To hide nobody hides little: that is done last. */
const weight = (counted: Counted | undefined) => (counted?.count ?? 0) || Infinity;

const chainOf = ({ breakdown, group }: Counted) => JSON.stringify([breakdown, group]);
/** Everybody, whatever group they are in. */
const WHOLE = JSON.stringify(['', '']);
const unknown = (chain: string, day: number) => `${chain} ${day}`;

/** Whether any two different periods share a day, of whomever they tell: only then does one tell of another. */
function anyOverlap(counts: readonly Counted[]): boolean {
  const periods = new Map(
    counts.filter(({ count }) => count !== null).map((each) => [`${each.start} ${each.end}`, each]),
  );
  let last = '';
  return [...periods.values()]
    .toSorted((a, b) => a.start.localeCompare(b.start))
    .some(({ start, end }) => {
      const overlaps = start <= last;
      if (end > last) last = end;
      return overlaps;
    });
}

const DAY = 86_400_000;
const firstOf = ({ start }: Counted) => Date.parse(start) / DAY;
const afterOf = ({ end }: Counted) => Date.parse(end) / DAY + 1;

/** Every day on which a period begins, or the day after one ended. */
function daysOf(counts: readonly Counted[]): number[] {
  const days = new Set(counts.flatMap((each) => [firstOf(each), afterOf(each)]));
  return [...days].sort((a, b) => a - b);
}

/** The days of `days` on which a stretch of this period begins. */
function daysIn(counted: Counted, days: readonly number[]): number[] {
  const [from, to] = [firstOf(counted), afterOf(counted)];
  return days.filter((day) => day >= from && day < to);
}

function sumOf(counted: Counted, days: readonly number[]): Sum {
  const chain = chainOf(counted);
  return new Map(daysIn(counted, days).map((day) => [unknown(chain, day), 1]));
}

/** Everything that follows from the figures that are shown, and from groups that add up to their whole. */
function everythingKnown(
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
function wholesOf(counts: readonly Counted[], days: readonly number[]): Sum[] {
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
function targetsOf(
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
