import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { draftOf, editQuestions } from '#app/survey/editor/edit-questions.server.ts';
import { EditorTrail } from '#app/survey/editor/EditorNav.tsx';
import { pageNamed } from '#app/survey/editor/place.ts';
import { problemsOfEdit, sayClash } from '#app/survey/editor/said-edit.ts';
import { wordsIn } from '#app/survey/editor/words-of.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading, titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Change a page');

const nameIn = (request: Request) => new URL(request.url).searchParams.get('name') ?? '';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'survey.edit');
  const draft = await draftOf(theStore().read, programme, params.surveyId ?? '');
  const page = pageNamed(draft.definition, nameIn(request));
  if (!page) throw new NotFound('page');
  const { id, title } = draft.survey;
  return {
    programmeId: programme.id,
    survey: { id, title },
    seen: draft.number,
    page: { title: wordsIn(page.title), description: wordsIn(page.description) },
  };
});

const Line = z.string().max(1000, 'Use at most 1,000 characters').default('');
const Sent = z.object({ seen: z.coerce.number().int(), title: Line, description: Line });

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'survey.edit');
  const surveyId = params.surveyId ?? '';
  const read = await parseForm(request, Sent);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { seen, ...words } = read.value;
  const operation = { kind: 'change-page', name: nameIn(request), ...words } as const;
  const edited = await editQuestions(person, programme, surveyId, seen, operation);
  switch (edited.outcome) {
    case 'saved': {
      const to = links.surveyQuestions(programme.id, surveyId);
      return redirectSaying(request, to, 'The page is changed.');
    }
    case 'refused': {
      const { definition } = await draftOf(theStore().read, programme, surveyId);
      return badInput(problemsOfEdit(edited.problems, definition, 'title'), read.typed);
    }
    case 'clash': {
      const now = pageNamed(edited.now.definition, operation.name);
      const message = `${sayClash(edited.by, edited.clash.fields)}. The title is now “${wordsIn(now?.title)}”, the introduction “${wordsIn(now?.description)}”`;
      const typed = { ...read.typed, seen: String(edited.now.number) };
      return badInput([{ field: 'title', message }], typed);
    }
  }
});

export default function ChangePage() {
  const { programmeId, survey, seen, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.typed['seen'];
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <EditorTrail programmeId={programmeId} survey={survey} inside />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={survey.title}>Change a page</Heading>
        <Form>
          <input type="hidden" name="seen" value={typeof typed === 'string' ? typed : seen} />
          <TextField
            name="title"
            label="Title"
            hint="Stands in small letters above each of its questions"
            optional
            answer={answer}
            value={page.title}
          />
          <TextArea
            name="description"
            label="What stands before its first question"
            optional
            answer={answer}
            value={page.description}
          />
          <Button>Save</Button>
        </Form>
      </div>
    </div>
  );
}
