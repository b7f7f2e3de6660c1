import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { FileProblems } from '#app/needs/FileProblems.tsx';
import { summaryOf } from '#app/needs/file-problems.ts';
import { importAreaFile } from '#app/needs/areas/import-area-file.server.ts';
import { FileField, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

const CHOOSE = 'Choose the file to bring in';
const AreaFileForm = z.object({
  file: z.instanceof(File, { error: CHOOSE }).refine((file) => file.size > 0, CHOOSE),
  only: z.string().max(200, 'The name must be 200 characters or fewer').default(''),
});

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'needs.edit');
  return { programmeId: programme.id };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'needs.edit');
  const read = await parseForm(request, AreaFileForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { file, only } = read.value;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const came = await importAreaFile(person, programme, { fileName: file.name, bytes, only });
  if (!came.ok) {
    const problems = [summaryOf(came.problems, came.authorities ? 'only' : 'file')];
    const refused = { problems, typed: { only }, file: file.name, lines: came.problems };
    return data({ ...refused, authorities: came.authorities ?? [] }, { status: 422 });
  }
  const said = `${came.file.title}: ${many(came.file.areas.length, 'area')} brought in.`;
  return redirectSaying(request, links.areaFile(programme.id, came.id), said);
});

export const meta = () => titleOf('Bring official figures in');

export default function ImportAreaFile() {
  const { programmeId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.needs(programmeId), words: 'Needs' },
            { href: links.areaFiles(programmeId), words: 'Official figures by area' },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading>Bring official figures in</Heading>
        <p className="govuk-body">
          A CSV file with one row an area and a column of area codes: the English indices of
          deprivation 2025 or 2019 (“File 7”), or statistics of the Department for Education or the
          Office for National Statistics. All of the file comes in, or nothing.
        </p>
        {answer && 'lines' in answer ? <FileProblems {...answer} /> : null}
        <Form upload>
          <FileField name="file" label="The file" accept=".csv,text/csv" answer={answer} />
          <TextField
            name="only"
            label="Local authority to keep"
            hint="Its name or code, such as Halton or E06000006. Leave it empty when the file holds only yours."
            optional
            width={20}
            answer={answer}
          />
          <Button>Bring the file in</Button>
        </Form>
      </div>
    </div>
  );
}
