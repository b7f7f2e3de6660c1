import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { draftOf, editQuestions } from '#app/survey/editor/edit-questions.server.ts';
import { elementPage } from '#app/survey/editor/element-page.ts';
import { ElementPage } from '#app/survey/editor/ElementPage.tsx';
import { formOf, type ElementForm } from '#app/survey/editor/element-form.ts';
import { elementNamed } from '#app/survey/editor/place.ts';
import { readElementForm } from '#app/survey/editor/read-element-form.ts';
import { problemsOfEdit, sayClash } from '#app/survey/editor/said-edit.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Change a question');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'survey.edit');
  const draft = await draftOf(theStore().read, programme, params.surveyId ?? '');
  const page = elementPage(draft.definition, params.name ?? '');
  if (!page) throw new NotFound('question');
  const { id, title } = draft.survey;
  return { programmeId: programme.id, survey: { id, title }, seen: draft.number, page };
});

const Sent = z.looseObject({
  seen: z.coerce.number().int(),
  press: z.string().optional(),
  to: z.string().optional(),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'survey.edit');
  const [surveyId, name] = [params.surveyId ?? '', params.name ?? ''];
  const read = await parseForm(request, Sent);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { seen, press = 'save', to } = read.value;
  const { definition } = await draftOf(theStore().read, programme, surveyId);
  const element = elementNamed(definition, name);
  if (!element) throw new NotFound('question');
  const list = links.surveyQuestions(programme.id, surveyId);
  if (press === 'move-to') {
    const operation = { kind: 'move-to', name, page: to ?? '' } as const;
    const moved = await editQuestions(person, programme, surveyId, seen, operation);
    if (moved.outcome === 'saved') return redirectSaying(request, list, `You ${moved.what}.`);
    const problems = moved.outcome === 'refused' ? moved.problems : [];
    return badInput(problemsOfEdit(problems, definition, 'to'));
  }
  const form = readElementForm(element, read.typed, press);
  if (!form.ok) return badInput(form.problems, read.typed);
  const edited = await editQuestions(person, programme, surveyId, seen, {
    kind: 'change',
    name,
    form: form.form,
  });
  switch (edited.outcome) {
    case 'saved': {
      if (press === 'save')
        return redirectSaying(
          request,
          links.surveyQuestions(programme.id, surveyId, `change ${name}`),
          `You ${edited.what || 'changed nothing'}.`,
        );
      return redirectSaying(request, links.surveyQuestion(programme.id, surveyId, name), 'Saved.');
    }
    case 'refused':
      return badInput(problemsOfEdit(edited.problems, definition, 'title'), read.typed);
    case 'clash': {
      const now = elementNamed(edited.now.definition, name);
      const theirs: ElementForm | null = now ? formOf(now) : null;
      // Saved again, what was typed is laid over what stands now.
      const typed = { ...read.typed, seen: String(edited.now.number) };
      const message = sayClash(edited.by, edited.clash.fields);
      return data({ problems: [{ field: 'clash', message }], typed, theirs }, { status: 422 });
    }
  }
});

export default function ChangeQuestion() {
  const answer = useActionData<typeof action>();
  return <ElementPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
