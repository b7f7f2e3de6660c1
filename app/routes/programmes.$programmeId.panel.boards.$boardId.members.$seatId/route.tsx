import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, checkedForm, parseFields } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { SeatForm } from '#app/panel/governance/board.ts';
import { membersToSeat, readBoard } from '#app/panel/governance/read-governance.server.ts';
import { changeSeat, removeSeat } from '#app/panel/governance/run-board.server.ts';
import { SeatFieldset } from '#app/panel/governance/SeatFields.tsx';
import { NotFound } from '#app/people/errors.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Change a seat');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'governance.edit');
  const { one, maySeePanel } = await readBoard(person, programme, params['boardId'] ?? '');
  const seat = one.seats.find(({ id }) => id === params['seatId']);
  if (!seat) throw new NotFound('seat');
  return {
    programmeId: programme.id,
    board: { id: one.board.id, name: one.board.name },
    seat: maySeePanel ? seat : { ...seat, memberName: null },
    members: await membersToSeat(person, programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'governance.edit');
  const [boardId, seatId] = [params['boardId'] ?? '', params['seatId'] ?? ''];
  const form = await checkedForm(request);
  const back = links.board(programme.id, boardId);
  if (form.get('intent') === 'remove') {
    await removeSeat(person, programme, boardId, seatId);
    return redirectSaying(request, back, 'The seat is taken away.');
  }
  const read = parseFields(form, SeatForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  await changeSeat(person, programme, boardId, seatId, read.value);
  return redirectSaying(request, back, 'The seat is changed.');
});

export default function ChangeSeat() {
  const { programmeId, board, seat, members } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.boards(programmeId), words: 'Boards and groups' },
          { href: links.board(programmeId, board.id), words: board.name },
        ]}
      />
      <div className="tl-reading">
        <ErrorSummary problems={answer?.problems} />
        <Heading>Change a seat</Heading>
        <Form>
          <SeatFieldset seat={seat} members={members} answer={answer} />
          <Button intent="change">Keep these changes</Button>
        </Form>
        <Form>
          <Button intent="remove" kind="warning">
            Take this seat away
          </Button>
        </Form>
      </div>
    </>
  );
}
