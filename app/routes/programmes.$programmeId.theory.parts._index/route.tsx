import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { stamped } from '#app/theory/box-form.ts';
import { newPart, NewPartForm } from '#app/theory/part-form.ts';
import { sharing } from '#app/theory/parts.ts';
import { NewPart, PartsTable, SharedTable } from '#app/theory/PartsPage.tsx';
import { TheoryHead } from '#app/theory/TheoryHead.tsx';
import { ErrorSummary } from '#app/ui/Form.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { newId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Parts of the theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const may = can(person, 'theory.edit', programme);
  return {
    programmeId: programme.id,
    theory,
    shared: sharing(theory),
    readOnly: may.yes ? null : may.reason,
    mark: newId(),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, NewPartForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { theoryId, base, mark } = read.value;
  // The id follows from the page, so that sending it twice makes one part.
  const sent = stamped(mark, [newPart(`part-${mark}`, read.value)]);
  await applyOperations(person, programme.id, { theoryId, baseSequence: base, sent });
  const there = links.theoryPart(programme.id, `part-${mark}`);
  return redirectSaying(request, there, 'The part is made. Now tick its boxes.');
});

export default function TheoryParts() {
  const { programmeId, theory, shared, readOnly, mark } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <TheoryHead programmeId={programmeId} title={theory.title} view="parts" readOnly={readOnly} />
      <PartsTable programmeId={programmeId} theory={theory} mayEdit={readOnly === null} />
      <SharedTable theory={theory} shared={shared} />
      {readOnly === null ? <NewPart theory={theory} mark={mark} answer={answer} /> : null}
    </>
  );
}
