import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { draftOf } from '#app/survey/editor/edit-questions.server.ts';
import { missingIn } from '#app/survey/editor/texts.ts';
import { LanguagesPage } from '#app/survey/editor/TranslatePage.tsx';
import { chooseLanguages, surveyTexts } from '#app/survey/editor/translate-survey.server.ts';
import { languageOf, LANGUAGES } from '#app/survey/languages/languages.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Languages');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'survey.edit');
  const draft = await draftOf(theStore().read, programme, params.surveyId ?? '');
  const texts = surveyTexts(draft);
  const chosen = draft.survey.languages ?? [];
  const { id, title } = draft.survey;
  return {
    programmeId: programme.id,
    survey: { id, title },
    languages: LANGUAGES.filter(({ code }) => code !== 'en'),
    chosen,
    rows: chosen.map((code) => ({
      language: languageOf(code),
      missing: missingIn(texts, code).length,
      all: texts.length,
    })),
  };
});

const Sent = z.object({
  language: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'survey.edit');
  const surveyId = params.surveyId ?? '';
  const read = await parseForm(request, Sent);
  if (!read.ok) return badInput(read.problems, read.typed);
  await chooseLanguages(person, programme, surveyId, read.value.language);
  const said = 'The languages are saved. They are asked in from the next version on.';
  return redirectSaying(request, links.surveyLanguages(programme.id, surveyId), said);
});

export default function Languages() {
  return <LanguagesPage {...useLoaderData<typeof loader>()} />;
}
