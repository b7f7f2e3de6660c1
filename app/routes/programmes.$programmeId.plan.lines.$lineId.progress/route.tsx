import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { reportForm } from '#app/plan/lines/progress.ts';
import { ProgressPage } from '#app/plan/lines/ProgressPage.tsx';
import { reportProgress } from '#app/plan/lines/report-progress.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { reportsOf } from '#db/plan-follow.ts';
import { lineById } from '#db/plan-lines.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Report how a plan line goes');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'plan.edit');
  const { authorityId, id } = programme;
  const { read } = theStore();
  const line = await lineById(read, authorityId, id, params['lineId'] ?? '');
  if (!line) throw new NotFound('plan line');
  return {
    programmeId: id,
    line: { id: line.id, title: line.title, status: line.status, progress: line.progress },
    reports: await reportsOf(read, authorityId, id, line.id),
    today: dayOf(new Date()),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const lineId = params['lineId'] ?? '';
  const read = await parseForm(request, reportForm(dayOf(new Date())));
  if (!read.ok) return badInput(read.problems, read.typed);
  await reportProgress(person, programme.id, lineId, read.value);
  return redirectSaying(request, links.planLine(programme.id, lineId), 'The report is saved.');
});

export default function ProgressRoute() {
  return (
    <ProgressPage page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
  );
}
