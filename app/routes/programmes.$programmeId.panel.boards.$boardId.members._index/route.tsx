import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, checkedForm, parseFields } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { AddSeats } from '#app/panel/governance/AddSeats.tsx';
import { SeatForm } from '#app/panel/governance/board.ts';
import { membersToSeat, readBoard } from '#app/panel/governance/read-governance.server.ts';
import { addSeats } from '#app/panel/governance/run-board.server.ts';
import { readSeatList } from '#app/panel/governance/seats.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

export const meta = () => titleOf('Add members to a board');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'governance.edit');
  const { one } = await readBoard(person, programme, params['boardId'] ?? '');
  return {
    programmeId: programme.id,
    board: { id: one.board.id, name: one.board.name },
    members: await membersToSeat(person, programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'governance.edit');
  const id = params['boardId'] ?? '';
  const form = await checkedForm(request);
  if (form.get('intent') === 'list') {
    const text = form.get('list');
    const list = typeof text === 'string' ? text.replace(/\r\n?/g, '\n') : '';
    const read = readSeatList(list);
    if (!read.ok) {
      const [first] = read.problems;
      const where = first && first.line > 0 ? `Line ${first.line}: ` : '';
      return badInput([{ field: 'list', message: `${where}${first?.message ?? ''}` }], { list });
    }
    await addSeats(person, programme, id, read.seats);
    const said = `${many(read.seats.length, 'member')} added.`;
    return redirectSaying(request, links.board(programme.id, id), said);
  }
  const read = parseFields(form, SeatForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  await addSeats(person, programme, id, [read.value]);
  return redirectSaying(request, links.board(programme.id, id), 'The seat is added.');
});

export default function Add() {
  const answer = useActionData<typeof action>();
  return <AddSeats {...useLoaderData<typeof loader>()} answer={answer} />;
}
