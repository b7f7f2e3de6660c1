import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { HistoryPage } from '#app/theory/history/HistoryPage.tsx';
import { readHistory } from '#app/theory/history/read-history.server.ts';
import { stepsOf, takeBack } from '#app/theory/take-back.server.ts';
import { TheoryHead } from '#app/theory/TheoryHead.tsx';
import { UndoForm } from '#app/theory/UndoForm.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';
import { lastChange, theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Theory of change: history');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const theory = await theoryOfProgramme(read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const asked = new URL(request.url).searchParams;
  const page = Number(asked.get('page') ?? 0);
  const look = {
    box: asked.get('box') || null,
    by: asked.get('by') || null,
    page: Number.isSafeInteger(page) && page > 0 ? page : 0,
  };
  const may = can(person, 'theory.edit', programme);
  return {
    programmeId: programme.id,
    theoryId: theory.id,
    title: theory.title,
    look,
    ...(await readHistory(read, programme.authorityId, theory, look)),
    ...(await stepsOf(read, person, theory.id)),
    last: await lastChange(read, programme.authorityId, theory.id),
    readOnly: may.yes ? null : may.reason,
  };
});

const HistoryForm = z.object({
  intent: z.enum(['take-back', 'do-again']),
  theoryId: z.string().min(1),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, HistoryForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const way = read.value.intent === 'take-back' ? 'undo' : 'redo';
  const { said } = await takeBack(person, programme.id, read.value.theoryId, way);
  return redirectSaying(request, links.theoryHistory(programme.id), said);
});

export default function TheoryHistory() {
  const page = useLoaderData<typeof loader>();
  const mayEdit = page.readOnly === null;
  return (
    <>
      <TheoryHead {...page} look={{}} view="history" />
      {mayEdit ? <UndoForm {...page} /> : null}
      <HistoryPage {...page} mayEdit={mayEdit} />
    </>
  );
}
