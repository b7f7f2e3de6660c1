import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { packTemplate } from '#app/plan/coverage/pack-table.ts';

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' };

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  await requireProgramme(request, params);
  const format = params['format'];
  if (format !== 'csv' && format !== 'json') throw new NotFound('format');
  return new Response(packTemplate(format), {
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="guidance-pack-template.${format}"`,
    },
  });
});
