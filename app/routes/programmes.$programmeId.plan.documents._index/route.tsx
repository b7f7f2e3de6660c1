import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { can } from '#app/people/can.ts';
import { readDocuments } from '#app/plan/documents/documents-page.server.ts';
import { DocumentsPage } from '#app/plan/documents/DocumentsPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Documents');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  return {
    programmeId: programme.id,
    documents: await readDocuments(programme),
    mayExport: can(person, 'plan.export', programme),
  };
});

export default function Documents() {
  return <DocumentsPage {...useLoaderData<typeof loader>()} />;
}
