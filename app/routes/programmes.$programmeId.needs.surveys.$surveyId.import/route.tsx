import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { receiveFile } from '#app/survey/import/bring-file.server.ts';
import { ChooseFile } from '#app/survey/import/ChooseFile.tsx';
import { askedNow, NEVER_OPENED } from '#app/survey/import/import-answers.server.ts';
import { FileForm } from '#app/survey/import/upload.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';

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
  const read = await parseForm(request, FileForm);
  if (!read.ok) return badInput(read.problems);
  const { file } = read.value;
  const received = await receiveFile(person, programme, params.surveyId ?? '', {
    fileName: file.name.slice(0, 300),
    bytes: new Uint8Array(await file.arrayBuffer()),
  });
  if (!received.ok) return badInput([{ field: 'file', message: received.message }]);
  return redirect(links.answerFile(programme.id, received.id));
});

export default function ImportAnswersPage() {
  const { programmeId, survey, notYet } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.surveys(programmeId), words: 'Surveys' },
          { href: links.survey(programmeId, survey.id), words: survey.title },
        ]}
      />
      <Heading caption={survey.title}>Bring answers in from a file</Heading>
      {notYet === null ? (
        <ChooseFile answer={answer} asSurvey={false} />
      ) : (
        <p className="govuk-body tl-reason">{notYet}</p>
      )}
    </>
  );
}
