import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { lookUpOf } from '#app/plan/thread/look-up.server.ts';
import { isThreadKind } from '#app/thread/kinds.ts';
import { printThread, THREAD_FORMATS } from '#app/thread/print-thread.server.ts';
import { dayOf } from '#app/ui/words.ts';

/** The thread of one object as a file, to be shown as evidence. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { kind, objectId = '' } = params;
  const format = THREAD_FORMATS.find((one) => one === params['format']);
  if (format === undefined) throw new NotFound('format');
  if (!isThreadKind(kind)) throw new NotFound('kind of thing on the thread');
  const object = { kind, id: objectId };
  const today = dayOf(new Date());
  const look = await lookUpOf(programme);
  const { body, type, fileName } = await printThread(
    person,
    programme,
    object,
    format,
    today,
    look,
  );
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Content-Length': String(body.byteLength),
      'Cache-Control': 'private, no-store',
    },
  });
});
