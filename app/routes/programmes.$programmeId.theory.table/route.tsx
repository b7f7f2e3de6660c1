import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { can } from '#app/people/can.ts';
import { findingsNow } from '#app/theory/accept/accept-finding.server.ts';
import { FindingsTable, TheoryTable } from '#app/theory/TheoryTable.tsx';
import { TheoryHead } from '#app/theory/TheoryHead.tsx';
import { theoryRows } from '#app/theory/words.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';
import { lastChange, theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Theory of change: table');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const theory = await theoryOfProgramme(read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const may = can(person, 'theory.edit', programme);
  return {
    programmeId: programme.id,
    title: theory.title,
    rows: theoryRows(theory),
    findings: (await findingsNow(read, programme, theory)).open,
    last: await lastChange(read, programme.authorityId, theory.id),
    readOnly: may.yes ? null : may.reason,
  };
});

export default function TheoryAsTable() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <TheoryHead {...page} view="table" />
      <TheoryTable {...page} mayEdit={page.readOnly === null} />
      <FindingsTable {...page} />
    </>
  );
}
