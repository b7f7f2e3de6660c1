import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import {
  draftOf,
  editQuestions,
  goBackTo,
  stateBefore,
} from '#app/survey/editor/edit-questions.server.ts';
import { outlineOf } from '#app/survey/editor/outline.ts';
import { focusAfter, pressedOperation } from '#app/survey/editor/pressed.ts';
import { QuestionsPage } from '#app/survey/editor/QuestionsPage.tsx';
import { problemsOfEdit, sayClash } from '#app/survey/editor/said-edit.ts';
import { missingIn, textsOf } from '#app/survey/editor/texts.ts';
import { isSame } from '#app/survey/editor/merge.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { sayMoment } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Questions');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const draft = await draftOf(theStore().read, programme, params.surveyId ?? '');
  const { survey, definition, number, last, published } = draft;
  const languages = survey.languages ?? [];
  const texts = languages.length === 0 ? [] : textsOf(definition);
  return {
    programmeId: programme.id,
    survey: { id: survey.id, title: survey.title },
    pages: outlineOf(definition),
    seen: number,
    last: last && { who: last.byName, what: last.what, when: sayMoment(last.editedAt) },
    mayUndo: stateBefore(last) !== null,
    published: published
      ? { number: published.number, differs: !isSame(published.definition, definition) }
      : null,
    languages: languages.length,
    missing: languages.reduce((sum, code) => sum + missingIn(texts, code).length, 0),
    mayEdit: can(person, 'survey.edit', programme),
    focus: new URL(request.url).searchParams.get('at') ?? '',
  };
});

const Press = z.object({ do: z.string(), seen: z.coerce.number().int() });

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'survey.edit');
  const surveyId = params.surveyId ?? '';
  const read = await parseForm(request, Press);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { seen } = read.value;
  const back = (at = '') => links.surveyQuestions(programme.id, surveyId, at);
  if (read.value.do === 'undo') {
    const { last } = await draftOf(theStore().read, programme, surveyId);
    const to = stateBefore(last);
    if (to !== null) await goBackTo(person, programme, surveyId, seen, to);
    return redirectSaying(request, back(), 'The last change is taken back.');
  }
  const operation = pressedOperation(read.value.do);
  if (!operation) return badInput([{ field: 'questions', message: 'Press a button again' }]);
  const edited = await editQuestions(person, programme, surveyId, seen, operation);
  switch (edited.outcome) {
    case 'saved':
      return redirectSaying(request, back(focusAfter(read.value.do)), sayDone(edited.what));
    case 'refused': {
      const { definition } = await draftOf(theStore().read, programme, surveyId);
      return badInput(problemsOfEdit(edited.problems, definition, 'questions'));
    }
    case 'clash':
      return badInput([{ field: 'questions', message: sayClash(edited.by, edited.clash.fields) }]);
  }
});

function sayDone(what: string): string {
  return what === '' ? 'It is already so.' : `You ${what}.`;
}

export default function Questions() {
  const answer = useActionData<typeof action>();
  return <QuestionsPage {...useLoaderData<typeof loader>()} problems={answer?.problems} />;
}
