import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import type { Programme } from '#db/people.ts';
import { NotFound } from '#app/people/errors.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { stamped } from '#app/theory/box-form.ts';
import { Conflicts } from '#app/theory/Conflicts.tsx';
import { PartForm, wantedOfPart } from '#app/theory/part-form.ts';
import { partsOf } from '#app/theory/parts.ts';
import { EditPart } from '#app/theory/PartsPage.tsx';
import { ErrorSummary } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { newId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('A part of the theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'theory.edit');
  const { theory, part } = await partAt(programme, params['partId'] ?? '');
  return { programmeId: programme.id, theory, part, mark: newId() };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, PartForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { theory, part } = await partAt(programme, params['partId'] ?? '');
  const piece = theory.pieces.find(({ id }) => id === part.id);
  if (piece === undefined) throw new NotFound('part');
  const wanted = wantedOfPart(theory, piece, read.value);
  if (wanted.problem !== undefined) return badInput([wanted.problem], read.typed);
  const { theoryId, base, mark } = read.value;
  const arriving = { theoryId, baseSequence: base, sent: stamped(mark, wanted.operations) };
  const { conflicts } = await applyOperations(person, programme.id, arriving);
  if (conflicts.length > 0) return { problems: [], typed: read.typed, conflicts };
  return redirectSaying(request, links.theoryParts(programme.id), wanted.said);
});

async function partAt(programme: Programme, partId: string) {
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  const part = theory && partsOf(theory).find(({ id }) => id === partId);
  if (theory === undefined || part === undefined) throw new NotFound('part');
  return { theory, part };
}

export default function TheoryPart() {
  const { programmeId, theory, part, mark } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const conflicts = answer !== undefined && 'conflicts' in answer ? answer.conflicts : [];
  return (
    <>
      <Breadcrumbs
        trail={[{ href: links.theoryParts(programmeId), words: 'Parts of the theory' }]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption="Part of the theory">{part.name}</Heading>
      <Conflicts conflicts={conflicts} theory={theory} mark={mark} />
      <EditPart theory={theory} part={part} mark={mark} answer={answer} />
    </>
  );
}
