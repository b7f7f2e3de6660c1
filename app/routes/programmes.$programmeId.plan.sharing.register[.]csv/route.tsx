import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { AGREEMENT_SPEC, agreementRow } from '#app/plan/registers/agreement.ts';
import { readLists } from '#app/plan/registers/read-registers.server.ts';
import { csvOf } from '#app/plan/registers/register-files.server.ts';
import { agreementsOf } from '#db/plan-registers.ts';
import { theStore } from '#db/store.server.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const agreements = await agreementsOf(theStore().read, programme);
  const rows = agreements.map(agreementRow);
  return new Response(csvOf(AGREEMENT_SPEC, rows, await readLists(programme)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="data-sharing.csv"',
    },
  });
});
