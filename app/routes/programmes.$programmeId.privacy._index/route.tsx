import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Conflict } from '#app/people/errors.ts';
import { PrivacyDocumentPage } from '#app/privacy/DocumentPage.tsx';
import { ASSESSMENT_FIELDS, AssessmentForm } from '#app/privacy/documents/fields.ts';
import { readPrivacyDocument, writePrivacyDocument } from '#app/privacy/run-documents.server.ts';
import { ErrorSummary } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import type { Programme } from '#db/people.ts';

export const meta = () => titleOf('Data protection impact assessment');

const which = ({ id, authorityId }: Programme) =>
  ({ document: 'dpia', scope: id, authorityId }) as const;

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'programme.edit');
  const { id: programmeId, title } = programme;
  return { programmeId, title, ...(await readPrivacyDocument(person, which(programme))) };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'programme.edit');
  const read = await parseForm(request, AssessmentForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const fields = read.value as Record<string, string> & { version: string };
  try {
    await writePrivacyDocument(person, which(programme), fields);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'controller', message: error.message }], fields);
  }
  return redirectSaying(
    request,
    links.impactAssessment(programme.id),
    'The assessment is changed.',
  );
});

export default function Assessment() {
  const { programmeId, title, model, own, version } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ href: links.editProgramme(programmeId), words: title }]} />
      <ErrorSummary problems={answer?.problems} />
      <Heading size="xl">Data protection impact assessment</Heading>
      <PrivacyDocumentPage
        {...{ model, own, version, answer }}
        fields={ASSESSMENT_FIELDS}
        withRisks
        file={(format) => links.impactAssessmentFile(programmeId, format)}
      />
    </>
  );
}
