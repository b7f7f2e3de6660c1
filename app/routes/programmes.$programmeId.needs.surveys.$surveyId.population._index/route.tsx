import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { summaryOf } from '#app/needs/file-problems.ts';
import {
  copyPopulation,
  importPopulation,
  readPopulation,
} from '#app/needs/missing/population-pages.server.ts';
import { PopulationPage } from '#app/needs/missing/PopulationPage.tsx';
import { can } from '#app/people/can.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

const CHOOSE = 'Choose a file of figures';
const Bring = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('file'),
    file: z.instanceof(File, { error: CHOOSE }).refine((file) => file.size > 0, CHOOSE),
  }),
  z.object({ intent: z.literal('copy'), from: z.string('Select a survey') }),
]);

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  return {
    programmeId: programme.id,
    ...(await readPopulation(programme, params['surveyId'] ?? '')),
    mayEdit: can(person, 'weights.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'weights.edit');
  const surveyId = params['surveyId'] ?? '';
  const here = links.population(programme.id, surveyId);
  const read = await parseForm(request, Bring);
  if (!read.ok) return badInput(read.problems, read.typed);
  if (read.value.intent === 'copy') {
    const copied = await copyPopulation(person, programme, surveyId, read.value.from);
    if (copied === 0) {
      const message = 'No question of that survey with figures is asked here with the same answers';
      return badInput([{ field: 'from', message }], read.typed);
    }
    return redirectSaying(request, here, `Figures for ${many(copied, 'question')} are copied.`);
  }
  const { file } = read.value;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const came = await importPopulation(person, programme, surveyId, bytes);
  if (!came.ok) {
    const problems = [summaryOf(came.problems, 'file')];
    const lines = came.problems.map(({ line, message }) => ({
      line,
      message: line > 0 ? `Line ${line}: ${message}.` : message,
    }));
    return data({ problems, typed: {}, file: file.name, lines }, { status: 422 });
  }
  return redirectSaying(request, here, `Figures for ${many(came.questions, 'question')} are in.`);
});

export const meta = () => titleOf('What families here look like');

export default function Population() {
  const answer = useActionData<typeof action>();
  return <PopulationPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
