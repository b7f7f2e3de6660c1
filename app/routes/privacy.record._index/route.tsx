import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Conflict } from '#app/people/errors.ts';
import type { Person } from '#app/people/can.ts';
import { PrivacyDocumentPage } from '#app/privacy/DocumentPage.tsx';
import { RECORD_FIELDS, RecordForm } from '#app/privacy/documents/fields.ts';
import { readPrivacyDocument, writePrivacyDocument } from '#app/privacy/run-documents.server.ts';
import { ErrorSummary } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';

export { staffStyles as links };
export const meta = () => titleOf('Record of processing activities');

const which = ({ authorityId }: Person) =>
  ({ document: 'ropa', scope: authorityId, authorityId }) as const;

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  return readPrivacyDocument(person, which(person));
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const { person } = await requireStaff(request);
  const read = await parseForm(request, RecordForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    await writePrivacyDocument(person, which(person), read.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'controller', message: error.message }], read.value);
  }
  return redirectSaying(request, links.processingRecord(), 'The record is changed.');
});

export default function ProcessingRecord() {
  const { model, own, version } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      <Breadcrumbs trail={[{ href: links.privacy(), words: 'Personal data' }]} />
      <ErrorSummary problems={answer?.problems} />
      <Heading size="xl">Record of processing activities</Heading>
      <PrivacyDocumentPage
        {...{ model, own, version, answer }}
        fields={RECORD_FIELDS}
        withRisks={false}
        file={links.processingRecordFile}
      />
    </StaffFrame>
  );
}
