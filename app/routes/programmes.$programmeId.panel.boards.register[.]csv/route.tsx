import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { registerRows } from '#app/panel/governance/governance-page.ts';
import { readGovernance } from '#app/panel/governance/read-governance.server.ts';
import { writeCsv } from '#app/survey/csv.ts';

/** The register of boards. Who of the panel holds a seat is not in it: a file goes further than a page. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { all, today } = await readGovernance(person, programme);
  return new Response(writeCsv(registerRows(all, today, false), { forExcel: true }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="boards.csv"',
      'Cache-Control': 'private, no-store',
    },
  });
});
