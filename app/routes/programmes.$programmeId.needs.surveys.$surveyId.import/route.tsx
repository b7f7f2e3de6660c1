import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { askedNow, importAnswers, NEVER_OPENED } from '#app/survey/import/import-answers.server.ts';
import { CheckRows, ChooseColumns, ChooseFile } from '#app/survey/import/ImportAnswers.tsx';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { dayOf, many } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';
import { carriedFile, ImportForm, placesOf, stepOf } from './import-steps.server.ts';

export const meta = () => titleOf('Bring answers in');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'answers.import');
  const survey = await surveyOf(theStore().read, programme, params.surveyId ?? '');
  const asked = await askedNow(programme, survey.id);
  return {
    programmeId: programme.id,
    survey: { id: survey.id, title: survey.title },
    notYet: asked ? null : NEVER_OPENED,
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.import');
  const surveyId = params.surveyId ?? '';
  const read = await parseForm(request, ImportForm);
  if (!read.ok) return data({ step: 'file' as const, problems: read.problems }, { status: 422 });
  const asked = await askedNow(programme, surveyId);
  const file = await carriedFile(read.value);
  if (!asked || !file.ok) {
    const message = file.ok ? NEVER_OPENED : file.message;
    return data({ step: 'file' as const, problems: [{ field: 'file', message }] }, { status: 422 });
  }
  const places = placesOf(read.value, asked.rules.questions);
  if (read.value.intent === 'store') {
    const given = { ...file, places };
    const brought = await importAnswers(person, programme, surveyId, given, dayOf(new Date()));
    if (brought.ok) {
      const said = `${many(brought.rows, 'answer')} came in from “${file.fileName}”.`;
      return redirectSaying(request, links.survey(programme.id, surveyId), said);
    }
    const problems = brought.problems
      .slice(0, 1)
      .map(({ message }) => ({ field: 'file', message }));
    return data({ step: 'file' as const, problems }, { status: 422 });
  }
  const step = stepOf(read.value.intent, file, asked.rules, places);
  return data(step, { status: step.step === 'columns' || step.sound ? 200 : 422 });
});

export default function ImportAnswersPage() {
  const { programmeId, survey, notYet } = useLoaderData<typeof loader>();
  const came = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.surveys(programmeId), words: 'Surveys' },
          { href: links.survey(programmeId, survey.id), words: survey.title },
        ]}
      />
      <Heading caption={survey.title}>Bring answers in from a file</Heading>
      {notYet !== null ? (
        <p className="govuk-body tl-reason">{notYet}</p>
      ) : came === undefined || came.step === 'file' ? (
        <ChooseFile answer={came && { problems: came.problems, typed: {} }} />
      ) : came.step === 'columns' ? (
        <ChooseColumns {...came} />
      ) : (
        <CheckRows {...came} />
      )}
    </>
  );
}
