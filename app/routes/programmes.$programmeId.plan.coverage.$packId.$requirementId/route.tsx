import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { judgeCoverage, withdrawJudgement } from '#app/plan/coverage/judge-coverage.server.ts';
import { RequirementIntent } from '#app/plan/lines/line-form.ts';
import { requirementKey } from '#app/plan/coverage/packs.ts';
import { readRequirement } from '#app/plan/coverage/read-requirement.server.ts';
import { RequirementPage } from '#app/plan/coverage/RequirementPage.tsx';
import { followedTitle } from '#app/plan/coverage/read-packs.server.ts';
import { tieEnds, untieEnds } from '#app/thread/tie.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = ({ params }: { params: { requirementId?: string } }) =>
  titleOf(`Requirement ${params.requirementId ?? ''}`);

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const page = await readRequirement(programme, params['packId'], params['requirementId']);
  return {
    programmeId: programme.id,
    page,
    mayEdit: can(person, 'plan.edit', programme),
    mayJudge: can(person, 'coverage.judge', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { packId = '', requirementId = '' } = params;
  const read = await parseForm(request, RequirementIntent);
  if (!read.ok) return badInput(read.problems, read.typed);
  const here = links.requirement(programme.id, packId, requirementId);
  const to = { kind: 'requirement', id: requirementKey(packId, requirementId) } as const;
  const form = read.value;
  switch (form.intent) {
    case 'judge':
      await judgeCoverage(person, programme.id, { packId, requirementId }, form);
      return redirectSaying(request, here, 'Your decision is recorded, with its reason.');
    case 'withdraw':
      await withdrawJudgement(person, programme.id, { packId, requirementId });
      return redirectSaying(request, here, 'The decision is withdrawn.');
    case 'tie': {
      const from = { kind: form.end.kind, id: form.end.id };
      await tieEnds(person, programme.id, { from, to }, await followedTitle(programme));
      return redirectSaying(request, here, 'It is tied to this requirement.');
    }
    case 'untie':
      await untieEnds(person, programme.id, { from: form.end, to });
      return redirectSaying(request, here, 'It is no longer tied to this requirement.');
  }
});

export default function RequirementRoute() {
  return (
    <RequirementPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
  );
}
