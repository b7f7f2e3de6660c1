import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { draftOf, editQuestions } from '#app/survey/editor/edit-questions.server.ts';
import { FilePage } from '#app/survey/editor/FilePage.tsx';
import { readQuestionnaireFile } from '#app/survey/editor/read-file.ts';
import { sayClash } from '#app/survey/editor/said-edit.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('A questionnaire as a file');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'survey.edit');
  const draft = await draftOf(theStore().read, programme, params.surveyId ?? '');
  const { id, title } = draft.survey;
  return { programmeId: programme.id, survey: { id, title }, seen: draft.number };
});

const Sent = z.object({
  seen: z.coerce.number().int(),
  file: z
    .instanceof(File, { error: 'Choose a file' })
    .refine((file) => file.size > 0, 'Choose a file'),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'survey.edit');
  const surveyId = params.surveyId ?? '';
  const parsed = await parseForm(request, Sent);
  if (!parsed.ok) return data({ problems: parsed.problems, refused: [] }, { status: 422 });
  const { file, seen } = parsed.value;
  const read = readQuestionnaireFile(new Uint8Array(await file.arrayBuffer()));
  if (!read.ok) {
    const message = `Nothing of “${file.name}” was taken in: ${read.problems.length === 1 ? 'one thing stands' : `${read.problems.length} things stand`} in the way`;
    return data(
      { problems: [{ field: 'file', message }], refused: read.problems },
      { status: 422 },
    );
  }
  const operation = { kind: 'replace', definition: read.definition } as const;
  const edited = await editQuestions(person, programme, surveyId, seen, operation);
  if (edited.outcome === 'clash') {
    const message = sayClash(edited.by, edited.clash.fields);
    return data({ problems: [{ field: 'file', message }], refused: [] }, { status: 422 });
  }
  if (edited.outcome === 'refused') {
    return data(
      { problems: [{ field: 'file', message: 'It cannot be asked' }], refused: edited.problems },
      { status: 422 },
    );
  }
  const notKept =
    read.notKept.length === 0
      ? ''
      : ` Left out, because it only changed the looks: ${read.notKept.join(', ')}.`;
  const changed = read.changed.length === 0 ? '' : ` ${read.changed.join(' ')}`;
  const said = `The questions of “${file.name}” are here.${changed}${notKept} Undo brings the old ones back.`;
  return redirectSaying(
    request,
    links.surveyQuestions(programme.id, surveyId),
    said.slice(0, 1500),
  );
});

export default function QuestionnaireFile() {
  const answer = useActionData<typeof action>();
  return <FilePage {...useLoaderData<typeof loader>()} answer={answer} />;
}
