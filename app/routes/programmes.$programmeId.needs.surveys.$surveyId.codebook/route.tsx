import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { Codebook } from '#app/survey/export/Codebook.tsx';
import { codebook } from '#app/survey/export/export-answers.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Codebook');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const surveyId = params.surveyId ?? '';
  return { programmeId: programme.id, surveyId, ...(await codebook(programme, surveyId)) };
});

export default function CodebookPage() {
  return <Codebook {...useLoaderData<typeof loader>()} />;
}
