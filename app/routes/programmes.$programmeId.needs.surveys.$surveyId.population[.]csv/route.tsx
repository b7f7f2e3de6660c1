import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { populationCsv } from '#app/needs/missing/population-pages.server.ts';

/** What families look like, as a file that can be brought in again. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  return new Response(await populationCsv(programme, params['surveyId'] ?? ''), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="families-here.csv"',
      'Cache-Control': 'no-store',
    },
  });
});
