import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { can } from '#app/people/can.ts';
import { shownTheory } from '#app/theory/history/read-moment.server.ts';
import { lookedAt } from '#app/theory/looked-at.ts';
import { partsOf } from '#app/theory/parts.ts';
import { TheoryExport } from '#app/theory/TheoryExport.tsx';
import { TheoryHead } from '#app/theory/TheoryHead.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';
import { lastChange } from '#db/theory.ts';

export const meta = () => titleOf('Theory of change: files');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const look = lookedAt(request.url);
  const shown = await shownTheory(read, programme, look);
  if (shown === undefined) throw redirect(links.startTheory(programme.id));
  const may = can(person, 'theory.edit', programme);
  return {
    programmeId: programme.id,
    title: shown.theory.title,
    look,
    parts: partsOf(shown.theory),
    last: await lastChange(read, programme.authorityId, shown.theory.id),
    readOnly: may.yes ? null : may.reason,
  };
});

export default function TheoryFiles() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <TheoryHead {...page} view="files" />
      <TheoryExport {...page} mayEdit={page.readOnly === null} />
    </>
  );
}
