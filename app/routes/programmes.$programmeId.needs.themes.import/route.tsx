import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { FileProblemsList } from '#app/themes/FileProblemsList.tsx';
import { importCodebook } from '#app/themes/import-codebook.server.ts';
import { FileField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'themes.edit');
  return { programmeId: programme.id };
});

const FileForm = z.object({
  file: z
    .instanceof(File, { error: 'Choose a file' })
    .refine((file) => file.size > 0, 'Choose a file'),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'themes.edit');
  const read = await parseForm(request, FileForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const bytes = new Uint8Array(await read.value.file.arrayBuffer());
  const came = await importCodebook(person, programme, bytes);
  if (!came.ok) {
    const problems = [{ field: 'file', message: 'Nothing was brought in. Mend the file first.' }];
    return data({ problems, typed: {}, lines: came.problems }, { status: 422 });
  }
  const there = came.there === 0 ? '' : ` ${many(came.there, 'theme was', 'themes were')} there.`;
  const said = `${many(came.added, 'theme')} brought in.${there}`;
  return redirectSaying(request, links.coding(programme.id), said);
});

export const meta = () => titleOf('Bring a codebook in');

export default function ImportCodebook() {
  const { programmeId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="tl-reading">
      <Breadcrumbs trail={[{ href: links.coding(programmeId), words: 'What people wrote' }]} />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Bring a codebook in</Heading>
      <p className="govuk-body">
        A CSV file with a theme a row, in the columns Number, Theme, What belongs here, Example,
        What does not belong here, Notes. The number says the place: 2.1 stands under 2. A theme
        that is there already stays as it is.
      </p>
      {answer && 'lines' in answer ? <FileProblemsList problems={answer.lines} /> : null}
      <Form upload>
        <FileField name="file" label="The file" accept=".csv,text/csv" answer={answer} />
        <Button>Bring it in</Button>
      </Form>
    </div>
  );
}
