import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { readDifference } from '#app/theory/history/compare.server.ts';
import { differenceFile } from '#app/theory/history/difference-file.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

/** What differs between two states of the theory, as a file to keep. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme, authority } = await requireProgramme(request, params);
  const { read } = theStore();
  const theory = await theoryOfProgramme(read, programme.authorityId, programme.id);
  if (theory === undefined) throw new NotFound('theory of change');
  const asked = new URL(request.url).searchParams;
  const told = await readDifference(read, programme.authorityId, theory, {
    from: asked.get('from') ?? '',
    to: asked.get('to') ?? '',
  });
  const about = { authority, programme: programme.title, madeOn: dayOf(new Date()) };
  const file = await differenceFile(params['file'] ?? '', told, about);
  if (file === null) throw new NotFound('file');
  return new Response(new Uint8Array(file.body), {
    headers: {
      'Content-Type': file.mime,
      'Content-Disposition': `attachment; filename="${params['file']}"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
