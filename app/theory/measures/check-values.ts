import { breakdownName, isUnknown } from './breakdowns.ts';
import { overlaps, samePeriod, sayPeriod } from './periods.ts';
import type { Known, ReadRow, ReadValues } from './read-values.ts';
import { sayFigure, unitKind } from './units.ts';
import { standing, type KeptValue, type Value } from './values.ts';

/**
 * What only shows when rows are seen together and beside what stands already: the same figure twice,
 * corrections, periods that overlap, and breakdowns that do not fit their totals.
 */
export function checkedTogether(read: ReadValues, known: Known): ReadValues {
  const kept = standing(known.values);
  const { rows, problems } = withoutTwice(read);
  const against = rows.map((row) => ({ ...row, change: changeOf(row, kept) }));
  const remarks = [...read.remarks, ...overlapping(against, kept)];
  for (const totals of totalsOf(against, kept)) {
    const said = sumsOf(totals, known);
    if (said === null) continue;
    (said.wrong ? problems : remarks).push({ line: said.line, message: said.message });
  }
  const byLine = (a: { line: number }, b: { line: number }) => a.line - b.line;
  return { rows: against, problems: problems.toSorted(byLine), remarks: remarks.toSorted(byLine) };
}

type Placed = Pick<KeptValue, 'measureId'> & Value;

function sameGroup(a: Placed, b: Placed): boolean {
  return a.measureId === b.measureId && a.breakdown === b.breakdown && a.group === b.group;
}

/** Whether two figures claim to say the same thing. */
export function samePlace(a: Placed, b: Placed): boolean {
  return sameGroup(a, b) && samePeriod(a, b);
}

function placeOf({ measureId, start, end, breakdown, group }: Placed): string {
  return JSON.stringify([measureId, start, end, breakdown, group]);
}

function withoutTwice({ rows, problems }: ReadValues) {
  const seen = new Map<string, ReadRow>();
  const found = [...problems];
  for (const row of rows) {
    const before = seen.get(placeOf(row));
    if (before === undefined) seen.set(placeOf(row), row);
    else if (before.value !== row.value || before.numerator !== row.numerator) {
      const message = `The same period${row.group === '' ? '' : ' and group'} stands on line ${before.line} with another value.`;
      found.push({ line: row.line, message });
    }
  }
  return { rows: [...seen.values()], problems: found };
}

function changeOf(row: ReadRow, kept: readonly KeptValue[]): ReadRow['change'] {
  const there = kept.find((each) => samePlace(each, row));
  if (there === undefined) return { kind: 'new' };
  const same =
    there.value === row.value &&
    there.numerator === row.numerator &&
    there.denominator === row.denominator &&
    there.note === row.note;
  return same ? { kind: 'same' } : { kind: 'correct', was: there.value };
}

/** Periods that share days with another: each is said once. */
function overlapping(rows: readonly ReadRow[], kept: readonly KeptValue[]) {
  const all: readonly Placed[] = [...rows, ...kept];
  return rows.flatMap((row) => {
    const other = all.find((each) => each !== row && sameGroup(each, row) && overlaps(each, row));
    if (other === undefined) return [];
    const message = `${sayPeriod(row)} overlaps ${sayPeriod(other)}: days that both count are counted twice.`;
    return [{ line: row.line, message }];
  });
}

interface Totals {
  total: Placed;
  groups: Placed[];
  line: number;
}

/** The total of a period and the groups of each breakdown of it, where one of them is being read. */
function totalsOf(rows: readonly ReadRow[], kept: readonly KeptValue[]): Totals[] {
  const places = new Map(kept.map((each) => [placeOf(each), each as Placed]));
  for (const row of rows) places.set(placeOf(row), row);
  const all = [...places.values()];
  const totals = all.filter(({ breakdown }) => breakdown === '');
  return totals.flatMap((total) => {
    const within = all.filter(
      (each) =>
        each.breakdown !== '' && each.measureId === total.measureId && samePeriod(each, total),
    );
    return [...new Set(within.map(({ breakdown }) => breakdown))].flatMap((breakdown) => {
      const groups = within.filter((each) => each.breakdown === breakdown);
      const line = lineOf([...groups, total], rows);
      return line === null ? [] : [{ total, groups, line }];
    });
  });
}

function lineOf(values: readonly Placed[], rows: readonly ReadRow[]): number | null {
  const lines = rows.filter((row) => values.includes(row)).map(({ line }) => line);
  return lines.length === 0 ? null : Math.max(...lines);
}

/**
 * Whether groups fit their total: more than the total is wrong; less is worth a look, because those
 * who are in no group belong under “unknown”.
 */
function sumsOf({ total, groups, line }: Totals, { measures }: Known) {
  const unit = measures.find(({ id }) => id === total.measureId)?.unit ?? '';
  const counted = total.denominator !== null && groups.every((each) => each.denominator !== null);
  if (!counted && unitKind(unit) !== 'count') return null;
  const people = (each: Placed) => (counted ? (each.denominator ?? 0) : each.value);
  const sum = groups.reduce((so, each) => so + people(each), 0);
  const by = breakdownName(groups[0]?.breakdown ?? '');
  const [all, made] = [sayFigure(people(total), ''), sayFigure(sum, '')];
  if (sum > people(total) + 1e-6) {
    const message = `The groups by “${by}” of ${sayPeriod(total)} add up to ${made}, more than the total of ${all}.`;
    return { line, message, wrong: true };
  }
  const [with_, of] = [groups.reduce((so, each) => so + (each.numerator ?? 0), 0), total.numerator];
  if (counted && of !== null && with_ > of + 1e-6) {
    const message = `The numerators by “${by}” of ${sayPeriod(total)} add up to ${sayFigure(with_, '')}, more than ${sayFigure(of, '')} of the total.`;
    return { line, message, wrong: true };
  }
  if (sum < people(total) - 1e-6 && groups.length > 1) {
    const hasUnknown = groups.some(({ group }) => isUnknown(group));
    const left = sayFigure(people(total) - sum, '');
    const todo = hasUnknown ? '' : ' Add them under “Unknown”, so that nobody is lost.';
    const message = `${left} of ${all} in ${sayPeriod(total)} are in no group by “${by}”.${todo}`;
    return { line, message, wrong: false };
  }
  return null;
}
