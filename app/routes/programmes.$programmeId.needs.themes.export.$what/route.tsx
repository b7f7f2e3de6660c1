import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme, requireRecentSignIn } from '#app/http/guards.server.ts';
import { allow } from '#app/people/allow.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { exportCodebook, exportCodings } from '#app/themes/export-codings.server.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const what = params['what'] ?? '';
  const file =
    what === 'codings.csv' ? exportCodings : what === 'codebook.csv' ? exportCodebook : null;
  if (file === null) throw new NotFound('file');
  if (file === exportCodings) {
    allow(person, 'answers.export', programme);
    await requireRecentSignIn(request);
  }
  return new Response(await file(person, programme), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${what}"`,
    },
  });
});
