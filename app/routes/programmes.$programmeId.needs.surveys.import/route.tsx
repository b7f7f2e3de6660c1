import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { allow } from '#app/people/allow.server.ts';
import { receiveFile } from '#app/survey/import/bring-file.server.ts';
import { ChooseFile } from '#app/survey/import/ChooseFile.tsx';
import { FileForm } from '#app/survey/import/upload.ts';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('A survey that was asked elsewhere');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.import');
  allow(person, 'survey.edit', programme);
  return { programmeId: programme.id };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.import');
  const read = await parseForm(request, FileForm);
  if (!read.ok) return badInput(read.problems);
  const { file } = read.value;
  const received = await receiveFile(person, programme, null, {
    fileName: file.name.slice(0, 300),
    bytes: new Uint8Array(await file.arrayBuffer()),
  });
  if (!received.ok) return badInput([{ field: 'file', message: received.message }]);
  return redirect(links.answerFile(programme.id, received.id));
});

export default function SurveyFromFile() {
  const { programmeId } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs trail={[{ href: links.surveys(programmeId), words: 'Surveys' }]} />
      <Heading>Bring in a survey that was asked elsewhere</Heading>
      <ChooseFile answer={useActionData<typeof action>()} asSurvey />
    </>
  );
}
