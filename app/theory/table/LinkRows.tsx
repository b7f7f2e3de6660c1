import { otherBoxes } from '../BoxFields.tsx';
import { LINK_MORE, type MoreField, type Theory } from '../graph.ts';
import { shortly } from './BoxRows.tsx';
import { Cell, RowButton, type Answer } from './Cell.tsx';
import type { TableLook } from './table-look.ts';
import { columnsOfLink, type LinkRow } from './table-rows.ts';

const TEXT = { kind: 'text' } as const;

/** The links of a theory as rows: why each step follows, and what has to hold for it. */
export function LinkRows(props: {
  theory: Theory;
  look: TableLook;
  rows: readonly LinkRow[];
  answer: Answer;
}) {
  const { theory, look, answer } = props;
  const columns = LINK_MORE.filter(({ key }) => look.columns.includes(key));
  const boxes = { kind: 'choice', options: otherBoxes(theory, null) } as const;
  const headers = ['From', 'To', 'Why?', ...columns.map(({ label }) => label), 'Do'];
  return (
    <table className="govuk-table tl-grid">
      <caption className="govuk-visually-hidden">The links of the theory, to be edited</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {headers.map((header) => (
            <th scope="col" className="govuk-table__header" key={header}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        <tr className="govuk-table__row tl-grid__new">
          <td className="govuk-table__cell">
            <Cell
              name="newSource"
              says="The new link starts at"
              value={look.from}
              field={boxes}
              answer={answer}
            />
          </td>
          <td className="govuk-table__cell">
            <Cell
              name="newTarget"
              says="The new link leads to"
              value=""
              field={boxes}
              answer={answer}
            />
          </td>
          <td className="govuk-table__cell" colSpan={columns.length + 1}>
            <Cell
              name="newReason"
              says="Why does the one lead to the other?"
              value=""
              field={TEXT}
              answer={answer}
            />
          </td>
          <td className="govuk-table__cell">
            <button type="submit" name="do" value="add~link" className="tl-tool">
              Add the link
            </button>
          </td>
        </tr>
        {props.rows.map((row) => (
          <OneLink key={row.link.id} row={row} columns={columns} look={look} answer={answer} />
        ))}
      </tbody>
    </table>
  );
}

function OneLink(props: {
  row: LinkRow;
  columns: readonly MoreField[];
  look: TableLook;
  answer: Answer;
}) {
  const { row, columns, look, answer } = props;
  const { link, source, target } = row;
  const about = `${shortly(source.label)} to ${shortly(target.label)}`;
  const can = new Set(columnsOfLink(link, look.columns).map(({ key }) => key));
  return (
    <tr
      className="govuk-table__row"
      aria-current={look.link === link.id ? 'true' : undefined}
      data-row={link.id}
    >
      <td className="govuk-table__cell">{source.label}</td>
      <td className="govuk-table__cell">
        <span className="tl-relations__verb">{row.says}</span> {target.label}
      </td>
      <td className="govuk-table__cell">
        <Cell
          name={`reason~${link.id}`}
          id={`link-${link.id}`}
          says={`Why: ${about}`}
          value={link.reason}
          field={TEXT}
          answer={answer}
        />
      </td>
      {columns.map((field) => (
        <td className="govuk-table__cell" key={field.key}>
          {can.has(field.key) ? (
            <Cell
              name={`${field.key}~${link.id}`}
              says={`${field.label}: ${about}`}
              value={link.more[field.key] ?? ''}
              field={field}
              answer={answer}
            />
          ) : null}
        </td>
      ))}
      <td className="govuk-table__cell">
        <div className="tl-grid__buttons">
          <RowButton does="save" says="Save" about={about} />
          <RowButton does={`evidence~${link.id}`} says="Evidence…" about={about} />
          <RowButton does={`unlink~${link.id}`} says="Delete" about={about} warning />
        </div>
      </td>
    </tr>
  );
}
