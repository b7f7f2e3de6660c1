import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { theoryIn } from '#app/theory/formats/read-file.ts';
import { readChosen, type Chosen } from '#app/theory/formats/read-theory-file.server.ts';
import {
  choicesOf,
  contentKept,
  fileNameTitle,
  ImportForm,
  previewOf,
} from '#app/theory/import-form.ts';
import { importTheory } from '#app/theory/import-theory.server.ts';
import { ChooseFile, ImportPreview } from '#app/theory/ImportPages.tsx';
import { ErrorSummary } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Bring in a theory of change');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'theory.edit');
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  return { programmeId: programme.id, boxesThere: theory?.boxes.length ?? null };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const parsed = await parseForm(request, ImportForm);
  if (!parsed.ok) return badInput(parsed.problems, parsed.typed);
  const form = parsed.value;
  const title = form.intent === 'read' ? fileNameTitle(form.file.name) : form.title;
  const content =
    form.intent === 'read'
      ? await readChosen(await chosenFiles([form.file, form.second]), title)
      : contentKept(form.content, title);
  const choices = choicesOf(parsed.form, content);
  const read = theoryIn(content, title, choices);
  const problems = read.ok
    ? []
    : read.problems.map(({ where, message }) => ({
        field: 'file',
        message: `${where}: ${message}`,
      }));
  if (problems.length > 0 && read.printed === undefined) return badInput(problems, parsed.typed);
  if (form.intent !== 'bring' || !read.ok) {
    return { problems, typed: {}, preview: previewOf(read, content, title, choices) };
  }
  const { boxes, links: drawn } = await importTheory(
    person,
    programme.id,
    { ...read.theory, title: form.title },
    form.meeting,
  );
  const said = `${many(boxes, 'box', 'boxes')} and ${many(drawn, 'link')} are in the theory.`;
  return redirectSaying(request, links.theory(programme.id), said);
});

/** The files that were chosen, with their bytes; a field that was left empty has none. */
async function chosenFiles(files: readonly (File | undefined)[]): Promise<Chosen[]> {
  const chosen = files.filter((file): file is File => file !== undefined && file.size > 0);
  return Promise.all(
    chosen.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

export default function ImportTheory() {
  const { programmeId, boxesThere } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const preview = answer && 'preview' in answer ? answer.preview : null;
  return (
    <>
      <Breadcrumbs
        trail={[{ href: links.theoryOutline(programmeId), words: 'Theory of change' }]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption="Theory of change">Bring in a theory of change</Heading>
      {preview === null ? (
        <ChooseFile answer={answer} />
      ) : (
        <ImportPreview preview={preview} boxesThere={boxesThere} />
      )}
    </>
  );
}
