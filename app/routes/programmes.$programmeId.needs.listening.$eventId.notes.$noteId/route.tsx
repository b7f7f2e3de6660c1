import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseFields, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { ConsentField } from '#app/survey/listening/EventPage.tsx';
import { NoteForm } from '#app/survey/listening/listening.ts';
import { changeNote, eventOf, takeOutNote } from '#app/survey/listening/run-listening.server.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { noteById } from '#db/listening.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Change a note');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'listening.edit');
  const { read } = theStore();
  const event = await eventOf(read, programme, params.eventId ?? '');
  const note = await noteById(read, event.authorityId, event.id, params.noteId ?? '');
  if (!note) throw new NotFound('note');
  const { text, saidBy, consent, version } = note;
  return {
    programmeId: programme.id,
    event: { id: event.id, title: event.title },
    note: { text, saidBy, consent, version },
  };
});

const Pressed = z.object({
  intent: z.enum(['save', 'take-out']),
  version: z.coerce.number().int().default(0),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'listening.edit');
  const where = { eventId: params.eventId ?? '', noteId: params.noteId ?? '' };
  const back = links.listeningEvent(programme.id, where.eventId);
  const pressed = await parseForm(request, Pressed);
  if (!pressed.ok) return badInput(pressed.problems, pressed.typed);
  if (pressed.value.intent === 'take-out') {
    await takeOutNote(person, programme, where, true);
    return redirectSaying(request, back, 'The note is taken out. You can put it back below.');
  }
  const read = parseFields(pressed.form, NoteForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    await changeNote(person, programme, where, pressed.value.version, read.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'text', message: error.message }], read.typed);
  }
  return redirectSaying(request, back, 'Saved.');
});

export default function EditNote() {
  const { programmeId, event, note } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.listening(programmeId), words: 'Listening exercises' },
          { href: links.listeningEvent(programmeId, event.id), words: event.title },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={event.title}>Change a note</Heading>
      <Form>
        <input type="hidden" name="version" value={note.version} />
        <TextArea name="text" label="What was said" rows={6} value={note.text} answer={answer} />
        <TextField
          name="saidBy"
          label="Who said it?"
          hint="The group, not the person"
          optional
          width={20}
          value={note.saidBy}
          answer={answer}
        />
        <ConsentField answer={answer} value={note.consent} />
        <div className="govuk-button-group">
          <Button intent="save">Save</Button>
          <Button intent="take-out" kind="secondary">
            Take this note out
          </Button>
        </div>
      </Form>
    </>
  );
}
