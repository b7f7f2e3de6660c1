import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { paymentsCsv } from '#app/panel/money/payments-file.ts';
import { paymentsOf } from '#db/payments.ts';
import { theStore } from '#db/store.server.ts';

/** The register of payments, with members by number: names stay here. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'panel.see');
  const payments = await paymentsOf(theStore().read, programme.authorityId, programme.id);
  return new Response(paymentsCsv(payments), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="panel-payments.csv"',
      'Cache-Control': 'no-store',
    },
  });
});
