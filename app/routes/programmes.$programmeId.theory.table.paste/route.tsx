import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { Stamp, stamped } from '#app/theory/box-form.ts';
import { BOX_TYPES } from '#app/theory/graph.ts';
import { operationsOfPaste, readPaste } from '#app/theory/table/paste.ts';
import { PastePage } from '#app/theory/table/PastePage.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import { newId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

const PasteForm = z.object({
  intent: z.enum(['look', 'add']),
  ...Stamp,
  type: z.enum(BOX_TYPES, 'Choose a type from the list'),
  text: z
    .string('Paste some rows')
    .min(1, 'Paste some rows')
    .max(500_000, 'Paste fewer rows at once'),
});

export const meta = () => titleOf('Paste rows into the theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'theory.edit');
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  return { programmeId: programme.id, theory, mark: newId() };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, PasteForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { intent, text, type, mark, base, theoryId } = read.value;
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory?.id !== theoryId) throw new NotFound('theory of change');
  const { rows, problems } = readPaste(text, theory, type);
  if (problems.length > 0) {
    const told = problems.slice(0, 20).map(({ line, message }) => `Line ${line}: ${message}`);
    return badInput(
      told.map((message) => ({ field: 'text', message })),
      read.typed,
    );
  }
  if (intent === 'look') return { problems: [], typed: read.typed, rows };
  const sent = stamped(mark, operationsOfPaste(theory, rows, mark));
  const reply = await applyOperations(person, programme.id, { theoryId, baseSequence: base, sent });
  const refused = reply.refused.map(({ message }) => ({ field: 'text', message }));
  if (refused.length > 0) return badInput(refused, read.typed);
  const added = rows.findIndex(({ passed }) => passed === null);
  const box = added === -1 ? undefined : `${mark}-p${added}`;
  const count = rows.filter(({ passed }) => passed === null).length;
  const said = `${many(count, 'box is', 'boxes are')} added.`;
  return redirectSaying(request, links.theoryView(programme.id, 'table', { box }), said);
});

export default function PasteIntoTheory() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <PastePage {...page} answer={answer} />;
}
