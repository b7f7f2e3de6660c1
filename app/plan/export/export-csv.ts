import { writeCsv, type CsvCell } from '#app/survey/csv.ts';
import type { EvidenceRow } from '#app/plan/evidence.ts';
import { furtherColumns } from '#app/plan/lines/line-sheets.ts';
import type { PlanCell } from './plan-sheets.ts';
import type { PlanToExport } from './export.ts';
import { STATUS_NAMES } from '#app/plan/plan.ts';

const HEADERS = [
  'Line',
  'Plan line',
  'Status',
  'Owner',
  'Starts',
  'Ends',
  'Milestone',
  'Cost (£)',
  'Funding stream',
  'Activities',
  'Needs',
  'Themes',
  'Requirements',
] as const;

const cellOf = (cell: PlanCell): CsvCell =>
  typeof cell !== 'object' || cell === null ? cell : 'day' in cell ? cell.day : cell.pence / 100;

/**
 * The lines of the plan as a spreadsheet: one row a line, safe to open by double click. A cost that
 * is not known is an empty cell, never nought; dates are YYYY-MM-DD; a list in a cell is parted by
 * "; ".
 */
export function planCsv(plan: PlanToExport): string {
  const streams = new Map(plan.streams.map((stream) => [stream.id, stream.name]));
  const further = furtherColumns(plan);
  const rows = plan.lines.map((line, at): CsvCell[] => {
    const evidence = plan.evidence.filter((row) => row.lineId === line.id);
    return [
      at + 1,
      line.title,
      STATUS_NAMES[line.status],
      line.owner,
      line.startsOn,
      line.endsOn,
      line.milestone,
      line.costPence === null ? null : line.costPence / 100,
      line.streamId === null ? null : (streams.get(line.streamId) ?? null),
      all(evidence, (row) => row.activities),
      all(evidence, (row) => (row.need === null ? [] : [row.need])),
      all(evidence, (row) => row.themes),
      line.requirementKeys.join('; '),
      ...further.cells(line).map(cellOf),
    ];
  });
  return writeCsv([[...HEADERS, ...further.headings], ...rows], { forExcel: true });
}

function all(rows: readonly EvidenceRow[], pick: (row: EvidenceRow) => readonly string[]): string {
  return [...new Set(rows.flatMap(pick))].join('; ');
}
