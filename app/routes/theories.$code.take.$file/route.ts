import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering } from '#app/http/guards.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { FORMAT_WORDS } from '#app/theory/formats/exports.ts';
import { publicFile } from '#app/theory/publish/drawn-public.server.ts';
import { readPublic } from '#app/theory/publish/read-public.server.ts';
import { dayOf } from '#app/ui/words.ts';

/** The formats in which everybody can have it, each by the name of its file. */
const FILES = ['pdf', 'docx', 'svg', 'png', 'json'] as const;

/** A published theory as a file. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const format = FILES.find((each) => params['file'] === `theory.${each}`);
  if (format === undefined) throw new NotFound('file');
  const asked = new URL(request.url).searchParams;
  const { authority, programme, shown, theory } = await readPublic(params['code'] ?? '', {
    version: asked.get('version'),
    part: asked.get('part'),
  });
  const { name, colour, isDemonstration } = authority;
  const body = await publicFile(theory, format, {
    authority: { name, colour, isDemonstration },
    programme: programme.title,
    madeOn: dayOf(shown.publishedAt),
    part: null,
    state: `Version “${shown.name}”`,
  });
  return new Response(new Uint8Array(body), {
    headers: {
      'Content-Type': FORMAT_WORDS[format].mime,
      'Content-Disposition': `attachment; filename="theory-of-change.${format}"`,
      'Cache-Control': 'public, max-age=300',
    },
  });
});
