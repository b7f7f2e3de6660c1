import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { costDifferences, CostIntent } from '#app/plan/money/cost-form.ts';
import { CostPage } from '#app/plan/money/CostPage.tsx';
import { afterCost, costPage, sayPaidFrom } from '#app/plan/money/costs-pages.ts';
import { editCost, removeCost } from '#app/plan/money/keep-costs.server.ts';
import { readMoney } from '#app/plan/money/read-money.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = ({ data: page }: { data?: { cost: { what: string } | null } | undefined }) =>
  titleOf(page?.cost?.what ?? 'Cost');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const money = await readMoney(programme);
  const cost = money.costs.find(({ id }) => id === params['costId']);
  if (!cost) throw new NotFound('cost');
  return costPage(programme, money, cost, '', can(person, 'plan.edit', programme));
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const costId = params['costId'] ?? '';
  const read = await parseForm(request, CostIntent);
  if (!read.ok) return badInput(read.problems, read.typed);
  if (read.value.intent === 'remove') {
    const { what } = await removeCost(person, programme.id, costId);
    return redirectSaying(request, links.costs(programme.id), `“${what}” is removed.`);
  }
  const kept = await editCost(person, programme.id, costId, read.value);
  switch (kept.outcome) {
    case 'saved':
      return redirectSaying(
        request,
        afterCost(programme.id, read.value.lineId),
        'The cost is saved.',
      );
    case 'refused':
      return badInput([kept.refused], read.typed);
    case 'changed-meanwhile': {
      const { lines, streams } = await readMoney(programme);
      const differences = costDifferences(read.value, kept.theirs, {
        line: (id) => lines.find((line) => line.id === id)?.title ?? 'The whole programme',
        stream: (id) => sayPaidFrom(id, streams),
      });
      const message = 'Somebody else saved this cost first: compare, and save again';
      const problems = [{ field: 'what', message }];
      const { version } = kept.theirs;
      return data({ problems, typed: read.typed, differences, version }, { status: 409 });
    }
  }
});

export default function CostRoute() {
  return <CostPage page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
