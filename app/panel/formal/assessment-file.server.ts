import { NotFound } from '#app/people/errors.ts';
import { formalFileById } from '#db/formal.ts';
import { theStore } from '#db/store.server.ts';
import type { FormalRecord } from './record.ts';

/** The equality impact assessment as a download; its name is made of signs that every header takes. */
export async function assessmentOf(
  authorityId: string,
  consultationId: string,
  { equality }: FormalRecord,
): Promise<{ body: Uint8Array<ArrayBuffer>; headers: Record<string, string> }> {
  const fileId = equality?.fileId ?? '';
  const file = await formalFileById(theStore().read, authorityId, consultationId, fileId);
  if (file === undefined) throw new NotFound('file');
  const fileName = file.fileName.replace(/[^\w. -]+/g, '-').slice(-100);
  const body = new Uint8Array(Buffer.from(file.body, 'base64'));
  return {
    body,
    headers: {
      'Content-Type': file.type,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Content-Length': String(body.byteLength),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  };
}
