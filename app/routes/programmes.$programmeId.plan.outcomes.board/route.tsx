import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { BoardPage } from '#app/plan/outcomes/BoardPage.tsx';
import { chosenForBoard } from '#app/plan/outcomes/board.ts';
import { readOutcomeRows } from '#app/plan/outcomes/read-outcomes.server.ts';
import { readReach } from '#app/plan/outcomes/reach/read-reach.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';

export const meta = () => titleOf('Outcomes: one page for a board');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const rows = await readOutcomeRows(programme);
  return {
    programmeId: programme.id,
    title: programme.title,
    today: dayOf(new Date()),
    rows: chosenForBoard(rows),
    others: Math.max(0, rows.length - chosenForBoard(rows).length),
    reach: await readReach(programme),
  };
});

export default function Board() {
  return <BoardPage {...useLoaderData<typeof loader>()} />;
}
