import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { driftOf } from '#app/plan/lines/drift.ts';
import { DriftIntent } from '#app/plan/lines/drift-form.ts';
import { DriftPage } from '#app/plan/lines/DriftPage.tsx';
import { followTheory, letDriftStand, takeUpDrift } from '#app/plan/lines/settle-drift.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { keptDriftOf } from '#db/plan-follow.ts';
import { linesOf } from '#db/plan-lines.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Where plan and theory differ');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { authorityId, id } = programme;
  const { read } = theStore();
  const theory = await theoryOfProgramme(read, authorityId, id);
  const kept = await keptDriftOf(read, authorityId, id);
  const lines = await linesOf(read, authorityId, id);
  return {
    programmeId: id,
    drift: driftOf(lines, theory ?? { boxes: [], links: [] }, kept),
    mayEdit: can(person, 'plan.edit', programme),
    standing: new URL(request.url).searchParams.get('stand') ?? '',
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const read = await parseForm(request, DriftIntent);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { value } = read;
  const here = links.planDrift(programme.id);
  if (value.intent === 'take-up') {
    await takeUpDrift(person, programme.id, value.key);
    return redirectSaying(request, here, 'The difference is open again.');
  }
  const settled =
    value.intent === 'follow'
      ? await followTheory(person, programme.id, value.key, value.says)
      : await letDriftStand(person, programme.id, value);
  const done =
    value.intent === 'follow' ? 'The plan follows the theory.' : 'The difference stands.';
  const said =
    settled === 'settled'
      ? done
      : 'The plan or the theory changed meanwhile, and nothing was saved: look again.';
  return redirectSaying(request, here, said);
});

export default function DriftRoute() {
  return (
    <DriftPage page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
  );
}
