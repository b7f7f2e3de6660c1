import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { stamped } from '#app/theory/box-form.ts';
import { removalTold } from '#app/theory/conflict.ts';
import type { Theory } from '#app/theory/graph.ts';
import {
  MeasureForm,
  valuesOfMeasure,
  wantedOfMeasure,
} from '#app/theory/measures/measure-form.ts';
import { ChangeMeasurePage } from '#app/theory/measures/MeasureFormPages.tsx';
import { keptValues } from '#app/theory/measures/read-measures.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { newId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';
import { removalOf, theoryOfProgramme } from '#db/theory.ts';
import { libraryMeasure, sharedOutcomeMeasures } from '#templates/measures/index.ts';

export const meta = () => titleOf('Change a measure of the theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'theory.edit');
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const { piece, removed } = await pieceNamed(programme.authorityId, theory, params['measureId']);
  const figures = await keptValues(programme, theory);
  return {
    programmeId: programme.id,
    measureId: piece.id,
    theory,
    values: valuesOfMeasure(piece),
    from: libraryMeasure(piece.more['library'] ?? '') ?? null,
    shared: sharedOutcomeMeasures,
    figures: figures.filter(({ measureId }) => measureId === piece.id).length,
    removed,
    mark: newId(),
  };
});

/** What somebody deleted is still shown to whoever was changing it: nothing typed is lost. */
async function pieceNamed(authorityId: string, theory: Theory, id = '') {
  const piece = theory.pieces.find((each) => each.id === id && each.kind === 'measure');
  if (piece !== undefined) return { piece, removed: null };
  const removal = await removalOf(theStore().read, authorityId, theory.id, id);
  const was = removal?.inverse
    .flatMap((back) => (back.kind === 'addPiece' ? [back.piece] : []))
    .find((each) => each.id === id && each.kind === 'measure');
  if (removal === undefined || was === undefined) throw new NotFound('measure');
  return { piece: was, removed: removalTold(removal, theory) };
}

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, MeasureForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { theoryId, base, mark, intent } = read.value;
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw new NotFound('theory of change');
  const measureId = params['measureId'] ?? '';
  const wanted = wantedOfMeasure(theory, measureId, read.value);
  const sent = stamped(mark, wanted.operations);
  const arriving = { theoryId, baseSequence: base, sent };
  const reply = await applyOperations(person, programme.id, arriving);
  const problems = reply.refused.map(({ message }) => ({ field: 'label', message }));
  if (problems.length > 0) return badInput(problems, read.typed);
  if (reply.conflicts.length > 0) {
    return { problems: [], typed: read.typed, conflicts: reply.conflicts };
  }
  const stays = intent !== 'remove';
  const to = stays ? links.measure(programme.id, measureId) : links.measures(programme.id);
  return redirectSaying(request, to, wanted.said);
});

export default function ChangeMeasure() {
  const page = useLoaderData<typeof loader>();
  return <ChangeMeasurePage {...page} answer={useActionData<typeof action>()} />;
}
