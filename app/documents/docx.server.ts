import { aside } from '#app/aside/aside.server.ts';
import type { DocumentModel } from './blocks.ts';
import type { writeDocx } from './write-docx.server.ts';

/**
 * A document as a Word file (see write-docx.server.ts), written on a thread of its own: a plan of 90
 * pages takes a second, and others are answered meanwhile.
 */
export function renderDocx(model: DocumentModel): Promise<Uint8Array<ArrayBuffer>> {
  return aside<typeof writeDocx>('app/documents/write-docx.server.ts', 'writeDocx', model);
}
