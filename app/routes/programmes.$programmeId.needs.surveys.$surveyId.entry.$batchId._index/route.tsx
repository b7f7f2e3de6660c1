import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { BatchForm } from '#app/survey/entry/batch.ts';
import { BatchPage } from '#app/survey/entry/BatchPage.tsx';
import { readBatch } from '#app/survey/entry/read-batch.server.ts';
import {
  changeBatch,
  closeBatch,
  finishEntering,
  removeBatch,
  reopenBatch,
} from '#app/survey/entry/run-batch.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Batch');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const found = await readBatch(person, programme, params.surveyId ?? '', params.batchId ?? '');
  const page = Number(new URL(request.url).searchParams.get('page'));
  return {
    programmeId: programme.id,
    mayEnter: can(person, 'answers.enter', programme),
    page: Number.isInteger(page) && page > 0 ? page : 0,
    ...found,
  };
});

const Change = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('finish') }),
  z.object({ intent: z.literal('close') }),
  z.object({ intent: z.literal('reopen') }),
  z.object({ intent: z.literal('remove') }),
  BatchForm.extend({ intent: z.literal('change'), version: z.coerce.number().int() }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.enter');
  const where = { surveyId: params.surveyId ?? '', batchId: params.batchId ?? '' };
  const here = links.batch(programme.id, where.surveyId, where.batchId);
  const read = await parseForm(request, Change);
  if (!read.ok) return badInput(read.problems, read.typed);
  switch (read.value.intent) {
    case 'finish': {
      const status = await finishEntering(person, programme, where);
      const said =
        status === 'closed'
          ? 'The batch is closed. Its answers are counted with the others.'
          : 'The sample is drawn. Somebody else enters these forms a second time.';
      return redirectSaying(request, here, said);
    }
    case 'close':
      await closeBatch(person, programme, where);
      return redirectSaying(request, here, 'The batch is closed.');
    case 'reopen':
      await reopenBatch(person, programme, where);
      return redirectSaying(request, here, 'The batch is open again.');
    case 'remove':
      await removeBatch(person, programme, where);
      return redirectSaying(
        request,
        links.batches(programme.id, where.surveyId),
        'The batch is removed.',
      );
    case 'change':
      await changeBatch(person, programme, where, read.value.version, read.value);
      return redirectSaying(request, here, 'Saved.');
  }
});

export default function Batch() {
  const answer = useActionData<typeof action>();
  return <BatchPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
