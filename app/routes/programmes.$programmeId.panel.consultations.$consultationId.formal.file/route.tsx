import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { assessmentOf } from '#app/panel/formal/assessment-file.server.ts';
import { readFormal } from '#app/panel/formal/read-formal.server.ts';

/** The equality impact assessment as it was brought, to download and never to show in a page. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const { consultation, record } = await readFormal(programme, params['consultationId'] ?? '');
  const file = await assessmentOf(programme.authorityId, consultation.id, record);
  return new Response(file.body, { headers: file.headers });
});
