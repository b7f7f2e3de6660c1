import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, checkedForm, parseFields } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { MatterForm } from '#app/panel/governance/board.ts';
import { BoardPage } from '#app/panel/governance/BoardPage.tsx';
import { organisationsOf, seatFor } from '#app/panel/governance/governance-page.ts';
import { readBoard } from '#app/panel/governance/read-governance.server.ts';
import { addMatter, endBoard } from '#app/panel/governance/run-board.server.ts';
import { can } from '#app/people/can.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { meetingsOf } from '#db/meetings.ts';
import { theStore } from '#db/store.server.ts';

interface MetaArgs {
  data?: { board: { name: string } } | undefined;
}

export const meta = ({ data }: MetaArgs) => titleOf(data?.board.name ?? 'Board');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const read = await readBoard(person, programme, params['boardId'] ?? '');
  const { one, line, today, maySeePanel } = read;
  const { authorityId, id } = programme;
  const meetings = await meetingsOf(theStore().read, authorityId, id, one.board.id);
  const seats = one.seats.map((seat) => seatFor(seat, maySeePanel));
  return {
    programmeId: id,
    board: one.board,
    line,
    seats,
    organisations: organisationsOf(seats),
    matters: [...one.matters],
    meetings: meetings.map((meeting) => ({
      id: meeting.id,
      title: meeting.title,
      heldOn: meeting.heldOn,
    })),
    page: Number(new URL(request.url).searchParams.get('page')) || 0,
    today,
    mayEdit: can(person, 'governance.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'governance.edit');
  const id = params['boardId'] ?? '';
  const form = await checkedForm(request);
  const here = links.board(programme.id, id);
  switch (form.get('intent')) {
    case 'end':
      await endBoard(person, programme, id, dayOf(new Date()));
      return redirectSaying(request, here, 'It is recorded that the board has ended.');
    case 'reopen':
      await endBoard(person, programme, id, null);
      return redirectSaying(request, here, 'It is recorded that the board meets again.');
    default: {
      const read = parseFields(form, MatterForm);
      if (!read.ok) return badInput(read.problems, read.typed);
      await addMatter(person, programme, id, read.value);
      return redirectSaying(request, here, 'It is recorded.');
    }
  }
});

export default function Board() {
  const answer = useActionData<typeof action>();
  return <BoardPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
