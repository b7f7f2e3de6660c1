import { rangesUnder } from '#app/statistics/linear-program.ts';
import { isSmall } from '#app/statistics/small-numbers.ts';
import {
  daysOf,
  everythingKnown,
  readingsOf,
  sumOf,
  targetsOf,
  type Counted,
  type Sum,
} from './sums-of-periods.ts';

/**
 * Counts of periods that lie within each other are sums of each other: who reads April to September and
 * July to September knows April to June. This finds what else must be hidden.
 */

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
  for (const places of stretchesThatOverlap(counts)) {
    const here = places.map((place) => counts[place] as Counted);
    const inHere = new Set(places.flatMap((place, at) => (closed.has(place) ? [at] : [])));
    hideWithin(here, inHere);
    for (const at of inHere) closed.add(places[at] as number);
  }
  return closed;
}

/** Hides more of the figures of one stretch of days. */
function hideWithin(counts: readonly Counted[], closed: Set<number>): void {
  const days = daysOf(counts);
  const readings = readingsOf(counts, days);
  for (;;) {
    let before = -1;
    while (before !== closed.size) {
      before = closed.size;
      for (const wholes of readings) hideWhatTells(counts, closed, days, wholes);
    }
    const pinned = readings.map((wholes) => pinning(counts, closed, days, wholes));
    const next = pinned.find((place) => place !== undefined);
    if (next === undefined) return;
    closed.add(next);
  }
}

/**
 * Figures by stretches of days that have no day in common, so that none tells of another stretch; only those in
 * which different periods overlap, because where all are the same none tells of another.
 *
 * @returns places in `counts`, a list for each stretch
 */
function stretchesThatOverlap(counts: readonly Counted[]): number[][] {
  const stretches: { end: string; periods: Set<string>; places: number[] }[] = [];
  const byStart = counts
    .flatMap((each, place) => (each.count === null ? [] : [{ ...each, place }]))
    .toSorted((a, b) => a.start.localeCompare(b.start));
  for (const { start, end, place } of byStart) {
    let last = stretches.at(-1);
    if (last === undefined || start > last.end) {
      last = { end, periods: new Set(), places: [] };
      stretches.push(last);
    }
    if (end > last.end) last.end = end;
    last.periods.add(`${start} ${end}`);
    last.places.push(place);
  }
  return stretches.filter(({ periods }) => periods.size > 1).map(({ places }) => places);
}

/** Hides until no small count follows from sums of what is shown. */
function hideWhatTells(
  counts: readonly Counted[],
  closed: Set<number>,
  days: readonly number[],
  wholes: readonly Sum[],
): void {
  for (;;) {
    const known = everythingKnown(counts, closed, days, wholes);
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
  wholes: readonly Sum[],
): number | undefined {
  const secrets = counts.filter(
    ({ count }, at) => closed.has(at) && count !== null && count > 0 && isSmall(count),
  );
  if (secrets.length === 0) return undefined;
  const open = counts.flatMap(({ count }, at) => (count !== null && !closed.has(at) ? [at] : []));
  const sums = open.map((at) => sumOf(counts[at] as Counted, days));
  const asked = secrets.map((each) => sumOf(each, days));
  const keys = [...new Set([...sums, ...wholes, ...asked].flatMap((sum) => [...sum.keys()]))];
  // Everybody together, so that nothing is without end.
  const rows = [...[...sums, ...wholes].map((sum) => [...rowOver(keys, sum), 0])];
  rows.push([...keys.map(() => 1), 1]);
  const said = open.map((at) => counts[at]?.count ?? 0);
  const values = [...said, ...wholes.map(() => 0), 1e4 + 10 * said.reduce((a, b) => a + b, 0)];
  const rangeOf = rangesUnder(rows, values);
  for (const sum of asked) {
    const { min, max } = rangeOf([...rowOver(keys, sum), 0]);
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
