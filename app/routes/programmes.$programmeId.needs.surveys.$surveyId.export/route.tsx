import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { can } from '#app/people/can.ts';
import { TakeAnswers } from '#app/survey/export/TakeAnswers.tsx';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Take the answers away');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { id, title } = await surveyOf(theStore().read, programme, params.surveyId ?? '');
  const may = can(person, 'answers.export', programme);
  return { programmeId: programme.id, survey: { id, title }, may };
});

export default function ExportAnswersPage() {
  return <TakeAnswers {...useLoaderData<typeof loader>()} />;
}
