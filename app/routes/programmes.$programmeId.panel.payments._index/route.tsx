import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { totalsOf } from '#app/panel/money/payment.ts';
import { PaymentsPage } from '#app/panel/money/PaymentsPage.tsx';
import { pageOf } from '#app/panel/theme-lists.ts';
import { can } from '#app/people/can.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { paymentsOf } from '#db/payments.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Expenses and thanks');

const PAGE = 50;

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.see');
  const all = await paymentsOf(theStore().read, programme.authorityId, programme.id);
  const query = new URL(request.url).searchParams;
  const state = query.get('state') ?? '';
  const found = all.filter((payment) => state === '' || payment.state === state);
  const { rows, page, pages } = pageOf(found, Number(query.get('page')), PAGE);
  return {
    programmeId: programme.id,
    totals: totalsOf(all),
    payments: rows,
    state,
    found: found.length,
    page,
    pages,
    mayManage: can(person, 'panel.manage', programme),
  };
});

export default function Payments() {
  return <PaymentsPage {...useLoaderData<typeof loader>()} />;
}
