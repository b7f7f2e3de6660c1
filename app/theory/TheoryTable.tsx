import { links } from '#app/http/links.ts';
import { Table } from '#app/ui/Table.tsx';
import { TypeMark } from './Outline.tsx';
import type { TheoryRow } from './words.ts';

/** Every box as a row, in the order of the columns, with what it leads to and why. */
export function TheoryTable(props: {
  programmeId: string;
  rows: readonly TheoryRow[];
  mayEdit: boolean;
}) {
  const { programmeId, mayEdit } = props;
  return (
    <Table
      caption="Every box, what it leads to, and why"
      rows={props.rows}
      rowKey={(row) => row.id}
      empty={<p className="govuk-body">There is no box in this theory yet.</p>}
      columns={[
        {
          header: 'Type',
          cell: (row) => (
            <span className="tl-nowrap">
              <TypeMark type={row.type} /> {row.typeName}
            </span>
          ),
        },
        {
          header: 'Box',
          rowHeader: true,
          cell: (row) =>
            mayEdit ? (
              <a className="govuk-link" href={links.theoryBox(programmeId, row.id)}>
                {row.label}
              </a>
            ) : (
              row.label
            ),
        },
        { header: 'What it leads to, and why', cell: (row) => <Relations row={row} /> },
        { header: 'More', cell: (row) => <Facts row={row} /> },
      ]}
    />
  );
}

function Relations({ row }: { row: TheoryRow }) {
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {row.relations.map(({ says, label, reason }, index) => (
        <li key={index}>
          {says} <strong>{label}</strong>
          {reason === '' ? null : `: ${reason}`}
        </li>
      ))}
    </ul>
  );
}

function Facts({ row }: { row: TheoryRow }) {
  return (
    <>
      {row.detail === '' ? null : <p className="govuk-body-s tl-prewrap">{row.detail}</p>}
      {row.facts.map(({ label, value }) => (
        <p className="govuk-body-s govuk-!-margin-bottom-1" key={label}>
          {label}: {value}
        </p>
      ))}
    </>
  );
}
