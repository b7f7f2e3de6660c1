import { links } from '#app/http/links.ts';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import type { Affected } from './pack-pages.ts';

/** Plans of this authority that follow a pack, and what each misses of it. */
export function AffectedPlans(props: { packId: string; affected: readonly Affected[] }) {
  const { packId, affected } = props;
  return (
    <section>
      <h2 className="govuk-heading-m" id="affected">
        Who is affected
      </h2>
      <Table
        caption={`${many(affected.length, 'plan')} of this authority ${affected.length === 1 ? 'follows' : 'follow'} it`}
        captionSize="s"
        rows={affected}
        rowKey={({ programme }) => programme.id}
        empty={<p className="govuk-body">No plan of this authority follows it.</p>}
        columns={[
          {
            header: 'Programme',
            rowHeader: true,
            cell: ({ programme }) => (
              <a className="govuk-link" href={links.coverage(programme.id, packId)}>
                {programme.title}
              </a>
            ),
          },
          {
            header: 'Covered',
            cell: ({ totals: { covered, toCover } }) => `${covered} of ${toCover}`,
          },
          { header: 'In part', numeric: true, cell: ({ totals }) => totals.partly },
          { header: 'Not', numeric: true, cell: ({ totals }) => totals.not },
          {
            header: 'To be confirmed',
            numeric: true,
            cell: ({ totals }) => totals['to-be-confirmed'],
          },
          {
            header: 'Missing first',
            cell: ({ programme, missing: [first] }) =>
              first === undefined ? (
                'Nothing'
              ) : (
                <a className="govuk-link" href={links.requirement(programme.id, packId, first.id)}>
                  {first.text}
                </a>
              ),
          },
        ]}
      />
    </section>
  );
}
