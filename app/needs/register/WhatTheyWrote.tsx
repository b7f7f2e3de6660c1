import { Table } from '#app/ui/Table.tsx';

/** Two people changed the same thing: what is saved beside what was typed, field by field. */
export function WhatTheyWrote(props: {
  differences: readonly { field: string; name: string; saved: string; typed: string }[];
}) {
  return (
    <div id="their-words">
      {props.differences.length === 0 ? (
        <p className="govuk-body">What they saved says the same as what you typed.</p>
      ) : (
        <Table
          caption="What they saved, and what you typed"
          rows={props.differences}
          rowKey={({ field }) => field}
          columns={[
            { header: 'Field', rowHeader: true, cell: ({ name }) => name },
            { header: 'Saved now', cell: ({ saved }) => saved },
            { header: 'You typed', cell: ({ typed }) => typed },
          ]}
        />
      )}
      <p className="govuk-body">Saving again replaces what they saved with what stands below.</p>
    </div>
  );
}
