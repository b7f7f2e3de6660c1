import { HIDDEN, maskCounts, THRESHOLD, type Shown } from '#app/statistics/small-numbers.ts';
import { wilsonInterval, type Interval } from '#app/statistics/wilson.ts';
import { inOrder } from './breakdowns.ts';
import { samePeriod, type Period } from './periods.ts';
import { hiddenOverPeriods } from './over-periods.ts';
import { isSmallCount, mayCountPeople, outOf, unitKind } from './units.ts';

/** A figure of a measure, as it was typed in or brought in. */
export interface Value extends Period {
  value: number;
  /** Of how many, how many: both or neither. */
  numerator: number | null;
  denominator: number | null;
  /** By what it is broken down, and which group; both empty for everybody together. */
  breakdown: string;
  group: string;
  note: string;
}

/** The same as it is kept. */
export interface KeptValue extends Value {
  id: string;
  measureId: string;
  personName: string;
  at: Date;
  /** The row that took its place; empty while it stands. */
  replacedBy: string;
  /** It only says that there is no figure any more. */
  withdrawn: boolean;
}

/** A figure as anybody may see it: what could tell of a few people is hidden. */
export interface ShownValue extends Period {
  value: Shown;
  numerator: Shown | null;
  denominator: Shown | null;
  /** Where chance alone leaves the true figure, in the unit; null where the counts are not known. */
  interval: Interval | null;
  breakdown: string;
  group: string;
  note: string;
}

/**
 * The figures that stand: neither replaced nor withdrawn, oldest period first, everybody before the
 * groups.
 */
export function standing<T extends KeptValue>(values: readonly T[]): T[] {
  return values
    .filter(({ replacedBy, withdrawn }) => replacedBy === '' && !withdrawn)
    .toSorted(
      (a, b) =>
        a.end.localeCompare(b.end) ||
        a.start.localeCompare(b.start) ||
        a.breakdown.localeCompare(b.breakdown) ||
        a.group.localeCompare(b.group, 'en-GB', { numeric: true }),
    );
}

/** The figures of everybody together. */
export function ofEverybody<T extends Pick<Value, 'breakdown'>>(values: readonly T[]): T[] {
  return values.filter(({ breakdown }) => breakdown === '');
}

/**
 * Figures as they may be shown. A count of 1 to 4 is hidden, and so is a share of which one side is
 * that small. Where one group of a breakdown is hidden, the next smallest is too, so that it cannot
 * be worked out from the total; and where a longer period would tell it, another period is.
 */
export function shownValues(values: readonly Value[], unit: string): ShownValue[] {
  const hidden = new Set(values.filter((value) => isSmallFigure(value, unit)));
  for (const siblings of breakdownsOf(values)) hideNextSmallest(siblings, hidden, unit);
  hideOverPeriods(values, hidden, unit);
  return values.map((value) => (hidden.has(value) ? concealed(value) : open(value, unit)));
}

function isSmallFigure({ value, numerator, denominator }: Value, unit: string): boolean {
  if (numerator !== null && denominator !== null) {
    const part = unitKind(unit) === 'share' ? [numerator, denominator - numerator] : [numerator];
    return maskCounts(part).counts.includes(HIDDEN);
  }
  return isSmallCount(value, unit);
}

/** Each side of a share is a count of its own: what hides one figure for one side hides it for both. */
function hideOverPeriods(values: readonly Value[], hidden: Set<Value>, unit: string): void {
  const sides: ((value: Value) => number | null)[] = [
    (value) => peopleIn(value, unit),
    ({ numerator, denominator }) =>
      numerator === null || denominator === null || unitKind(unit) !== 'share'
        ? null
        : denominator - numerator,
  ];
  let before = -1;
  while (before !== hidden.size) {
    before = hidden.size;
    for (const side of sides) {
      const counts = values.map((value) => ({ ...value, count: side(value) }));
      const closed = new Set(values.flatMap((value, at) => (hidden.has(value) ? [at] : [])));
      for (const at of hiddenOverPeriods(counts, closed)) {
        const value = values[at];
        if (value !== undefined) hidden.add(value);
      }
    }
  }
}

/** Groups of the same breakdown and period, as lists. */
function breakdownsOf(values: readonly Value[]): Value[][] {
  const lists = new Map<string, Value[]>();
  for (const value of values) {
    if (value.breakdown === '') continue;
    const key = [value.start, value.end, value.breakdown].join('|');
    lists.set(key, [...(lists.get(key) ?? []), value]);
  }
  return [...lists.values()];
}

/** How many people a figure speaks of, as far as they could be taken from the total. */
function peopleIn({ value, numerator }: Value, unit: string): number | null {
  return numerator ?? (mayCountPeople(unit) ? value : null);
}

function hideNextSmallest(siblings: readonly Value[], hidden: Set<Value>, unit: string): void {
  const counts = siblings.map((value) => peopleIn(value, unit) ?? 0);
  const already = siblings.filter((value) => hidden.has(value));
  if (already.length === 0) return;
  const rest = siblings
    .filter((value) => !hidden.has(value) && (peopleIn(value, unit) ?? 0) > 0)
    .sort((a, b) => (peopleIn(a, unit) ?? 0) - (peopleIn(b, unit) ?? 0));
  const doubt = () =>
    siblings.reduce((sum, value, at) => sum + (hidden.has(value) ? (counts[at] ?? 0) : 0), 0);
  while (
    rest.length > 0 &&
    (doubt() < THRESHOLD || siblings.filter((v) => hidden.has(v)).length < 2)
  ) {
    const next = rest.shift();
    if (next !== undefined) hidden.add(next);
  }
}

function concealed({
  start,
  end,
  breakdown,
  group,
  numerator,
  denominator,
  note,
}: Value): ShownValue {
  return {
    start,
    end,
    breakdown,
    group,
    note,
    value: HIDDEN,
    numerator: numerator === null ? null : HIDDEN,
    denominator: denominator === null ? null : HIDDEN,
    interval: null,
  };
}

function open(value: Value, unit: string): ShownValue {
  const { start, end, breakdown, group, numerator, denominator, note } = value;
  const shown = { start, end, breakdown, group, numerator, denominator, note };
  return { ...shown, value: value.value, interval: intervalOf(value, unit) };
}

/**
 * Where chance alone leaves a share, 95 per cent (Wilson), in the unit of the measure; null where
 * the two counts are not known or the figure is no share of them.
 */
export function intervalOf(
  { numerator, denominator }: Pick<Value, 'numerator' | 'denominator'>,
  unit: string,
): Interval | null {
  const scale = outOf(unit);
  if (scale === null || numerator === null || denominator === null) return null;
  if (denominator <= 0 || numerator < 0 || numerator > denominator) return null;
  const { low, high } = wilsonInterval(numerator / denominator, denominator);
  return { low: low * scale, high: high * scale };
}

/** The share that two counts make, in the unit; null where the unit is no share. */
export function shareOf(numerator: number, denominator: number, unit: string): number | null {
  const scale = outOf(unit);
  return scale === null || denominator <= 0 ? null : (numerator / denominator) * scale;
}

/** The newest figure of everybody together; undefined while there is none. */
export function latest<T extends Pick<Value, 'breakdown' | 'end' | 'start'>>(
  values: readonly T[],
): T | undefined {
  return ofEverybody(values)
    .toSorted((a, b) => a.end.localeCompare(b.end) || a.start.localeCompare(b.start))
    .at(-1);
}

/** Figures broken down, as tables: one a breakdown and period, newest first, groups in their order. */
export function brokenDown(
  values: readonly ShownValue[],
): { breakdown: string; period: Period; groups: ShownValue[] }[] {
  const tables: { breakdown: string; period: Period; groups: ShownValue[] }[] = [];
  for (const value of values) {
    if (value.breakdown === '') continue;
    const table = tables.find(
      ({ breakdown, period }) => breakdown === value.breakdown && samePeriod(period, value),
    );
    if (table) table.groups.push(value);
    else {
      const period = { start: value.start, end: value.end };
      tables.push({ breakdown: value.breakdown, period, groups: [value] });
    }
  }
  for (const table of tables) {
    const order = inOrder(
      table.breakdown,
      table.groups.map(({ group }) => group),
    );
    table.groups.sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
  }
  return tables.sort(
    (a, b) => b.period.end.localeCompare(a.period.end) || a.breakdown.localeCompare(b.breakdown),
  );
}
