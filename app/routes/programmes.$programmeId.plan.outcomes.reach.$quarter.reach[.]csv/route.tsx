import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { quarterNamed } from '#app/plan/outcomes/quarters.ts';
import { reachRows } from '#app/plan/outcomes/reach/reach-file.ts';
import { exportReach } from '#app/plan/outcomes/reach/show-reach.server.ts';
import { writeCsv } from '#app/survey/csv.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'measures.enter');
  const quarter = quarterNamed(params['quarter'] ?? '');
  if (!quarter) throw new NotFound('quarter');
  const number = Number(new URL(request.url).searchParams.get('number')) || null;
  const rows = reachRows(await exportReach(person, programme, quarter, number));
  return new Response(writeCsv(rows, { forExcel: true }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="reach-${quarter}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
