import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { FORMAT_WORDS, FORMATS, written } from '#app/theory/formats/exports.ts';
import { theoryPng } from '#app/theory/picture.server.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

/** The theory as a file to keep. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const format = FORMATS.find((each) => each === params['format']);
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (format === undefined || theory === undefined) throw new NotFound('file');
  const { mime, ending } = FORMAT_WORDS[format];
  const content = format === 'png' ? theoryPng(theory, { title: true }) : written(theory, format);
  return new Response(typeof content === 'string' ? content : new Uint8Array(content), {
    headers: {
      'Content-Type': mime,
      'Content-Disposition': `attachment; filename="theory-of-change.${ending}"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
