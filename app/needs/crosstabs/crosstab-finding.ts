import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { sayCount, sayShare, type Finding } from '../finding.ts';
import type { CrossTable } from './crosstab.ts';

/**
 * One cell of a table as a finding: "18 of 50 answers with “Aldermere” under “Where do you live?” (36%)
 * chose “Opening hours” under “What makes it hard?”." Null where it is hidden or there is none.
 */
export function crosstabFinding(
  survey: { id: string; title: string },
  table: CrossTable,
  rowValue: string,
  columnValue: string,
): Finding | null {
  const at = table.columns.findIndex(({ value }) => value === columnValue);
  const column = table.columns[at];
  const row = table.rows.find(({ value }) => value === rowValue);
  const cell = row?.cells[at];
  if (!row || !column || !cell || cell.count === HIDDEN || cell.share === null) return null;
  const [group, answer] = table.share === 'columns' ? [column, row] : [row, column];
  const [groups, answers] =
    table.share === 'columns' ? [table.column, table.row] : [table.row, table.column];
  if (group.base === HIDDEN) return null;
  const { filter } = table;
  const only = filter ? `, of those with “${filter.label}” under “${filter.title}”,` : '';
  const did = answers.several ? 'chose' : 'gave';
  const weighted =
    cell.weighted === null ? '' : ` Weighted to the population: ${sayShare(cell.weighted)}.`;
  return {
    kind: 'survey-finding',
    sentence: `${sayCount(cell.count)} of ${sayCount(group.base)} answers with “${group.label}” under “${groups.title}” (${sayShare(cell.share)})${only} ${did} “${answer.label}” under “${answers.title}”.${weighted}`,
    figures: {
      question: answers.title,
      answer: answer.label,
      by: groups.title,
      group: group.label,
      filter: filter ? `${filter.title}: ${filter.label}` : null,
      count: cell.count,
      base: group.base,
      weighted: cell.weighted,
      low: cell.interval?.low ?? null,
      high: cell.interval?.high ?? null,
      table: table.rows.map(({ label, cells }) => ({
        answer: label,
        counts: cells.map(({ count }) => count),
      })),
    },
    source: { survey: survey.id, surveyTitle: survey.title, question: table.row.name },
  };
}
