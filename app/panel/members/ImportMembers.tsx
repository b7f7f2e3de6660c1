import { links } from '#app/http/links.ts';
import type { Problem } from '#app/http/problems.ts';
import { FileField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { KIND_NAMES, kindOf } from '../member-lists.ts';
import { FILE_COLUMNS, type FileRow } from './members-file.ts';

interface Looked {
  rows: readonly FileRow[];
  ignored: readonly string[];
}

/** Bringing members in: first a look at what the file holds, then all of them or none. */
export function ImportMembers(props: {
  programmeId: string;
  answer: { problems: readonly Problem[]; looked: Looked | null } | undefined;
}) {
  const { programmeId, answer } = props;
  const problems = answer && { problems: answer.problems, typed: {} };
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.members(programmeId), words: 'Members' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Bring members in from a file</Heading>
      {answer?.looked ? <Look looked={answer.looked} /> : null}
      <h2 className="govuk-heading-m">
        {answer?.looked ? 'Or choose another file' : 'Choose a file'}
      </h2>
      <p className="govuk-body">
        A spreadsheet saved as CSV, with headings in the first line. Only “Name” must be there; the
        others may be left out: {FILE_COLUMNS.map(({ header }) => header).join(', ')}.
      </p>
      <Form upload>
        <FileField name="file" label="CSV file" accept=".csv,text/csv" answer={problems} />
        <Button intent="look" kind={answer?.looked ? 'secondary' : 'primary'}>
          Look at it
        </Button>
      </Form>
    </>
  );
}

function Look({ looked }: { looked: Looked }) {
  const good = looked.rows.flatMap(({ fields, known }) => (fields && !known ? [fields] : []));
  const wrong = looked.rows.filter(({ problems }) => problems.length > 0).length;
  const known = looked.rows.filter((row) => row.known).length;
  return (
    <section aria-labelledby="look">
      <h2 className="govuk-heading-m" id="look">
        What the file holds
      </h2>
      <p className="govuk-body">
        {many(good.length, 'member')} can be brought in.
        {known > 0
          ? ` ${many(known, 'row is', 'rows are')} about somebody who is there already.`
          : ''}
        {wrong > 0
          ? ` ${many(wrong, 'row has', 'rows have')} something wrong and would be left out: correct the file and choose it again.`
          : ''}
        {looked.ignored.length > 0
          ? ` Columns that are not used: ${looked.ignored.join(', ')}.`
          : ''}
      </p>
      {good.length > 0 ? (
        <Form>
          <input type="hidden" name="members" value={JSON.stringify(good)} />
          <Button intent="bring">Bring {many(good.length, 'member')} in</Button>
        </Form>
      ) : null}
      <Table
        caption="Row by row"
        captionSize="s"
        rows={looked.rows}
        rowKey={({ line }) => String(line)}
        empty={<p className="govuk-body">The file holds headings and no row.</p>}
        columns={[
          { header: 'Line', numeric: true, cell: ({ line }) => line },
          { header: 'Name', rowHeader: true, cell: ({ name }) => name || '–' },
          {
            header: 'On the panel as',
            cell: ({ fields }) => (fields ? KIND_NAMES[kindOf(fields.kind)] : '–'),
          },
          {
            header: 'What happens',
            cell: ({ problems, known: there }) =>
              problems.length > 0
                ? `✗ Left out. ${problems.join('. ')}`
                : there
                  ? 'Left out: is on the panel already'
                  : '✓ Brought in',
          },
        ]}
      />
    </section>
  );
}
