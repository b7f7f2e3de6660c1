import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Conflict } from '#app/people/errors.ts';
import { momentWords } from '#app/theory/history/moment.ts';
import { nameVersion } from '#app/theory/history/name-version.server.ts';
import { shownTheory } from '#app/theory/history/read-moment.server.ts';
import { lookedAt } from '#app/theory/looked-at.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Name a version of the theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'theory.edit');
  const shown = await shownTheory(theStore().read, programme, lookedAt(request.url));
  if (shown === undefined) throw redirect(links.startTheory(programme.id));
  const { theory, moment } = shown;
  return {
    programmeId: programme.id,
    theoryId: theory.id,
    title: theory.title,
    sequence: theory.sequence,
    words: moment === null ? 'as it is now' : momentWords(moment),
  };
});

const NameForm = z.object({
  theoryId: z.string().min(1),
  sequence: z.coerce.number().int().min(0),
  name: z.string().trim().min(1, 'Enter a name, such as “As consulted”').max(100),
  note: z.string().trim().max(1_000, 'Shorten the note to 1,000 characters or fewer'),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, NameForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    const id = await nameVersion(person, programme.id, read.value);
    const said = `The version is named “${read.value.name}”.`;
    return redirectSaying(request, links.theoryVersion(programme.id, id), said);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'name', message: error.message }], read.typed);
  }
});

export default function NameVersion() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[{ href: links.theoryHistory(page.programmeId), words: 'History of the theory' }]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={page.title}>Name a version</Heading>
      <p className="govuk-body">
        This names the theory {page.words}. It stays to be read and compared, whatever is changed
        later. Nothing is published by it.
      </p>
      <Form>
        <input type="hidden" name="theoryId" value={page.theoryId} />
        <input type="hidden" name="sequence" value={page.sequence} />
        <TextField
          name="name"
          label="What to call it"
          hint="For example, as consulted, or as approved by the board"
          answer={answer}
        />
        <TextArea
          name="note"
          label="What was decided, and by whom"
          hint="A role or a board, and the day"
          optional
          rows={3}
          answer={answer}
        />
        <Button>Name this version</Button>
      </Form>
    </>
  );
}
