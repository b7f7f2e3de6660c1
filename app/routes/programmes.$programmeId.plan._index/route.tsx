import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { findLines, readAsked } from '#app/plan/lines/find-lines.ts';
import { PlanLines } from '#app/plan/lines/PlanLines.tsx';
import { planFromActivities } from '#app/plan/lines/plan-from-activities.server.ts';
import { planPage } from '#app/plan/lines/plan-page.ts';
import { readPlan } from '#app/plan/read-plan.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

export const meta = () => titleOf('Delivery plan');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const page = planPage(await readPlan(programme));
  const asked = readAsked(new URL(request.url).searchParams);
  const { groups, ...found } = findLines(page.groups, asked);
  const owners = page.groups.flatMap(({ rows }) => rows.map(({ owner }) => owner));
  return {
    programmeId: programme.id,
    page: { ...page, groups },
    finding: {
      ...found,
      asked,
      owners: [...new Set(owners)].filter((owner) => owner !== '').sort(),
    },
    mayEdit: can(person, 'plan.edit', programme),
  };
});

/** One button: plan lines from the activities that have none. */
export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  await checkedForm(request);
  const { made, already } = await planFromActivities(person, programme.id);
  const skipped =
    already === 0 ? '' : ` ${many(already, 'activity', 'activities')} had one already.`;
  const said =
    made === 0
      ? 'Every activity of the theory has a plan line already.'
      : `${many(made, 'plan line is', 'plan lines are')} made.${skipped}`;
  return redirectSaying(request, links.plan(programme.id), said);
});

export default function PlanRoute() {
  return <PlanLines {...useLoaderData<typeof loader>()} />;
}
