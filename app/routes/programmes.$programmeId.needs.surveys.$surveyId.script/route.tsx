import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { languageOf } from '#app/survey/languages/languages.ts';
import { languageOffered, makeScript, paperSurvey } from '#app/survey/print/paper-of.server.ts';
import { ScriptPage } from '#app/survey/print/ScriptPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Telephone and interview script');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { authority, programme } = await requireProgramme(request, params);
  const paper = await paperSurvey(programme, params.surveyId ?? '');
  const asked = new URL(request.url).searchParams.get('language') ?? paper.offered[0] ?? 'en';
  const language = languageOffered(paper, asked);
  return {
    programmeId: programme.id,
    survey: { id: paper.survey.id, title: paper.survey.title },
    language: languageOf(language),
    languages: paper.offered.map(languageOf),
    script: await makeScript(authority, paper, language),
  };
});

export default function Script() {
  return <ScriptPage {...useLoaderData<typeof loader>()} />;
}
