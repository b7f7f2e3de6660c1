import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { draftOf, editQuestions } from '#app/survey/editor/edit-questions.server.ts';
import { problemsOfEdit, sayClash } from '#app/survey/editor/said-edit.ts';
import { pressedCondition, whenPage } from '#app/survey/editor/when-page.ts';
import { WhenPage } from '#app/survey/editor/WhenPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Who is asked');

const askedOf = (request: Request) => {
  const { searchParams } = new URL(request.url);
  const of = searchParams.get('of') === 'page' ? ('page' as const) : ('element' as const);
  return { of, name: searchParams.get('name') ?? '', question: searchParams.get('question') ?? '' };
};

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'survey.edit');
  const draft = await draftOf(theStore().read, programme, params.surveyId ?? '');
  const { of, name, question } = askedOf(request);
  const page = whenPage(draft.definition, of, name, question);
  if (!page) throw new NotFound('question');
  const { id, title } = draft.survey;
  return { programmeId: programme.id, survey: { id, title }, seen: draft.number, ...page };
});

const Sent = z.object({
  seen: z.coerce.number().int(),
  do: z.string(),
  question: z.string().default(''),
  operator: z.string().default(''),
  answers: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
  value: z.string().default(''),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'survey.edit');
  const surveyId = params.surveyId ?? '';
  const read = await parseForm(request, Sent);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { of, name } = askedOf(request);
  const { definition } = await draftOf(theStore().read, programme, surveyId);
  const pressed = pressedCondition(definition, of, name, read.value);
  if (!pressed.ok) return badInput([pressed.problem], read.typed);
  const operation = { kind: 'ask-when', of, name, visibleIf: pressed.visibleIf } as const;
  const edited = await editQuestions(person, programme, surveyId, read.value.seen, operation);
  switch (edited.outcome) {
    case 'saved':
      return redirectSaying(request, links.askWhen(programme.id, surveyId, of, name), 'Saved.');
    case 'refused':
      return badInput(problemsOfEdit(edited.problems, definition, 'condition'), read.typed);
    case 'clash':
      return badInput([{ field: 'condition', message: sayClash(edited.by, edited.clash.fields) }]);
  }
});

export default function AskWhen() {
  const answer = useActionData<typeof action>();
  return <WhenPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
