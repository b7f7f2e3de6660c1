import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { stamped } from '#app/theory/box-form.ts';
import {
  AddEvidenceForm,
  addingEvidence,
  valuesOfEvidence,
} from '#app/theory/evidence/evidence-form.ts';
import { AddEvidencePage } from '#app/theory/evidence/EvidencePage.tsx';
import { readEvidence } from '#app/theory/evidence/read-evidence.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { newId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Add evidence to the theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'theory.edit');
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const wanted = new URL(request.url).searchParams.get('on');
  const on = [...theory.boxes, ...theory.links].find(({ id }) => id === wanted)?.id ?? null;
  const { choices } = await readEvidence(programme, theory);
  const values = valuesOfEvidence({ on, more: {} });
  return { programmeId: programme.id, theory, choices, values, mark: newId() };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, AddEvidenceForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { theoryId, base, mark } = read.value;
  const sent = stamped(mark, addingEvidence(read.value));
  const arriving = { theoryId, baseSequence: base, sent };
  const reply = await applyOperations(person, programme.id, arriving);
  const problems = [
    ...reply.refused.map(({ message }) => ({ field: 'thread', message })),
    ...reply.conflicts.map(() => ({
      field: 'on',
      message: 'Somebody deleted what this is about. Choose something else',
    })),
  ];
  if (problems.length > 0) return badInput(problems, read.typed);
  return redirectSaying(request, links.theoryEvidenceList(programme.id), 'The evidence is added.');
});

export default function AddTheoryEvidence() {
  const page = useLoaderData<typeof loader>();
  return <AddEvidencePage {...page} answer={useActionData<typeof action>()} />;
}
