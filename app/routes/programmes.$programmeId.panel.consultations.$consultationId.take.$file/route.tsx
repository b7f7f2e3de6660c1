import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme, requireRecentSignIn } from '#app/http/guards.server.ts';
import { takeAnswers, takeCounts } from '#app/panel/kinds/take-consultation.server.ts';
import { allow } from '#app/people/allow.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { placeCode } from '#app/survey/from-template.ts';

/** What came of a consultation as a file: counts.csv or answers.csv. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { file } = params;
  if (file !== 'counts.csv' && file !== 'answers.csv') throw new NotFound('file');
  if (file === 'answers.csv') {
    allow(person, 'answers.export', programme);
    await requireRecentSignIn(request);
  }
  const take = file === 'counts.csv' ? takeCounts : takeAnswers;
  const { title, csv } = await take(person, programme, params.consultationId ?? '');
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${placeCode(title).slice(0, 60)}-${file}"`,
      'Cache-Control': 'no-store',
    },
  });
});
