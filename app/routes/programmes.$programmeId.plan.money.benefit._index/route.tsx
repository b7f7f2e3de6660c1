import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { BenefitPage } from '#app/plan/money/BenefitPages.tsx';
import { CaseForm } from '#app/plan/money/case-forms.ts';
import { firstValues } from '#app/plan/money/case-typed.ts';
import { viewOf } from '#app/plan/money/case-view.ts';
import { keepCase } from '#app/plan/money/keep-cases.server.ts';
import { readBenefit } from '#app/plan/money/read-benefit.server.ts';
import { readMoney } from '#app/plan/money/read-money.server.ts';
import { yearsBetween } from '#app/plan/money/years.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { PUBLISHED_RESULTS } from '#templates/costs/index.ts';

export const meta = () => titleOf('What the plan may save');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { accounts } = await readMoney(programme);
  const { cases } = await readBenefit(programme, accounts.items);
  const years = yearsBetween(programme.startsOn, programme.endsOn);
  return {
    programmeId: programme.id,
    cases: cases.map(viewOf),
    published: PUBLISHED_RESULTS,
    years,
    values: firstValues(years),
    mayEdit: can(person, 'plan.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const read = await parseForm(request, CaseForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const kept = await keepCase(person, programme.id, null, read.value);
  const to =
    kept.outcome === 'saved'
      ? links.benefitCase(programme.id, kept.id)
      : links.benefit(programme.id);
  return redirectSaying(request, to, `“${read.value.name}” is added.`);
});

export default function BenefitRoute() {
  return (
    <BenefitPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
  );
}
