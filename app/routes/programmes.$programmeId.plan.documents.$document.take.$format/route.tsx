import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { isDocumentId } from '#app/plan/documents/documents.ts';
import { exportDocument, takeKeptVersion } from '#app/plan/documents/export-document.server.ts';
import { isExportFormat } from '#app/plan/export/export.ts';
import { dayOf } from '#app/ui/words.ts';

/** A document as a file: as it stands now, with its changes marked, or as a version that was kept. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { document: id, format } = params;
  if (!isDocumentId(id)) throw new NotFound('document');
  if (!isExportFormat(format)) throw new NotFound('format');
  const asked = new URL(request.url).searchParams;
  const version = asked.get('version');
  const changes = asked.get('changes') === 'yes';
  const printed =
    version === null
      ? await exportDocument(person, programme, id, format, dayOf(new Date()), changes)
      : await takeKeptVersion(person, programme, id, wholeNumber(version), format);
  return new Response(printed.body, {
    headers: {
      'Content-Type': printed.type,
      'Content-Disposition': `attachment; filename="${printed.fileName}"`,
      'Content-Length': String(printed.body.byteLength),
      'Cache-Control': 'private, no-store',
    },
  });
});

const wholeNumber = (text: string) => (/^\d{1,6}$/.test(text) ? Number(text) : 0);
