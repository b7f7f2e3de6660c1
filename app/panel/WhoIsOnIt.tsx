import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import type { Breakdown } from './members.ts';

/** The panel in the bands of the quarterly return, one table each. */
export function WhoIsOnIt(props: { breakdowns: readonly Breakdown[]; parents: number }) {
  if (props.parents === 0) return null;
  const hidden = props.breakdowns.some(({ groups }) =>
    groups.some((one) => one.members === HIDDEN),
  );
  return (
    <section className="govuk-!-margin-top-6">
      <h2 className="govuk-heading-l">The panel in figures</h2>
      <p className="govuk-body">
        {many(props.parents, 'parent or carer', 'parents and carers')}; practitioners are not
        counted here. The bands are those of the quarterly return.
        {hidden ? ` ${HIDDEN} stands for a small number, or one that would give it away.` : null}
      </p>
      <div className="tl-columns">
        {props.breakdowns.map((one) => (
          <Table
            key={one.title}
            caption={one.title}
            captionSize="s"
            rows={[
              ...one.groups,
              ...(one.notKnown === 0
                ? []
                : [{ value: '', label: 'Not known', members: one.notKnown }]),
            ]}
            rowKey={(row) => row.value}
            columns={[
              { header: 'Group', rowHeader: true, cell: (row) => row.label },
              { header: 'Members', numeric: true, cell: (row) => row.members },
            ]}
          />
        ))}
      </div>
    </section>
  );
}
