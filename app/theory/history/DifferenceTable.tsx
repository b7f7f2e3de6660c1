import { Table } from '#app/ui/Table.tsx';
import { BECAME_WORDS, type DifferenceRow } from './difference-rows.ts';
import type { Stretch } from './word-difference.ts';

/** A table of what differs, a row a thing, with what became of its words. */
export function DifferenceTable(props: { caption: string; rows: readonly DifferenceRow[] }) {
  return (
    <Table
      caption={props.caption}
      rows={props.rows}
      rowKey={({ became, id }) => `${became} ${id}`}
      columns={[
        {
          header: 'What happened',
          cell: ({ became }) => (
            <span className={`tl-became tl-became--${became}`}>{BECAME_WORDS[became]}</span>
          ),
        },
        { header: 'What', cell: ({ what }) => what },
        { header: 'Which', rowHeader: true, cell: ({ label }) => <bdi>{label}</bdi> },
        {
          header: 'Words',
          cell: ({ fields }) =>
            fields.map(({ name, stretches }) => (
              <p className="govuk-body govuk-!-margin-bottom-1" key={name}>
                <strong>{name}:</strong> <Words stretches={stretches} />
              </p>
            )),
        },
      ]}
    />
  );
}

/** A text with what is gone struck through and what is new underlined; both are said too. */
function Words({ stretches }: { stretches: readonly Stretch[] }) {
  return (
    <span className="tl-words" dir="auto">
      {stretches.map(({ is, text }, at) =>
        is === 'same' ? (
          <span key={at}>{text}</span>
        ) : is === 'gone' ? (
          <del key={at}>
            <span className="govuk-visually-hidden">[gone: </span>
            {text}
            <span className="govuk-visually-hidden">] </span>
          </del>
        ) : (
          <ins key={at}>
            <span className="govuk-visually-hidden">[new: </span>
            {text}
            <span className="govuk-visually-hidden">] </span>
          </ins>
        ),
      )}
    </span>
  );
}
