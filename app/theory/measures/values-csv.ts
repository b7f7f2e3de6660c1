import { writeCsv } from '#app/survey/csv.ts';
import { breakdownName } from './breakdowns.ts';
import type { Measure } from './measure.ts';
import type { ShownValue } from './values.ts';

const HEAD = [
  'measure id',
  'measure',
  'outcome',
  'start',
  'end',
  'value',
  'unit',
  'numerator',
  'denominator',
  'lowest by chance (95%)',
  'highest by chance (95%)',
  'breakdown',
  'group',
  'note',
];

/**
 * The figures of measures as CSV that a spreadsheet can open and that can be brought in again. What
 * is small is hidden as on the page.
 */
export function valuesCsv(
  measures: readonly { measure: Measure; outcome: string; values: readonly ShownValue[] }[],
): string {
  const rows = measures.flatMap(({ measure, outcome, values }) =>
    values.map((value) => [
      measure.id,
      measure.label,
      outcome,
      value.start,
      value.end,
      value.value,
      measure.unit,
      value.numerator,
      value.denominator,
      rounded(value.interval?.low),
      rounded(value.interval?.high),
      value.breakdown === '' ? '' : breakdownName(value.breakdown),
      value.group,
      value.note,
    ]),
  );
  return writeCsv([HEAD, ...rows], { forExcel: true });
}

function rounded(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 10) / 10;
}
