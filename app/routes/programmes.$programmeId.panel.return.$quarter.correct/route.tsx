import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { CorrectLine } from '#app/panel/participation/CorrectLine.tsx';
import { quarterNamed } from '#app/panel/participation/quarters.ts';
import { mayCorrect } from '#app/panel/participation/return.ts';
import { correctLine } from '#app/panel/participation/run-return.server.ts';
import { readReturn } from '#app/panel/participation/read-return.server.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Correct a figure');

const lineOf = (request: Request) => new URL(request.url).searchParams.get('line') ?? '';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'return.prepare');
  const quarter = quarterNamed(params['quarter'] ?? '');
  if (!quarter) throw new NotFound('quarter');
  const { now, row } = await readReturn(theStore().read, programme, quarter);
  const line = now.lines.find((one) => one.line === lineOf(request));
  if (!line || !mayCorrect(line) || row?.submittedAt) throw new NotFound('line to correct');
  return { programmeId: programme.id, quarter, line };
});

const reason = z.string().max(300, 'The reason must be 300 characters or fewer');
const Change = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('correct'),
    value: z
      .string()
      .regex(/^\d{1,6}$/, 'Enter a whole number, 0 or more')
      .transform(Number),
    reason: reason.min(1, 'Say why the figure is another'),
  }),
  z.object({ intent: z.literal('undo') }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'return.prepare');
  const quarter = quarterNamed(params['quarter'] ?? '');
  if (!quarter) throw new NotFound('quarter');
  const read = await parseForm(request, Change);
  if (!read.ok) return badInput(read.problems, read.typed);
  const change = read.value;
  const correction =
    change.intent === 'correct' ? change : { value: null, reason: 'The counted figure stands' };
  try {
    const { value, reason: why } = correction;
    await correctLine(person, programme, quarter, lineOf(request), { value, reason: why });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }], read.typed);
  }
  const back = links.participationReturn(programme.id, quarter);
  return redirectSaying(request, back, 'The figure is corrected.');
});

export default function Correct() {
  const answer = useActionData<typeof action>();
  return <CorrectLine {...useLoaderData<typeof loader>()} answer={answer} />;
}
