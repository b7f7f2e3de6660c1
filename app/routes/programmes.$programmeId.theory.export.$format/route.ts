import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { exportTheory } from '#app/theory/export-theory.server.ts';
import { FORMAT_WORDS, isFormat } from '#app/theory/formats/exports.ts';
import { lookedAt } from '#app/theory/looked-at.ts';
import { dayOf } from '#app/ui/words.ts';

/** The theory as a file to keep: the whole, a part of it, or as it stood at a moment. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const { format } = params;
  if (!isFormat(format)) throw new NotFound('file');
  const look = lookedAt(request.url);
  const body = await exportTheory(programme, format, look, dayOf(new Date()));
  const { mime, ending } = FORMAT_WORDS[format];
  return new Response(new Uint8Array(body), {
    headers: {
      'Content-Type': mime,
      'Content-Disposition': `attachment; filename="theory-of-change.${ending}"`,
      'Content-Length': String(body.byteLength),
      'Cache-Control': 'private, no-store',
    },
  });
});
