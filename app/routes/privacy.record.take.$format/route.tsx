import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { takePrivacyDocument } from '#app/privacy/run-documents.server.ts';

/** The record of processing activities as a file. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  const { authorityId } = person;
  const which = { document: 'ropa', scope: authorityId, authorityId } as const;
  const { body, type, fileName } = await takePrivacyDocument(person, which, params.format ?? '');
  return new Response(new Uint8Array(body), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
