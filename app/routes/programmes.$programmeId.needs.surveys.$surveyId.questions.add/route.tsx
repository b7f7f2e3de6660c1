import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { AddQuestion } from '#app/survey/editor/AddQuestion.tsx';
import { addTo } from '#app/survey/editor/add-to.ts';
import { draftOf, editQuestions, namesEverUsed } from '#app/survey/editor/edit-questions.server.ts';
import { readNewQuestion } from '#app/survey/editor/new-question.ts';
import { problemsOfEdit } from '#app/survey/editor/said-edit.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Add a question');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'survey.edit');
  const { survey, definition, number } = await draftOf(
    theStore().read,
    programme,
    params.surveyId ?? '',
  );
  const { id, title } = survey;
  const where = addTo(definition, new URL(request.url).searchParams);
  return { programmeId: programme.id, survey: { id, title }, seen: number, ...where };
});

const Sent = z.object({
  seen: z.coerce.number().int(),
  title: z.string().default(''),
  kind: z.string('Select how it is answered'),
  answers: z.string().default(''),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'survey.edit');
  const surveyId = params.surveyId ?? '';
  const read = await parseForm(request, Sent);
  if (!read.ok) return badInput(read.problems, read.typed);
  const db = theStore().read;
  const draft = await draftOf(db, programme, surveyId);
  const { page, after } = addTo(draft.definition, new URL(request.url).searchParams);
  const made = readNewQuestion(read.value, await namesEverUsed(db, draft));
  if (!made.ok) return badInput(made.problems, read.typed);
  const edited = await editQuestions(person, programme, surveyId, read.value.seen, {
    kind: 'add',
    page: page.name,
    after: after === '' ? null : after,
    elements: [made.element],
  });
  if (edited.outcome !== 'saved') {
    const problems = edited.outcome === 'refused' ? edited.problems : [];
    return badInput(problemsOfEdit(problems, draft.definition, 'title'), read.typed);
  }
  const to = links.surveyQuestion(programme.id, surveyId, made.element.name);
  return redirectSaying(request, to, 'It is added. Look through the rest of it here.');
});

export default function Add() {
  const answer = useActionData<typeof action>();
  return <AddQuestion {...useLoaderData<typeof loader>()} answer={answer} />;
}
