import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { takePrivacyDocument } from '#app/privacy/run-documents.server.ts';

/** The impact assessment of a programme as a file. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'programme.edit');
  const { id: scope, authorityId } = programme;
  const which = { document: 'dpia', scope, authorityId } as const;
  const { body, type, fileName } = await takePrivacyDocument(person, which, params.format ?? '');
  return new Response(new Uint8Array(body), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
