import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { hideSection, moveSection } from '#app/plan/documents/arrange-document.server.ts';
import { DocumentPage } from '#app/plan/documents/DocumentPage.tsx';
import { readDocumentPage } from '#app/plan/documents/documents-page.server.ts';
import { isDocumentId } from '#app/plan/documents/documents.ts';
import { keepDocumentVersion } from '#app/plan/documents/export-document.server.ts';
import { DocumentForm } from '#app/plan/documents/section-form.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = ({ data }: { data?: { document: { title: string } } }) =>
  titleOf(data?.document.title ?? 'Document');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const id = params['document'];
  if (!isDocumentId(id)) throw new NotFound('document');
  return {
    programmeId: programme.id,
    document: await readDocumentPage(programme, id),
    arranging: new URL(request.url).searchParams.get('arrange') === 'yes',
    mayArrange: can(person, 'documents.arrange', programme),
    mayExport: can(person, 'plan.export', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const id = params['document'];
  if (!isDocumentId(id)) throw new NotFound('document');
  const read = await parseForm(request, DocumentForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const here = links.document(programme.id, id);
  try {
    const form = read.value;
    if (form.intent === 'keep-version') {
      const number = await keepDocumentVersion(person, programme, id, form.name);
      return redirectSaying(request, here, `Version ${number} is kept.`);
    }
    const { intent, section } = form;
    if (intent === 'hide' || intent === 'show') {
      const hidden = intent === 'hide';
      const { title } = await hideSection(person, programme, id, section, hidden);
      const done = hidden ? 'is left out. The document says so' : 'is back in the document';
      return redirectSaying(
        request,
        `${here}?arrange=yes#arrange-${section}`,
        `“${title}” ${done}.`,
      );
    }
    const { title } = await moveSection(person, programme, id, section, intent);
    return redirectSaying(
      request,
      `${here}?arrange=yes#arrange-${section}`,
      `“${title}” was moved ${intent}.`,
    );
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'arrange', message: error.message }], read.typed);
  }
});

export default function DocumentRoute() {
  return (
    <DocumentPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
  );
}
