import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { can } from '#app/people/can.ts';
import { agreementLines, foundAmong } from '#app/plan/registers/sharing-page.ts';
import { SharingPage } from '#app/plan/registers/SharingPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { linesOf } from '#db/plan-lines.ts';
import { agreementsOf } from '#db/plan-registers.ts';
import { theStore } from '#db/store.server.ts';

const ROWS_A_PAGE = 50;

export const meta = () => titleOf('Data sharing');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const query = new URL(request.url).searchParams;
  const asked = {
    search: (query.get('search') ?? '').slice(0, 100),
    state: (query.get('state') ?? '').slice(0, 40),
  };
  const agreements = agreementLines(
    await agreementsOf(read, programme),
    await linesOf(read, programme.authorityId, programme.id),
    dayOf(new Date()),
  );
  const found = foundAmong(agreements, asked);
  const pages = Math.max(1, Math.ceil(found.length / ROWS_A_PAGE));
  const page = Math.min(Math.max(0, Math.floor(Number(query.get('page'))) || 0), pages - 1);
  return {
    programmeId: programme.id,
    agreements,
    rows: found.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE),
    found: found.length,
    page,
    pages,
    asked,
    mayEdit: can(person, 'plan.edit', programme),
  };
});

export default function SharingRoute() {
  return <SharingPage {...useLoaderData<typeof loader>()} />;
}
