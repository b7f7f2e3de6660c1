import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { costsPage } from '#app/plan/money/costs-pages.ts';
import { CostsPage } from '#app/plan/money/CostsPage.tsx';
import { takeOutCosts } from '#app/plan/money/keep-costs.server.ts';
import { readMoney } from '#app/plan/money/read-money.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

export const meta = () => titleOf('Costs');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const asked = new URL(request.url).searchParams.get('page');
  const money = await readMoney(programme);
  return costsPage(programme, money, asked, can(person, 'plan.edit', programme));
});

const TakeOut = z.object({ intent: z.literal('take-out'), batch: z.string().min(1) });

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const read = await parseForm(request, TakeOut);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { count } = await takeOutCosts(person, programme.id, read.value.batch);
  const words = `${many(count, 'cost is', 'costs are')} taken out again.`;
  return redirectSaying(request, links.costs(programme.id), words);
});

export default function CostsRoute() {
  return <CostsPage page={useLoaderData<typeof loader>()} />;
}
