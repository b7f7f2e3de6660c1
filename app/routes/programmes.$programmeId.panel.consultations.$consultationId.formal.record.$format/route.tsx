import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { isDecisionFormat } from '#app/panel/formal/decision-document.ts';
import { exportDecision } from '#app/panel/formal/export-decision.server.ts';
import { NotFound } from '#app/people/errors.ts';

/** The decision record as a file. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const format = params['format'];
  if (!isDecisionFormat(format)) throw new NotFound('format');
  const id = params['consultationId'] ?? '';
  const printed = await exportDecision(person, programme, id, format);
  return new Response(printed.body, {
    headers: {
      'Content-Type': printed.type,
      'Content-Disposition': `attachment; filename="${printed.fileName}"`,
      'Content-Length': String(printed.body.byteLength),
      'Cache-Control': 'private, no-store',
    },
  });
});
