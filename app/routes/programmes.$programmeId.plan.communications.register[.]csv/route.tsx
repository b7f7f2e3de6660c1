import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { COMMUNICATION_SPEC, communicationRow } from '#app/plan/registers/communication.ts';
import { readLists } from '#app/plan/registers/read-registers.server.ts';
import { csvOf } from '#app/plan/registers/register-files.server.ts';
import { communicationsOf } from '#db/plan-registers.ts';
import { theStore } from '#db/store.server.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const communications = await communicationsOf(theStore().read, programme);
  const rows = communications.map(communicationRow);
  return new Response(csvOf(COMMUNICATION_SPEC, rows, await readLists(programme)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="communications.csv"',
    },
  });
});
