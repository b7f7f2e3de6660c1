import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { printPoster } from '#app/panel/answer/poster.server.ts';
import { answersPage } from '#app/panel/answer/public-answers.ts';
import { readPublicAnswers } from '#app/panel/answer/read-public-answers.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { isLanguageCode } from '#app/survey/languages/languages.ts';

/** What families may read, for the wall of a hub: back/poster/en-a4.pdf, back/poster/ur-large.pdf. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { authority, programme } = await requireProgramme(request, params);
  const named = /^([a-z]{2})-(a4|large)\.pdf$/.exec(params['file'] ?? '');
  if (!named || !isLanguageCode(named[1])) throw new NotFound('poster');
  const page = answersPage(await readPublicAnswers(programme), { lang: named[1] });
  const pdf = await printPoster({
    authority,
    page,
    size: named[2] === 'large' ? 'large' : 'a4',
    address: publicAddress(request, links.youSaid(programme.id)),
    madeAt: new Date(),
  });
  return new Response(pdf, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="you-said-we-did-${named[1]}-${named[2] ?? 'a4'}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
