import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import {
  backToColumns,
  bringFileIn,
  chooseColumns,
  fileOnItsWay,
  leaveFile,
  surveyOfFile,
} from '#app/survey/import/bring-file.server.ts';
import { roleField } from '#app/survey/import/ChooseColumns.tsx';
import { FilePage } from '#app/survey/import/FilePage.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf, sayDay } from '#app/ui/words.ts';
import { columnsShown, FileStepForm, mappingIn } from './file-form.server.ts';

export const meta = () => titleOf('A file of answers');

/** Work under way: the page asks again by itself, unless somebody would rather it did not. */
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.import');
  const file = await fileOnItsWay(person, programme, params.fileId ?? '');
  const { id, surveyId, fileName, step, share, outcome, before } = file;
  const survey = surveyId === null ? null : await surveyOfFile(programme, surveyId);
  const still = new URL(request.url).searchParams.has('still');
  const working = ['reading', 'checking', 'storing'].includes(step);
  const shown = {
    programmeId: programme.id,
    survey: survey && { id: survey.id, title: survey.title },
    file: { id, fileName, step, share, outcome },
    still,
    before:
      before &&
      `This file was brought into “${before.title}” on ${sayDay(dayOf(before.importedAt))}. Bring it in again only if that is what you want.`,
    columns: step === 'columns' ? await columnsShown(programme, file) : null,
    laidOut: file.layout !== null,
  };
  return data(shown, working && !still ? { headers: { Refresh: '2' } } : {});
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.import');
  const id = params.fileId ?? '';
  const read = await parseForm(request, FileStepForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const file = await fileOnItsWay(person, programme, id);
  const here = links.answerFile(programme.id, id);
  switch (read.value.intent) {
    case 'check': {
      const mapped = mappingIn(read.typed, file);
      if (!mapped.ok) return badInput(mapped.problems, read.typed);
      const chosen = await chooseColumns(person, programme, id, mapped.mapping);
      if (chosen.ok) return redirect(here);
      const problems = chosen.problems.map(({ at, message }) => ({
        field: roleField(at),
        message,
      }));
      return badInput(problems, read.typed);
    }
    case 'back':
      await backToColumns(person, programme, id);
      return redirect(here);
    case 'store':
      await bringFileIn(person, programme, id, dayOf(new Date()));
      return redirect(here);
    case 'leave': {
      await leaveFile(person, programme, id);
      const to =
        file.surveyId === null
          ? links.surveyFromFile(programme.id)
          : links.importAnswers(programme.id, file.surveyId);
      return redirectSaying(request, to, 'Nothing of the file is kept.');
    }
  }
});

export default function AnswerFile() {
  const answer = useActionData<typeof action>();
  return <FilePage {...useLoaderData<typeof loader>()} answer={answer} />;
}
