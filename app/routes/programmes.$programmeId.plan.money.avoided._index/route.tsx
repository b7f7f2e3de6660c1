import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { AvoidedPage } from '#app/plan/money/AvoidedPage.tsx';
import { AvoidedForm } from '#app/plan/money/case-forms.ts';
import { starterFields } from '#app/plan/money/case-typed.ts';
import { keepAvoidedCost } from '#app/plan/money/keep-cases.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { avoidedCostsOf } from '#db/money-cases.ts';
import { theStore } from '#db/store.server.ts';
import { STARTER_COSTS } from '#templates/costs/index.ts';

export const meta = () => titleOf('Costs that may be avoided');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const avoided = await avoidedCostsOf(theStore().read, programme.authorityId);
  const taken = new Set(avoided.map(({ starter }) => starter));
  return {
    programmeId: programme.id,
    avoided,
    starters: STARTER_COSTS.filter(({ id }) => !taken.has(id)),
    mayEdit: can(person, 'plan.edit', programme),
  };
});

const Intent = z.discriminatedUnion('intent', [
  AvoidedForm.safeExtend({ intent: z.literal('add') }),
  z.object({ intent: z.literal('take-starter'), starter: z.string() }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const here = links.avoidedCosts(programme.id);
  const read = await parseForm(request, Intent);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { value } = read;
  if (value.intent === 'add') {
    const { intent: _, ...fields } = value;
    await keepAvoidedCost(person, null, fields);
    return redirectSaying(request, here, `“${value.what}” is on the list.`);
  }
  const starter = STARTER_COSTS.find(({ id }) => id === value.starter);
  if (!starter) throw new NotFound('cost');
  await keepAvoidedCost(person, null, starterFields(starter), starter.id);
  return redirectSaying(request, here, `“${starter.what}” is on the list.`);
});

export default function AvoidedRoute() {
  return (
    <AvoidedPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
  );
}
