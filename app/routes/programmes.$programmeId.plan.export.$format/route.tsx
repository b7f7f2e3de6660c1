import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { exportPlan } from '#app/plan/export/export-plan.server.ts';
import { isExportFormat } from '#app/plan/export/export.ts';
import { dayOf } from '#app/ui/words.ts';

/** The plan as a file. It is made anew each time, so that it says what the plan says now. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const format = params['format'];
  if (!isExportFormat(format)) throw new NotFound('format');
  const plan = await exportPlan(person, programme.id, format, dayOf(new Date()));
  return new Response(plan.body, {
    headers: {
      'Content-Type': plan.type,
      'Content-Disposition': `attachment; filename="${plan.fileName}"`,
      'Content-Length': String(plan.body.byteLength),
      'Cache-Control': 'private, no-store',
    },
  });
});
