import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { ClusterPage } from '#app/needs/flags/ClusterPage.tsx';
import { ClusterForm } from '#app/needs/flags/pair-form.ts';
import { readCluster } from '#app/needs/flags/read-marked.server.ts';
import { reviewAnswers } from '#app/needs/flags/review-answers.server.ts';
import { can } from '#app/people/can.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.read');
  const { surveyId = '', cluster = '' } = params;
  return {
    programmeId: programme.id,
    found: await readCluster(person, programme, surveyId, cluster),
    mayReview: can(person, 'answers.review', programme),
  };
});

const DONE = {
  'set-aside': 'set aside. They stay, and results can be shown with them',
  keep: 'kept',
  undo: 'as they were before: nothing is decided on them',
} as const;

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.review');
  const { surveyId = '' } = params;
  const read = await parseForm(request, ClusterForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { intent, ids, reason } = read.value;
  await reviewAnswers(person, programme, surveyId, ids, intent, reason);
  const here = links.markedAnswers(programme.id, surveyId);
  return redirectSaying(request, here, `${many(ids.length, 'answer')} ${DONE[intent]}.`);
});

export const meta = () => titleOf('Marked answers');

export default function MarkedCluster() {
  const answer = useActionData<typeof action>();
  return <ClusterPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
