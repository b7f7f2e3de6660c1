import type { ReactNode } from 'react';

export interface Column<Row> {
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Right-aligned tabular figures. */
  numeric?: boolean;
  /** The cell that names its row. */
  rowHeader?: boolean;
}

/** A real table with a caption and header cells; it scrolls in its own frame on a narrow screen. */
export function Table<Row>(props: {
  caption: ReactNode;
  captionSize?: 's' | 'm' | 'l';
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What to say (and do first) when there is no row. */
  empty?: ReactNode;
}) {
  if (props.rows.length === 0 && props.empty !== undefined) return <>{props.empty}</>;
  const label = typeof props.caption === 'string' ? props.caption : 'Table';
  return (
    <div className="tl-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="govuk-table">
        <caption
          className={`govuk-table__caption govuk-table__caption--${props.captionSize ?? 'm'}`}
        >
          {props.caption}
        </caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {props.columns.map((column, at) => (
              <th
                key={at}
                scope="col"
                className={`govuk-table__header${column.numeric ? ' govuk-table__header--numeric' : ''}`}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {props.rows.map((row) => (
            <tr className="govuk-table__row" key={props.rowKey(row)}>
              {props.columns.map((column, at) =>
                column.rowHeader ? (
                  <th key={at} scope="row" className="govuk-table__header">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={at}
                    className={`govuk-table__cell${column.numeric ? ' govuk-table__cell--numeric tl-numbers' : ''}`}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
