import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { exportAnswers } from '#app/survey/export/export-answers.server.ts';
import { placeCode } from '#app/survey/from-template.ts';

/** Every answer as CSV: for a spreadsheet, or with ?for=analysis for R and SPSS. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.read');
  const analysis = new URL(request.url).searchParams.get('for') === 'analysis';
  const tableFor = analysis ? 'analysis' : 'reading';
  const { title, csv } = await exportAnswers(person, programme, params.surveyId ?? '', tableFor);
  const name = `${placeCode(title).slice(0, 60)}-${analysis ? 'codes' : 'answers'}.csv`;
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
});
