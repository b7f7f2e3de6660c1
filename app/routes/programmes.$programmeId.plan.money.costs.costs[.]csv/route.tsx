import type { LoaderFunctionArgs } from '@remix-run/node';
import { writeCsv } from '#app/survey/csv.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { costRows } from '#app/plan/money/cost-file.ts';
import { readMoney } from '#app/plan/money/read-money.server.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const { lines, streams, costs } = await readMoney(programme);
  return new Response(writeCsv(costRows(costs, { lines, streams }), { forExcel: true }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="costs.csv"',
    },
  });
});
