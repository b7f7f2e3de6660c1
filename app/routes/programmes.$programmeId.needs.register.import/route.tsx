import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { importRegister, tableOfFile } from '#app/needs/register/import-register.server.ts';
import { FileProblemsList } from '#app/themes/FileProblemsList.tsx';
import { FileField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'needs.edit');
  return { programmeId: programme.id };
});

const FileForm = z.object({
  file: z
    .instanceof(File, { error: 'Choose a file' })
    .refine((file) => file.size > 0, 'Choose a file'),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'needs.edit');
  const read = await parseForm(request, FileForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const table = await tableOfFile(new Uint8Array(await read.value.file.arrayBuffer()));
  const came = table.ok ? await importRegister(person, programme, table) : table;
  if (!came.ok) {
    const problems = [{ field: 'file', message: 'Nothing was brought in. Mend the file first.' }];
    return data({ problems, typed: {}, lines: came.problems }, { status: 422 });
  }
  const there = came.there === 0 ? '' : ` ${many(came.there, 'need was', 'needs were')} there.`;
  const said = `${many(came.added, 'need')} brought in.${there}`;
  return redirectSaying(request, links.register(programme.id), said);
});

export const meta = () => titleOf('Bring needs in from a file');

export default function ImportNeeds() {
  const { programmeId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="tl-reading">
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.register(programmeId), words: 'Register of needs' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Bring needs in from a file</Heading>
      <p className="govuk-body">
        An Excel workbook or a CSV file with a need a row. Only the column “Need” must be there; the
        others are named as in the register that you can take away. A need of the same words is
        there already and stays as it is. Evidence does not come in from a file: put it behind each
        need.
      </p>
      {answer && 'lines' in answer ? <FileProblemsList problems={answer.lines} /> : null}
      <Form upload>
        <FileField name="file" label="The file" accept=".csv,.xlsx" answer={answer} />
        <Button>Bring them in</Button>
      </Form>
    </div>
  );
}
