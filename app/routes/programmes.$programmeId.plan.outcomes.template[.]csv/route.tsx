import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { templateRows } from '#app/plan/outcomes/reach/reach-file.ts';
import { readSites } from '#app/plan/outcomes/reach/read-reach.server.ts';
import { writeCsv } from '#app/survey/csv.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'measures.enter');
  const rows = templateRows(await readSites(programme));
  return new Response(writeCsv(rows, { forExcel: true }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="reach-to-fill-in.csv"',
      'Cache-Control': 'private, no-store',
    },
  });
});
