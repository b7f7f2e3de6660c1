import { many } from '#app/ui/words.ts';
import { sayFigure, type CheckedTable, type TableProblem } from './printed-table.ts';

/** A printed table as printed, each figure that does not add up marked beside what it should be. */
export function CheckedTableView({ table }: { table: CheckedTable }) {
  const shown = table.columns.flatMap(({ kind }, c) => (kind === 'empty' ? [] : [c]));
  const wrong = new Map(table.problems.map((each) => [`${each.at.line} ${each.at.column}`, each]));
  const isNumeric = (c: number) => ['number', 'percent'].includes(table.columns[c]?.kind ?? '');
  return (
    <div className="tl-scroll" role="region" aria-label={table.title} tabIndex={0}>
      <table className="govuk-table">
        <caption className="govuk-table__caption govuk-table__caption--m">{table.title}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {shown.map((c) => (
              <th
                key={c}
                scope="col"
                className={`govuk-table__header${isNumeric(c) ? ' govuk-table__header--numeric' : ''}`}
              >
                {headerOf(table, c)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {table.lines.map((line, at) => (
            <tr key={at} className={`govuk-table__row${line.kind === 'total' ? ' tl-total' : ''}`}>
              {shown.map((c, place) => (
                <Cell
                  key={c}
                  printed={line.cells[c] ?? ''}
                  isName={place === 0}
                  isNumeric={isNumeric(c)}
                  isPercent={table.columns[c]?.kind === 'percent'}
                  problem={wrong.get(`${at} ${c}`)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A heading that the report leaves empty stays empty. */
function headerOf(table: CheckedTable, c: number) {
  const header = table.columns[c]?.header ?? '';
  if (header !== `Column ${c + 1}`) return header;
  return <span className="govuk-visually-hidden">{header}</span>;
}

function Cell(props: {
  printed: string;
  isName: boolean;
  isNumeric: boolean;
  isPercent: boolean;
  problem: TableProblem | undefined;
}) {
  const { printed, problem } = props;
  if (props.isName) {
    return (
      <th scope="row" className="govuk-table__header">
        {printed}
      </th>
    );
  }
  const should = problem ? `${sayFigure(problem.computed)}${props.isPercent ? '%' : ''}` : '';
  return (
    <td
      className={`govuk-table__cell${props.isNumeric ? ' govuk-table__cell--numeric tl-numbers' : ''}`}
    >
      {problem ? (
        <span className="tl-wrong">
          {printed}
          <span className="tl-wrong__should">works out as {should}</span>
        </span>
      ) : (
        printed
      )}
    </td>
  );
}

/** What does not add up, in sentences, and what only looks odd. */
export function WhatDoesNotAddUp({ table }: { table: CheckedTable }) {
  const { problems, notes, totals } = table;
  return (
    <>
      {problems.length === 0 ? (
        <p className="govuk-body">
          {totals.length === 0
            ? 'Nothing in this table contradicts itself. It prints no total to check.'
            : `Everything adds up: ${many(totals.length, 'printed total')} checked.`}
        </p>
      ) : (
        <>
          <h2 className="govuk-heading-m">
            {many(problems.length, 'printed figure does', 'printed figures do')} not add up
          </h2>
          <ul className="govuk-list govuk-list--bullet">
            {problems.map((problem) => (
              <li key={`${problem.at.line} ${problem.at.column}`}>{problem.message}</li>
            ))}
          </ul>
        </>
      )}
      {notes.map((note) => (
        <p className="govuk-body" key={note}>
          {note}
        </p>
      ))}
    </>
  );
}
