import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { exportReturn } from '#app/panel/participation/export-return.server.ts';
import { quarterNamed } from '#app/panel/participation/quarters.ts';
import { NotFound } from '#app/people/errors.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.see');
  const quarter = quarterNamed(params['quarter'] ?? '');
  if (!quarter) throw new NotFound('quarter');
  const number = Number(new URL(request.url).searchParams.get('number')) || null;
  return new Response(await exportReturn(person, programme, quarter, number), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="participation-${quarter}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
