import { Table } from '#app/ui/Table.tsx';
import type { Difference } from './differences.ts';

/** What somebody else saved, beside what was typed: both stand there, and nothing is lost. */
export function Differences({ differences }: { differences: readonly Difference[] }) {
  return (
    <section className="govuk-inset-text">
      <h2 className="govuk-heading-m">Somebody else saved this while you were writing</h2>
      <p className="govuk-body">
        Nothing of yours is lost: it stands in the form below, and is not saved yet. Compare, change
        what you want to keep of theirs, and save again. Saving now replaces what they saved.
      </p>
      <Table
        caption="Where the two differ"
        captionSize="s"
        rows={differences}
        rowKey={(row) => row.field}
        columns={[
          { header: 'Field', rowHeader: true, cell: (row) => row.field },
          { header: 'You wrote', cell: (row) => row.yours },
          { header: 'They saved', cell: (row) => row.theirs },
        ]}
        empty={<p className="govuk-body">You both wrote the same.</p>}
      />
    </section>
  );
}
