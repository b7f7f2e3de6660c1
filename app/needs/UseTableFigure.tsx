import { links } from '#app/http/links.ts';
import { Select } from '#app/ui/Field.tsx';
import { numberIn } from './figure.ts';
import type { CheckedTable } from './printed-table.ts';

/** A plain form that leads to a need with one printed figure behind it. */
export function UseTableFigure(props: {
  programmeId: string;
  tableId: string;
  table: CheckedTable;
}) {
  const { programmeId, tableId, table } = props;
  const figures = table.lines.flatMap((line, at) =>
    table.columns.flatMap(({ kind, header }, c) => {
      const isFigure = kind === 'number' || kind === 'percent';
      if (!isFigure || numberIn(line.cells[c]) === null) return [];
      const label = `${line.label} – ${header}: ${line.cells[c] ?? ''}`;
      return [{ value: `${at}-${c}`, label }];
    }),
  );
  return (
    <section className="tl-noprint">
      <h2 className="govuk-heading-m">Use as evidence</h2>
      <form method="get" action={links.newNeed(programmeId)} className="tl-pick">
        <input type="hidden" name="from" value="table" />
        <input type="hidden" name="table" value={tableId} />
        <Select name="cell" label="Figure" options={figures} />
        <div className="govuk-form-group">
          <button type="submit" className="govuk-button govuk-!-margin-bottom-0">
            Make this a need
          </button>
        </div>
      </form>
    </section>
  );
}
