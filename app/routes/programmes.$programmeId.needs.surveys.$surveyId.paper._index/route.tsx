import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links as to } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { Day } from '#app/people/programme.ts';
import { languageOf } from '#app/survey/languages/languages.ts';
import { keepPaper, languagesOf, paperSurvey } from '#app/survey/print/paper-of.server.ts';
import { PaperPage } from '#app/survey/print/PaperPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Paper forms');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const paper = await paperSurvey(programme, params.surveyId ?? '');
  const states = await languagesOf(programme, paper);
  const { survey } = paper;
  return {
    programmeId: programme.id,
    survey: { id: survey.id, title: survey.title },
    version: paper.version,
    languages: paper.offered.map((code) => {
      const state = states.find(({ language }) => language.code === code);
      return { ...languageOf(code), checked: code === 'en' || (state?.check ?? null) !== null };
    }),
    returnAddress: paper.returnAddress,
    returnBy: paper.returnBy ?? '',
    mayEdit: can(person, 'survey.edit', programme),
  };
});

const Paper = z.object({
  returnAddress: z
    .string()
    .max(400, 'The address must be 400 characters or fewer')
    .refine((text) => text.split('\n').length <= 8, 'The address must be 8 lines or fewer'),
  returnBy: z.union([
    z.literal('').transform(() => null),
    Day('Enter the day by which forms come back, or leave it empty'),
  ]),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'survey.edit');
  const read = await parseForm(request, Paper);
  if (!read.ok) return badInput(read.problems, read.typed);
  const surveyId = params.surveyId ?? '';
  await keepPaper(person, programme, surveyId, read.value);
  const here = to.surveyPaper(programme.id, surveyId);
  return redirectSaying(request, here, 'Saved: it stands at the end of each form.');
});

export default function PaperForms() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <PaperPage {...data} answer={answer} />;
}
