import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { isAssessmentFormat } from '#app/needs/document/assessment.ts';
import { exportAssessment } from '#app/needs/document/export-assessment.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';

/** The needs assessment as a file. It is made anew each time, so that it says what is so now. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const format = params['format'];
  if (!isAssessmentFormat(format)) throw new NotFound('format');
  const printed = await exportAssessment(person, programme, format, dayOf(new Date()));
  return new Response(printed.body, {
    headers: {
      'Content-Type': printed.type,
      'Content-Disposition': `attachment; filename="${printed.fileName}"`,
      'Content-Length': String(printed.body.byteLength),
      'Cache-Control': 'private, no-store',
    },
  });
});
