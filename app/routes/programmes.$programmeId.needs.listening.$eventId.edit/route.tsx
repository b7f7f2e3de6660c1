import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseFields, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Conflict } from '#app/people/errors.ts';
import { EventFieldsForm } from '#app/survey/listening/EventFields.tsx';
import { EventForm, writeHeads } from '#app/survey/listening/listening.ts';
import { changeEvent, eventOf, takeOutEvent } from '#app/survey/listening/run-listening.server.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Change a listening exercise');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'listening.edit');
  const event = await eventOf(theStore().read, programme, params.eventId ?? '');
  const { id, kind, title, place, heldOn, facilitator, keepUntil, version } = event;
  return {
    programmeId: programme.id,
    id,
    version,
    removed: event.removedAt !== null,
    values: {
      ...{ kind, title, place, heldOn, facilitator, keepUntil },
      languages: event.languages.join(', '),
      heads: writeHeads(event.heads),
    },
  };
});

const Pressed = z.object({
  intent: z.enum(['save', 'take-out', 'put-back']),
  version: z.coerce.number().int().default(0),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'listening.edit');
  const eventId = params.eventId ?? '';
  const pressed = await parseForm(request, Pressed);
  if (!pressed.ok) return badInput(pressed.problems, pressed.typed);
  const { intent, version } = pressed.value;
  if (intent !== 'save') {
    const out = intent === 'take-out';
    await takeOutEvent(person, programme, eventId, out);
    const said = out ? 'The exercise is taken out. You can put it back below.' : 'It is put back.';
    return redirectSaying(request, links.listening(programme.id), said);
  }
  const read = parseFields(pressed.form, EventForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    await changeEvent(person, programme, eventId, version, read.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'title', message: error.message }], read.typed);
  }
  return redirectSaying(request, links.listeningEvent(programme.id, eventId), 'Saved.');
});

export default function EditExercise() {
  const { programmeId, id, version, removed, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.listening(programmeId), words: 'Listening exercises' },
          { href: links.listeningEvent(programmeId, id), words: values.title },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Change what is recorded</Heading>
      <Form>
        <input type="hidden" name="version" value={version} />
        <EventFieldsForm answer={answer} values={values} />
        <div className="govuk-button-group">
          <Button intent="save">Save</Button>
          <Button intent={removed ? 'put-back' : 'take-out'} kind="secondary">
            {removed ? 'Put it back' : 'Take it out, with its notes'}
          </Button>
        </div>
      </Form>
    </>
  );
}
