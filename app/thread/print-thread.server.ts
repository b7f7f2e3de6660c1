import { renderDocx } from '#app/documents/docx.server.ts';
import { renderHtml } from '#app/documents/html.server.tsx';
import { renderPdf } from '#app/documents/pdf.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { authorityById, record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import type { ThreadEnd } from './kinds.ts';
import { seeThread, type LookUp } from './see-thread.server.ts';
import { threadDocument } from './thread-document.ts';

export const THREAD_FORMATS = ['pdf', 'docx', 'html'] as const;
export type ThreadFormat = (typeof THREAD_FORMATS)[number];

const TYPES: Readonly<Record<ThreadFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
};

export interface PrintedThread {
  fileName: string;
  type: string;
  body: Uint8Array<ArrayBuffer>;
}

/** Prints the thread of one object as evidence, and records that somebody took it. */
export async function printThread(
  by: Person,
  programme: Programme,
  object: ThreadEnd,
  format: ThreadFormat,
  madeOn: string,
  look: LookUp,
): Promise<PrintedThread> {
  const { authorityId, title } = programme;
  allow(by, 'plan.export', { authorityId });
  const { trace, more, hidden } = await seeThread(by, programme, object, look);
  const authority = await authorityById(theStore().read, authorityId);
  if (!authority) throw new NotFound('authority');
  const { name, colour, isDemonstration } = authority;
  const model = threadDocument(trace, {
    authority: { name, colour, isDemonstration },
    programme: { title },
    madeOn,
    by: by.name,
    more,
    mayCount: hidden === null,
  });
  const body = await bodyOf(model, format, madeOn);
  await theStore().write(null, (tx) =>
    record(tx, by, 'thread.printed', object, { what: trace.object.what.toLowerCase(), format }),
  );
  return {
    fileName: `thread-${object.kind}-${madeOn}.${format}`,
    type: TYPES[format],
    body: new Uint8Array(body),
  };
}

async function bodyOf(
  model: ReturnType<typeof threadDocument>,
  format: ThreadFormat,
  madeOn: string,
): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return renderDocx(model);
    case 'pdf':
      return renderPdf(model, new Date(`${madeOn}T12:00:00Z`));
    case 'html':
      return Buffer.from(renderHtml(model), 'utf8');
  }
}
