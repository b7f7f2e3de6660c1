import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { mayRead } from '#app/people/note-reading.server.ts';
import { Ticked } from '#app/themes/found.ts';
import { readSample } from '#app/themes/read-sample.server.ts';
import { settleDifference } from '#app/themes/second-coding.server.ts';
import { SamplePage } from '#app/themes/SecondPages.tsx';
import { titleOf } from '#app/ui/Page.tsx';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const closely = mayRead(person, 'answers.read', programme).yes;
  return {
    programmeId: programme.id,
    ...(await readSample(programme, params['sampleId'] ?? '', person.id, closely)),
    mayEdit: can(person, 'themes.edit', programme),
  };
});

const SettleForm = z.object({ item: z.string().max(64), theme: Ticked });

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'themes.edit');
  const read = await parseForm(request, SettleForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const sampleId = params['sampleId'] ?? '';
  await settleDifference(person, programme, sampleId, read.value.item, read.value.theme);
  const here = links.secondSample(programme.id, sampleId);
  return redirectSaying(request, here, 'The difference is settled.');
});

export const meta = () => titleOf('Second coding');

export default function Sample() {
  const answer = useActionData<typeof action>();
  return <SamplePage {...useLoaderData<typeof loader>()} problems={answer?.problems} />;
}
