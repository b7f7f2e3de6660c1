import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { frameworkRows } from '#app/plan/outcomes/export-outcomes.ts';
import { readOutcomeRows } from '#app/plan/outcomes/read-outcomes.server.ts';
import { writeCsv } from '#app/survey/csv.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const rows = frameworkRows(await readOutcomeRows(programme));
  return new Response(writeCsv(rows, { forExcel: true }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="outcomes.csv"',
      'Cache-Control': 'private, no-store',
    },
  });
});
