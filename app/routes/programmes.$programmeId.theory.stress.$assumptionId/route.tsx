import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { insistedOn, stamped } from '#app/theory/box-form.ts';
import {
  assumptionsOf,
  doubtsBeside,
  evidenceBeside,
  neighbours,
} from '#app/theory/stress/assumptions.ts';
import { AssumptionPage } from '#app/theory/stress/AssumptionPage.tsx';
import { readStress } from '#app/theory/stress/read-stress.server.ts';
import {
  answering as answeringIt,
  holderOf,
  StressForm,
  valuesOfStress,
} from '#app/theory/stress/stress-form.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { newId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('An assumption of the theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const id = params['assumptionId'] ?? '';
  const { assumptions, evidence, doubts } = await readStress(programme, theory);
  const assumption = assumptions.find((each) => each.id === id);
  if (assumption === undefined) throw new NotFound('assumption');
  const mayEdit = can(person, 'theory.edit', programme);
  return {
    programmeId: programme.id,
    theory: { id: theory.id, sequence: theory.sequence },
    assumption,
    ...neighbours(assumptions, id),
    all: assumptions.length,
    evidence: evidenceBeside(assumption, evidence),
    doubts: doubtsBeside(theory, assumption, doubts),
    values: valuesOfStress(holderOf(theory, id) ?? { more: {} }),
    mark: newId(),
    readOnly: mayEdit.yes ? null : mayEdit.reason,
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, StressForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const form = read.value;
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw new NotFound('theory of change');
  const id = params['assumptionId'] ?? '';
  const by = { by: person.name, on: dayOf(new Date()) };
  const operations =
    form.intent === 'settle' ? insistedOn(form) : answeringIt(theory, id, form, by);
  const sent = stamped(form.mark, operations);
  const arriving = { theoryId: form.theoryId, baseSequence: form.base, sent };
  const reply = await applyOperations(person, programme.id, arriving);
  if (reply.conflicts.length > 0) {
    return { problems: [], typed: read.typed, conflicts: reply.conflicts };
  }
  const next = neighbours(assumptionsOf(theory), id).next;
  const onward = form.intent === 'answer-next' && next !== null;
  const to = onward ? links.stressOf(programme.id, next) : links.stressTest(programme.id);
  return redirectSaying(request, to, 'Your answer is kept.');
});

export default function TheoryAssumption() {
  const page = useLoaderData<typeof loader>();
  return <AssumptionPage {...page} answer={useActionData<typeof action>()} />;
}
