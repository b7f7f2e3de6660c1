import type { LoaderFunctionArgs } from '@remix-run/node';
import { writeCsv } from '#app/survey/csv.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { COST_COLUMNS } from '#app/plan/money/cost-file.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  await requireProgramme(request, params);
  return new Response(writeCsv([COST_COLUMNS], { forExcel: true }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="costs-to-fill-in.csv"',
    },
  });
});
