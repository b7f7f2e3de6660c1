import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, checkedForm, parseFields } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { MatterForm } from '#app/panel/governance/board.ts';
import { MatterFields } from '#app/panel/governance/MatterFields.tsx';
import { changeMatter, removeMatter } from '#app/panel/governance/run-board.server.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { boardById, mattersOf } from '#db/boards.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('What was put to a board');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'governance.edit');
  const { read } = theStore();
  const { authorityId, id } = programme;
  const board = await boardById(read, authorityId, id, params['boardId'] ?? '');
  const matter = (await mattersOf(read, authorityId, id)).find(
    (one) => one.id === params['matterId'] && one.boardId === board?.id,
  );
  if (!board || !matter) throw new NotFound('matter');
  const today = dayOf(new Date());
  return { programmeId: id, board: { id: board.id, name: board.name }, matter, today };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'governance.edit');
  const [boardId, matterId] = [params['boardId'] ?? '', params['matterId'] ?? ''];
  const form = await checkedForm(request);
  const back = links.board(programme.id, boardId);
  if (form.get('intent') === 'remove') {
    await removeMatter(person, programme, boardId, matterId);
    return redirectSaying(request, back, 'It is taken out.');
  }
  const read = parseFields(form, MatterForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const seen = z.coerce.number().int().catch(0).parse(form.get('version'));
  try {
    await changeMatter(person, programme, boardId, matterId, seen, read.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'put', message: error.message }], read.typed);
  }
  return redirectSaying(request, back, 'It is changed.');
});

export default function ChangeMatter() {
  const { programmeId, board, matter, today } = useLoaderData<typeof loader>();
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
        <Heading>What was put to a board</Heading>
        <Form>
          <input type="hidden" name="version" value={matter.version} />
          <MatterFields matter={matter} today={today} answer={answer} />
          <Button intent="change">Keep these changes</Button>
        </Form>
        <Form>
          <Button intent="remove" kind="warning">
            Take it out
          </Button>
        </Form>
      </div>
    </>
  );
}
