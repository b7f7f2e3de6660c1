import { HIDDEN } from '#app/statistics/small-numbers.ts';
import type { Measure } from './measure.ts';
import { samePeriod, sayPeriod } from './periods.ts';
import { sayShown } from './seen.ts';
import { latest, ofEverybody, shownValues, standing, type KeptValue } from './values.ts';

/** The newest figure of everybody as the thread shows it: `63.1% in Apr to Jun 2026`, and who gave it. */
export interface NewestFigure {
  words: string;
  by: string;
  at: Date;
}

type Of = Pick<Measure, 'id' | 'unit'>;

/** The newest figure of a measure, small numbers hidden; null while it has none. */
export function newestFigure(measure: Of, values: readonly KeptValue[]): NewestFigure | null {
  const found = shown(measure, standing(mine(measure, values)));
  if (found === null) return null;
  const { words, row } = found;
  return { words, by: row.personName, at: row.at };
}

/** What became of the figure that stood when something was tied to the measure. */
export interface FigureSince {
  /** As it was shown then; empty where it tells of few people, then or now. */
  then: string;
  /** As it stands now for the same time; null when it was taken out. */
  now: string | null;
  by: string;
  at: Date;
}

/**
 * Whether the figure that was the newest at a moment was corrected or taken out afterwards. A newer
 * period is no correction. Null while it stands, and where there was none. Figures are rows that are
 * only added, so that what stood then can be told.
 */
export function figureSince(
  measure: Of,
  values: readonly KeptValue[],
  moment: Date,
): FigureSince | null {
  const own = mine(measure, values);
  const before = own.filter(({ at }) => at <= moment);
  const known = new Set(before.map(({ id }) => id));
  const then = before.map((row) => (known.has(row.replacedBy) ? row : { ...row, replacedBy: '' }));
  const stood = shown(measure, standing(then));
  if (stood === null) return null;
  const all = new Map(own.map((row) => [row.id, row]));
  const first = all.get(stood.row.id);
  const last = first === undefined ? undefined : lastOf(first, all);
  if (last === undefined || last === first) return null;
  const now = last.withdrawn ? null : sayAt(measure, standing(own), last);
  const told = now === null ? !stood.hidden : !stood.hidden && !now.hidden;
  return {
    then: told ? stood.words : '',
    now: now === null ? null : now.words,
    by: last.personName,
    at: last.at,
  };
}

function mine({ id }: Of, values: readonly KeptValue[]): KeptValue[] {
  return values.filter(({ measureId }) => measureId === id);
}

/** The row at the end of a chain of corrections. */
function lastOf(row: KeptValue, all: ReadonlyMap<string, KeptValue>): KeptValue {
  let at = row;
  const seen = new Set<string>();
  while (at.replacedBy !== '' && !seen.has(at.id)) {
    seen.add(at.id);
    const next = all.get(at.replacedBy);
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

function shown(measure: Of, rows: readonly KeptValue[]) {
  const row = latest(ofEverybody(rows));
  return row === undefined ? null : { row, ...sayAt(measure, rows, row) };
}

/** One of the standing figures in words, masked as all of them together ask for. */
function sayAt({ unit }: Of, rows: readonly KeptValue[], row: KeptValue) {
  const value =
    shownValues(rows, unit).find((one) => one.breakdown === '' && samePeriod(one, row))?.value ??
    HIDDEN;
  return { words: `${sayShown(value, unit)} in ${sayPeriod(row)}`, hidden: value === HIDDEN };
}
