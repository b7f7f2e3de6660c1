import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { checkedOf } from '#app/needs/kept-table.ts';
import { can } from '#app/people/can.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayMoment } from '#app/ui/words.ts';
import { printedTablesOf } from '#db/printed-tables.ts';
import { theStore } from '#db/store.server.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const rows = await printedTablesOf(theStore().read, programme.authorityId, programme.id);
  return {
    programmeId: programme.id,
    tables: rows.map(({ id, title, importedAt, checked }) => {
      const { lines, problems } = checkedOf(checked);
      return { id, title, importedAt, lines: lines.length, problems: problems.length };
    }),
    mayEdit: can(person, 'needs.edit', programme),
  };
});

export const meta = () => titleOf('Tables from reports');

export default function PrintedTables() {
  const { programmeId, tables, mayEdit } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs trail={[{ href: links.needs(programmeId), words: 'Needs' }]} />
      <Heading>Tables from reports</Heading>
      <Table
        caption="Tables brought in"
        rows={tables}
        rowKey={(table) => table.id}
        columns={[
          {
            header: 'Table',
            rowHeader: true,
            cell: (table) => (
              <a className="govuk-link" href={links.printedTable(programmeId, table.id)}>
                {table.title}
              </a>
            ),
          },
          { header: 'Lines', numeric: true, cell: (table) => table.lines },
          {
            header: 'Does not add up',
            cell: (table) => (table.problems === 0 ? 'Nothing' : many(table.problems, 'figure')),
          },
          { header: 'Brought in', cell: (table) => sayMoment(table.importedAt) },
        ]}
        empty={
          <p className="govuk-body">
            No table yet. Bring in one that a report or a monthly return prints, such as attendance
            by hub: its totals and percentages are worked out again, and what does not add up is
            pointed out.
          </p>
        }
      />
      {mayEdit.yes ? (
        <ButtonLink href={links.importPrintedTable(programmeId)}>Check a table</ButtonLink>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
    </>
  );
}
