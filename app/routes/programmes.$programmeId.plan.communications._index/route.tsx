import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { can } from '#app/people/can.ts';
import { CommunicationsPage } from '#app/plan/registers/CommunicationsPage.tsx';
import { readCommunications } from '#app/plan/registers/read-communications.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';

const ROWS_A_PAGE = 50;

export const meta = () => titleOf('Communications');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const query = new URL(request.url).searchParams;
  const asked = {
    search: (query.get('search') ?? '').slice(0, 100),
    channel: (query.get('channel') ?? '').slice(0, 40),
  };
  const { lines, svg, unspoken } = await readCommunications(programme, dayOf(new Date()));
  const wanted = asked.search.trim().toLowerCase();
  const found = lines.filter(
    (one) =>
      (asked.channel === '' || one.channel === asked.channel) &&
      [one.title, one.audience, one.message, one.owner].join(' ').toLowerCase().includes(wanted),
  );
  const pages = Math.max(1, Math.ceil(found.length / ROWS_A_PAGE));
  const page = Math.min(Math.max(0, Math.floor(Number(query.get('page'))) || 0), pages - 1);
  return {
    programmeId: programme.id,
    all: lines.length,
    rows: found.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE),
    found: found.length,
    page,
    pages,
    asked,
    svg,
    unspoken,
    mayEdit: can(person, 'plan.edit', programme),
  };
});

export default function CommunicationsRoute() {
  return <CommunicationsPage {...useLoaderData<typeof loader>()} />;
}
