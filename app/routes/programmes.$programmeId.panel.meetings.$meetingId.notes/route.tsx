import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { z } from 'zod';
import { mayOnWords } from '#app/care/care.ts';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { NotesChange } from '#app/panel/meetings/notes.ts';
import { NotesPage } from '#app/panel/meetings/NotesPage.tsx';
import { readMeeting, restsOf } from '#app/panel/meetings/read-meeting.server.ts';
import { strikeOut, writeDown } from '#app/panel/meetings/write-down.server.ts';
import { can, type Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { meetingById } from '#db/meetings.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Notes, decisions, actions');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { authorityId, id: programmeId } = programme;
  const id = params['meetingId'] ?? '';
  const meeting = await meetingById(theStore().read, authorityId, programmeId, id);
  if (!meeting) throw new NotFound('meeting');
  return {
    programmeId,
    record: await readMeeting(meeting, dayOf(new Date())),
    rests: await restsOf(authorityId, programmeId),
    mayManage: can(person, 'panel.manage', programme),
    mayOnWords: mayOnWords(person, programme),
    sent: new URL(request.url).searchParams.get('write') ?? '',
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const id = params['meetingId'] ?? '';
  const read = await parseForm(request, NotesChange);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    const said = await apply(person, programme, id, read.value);
    const { intent } = read.value;
    // The form that was used stays open: minutes are written one thing after another.
    const open = intent.startsWith('remove') ? '' : `?write=${intent}#${intent}-form`;
    return redirectSaying(request, `${links.meetingNotes(programme.id, id)}${open}`, said);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }], read.typed);
  }
});

/** Does what was asked, and says what was done. */
async function apply(
  person: Person,
  programme: Programme,
  id: string,
  change: z.output<typeof NotesChange>,
): Promise<string> {
  switch (change.intent) {
    case 'note': {
      const { itemId, noted } = change;
      await writeDown(person, programme, id, { what: 'note', itemId, text: noted });
      return 'The note is written down.';
    }
    case 'comment': {
      const { itemId, said, saidBy, quote } = change;
      await writeDown(person, programme, id, { what: 'comment', itemId, said, saidBy, quote });
      return 'The comment is written down.';
    }
    case 'decide': {
      const { intent: _, itemId, ...fields } = change;
      await writeDown(person, programme, id, { what: 'decision', itemId, fields });
      return 'The decision is recorded.';
    }
    case 'act': {
      const { itemId, doing: text, owner, dueOn } = change;
      const fields = { text, owner, dueOn };
      await writeDown(person, programme, id, { what: 'action', itemId, fields });
      return 'The action is recorded.';
    }
    case 'remove-note':
      await strikeOut(person, programme, id, 'note', change.id);
      return 'The note is taken out.';
    case 'remove-decision':
      await strikeOut(person, programme, id, 'decision', change.id);
      return 'The decision is taken out.';
    case 'remove-action':
      await strikeOut(person, programme, id, 'action', change.id);
      return 'The action is taken out.';
  }
}

export default function Notes() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const sent = answer ? String(answer.typed['intent'] ?? '') : page.sent;
  return <NotesPage {...page} answer={answer} sent={sent} />;
}
