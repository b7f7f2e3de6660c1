import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { languageOffered, makeForm, paperSurvey } from '#app/survey/print/paper-of.server.ts';

/** The paper form as a tagged PDF: paper/pl-large.pdf. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { authority, programme } = await requireProgramme(request, params);
  const named = /^([a-z]{2})-(a4|large)\.pdf$/.exec(params.form ?? '');
  if (!named) throw new NotFound('form');
  const paper = await paperSurvey(programme, params.surveyId ?? '');
  const language = languageOffered(paper, named[1] ?? '');
  const size = named[2] === 'large' ? 'large' : 'a4';
  const pdf = await makeForm(authority, paper, {
    language,
    size,
    address: publicAddress(request, links.respond(paper.survey.code)),
    madeAt: new Date(),
  });
  const name = `form-${paper.survey.code}-${language}-${size}.pdf`;
  return new Response(pdf, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
});
