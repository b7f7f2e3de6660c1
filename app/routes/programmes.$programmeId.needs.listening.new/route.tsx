import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { EventFieldsForm } from '#app/survey/listening/EventFields.tsx';
import { EventForm } from '#app/survey/listening/listening.ts';
import { addEvent } from '#app/survey/listening/run-listening.server.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';

export const meta = () => titleOf('Record a listening exercise');

const THREE_YEARS = 3 * 365 * 86_400_000;

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'listening.edit');
  const now = new Date();
  return {
    programmeId: programme.id,
    values: {
      kind: '',
      title: '',
      place: '',
      heldOn: dayOf(now),
      facilitator: '',
      languages: 'English',
      heads: '',
      keepUntil: dayOf(new Date(now.getTime() + THREE_YEARS)),
    },
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'listening.edit');
  const read = await parseForm(request, EventForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const id = await addEvent(person, programme, read.value);
  const to = links.listeningEvent(programme.id, id);
  return redirectSaying(request, to, 'The exercise is recorded. Now note what was said.');
});

export default function NewExercise() {
  const { programmeId, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.listening(programmeId), words: 'Listening exercises' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Record a listening exercise</Heading>
      <Form>
        <EventFieldsForm answer={answer} values={values} />
        <Button>Record it</Button>
      </Form>
    </>
  );
}
