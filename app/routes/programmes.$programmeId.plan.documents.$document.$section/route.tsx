import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import {
  addOwnSection,
  keepSection,
  removeOwnSection,
} from '#app/plan/documents/arrange-document.server.ts';
import { isDocumentId } from '#app/plan/documents/documents.ts';
import { problemsOfWords, SectionForm } from '#app/plan/documents/section-form.ts';
import { readSectionPage } from '#app/plan/documents/section-page.server.ts';
import { sectionDifferences } from '#app/plan/documents/section-differences.ts';
import { SectionPage } from '#app/plan/documents/SectionPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('A section of a document');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'documents.arrange');
  const id = params['document'];
  if (!isDocumentId(id)) throw new NotFound('document');
  return readSectionPage(programme, id, params['section'] ?? '');
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'documents.arrange');
  const [id, section = ''] = [params['document'], params['section']];
  if (!isDocumentId(id)) throw new NotFound('document');
  const read = await parseForm(request, SectionForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { intent, ...fields } = read.value;
  const to = `${links.document(programme.id, id)}?arrange=yes`;
  if (intent === 'remove') {
    const { title } = await removeOwnSection(person, programme, id, section);
    return redirectSaying(request, to, `“${title}” is removed.`);
  }
  const page = await readSectionPage(programme, id, section);
  const problems = [
    ...(fields.title === '' && !page.section.computed
      ? [{ field: 'title', message: 'Write a heading for your section' }]
      : []),
    ...problemsOfWords(fields, page.figures),
  ];
  if (problems.length > 0) return badInput(problems, read.typed);
  try {
    if (section === 'new') {
      const own = await addOwnSection(person, programme, id, fields);
      return redirectSaying(
        request,
        `${to}#arrange-${own}`,
        `“${fields.title}” is added at the end.`,
      );
    }
    const saved = await keepSection(person, programme, id, section, fields);
    if (saved.outcome === 'saved') {
      return redirectSaying(request, `${to}#arrange-${section}`, `“${saved.title}” is saved.`);
    }
    const { theirs } = saved;
    const differences = sectionDifferences(fields, theirs);
    const answer = { problems: [], typed: read.typed, differences, version: theirs.version };
    return data(answer, { status: 409 });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'title', message: error.message }], read.typed);
  }
});

export default function Section() {
  return (
    <SectionPage page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
  );
}
