import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { can } from '#app/people/can.ts';
import { BatchList } from '#app/survey/entry/BatchList.tsx';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { batchesOf } from '#db/entry.ts';
import { theStore } from '#db/store.server.ts';
import { latestVersion } from '#db/survey.ts';

export const meta = () => titleOf('Answers entered by hand');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const survey = await surveyOf(read, programme, params.surveyId ?? '');
  const batches = await batchesOf(read, programme.authorityId, survey.id);
  return {
    programmeId: programme.id,
    survey: { id: survey.id, title: survey.title },
    everOpened: (await latestVersion(read, programme.authorityId, survey.id)) !== undefined,
    mayEnter: can(person, 'answers.enter', programme),
    batches: batches.map(({ batch, entered }) => ({
      id: batch.id,
      channel: batch.channel,
      place: batch.place,
      receivedOn: batch.receivedOn,
      expected: batch.expected,
      status: batch.status,
      entered,
    })),
  };
});

export default function Batches() {
  return <BatchList {...useLoaderData<typeof loader>()} />;
}
