import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { summaryOf } from '#app/needs/file-problems.ts';
import { FileProblems } from '#app/needs/FileProblems.tsx';
import { importRegister } from '#app/needs/registers/import-register.server.ts';
import { SPECS } from '#app/needs/registers/spec.ts';
import { registerNamed } from '#app/needs/registers/which.ts';
import { FileField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';

const CHOOSE = 'Choose the file to bring in';
const RegisterFile = z.object({
  file: z.instanceof(File, { error: CHOOSE }).refine((file) => file.size > 0, CHOOSE),
});

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'needs.edit');
  return { programmeId: programme.id, register: registerNamed(params['register']) };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'needs.edit');
  const register = registerNamed(params['register']);
  const read = await parseForm(request, RegisterFile);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { file } = read.value;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const came = await importRegister(person, programme, register, bytes);
  if (!came.ok) {
    const problems = [summaryOf(came.problems, 'file')];
    return data({ problems, typed: {}, file: file.name, lines: came.problems }, { status: 422 });
  }
  const unread = came.unread.map((header) => `“${header}”`).join(', ');
  const left = unread === '' ? '' : ` These columns are not known and were left: ${unread}.`;
  const said = `${came.added} added, ${came.changed} changed.${left}`;
  return redirectSaying(request, links.placeRegister(programme.id, register), said);
});

export const meta = () => titleOf('Bring a register in');

export default function ImportRegister() {
  const { programmeId, register } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const spec = SPECS[register];
  const headings = [spec.nameLabel, ...spec.fields.map(({ label }) => label)];
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.needs(programmeId), words: 'Needs' },
            { href: links.placeRegister(programmeId, register), words: spec.title },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={spec.title}>Bring a file in</Heading>
        <p className="govuk-body">
          A workbook (XLSX) or CSV with one row for each {spec.one}. A row whose name is here
          already changes it; any other is added. Several choices in one cell are parted by
          semicolons. All rows come in, or none.
        </p>
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">The headings that are read</span>
          </summary>
          <div className="govuk-details__text">
            <ul className="govuk-list govuk-list--bullet">
              {headings.map((heading) => (
                <li key={heading}>{heading}</li>
              ))}
            </ul>
            <a
              className="govuk-link"
              href={links.exportPlaceRegister(programmeId, register, 'xlsx')}
            >
              A workbook with these headings, and what is in the register
            </a>
          </div>
        </details>
        {answer && 'lines' in answer ? <FileProblems {...answer} /> : null}
        <Form upload>
          <FileField name="file" label="The file" accept=".xlsx,.csv,text/csv" answer={answer} />
          <Button>Bring the file in</Button>
        </Form>
      </div>
    </div>
  );
}
