import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { BoardForm } from '#app/panel/governance/board.ts';
import { BoardFieldset } from '#app/panel/governance/BoardFields.tsx';
import { mayReportTo } from '#app/panel/governance/reporting-lines.ts';
import { changeBoard } from '#app/panel/governance/run-board.server.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { governanceBoardsOf } from '#db/boards.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Change a board or group');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'governance.edit');
  const boards = await governanceBoardsOf(theStore().read, programme.authorityId, programme.id);
  const board = boards.find(({ id }) => id === params['boardId']);
  if (!board) throw new NotFound('board');
  const others = mayReportTo(boards, board.id).map(({ id, name }) => ({ id, name }));
  return { programmeId: programme.id, board, others };
});

const Change = BoardForm.extend({ version: z.coerce.number().int().min(1) });

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'governance.edit');
  const id = params['boardId'] ?? '';
  const read = await parseForm(request, Change);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { version, ...fields } = read.value;
  try {
    await changeBoard(person, programme, id, version, fields);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'name', message: error.message }], read.typed);
  }
  return redirectSaying(request, links.board(programme.id, id), 'The board is changed.');
});

export default function EditBoard() {
  const { programmeId, board, others } = useLoaderData<typeof loader>();
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
        <Heading>Change this board</Heading>
        <Form>
          <input type="hidden" name="version" value={board.version} />
          <BoardFieldset board={board} others={others} answer={answer} />
          <Button>Keep these changes</Button>
        </Form>
      </div>
    </>
  );
}
