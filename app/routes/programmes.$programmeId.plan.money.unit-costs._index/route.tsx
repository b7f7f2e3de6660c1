import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { UnitForm } from '#app/plan/money/case-forms.ts';
import { keepUnitCost } from '#app/plan/money/keep-cases.server.ts';
import { readUnitCosts } from '#app/plan/money/read-benefit.server.ts';
import { readMoney } from '#app/plan/money/read-money.server.ts';
import { UnitCosts } from '#app/plan/money/UnitCosts.tsx';
import { yearsBetween } from '#app/plan/money/years.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Unit costs');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { accounts } = await readMoney(programme);
  return {
    programmeId: programme.id,
    units: await readUnitCosts(programme, accounts.items),
    years: yearsBetween(programme.startsOn, programme.endsOn),
    mayEdit: can(person, 'plan.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const read = await parseForm(request, UnitForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  await keepUnitCost(person, programme.id, null, read.value);
  return redirectSaying(request, links.unitCosts(programme.id), `“${read.value.what}” is added.`);
});

export default function UnitCostsRoute() {
  return <UnitCosts {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
