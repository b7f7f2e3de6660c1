import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { CheckedTableView, WhatDoesNotAddUp } from '#app/needs/CheckedTableView.tsx';
import { removePrintedTable } from '#app/needs/import-printed-table.server.ts';
import { checkedOf } from '#app/needs/kept-table.ts';
import { TakeOut } from '#app/needs/TakeOut.tsx';
import { UseTableFigure } from '#app/needs/UseTableFigure.tsx';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { sayMoment } from '#app/ui/words.ts';
import { printedTableById } from '#db/printed-tables.ts';
import { theStore } from '#db/store.server.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const row = await printedTableById(
    theStore().read,
    programme.authorityId,
    programme.id,
    params['tableId'] ?? '',
  );
  if (!row) throw new NotFound('table');
  const { id, title, fileName, importedAt } = row;
  return {
    programmeId: programme.id,
    kept: { id, title, fileName, importedAt },
    table: { ...checkedOf(row.checked), title },
    mayEdit: can(person, 'needs.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  await checkedForm(request);
  const { title } = await removePrintedTable(person, programme, params['tableId'] ?? '');
  return redirectSaying(request, links.printedTables(programme.id), `“${title}” is taken out.`);
});

export const meta = () => titleOf('Table from a report');

export default function PrintedTable() {
  const { programmeId, kept, table, mayEdit } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.printedTables(programmeId), words: 'Tables from reports' },
        ]}
      />
      <Heading caption="Table from a report">{kept.title}</Heading>
      <p className="govuk-body">
        From “{kept.fileName}”, brought in {sayMoment(kept.importedAt)}. As printed.
      </p>
      <WhatDoesNotAddUp table={table} />
      <CheckedTableView table={table} />
      {mayEdit.yes ? (
        <>
          <UseTableFigure programmeId={programmeId} tableId={kept.id} table={table} />
          <TakeOut
            what="this table"
            stays="Evidence that was taken from it stays as it was frozen."
          />
        </>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
    </>
  );
}
