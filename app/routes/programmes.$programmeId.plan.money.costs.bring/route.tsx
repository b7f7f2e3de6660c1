import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { BringForm, checkCosts } from '#app/plan/money/bring-costs.server.ts';
import { BringCosts } from '#app/plan/money/BringCosts.tsx';
import { bringCosts } from '#app/plan/money/keep-costs.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

export const meta = () => titleOf('Bring costs in');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'plan.edit');
  return { programmeId: programme.id };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const sent = await parseForm(request, BringForm);
  if (!sent.ok) return badInput(sent.problems, sent.typed);
  const checked = await checkCosts(programme, sent.value);
  if (!checked.ok || sent.value.intent === 'check') return checked.answer;
  const kept = await bringCosts(person, programme.id, checked.costs);
  if (!kept.ok) return badInput([{ field: 'text', message: kept.refused.message }], sent.typed);
  const words = `${many(kept.count, 'cost is', 'costs are')} in the plan.`;
  return redirectSaying(request, links.costs(programme.id), words);
});

export default function BringCostsRoute() {
  const { programmeId } = useLoaderData<typeof loader>();
  return <BringCosts programmeId={programmeId} answer={useActionData<typeof action>()} />;
}
