import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { whatFamiliesSaid } from '#app/panel/answer/say-about.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { readDriftOfBox } from '#app/plan/lines/read-drift.server.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { BoxForm, stamped, wantedOfBox } from '#app/theory/box-form.ts';
import { BoxPage } from '#app/theory/BoxPage.tsx';
import { removalTold } from '#app/theory/conflict.ts';
import { readEvidence } from '#app/theory/evidence/read-evidence.server.ts';
import type { Theory } from '#app/theory/graph.ts';
import { openPage } from '#app/theory/live/follow-theory.server.ts';
import { readMeasures } from '#app/theory/measures/read-measures.server.ts';
import { wayBack } from '#app/theory/looked-at.ts';
import { beside } from '#app/theory/reorder.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { newId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';
import { removalOf, theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Change a box of the theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const id = params['boxId'] ?? '';
  const { evidence } = await readEvidence(programme, theory);
  const measures = await readMeasures(programme, theory);
  const families = await whatFamiliesSaid(programme, { kind: 'box', id });
  const there = theory.boxes.find(({ id }) => id === params['boxId']);
  if (there !== undefined) {
    return {
      programmeId: programme.id,
      theory,
      box: there,
      removed: null,
      drift: await readDriftOfBox(programme, theory, there),
      alsoOpen: openPage(person, theory.id, id),
      mark: newId(),
      families,
      evidence,
      measures,
    };
  }
  // A box that somebody deleted is still shown to whoever was changing it: nothing typed is lost.
  const removed = await removedBox(programme.authorityId, theory, params['boxId'] ?? '');
  return {
    programmeId: programme.id,
    theory,
    ...removed,
    drift: [],
    alsoOpen: [],
    mark: newId(),
    families,
    evidence,
    measures,
  };
});

async function removedBox(authorityId: string, theory: Theory, id: string) {
  const removal = await removalOf(theStore().read, authorityId, theory.id, id);
  const box = removal?.inverse.flatMap((back) => (back.kind === 'addBox' ? [back.box] : []))[0];
  if (removal === undefined || box?.id !== id) throw new NotFound('box');
  return { box, removed: removalTold(removal, theory) };
}

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, BoxForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const form = read.value;
  const boxId = params['boxId'] ?? '';
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw new NotFound('theory of change');
  const wanted = wantedOfBox(theory, boxId, form);
  const reply = await applyOperations(person, programme.id, {
    theoryId: form.theoryId,
    baseSequence: form.base,
    sent: stamped(form.mark, wanted.operations),
  });
  const problems = reply.refused.map(({ message }) => ({ field: wanted.field, message }));
  if (problems.length > 0) return badInput(problems, read.typed);
  if (reply.conflicts.length > 0) {
    return { problems: [], typed: read.typed, conflicts: reply.conflicts };
  }
  // The focus goes to the box, or to one beside it when it is deleted.
  const box = form.intent === 'remove' ? (beside(theory, boxId) ?? undefined) : boxId;
  return redirectSaying(request, wayBack(programme.id, request.url, { box }), wanted.said);
});

export default function TheoryBox() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <BoxPage {...page} answer={answer} />;
}
