import { Bars } from '#app/ui/Bars.tsx';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { sayCount, sayShare } from '../finding.ts';
import type { CrossCell, CrossTable } from './crosstab.ts';
import { sayCell, sayInterval, sayShareOf, sayShown, sayTitle } from './say-crosstab.ts';

/** Bars and table of two questions, from one mask. */
export function CrosstabTable(props: {
  table: CrossTable;
  /** The address that takes a cell as evidence; null where this person may not. */
  take: ((row: string, column: string) => string) | null;
}) {
  return (
    <>
      <div className="tl-scroll" role="region" aria-label={sayTitle(props.table)} tabIndex={0}>
        <table className="govuk-table tl-crosstab">
          <caption className="govuk-table__caption govuk-table__caption--m">
            {sayTitle(props.table)}
            <span className="govuk-hint tl-block govuk-!-margin-bottom-0">
              {sayShareOf(props.table)}
            </span>
          </caption>
          <Head table={props.table} />
          <Body {...props} />
        </table>
      </div>
      <CrosstabBars table={props.table} />
    </>
  );
}

function Head({ table }: { table: CrossTable }) {
  return (
    <thead className="govuk-table__head">
      <tr className="govuk-table__row">
        <th scope="col" className="govuk-table__header">
          {table.row.title}
        </th>
        {table.columns.map((column) => (
          <th
            scope="col"
            className="govuk-table__header govuk-table__header--numeric"
            key={column.value}
          >
            {column.label}
            {table.share === 'columns' ? <Base {...column} /> : null}
          </th>
        ))}
        <th scope="col" className="govuk-table__header govuk-table__header--numeric">
          All
          <Base base={table.base} effective={null} />
        </th>
      </tr>
    </thead>
  );
}

function Base({ base, effective }: Pick<CrossTable['columns'][number], 'base' | 'effective'>) {
  return (
    <span className="tl-small tl-block">
      of {sayShown(base)}
      {effective === null ? null : (
        <span className="tl-block">counts like {sayCount(Math.round(effective))}</span>
      )}
    </span>
  );
}

function Body(props: {
  table: CrossTable;
  take: ((row: string, column: string) => string) | null;
}) {
  const { table, take } = props;
  return (
    <tbody className="govuk-table__body">
      {table.rows.map((row) => (
        <tr className="govuk-table__row" key={row.value}>
          <th scope="row" className="govuk-table__header">
            {row.label}
            {table.share === 'rows' ? <Base {...row} /> : null}
          </th>
          {row.cells.map((cell, at) => {
            const column = table.columns[at];
            return (
              <td
                className="govuk-table__cell govuk-table__cell--numeric"
                key={column?.value ?? at}
              >
                <Cell cell={cell} />
                {take && column && cell.share !== null && cell.count !== 0 ? (
                  <a className="govuk-link tl-small tl-block" href={take(row.value, column.value)}>
                    Use
                    <span className="govuk-visually-hidden">
                      : {row.label}, {column.label}
                    </span>
                  </a>
                ) : null}
              </td>
            );
          })}
          <td className="govuk-table__cell govuk-table__cell--numeric">
            <Cell cell={row.all} />
          </td>
        </tr>
      ))}
      <Means table={table} />
    </tbody>
  );
}

const MARKS = { more: '▲ more than chance', fewer: '▼ fewer than chance' } as const;

function Cell({ cell }: { cell: CrossCell }) {
  const range = sayInterval(cell);
  return (
    <>
      <strong>{sayCell(cell)}</strong>
      {cell.weighted === null ? null : (
        <span className="tl-small tl-block">weighted {sayShare(cell.weighted)}</span>
      )}
      {cell.count === HIDDEN ? null : (
        <span className="tl-small tl-block">
          {sayCount(cell.count)}
          <span className="govuk-visually-hidden"> answers</span>
        </span>
      )}
      {range === null ? null : <span className="tl-small tl-block tl-nowrap">{range}</span>}
      {cell.mark === null ? null : <span className="tl-small tl-block">{MARKS[cell.mark]}</span>}
    </>
  );
}

function Means({ table }: { table: CrossTable }) {
  const { means } = table;
  if (means === null) return null;
  const all = [...means.columns, means.all];
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header">
        Mean
        <span className="tl-small tl-block">and standard deviation</span>
      </th>
      {all.map((centre, at) => (
        <td className="govuk-table__cell govuk-table__cell--numeric" key={at}>
          {centre === null ? HIDDEN : centre.mean.toFixed(2)}
          {centre === null || centre.sd === null ? null : (
            <span className="tl-small tl-block">{centre.sd.toFixed(2)}</span>
          )}
        </td>
      ))}
    </tr>
  );
}

/** A group of bars for each answer; hidden numbers have none. */
function CrosstabBars({ table }: { table: CrossTable }) {
  return (
    <section>
      <h2 className="govuk-heading-s">As bars</h2>
      {table.rows.map((row) => (
        <div key={row.value}>
          <p className="govuk-body-s govuk-!-margin-bottom-1 govuk-!-font-weight-bold">
            {row.label}
          </p>
          <Bars
            title={`${row.label}: ${sayTitle(table)}`}
            max={1}
            bars={row.cells.map((cell, at) => ({
              label: table.columns[at]?.label ?? '',
              value: cell.share,
              words: sayCell(cell),
            }))}
          />
        </div>
      ))}
    </section>
  );
}
