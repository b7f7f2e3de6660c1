import { HIDDEN, type Shown } from '#app/statistics/small-numbers.ts';
import { OPEN_LINK_CAVEAT } from '#app/statistics/wilson.ts';
import type { CrossTable } from './crosstab.ts';
import { sayBase, sayShareOf, sayTest, sayTitle } from './say-crosstab.ts';

type FileCell = string | number | null;

const FIGURES = [
  'row',
  'column',
  'count',
  'base',
  'share',
  'low (95%)',
  'high (95%)',
  'weighted share',
  'effective base',
];

/** A table as lines of a file, one a cell, with the same numbers hidden as on the page. */
export function tidyLines(table: CrossTable): FileCell[][] {
  const lines = table.rows.flatMap((row) =>
    row.cells.map((cell, at): FileCell[] => {
      const column = table.columns[at];
      const line = table.share === 'columns' ? column : row;
      return [
        row.label,
        column?.label ?? '',
        cell.count,
        line?.base ?? HIDDEN,
        part(cell.share, cell.count),
        part(cell.interval?.low, cell.count),
        part(cell.interval?.high, cell.count),
        table.weighted ? part(cell.weighted, cell.count) : null,
        line === undefined || line.effective === null ? null : round(line.effective, 1),
      ];
    }),
  );
  return [FIGURES, ...lines];
}

/** As it stands on the page: a line a row, a column a column, counts only. */
export function wideLines(table: CrossTable): FileCell[][] {
  return [
    [
      `${table.row.title} by ${table.column.title}`,
      ...table.columns.map(({ label }) => label),
      'All',
    ],
    ...table.rows.map(({ label, cells, all }): FileCell[] => [
      label,
      ...cells.map(({ count }) => count),
      all.count,
    ]),
    ['All', ...table.columns.map(({ base }) => base), table.base],
  ];
}

/** What must travel with the figures. */
export function aboutLines(
  table: CrossTable,
  { survey, counted, threshold }: { survey: string; counted: string; threshold: number },
): FileCell[][] {
  const lines: [string, string][] = [
    ['Survey', survey],
    ['Table', sayTitle(table)],
    ['Counted', counted],
    ['Who is in it', sayBase(table)],
    ['Shares', sayShareOf(table)],
    [
      'Hidden',
      `${HIDDEN} stands for fewer than ${threshold} people, none, or a number from which so few could be worked out.`,
    ],
    ['Ranges', OPEN_LINK_CAVEAT],
    ...table.notes.map((note): [string, string] => ['Note', note]),
    ...table.tests.map((test): [string, string] => {
      const { plain, figures } = sayTest(test, table, table.tests.length);
      return ['Test', `${plain} ${figures}`];
    }),
  ];
  return [['About this table', ''], ...lines];
}

const part = (share: number | null | undefined, count: Shown): FileCell =>
  share === null || share === undefined ? (count === HIDDEN ? HIDDEN : null) : round(share, 4);

const round = (number: number, digits: number) => Number(number.toFixed(digits));
