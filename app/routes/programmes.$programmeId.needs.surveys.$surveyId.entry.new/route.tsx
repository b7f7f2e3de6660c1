import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { BatchForm, ENTRY_CHANNELS } from '#app/survey/entry/batch.ts';
import { BatchFieldsForm } from '#app/survey/entry/BatchFields.tsx';
import { openBatch } from '#app/survey/entry/run-batch.server.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Start a batch');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'answers.enter');
  const survey = await surveyOf(theStore().read, programme, params.surveyId ?? '');
  const asked = new URL(request.url).searchParams.get('channel');
  return {
    programmeId: programme.id,
    survey: { id: survey.id, title: survey.title },
    channel: ENTRY_CHANNELS.find((channel) => channel === asked) ?? 'paper',
    today: dayOf(new Date()),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.enter');
  const surveyId = params.surveyId ?? '';
  const read = await parseForm(request, BatchForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  if (read.value.receivedOn > dayOf(new Date())) {
    const message = 'The day on which they were received cannot be in the future';
    return badInput([{ field: 'receivedOn', message }], read.typed);
  }
  const batchId = await openBatch(person, programme, surveyId, read.value);
  const to = links.enterForm(programme.id, surveyId, batchId);
  return redirectSaying(request, to, 'The batch is started. Enter the first form.');
});

export default function NewBatch() {
  const { programmeId, survey, channel, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values = { channel, place: '', receivedOn: today, expected: '', sampleShare: '10' };
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.survey(programmeId, survey.id), words: survey.title },
          { href: links.batches(programmeId, survey.id), words: 'Answers entered by hand' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={survey.title}>Start a batch</Heading>
      <Form>
        <BatchFieldsForm answer={answer} values={values} channel share />
        <Button>Start the batch</Button>
      </Form>
    </>
  );
}
