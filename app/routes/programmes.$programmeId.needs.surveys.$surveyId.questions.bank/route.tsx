import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { QuestionBank } from '#app/survey/editor/AddQuestion.tsx';
import { addTo } from '#app/survey/editor/add-to.ts';
import { bankFor, fromBank } from '#app/survey/editor/bank.ts';
import { draftOf, editQuestions } from '#app/survey/editor/edit-questions.server.ts';
import { problemsOfEdit } from '#app/survey/editor/said-edit.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('The question bank');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'survey.edit');
  const draft = await draftOf(theStore().read, programme, params.surveyId ?? '');
  const { id, title } = draft.survey;
  return {
    programmeId: programme.id,
    survey: { id, title },
    seen: draft.number,
    parts: bankFor(draft.definition),
    ...addTo(draft.definition, new URL(request.url).searchParams),
  };
});

const Sent = z.object({
  seen: z.coerce.number().int(),
  key: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .default([])
    .refine((keys) => keys.length > 0, 'Tick at least one question'),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'survey.edit');
  const surveyId = params.surveyId ?? '';
  const read = await parseForm(request, Sent);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { definition } = await draftOf(theStore().read, programme, surveyId);
  const { page, after } = addTo(definition, new URL(request.url).searchParams);
  const { elements, dropped } = fromBank(definition, read.value.key);
  const back = links.surveyQuestions(programme.id, surveyId);
  if (elements.length === 0) return redirectSaying(request, back, 'They are asked already.');
  const edited = await editQuestions(person, programme, surveyId, read.value.seen, {
    kind: 'add',
    page: page.name,
    after: after === '' ? null : after,
    elements,
  });
  if (edited.outcome !== 'saved') {
    const problems = edited.outcome === 'refused' ? edited.problems : [];
    return badInput(problemsOfEdit(problems, definition, 'key'), read.typed);
  }
  const asked =
    dropped.length === 0
      ? ''
      : ` Asked of everybody for now, because what decides it is not asked here: ${dropped.join('; ')}.`;
  return redirectSaying(request, back, `You ${edited.what}.${asked}`);
});

export default function Bank() {
  const answer = useActionData<typeof action>();
  return <QuestionBank {...useLoaderData<typeof loader>()} answer={answer} />;
}
