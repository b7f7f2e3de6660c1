import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme, requireRecentSignIn } from '#app/http/guards.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { exportListening } from '#app/survey/listening/move-listening.server.ts';

/** The exercises, or what was said at them, for a spreadsheet. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.read');
  const what = (['exercises', 'notes'] as const).find((one) => `${one}.csv` === params.what);
  if (!what) throw new NotFound('file');
  if (what === 'notes') await requireRecentSignIn(request);
  return new Response(await exportListening(person, programme, what), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="listening-${what}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
});
