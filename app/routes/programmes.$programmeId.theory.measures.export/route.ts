import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { readMeasures } from '#app/theory/measures/read-measures.server.ts';
import { valuesCsv } from '#app/theory/measures/values-csv.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

/** The figures of all measures, or of one, as CSV. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw new NotFound('theory of change');
  const asked = new URL(request.url).searchParams.get('measure') ?? '';
  const all = await readMeasures(programme, theory);
  const chosen = all.filter(({ measure }) => asked === '' || measure.id === asked);
  if (asked !== '' && chosen.length === 0) throw new NotFound('measure');
  const text = valuesCsv(
    chosen.map(({ measure, about, values }) => ({ measure, outcome: about, values })),
  );
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="measures.csv"',
    },
  });
});
