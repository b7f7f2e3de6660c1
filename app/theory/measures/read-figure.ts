import type { Problem } from '#app/http/problems.ts';
import type { Piece } from '../graph.ts';
import { measureOf } from './measure.ts';
import { sayPeriod } from './periods.ts';
import { readValues, type Known, type ReadRow } from './read-values.ts';
import { readNumber } from './units.ts';
import type { KeptValue } from './values.ts';

/** The fields of one figure as they were typed. */
export interface TypedFigure {
  period: string;
  value: string;
  numerator: string;
  denominator: string;
  breakdown: string;
  group: string;
  note: string;
}

export type ReadFigure =
  { ok: true; row: ReadRow; remarks: string[] } | { ok: false; problems: Problem[] };

const KEYS = ['period', 'value', 'numerator', 'denominator', 'breakdown', 'group', 'note'] as const;

/**
 * One figure of a form, read by the same rules as a table of them; what is wrong is a problem of the
 * field that it most likely is about.
 *
 * @param without the figure that this one takes the place of, and is not compared with
 */
export function readFigure(
  typed: TypedFigure,
  piece: Piece,
  { values, today }: Pick<Known, 'values' | 'today'>,
  without = '',
): ReadFigure {
  if (typed.period === '') return refused('period', 'Enter the period that the figure is for');
  if (typed.value === '' && typed.numerator === '' && typed.denominator === '') {
    return refused('value', 'Enter the figure, or both counts');
  }
  for (const key of ['value', 'numerator', 'denominator'] as const) {
    if (typed[key] !== '' && readNumber(typed[key]) === null) {
      return refused(key, 'Enter a number, such as 71.2');
    }
  }
  if (typed.breakdown !== '' && typed.group === '') {
    return refused('group', 'Enter which group the figure is for');
  }
  const measure = measureOf(piece);
  const known = {
    measures: [measure],
    one: measure.id,
    today,
    values: values.filter(({ id }) => id !== without),
  };
  const cells = KEYS.map((key) => (key === 'group' && typed.breakdown === '' ? '' : typed[key]));
  const { rows, problems, remarks } = readValues([KEYS, cells], known);
  const [row, problem] = [rows[0], problems[0]];
  if (problem !== undefined || row === undefined) {
    const message = problem?.message ?? 'Enter the figure';
    return refused(fieldOf(message), message.replace(/\.$/, ''));
  }
  return { ok: true, row, remarks: remarks.map(({ message }) => message) };
}

function refused(field: string, message: string): ReadFigure {
  return { ok: false, problems: [{ field, message }] };
}

function fieldOf(message: string): string {
  if (message.includes('no period')) return 'period';
  if (message.includes('group')) return 'group';
  return message.includes('numerator') ? 'numerator' : 'value';
}

/** Remarks behind a sentence that says that it is done. */
export function sayRemarks(remarks: readonly string[]): string {
  return remarks.map((remark) => ` ${remark}`).join('');
}

/** A figure as the fields of its form. */
export function typedFigure(value: KeptValue): Record<string, string> {
  const { numerator, denominator, breakdown, group, note } = value;
  return {
    period: sayPeriod(value),
    value: String(value.value),
    numerator: numerator === null ? '' : String(numerator),
    denominator: denominator === null ? '' : String(denominator),
    breakdown,
    group,
    note,
  };
}
