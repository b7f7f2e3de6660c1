import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { OutreachForm } from '#app/survey/entry/batch.ts';
import { openBatch } from '#app/survey/entry/run-batch.server.ts';
import { TakeTabletOut } from '#app/survey/outreach/TakeTabletOut.tsx';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { stateOn } from '#app/survey/survey.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { batchesOf } from '#db/entry.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Take a tablet out');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'answers.enter');
  const { read } = theStore();
  const survey = await surveyOf(read, programme, params.surveyId ?? '');
  const batches = await batchesOf(read, programme.authorityId, survey.id);
  return {
    programmeId: programme.id,
    survey: { id: survey.id, title: survey.title, state: stateOn(survey, dayOf(new Date())) },
    batches: batches
      .filter(({ batch }) => batch.channel === 'outreach' && batch.status === 'open')
      .map(({ batch, entered }) => ({
        id: batch.id,
        place: batch.place,
        receivedOn: batch.receivedOn,
        entered,
      })),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.enter');
  const read = await parseForm(request, OutreachForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const batchId = await openBatch(person, programme, params.surveyId ?? '', {
    channel: 'outreach',
    place: read.value.place,
    receivedOn: dayOf(new Date()),
    expected: null,
    sampleShare: 0,
  });
  return redirect(links.tablet(batchId));
});

export default function Outreach() {
  const answer = useActionData<typeof action>();
  return <TakeTabletOut {...useLoaderData<typeof loader>()} answer={answer} />;
}
