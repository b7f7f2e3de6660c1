import { breakdownName } from '#app/theory/measures/breakdowns.ts';
import type { CsvCell } from '#app/survey/csv.ts';
import { codeOf, COUNTED, groupsOf, whatName } from './counting.ts';
import { saySite, type Count, type Site } from './reach.ts';

const HEADINGS = ['Site', 'What', 'Breakdown', 'Group', 'Count', 'Code'];

/** The counts of a return as rows with headings: what comes in again as it was. */
export function reachRows(counts: readonly Count[]): CsvCell[][] {
  return [
    HEADINGS,
    ...counts.map((one): CsvCell[] => [
      saySite(one),
      whatName(one.what),
      one.breakdown === '' ? '' : breakdownName(one.breakdown),
      one.group,
      one.count,
      codeOf(one.what, one.breakdown) ?? '',
    ]),
  ];
}

/** An empty table to fill in: every site and count, and for all sites together every group. */
export function templateRows(sites: readonly Site[]): CsvCell[][] {
  const totals = (site: string) =>
    COUNTED.map(({ name, code }): CsvCell[] => [site, name, '', '', null, code ?? '']);
  const groups = COUNTED.flatMap(({ name, by }) =>
    by.flatMap(({ key, code }) =>
      groupsOf(key).map((group): CsvCell[] => [
        'All sites together',
        name,
        breakdownName(key),
        group,
        null,
        code ?? '',
      ]),
    ),
  );
  return [
    HEADINGS,
    ...sites.flatMap(({ name }) => totals(name)),
    ...totals('All sites together'),
    ...groups,
  ];
}
