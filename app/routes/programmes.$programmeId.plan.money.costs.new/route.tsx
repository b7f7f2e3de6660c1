import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { CostForm } from '#app/plan/money/cost-form.ts';
import { CostPage } from '#app/plan/money/CostPage.tsx';
import { afterCost, costPage } from '#app/plan/money/costs-pages.ts';
import { addCost } from '#app/plan/money/keep-costs.server.ts';
import { readMoney } from '#app/plan/money/read-money.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Add a cost');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const lineId = new URL(request.url).searchParams.get('line') ?? '';
  const money = await readMoney(programme);
  return costPage(programme, money, null, lineId, can(person, 'plan.edit', programme));
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const read = await parseForm(request, CostForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const kept = await addCost(person, programme.id, read.value);
  switch (kept.outcome) {
    case 'saved': {
      const back = afterCost(programme.id, read.value.lineId);
      return redirectSaying(request, back, `“${read.value.what}” is added.`);
    }
    case 'refused':
      return badInput([kept.refused], read.typed);
    case 'changed-meanwhile':
      throw new Conflict();
  }
});

export default function NewCostRoute() {
  return <CostPage page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
