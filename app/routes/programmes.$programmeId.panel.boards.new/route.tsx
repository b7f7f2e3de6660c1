import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { BoardForm } from '#app/panel/governance/board.ts';
import { BoardFieldset } from '#app/panel/governance/BoardFields.tsx';
import { addBoard } from '#app/panel/governance/run-board.server.ts';
import { Conflict } from '#app/people/errors.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { governanceBoardsOf } from '#db/boards.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Add a board or group');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'governance.edit');
  const boards = await governanceBoardsOf(theStore().read, programme.authorityId, programme.id);
  return { programmeId: programme.id, others: boards.map(({ id, name }) => ({ id, name })) };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'governance.edit');
  const read = await parseForm(request, BoardForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    const id = await addBoard(person, programme, read.value);
    const said = 'The board is added. Now add who sits on it.';
    return redirectSaying(request, links.board(programme.id, id), said);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'reportsTo', message: error.message }], read.typed);
  }
});

export default function NewBoard() {
  const { programmeId, others } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.boards(programmeId), words: 'Boards and groups' },
        ]}
      />
      <div className="tl-reading">
        <ErrorSummary problems={answer?.problems} />
        <Heading>Add a board or group</Heading>
        <Form>
          <BoardFieldset others={others} answer={answer} />
          <Button>Add it</Button>
        </Form>
      </div>
    </>
  );
}
