import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { FileProblems } from '#app/needs/FileProblems.tsx';
import { summaryOf as problemOf } from '#app/needs/file-problems.ts';
import { importAreaFile } from '#app/needs/areas/import-area-file.server.ts';
import { summaryOf } from '#app/needs/areas/official-report.ts';
import { Choices, FileField, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

const CHOOSE = 'Choose the file to bring in';
const AreaFileForm = z.object({
  file: z.instanceof(File, { error: CHOOSE }).refine((file) => file.size > 0, CHOOSE),
  only: z.string().max(200, 'The name must be 200 characters or fewer').default(''),
  own: z.literal('yes').optional(),
});

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'needs.edit');
  return { programmeId: programme.id };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'needs.edit');
  const read = await parseForm(request, AreaFileForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { file, only, own } = read.value;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const came = await importAreaFile(person, programme, {
    fileName: file.name,
    bytes,
    only,
    isOwnCount: own === 'yes',
  });
  if (!came.ok) {
    const problems = [problemOf(came.problems, came.authorities ? 'only' : 'file')];
    const refused = {
      problems,
      typed: { only, own: own ?? '' },
      file: file.name,
      lines: came.problems,
    };
    return data({ ...refused, authorities: came.authorities ?? [] }, { status: 422 });
  }
  const { title, areas, notes } = summaryOf(came.official);
  const said = `${title}: ${many(areas, 'area')} brought in.`;
  if (came.official.what !== 'boundaries') {
    return redirectSaying(request, links.areaFile(programme.id, came.id), said);
  }
  const whole = [said, ...notes].join(' ');
  return redirectSaying(request, links.areaFiles(programme.id), whole);
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
          The file is recognised by what is in it. All of it comes in, or nothing.
        </p>
        <ul className="govuk-list govuk-list--bullet">
          <li>
            Figures by area (CSV): the indices of deprivation 2025 or 2019 (“File 7”), statistics of
            the Department for Education, population estimates and the census, children in low
            income families, or your own counts by small area or ward
          </li>
          <li>Boundaries of small areas or wards (GeoJSON), for maps</li>
          <li>
            Lookups and lists of codes (CSV): which ward a small area lies in, and what became of
            the small areas of 2011
          </li>
        </ul>
        {answer && 'lines' in answer ? <FileProblems {...answer} /> : null}
        <Form upload>
          <FileField
            name="file"
            label="The file"
            accept=".csv,.json,.geojson,text/csv"
            answer={answer}
          />
          <TextField
            name="only"
            label="Local authority to keep"
            hint="Its name or code, such as Halton or E06000006. Leave it empty when the file holds only yours, or when your authority’s code is set."
            optional
            width={20}
            answer={answer}
          />
          <Choices
            kind="checkboxes"
            small
            name="own"
            label="Whose figures are they?"
            options={[
              {
                value: 'yes',
                label: 'Our own counts of families or children, such as registrations',
                hint: 'Counts from 1 to 4 are then never shown.',
              },
            ]}
            answer={answer}
          />
          <Button>Bring the file in</Button>
        </Form>
      </div>
    </div>
  );
}
