import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { mayRead } from '#app/people/note-reading.server.ts';
import { EventPage } from '#app/survey/listening/EventPage.tsx';
import { NotesForm, shownHeads } from '#app/survey/listening/listening.ts';
import { addNotes, eventOf, takeOutNote } from '#app/survey/listening/run-listening.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import { notesOf, type NoteExcerpt } from '#db/listening.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Listening exercise');

const shown = ({ id, text, saidBy, consent }: NoteExcerpt) => ({ id, text, saidBy, consent });

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const event = await eventOf(read, programme, params.eventId ?? '');
  const reads = mayRead(person, 'answers.read', programme);
  const notes = reads.yes ? await notesOf(read, event.authorityId, event.id) : null;
  const out = reads.yes ? await notesOf(read, event.authorityId, event.id, 'taken-out') : [];
  const { id, kind, title, place, heldOn, facilitator, languages, keepUntil } = event;
  const page = Number(new URL(request.url).searchParams.get('page'));
  return {
    programmeId: programme.id,
    event: {
      ...{ id, kind, title, place, heldOn, facilitator, languages, keepUntil },
      removed: event.removedAt !== null,
    },
    heads: shownHeads(event.heads),
    notes: notes?.map(shown) ?? null,
    takenOut: out.map(shown),
    page: Number.isInteger(page) && page > 0 ? page : 0,
    mayEdit: can(person, 'listening.edit', programme),
    mayRead: reads,
  };
});

const Change = z.discriminatedUnion('intent', [
  NotesForm.extend({ intent: z.literal('add') }),
  z.object({ intent: z.literal('put-back'), noteId: z.string() }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'listening.edit');
  const eventId = params.eventId ?? '';
  const here = links.listeningEvent(programme.id, eventId);
  const form = await parseForm(request, Change);
  if (!form.ok) {
    // A note that is wrong is named by its place in the box, which is one field.
    const problems = form.problems.map(({ field, message }) => ({
      field: field.split('.')[0] ?? field,
      message,
    }));
    return badInput(problems.slice(0, 1), form.typed);
  }
  switch (form.value.intent) {
    case 'add': {
      await addNotes(person, programme, eventId, form.value);
      return redirectSaying(request, here, `${many(form.value.texts.length, 'note')} kept.`);
    }
    case 'put-back':
      await takeOutNote(person, programme, { eventId, noteId: form.value.noteId }, false);
      return redirectSaying(request, here, 'The note is put back.');
  }
});

export default function Exercise() {
  const answer = useActionData<typeof action>();
  return <EventPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
