import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireMember } from '#app/http/guards.server.ts';
import { assessmentOf } from '#app/panel/formal/assessment-file.server.ts';
import { formalOfMine } from '#app/panel/formal/formal-of-mine.server.ts';

/** The equality impact assessment, for those who are asked. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person } = await requireMember(request);
  const { consultation, record } = await formalOfMine(person, params['consultationId'] ?? '');
  const file = await assessmentOf(person.authorityId, consultation.id, record);
  return new Response(file.body, { headers: file.headers });
});
