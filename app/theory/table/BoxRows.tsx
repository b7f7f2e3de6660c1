import { BOX_TYPES, typeName, type Box, type MoreField, type Theory } from '../graph.ts';
import { TypeMark } from '../Outline.tsx';
import { Cell, RowButton, type Answer } from './Cell.tsx';
import { BOX_COLUMNS, type TableLook } from './table-look.ts';
import { columnsOf, type BoxRow } from './table-rows.ts';

const TEXT = { kind: 'text' } as const;

/** The types as choices, under the names that this theory gives them. */
export function typeChoice(theory: Pick<Theory, 'more'>): Pick<MoreField, 'kind' | 'options'> {
  const types = BOX_TYPES.map((type) => ({ value: type, label: typeName(theory, type).one }));
  return { kind: 'choice', options: types };
}

/** The boxes of a theory as rows that are edited in place, and an empty row for the next. */
export function BoxRows(props: {
  programmeId: string;
  theory: Theory;
  look: TableLook;
  rows: readonly BoxRow[];
  answer: Answer;
}) {
  const { theory, look, answer } = props;
  const columns = BOX_COLUMNS.filter(({ key }) => look.columns.includes(key));
  const choice = typeChoice(theory);
  return (
    <table className="govuk-table tl-grid">
      <caption className="govuk-visually-hidden">The boxes of the theory, to be edited</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {['Type', 'What the box says', ...columns.map(({ label }) => label)].map((header) => (
            <th scope="col" className="govuk-table__header" key={header}>
              {header}
            </th>
          ))}
          <th scope="col" className="govuk-table__header">
            What it leads to
          </th>
          <th scope="col" className="govuk-table__header">
            Do
          </th>
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {props.rows.map((row) => (
          <OneBox key={row.box.id} {...props} row={row} columns={columns} choice={choice} />
        ))}
        <tr className="govuk-table__row tl-grid__new">
          <td className="govuk-table__cell">
            <Cell
              name="newType"
              says="Type of the new box"
              value={look.next === '' ? look.type || 'activity' : look.next}
              field={{ ...choice, options: [...(choice.options ?? [])] }}
              answer={answer}
            />
          </td>
          <td className="govuk-table__cell" colSpan={columns.length + 2}>
            <Cell
              name="newLabel"
              says="What the new box says"
              value=""
              field={TEXT}
              answer={answer}
            />
          </td>
          <td className="govuk-table__cell">
            <button type="submit" name="do" value="add" className="tl-tool">
              Add the row
            </button>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function OneBox(props: {
  programmeId: string;
  theory: Theory;
  row: BoxRow;
  columns: readonly MoreField[];
  choice: Pick<MoreField, 'kind' | 'options'>;
  look: TableLook;
  answer: Answer;
}) {
  const { row, answer, columns } = props;
  const { box } = row;
  const about = shortly(box.label);
  const can = new Set(columnsOf(box, props.look.columns).map(({ key }) => key));
  return (
    <tr
      className="govuk-table__row"
      aria-current={props.look.box === box.id ? 'true' : undefined}
      data-row={box.id}
    >
      <td className="govuk-table__cell">
        <TypeMark type={box.type} />
        <Cell
          name={`type~${box.id}`}
          says={`Type: ${about}`}
          value={box.type}
          field={props.choice}
          answer={answer}
        />
        <span className="tl-count">{row.place}</span>
      </td>
      <td className="govuk-table__cell">
        <Cell
          name={`label~${box.id}`}
          id={`box-${box.id}`}
          says={`What the box says: ${about}`}
          value={box.label}
          field={TEXT}
          answer={answer}
        />
      </td>
      {columns.map((field) => (
        <td className="govuk-table__cell" key={field.key}>
          {can.has(field.key) ? (
            <Cell
              name={`${field.key}~${box.id}`}
              says={`${field.label}: ${about}`}
              value={valueIn(box, field.key)}
              field={field}
              answer={answer}
            />
          ) : null}
        </td>
      ))}
      <td className="govuk-table__cell">
        <ul className="govuk-list tl-relations govuk-!-margin-bottom-0">
          {row.relations.map(({ link, other, says }) => (
            <li key={link.id}>
              {says} {shortly(other.label)}
            </li>
          ))}
        </ul>
      </td>
      <td className="govuk-table__cell">
        <RowButtons box={box} about={about} />
      </td>
    </tr>
  );
}

function RowButtons({ box, about }: { box: Box; about: string }) {
  return (
    <div className="tl-grid__buttons">
      <RowButton does="save" says="Save" about={about} />
      <RowButton does={`connect~${box.id}`} says="Link…" about={about} />
      <RowButton does={`evidence~${box.id}`} says="Evidence…" about={about} />
      <RowButton does={`measure~${box.id}`} says="Measure…" about={about} />
      <RowButton does={`up~${box.id}`} says="Up" about={about} />
      <RowButton does={`down~${box.id}`} says="Down" about={about} />
      <RowButton does={`open~${box.id}`} says="More…" about={about} />
      <RowButton does={`remove~${box.id}`} says="Delete" about={about} warning />
    </div>
  );
}

const valueIn = (box: Box, key: string) => (key === 'detail' ? box.detail : (box.more[key] ?? ''));

/** A long label cut to what a list needs. */
export function shortly(label: string): string {
  return label.length <= 70 ? label : `${label.slice(0, 67).trimEnd()}…`;
}
