import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { fixGap } from '#app/plan/thread/fix-gaps.server.ts';
import { FixForm } from '#app/plan/thread/fix-form.ts';
import { GapsPage } from '#app/plan/thread/GapsPage.tsx';
import { readGaps } from '#app/plan/thread/read-gaps.server.ts';
import { kindsToTie } from '#app/thread/rights.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Delivery plan: needs and lines');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const query = new URL(request.url).searchParams;
  return {
    programmeId: programme.id,
    gaps: await readGaps(programme),
    open: query.get('line') ?? query.get('need'),
    mayEdit: can(person, 'plan.edit', programme),
    mayStand: kindsToTie(person, programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const read = await parseForm(request, FixForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { said, lineId } = await fixGap(person, programme, read.value);
  const next =
    lineId === undefined ? links.planThread(programme.id) : links.planLine(programme.id, lineId);
  return redirectSaying(request, next, said);
});

export default function PlanThreadRoute() {
  const page = useLoaderData<typeof loader>();
  return <GapsPage {...page} answer={useActionData<typeof action>()} />;
}
