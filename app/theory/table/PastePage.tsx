import type { Problem, Typed } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import { TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { Stamp, TypeField } from '../BoxFields.tsx';
import { typeName, type Theory } from '../graph.ts';
import type { PastedRow } from './paste.ts';

/** Rows of a spreadsheet become boxes: pasted, looked at, and only then added. */
export function PastePage(props: {
  programmeId: string;
  theory: Theory;
  mark: string;
  answer:
    | { problems: readonly Problem[]; typed: Typed; rows?: readonly PastedRow[] | undefined }
    | undefined;
}) {
  const { programmeId, theory, mark, answer } = props;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[{ href: links.theoryTable(programmeId), words: 'Table of the theory' }]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={theory.title}>Paste rows from a spreadsheet</Heading>
        <p className="govuk-body">
          One box a row. Give the columns names in the first row if you like: Type, Box,
          Explanation, Leads to, Why, or any other column of the table, such as “Who leads it”.
          Without names we read them in this order, and the type may be left out.
        </p>
        <Form>
          <Stamp theory={theory} mark={mark} />
          <TextArea name="text" rows={10} label="The rows" answer={answer} />
          <TypeField theory={theory} answer={answer} value="activity" />
          <p className="govuk-hint">The type of rows that name none.</p>
          <Button intent="look" kind={answer?.rows ? 'secondary' : 'primary'}>
            Look at what this makes
          </Button>
          {answer?.rows ? <Preview theory={theory} rows={answer.rows} /> : null}
        </Form>
      </div>
    </div>
  );
}

function Preview({ theory, rows }: { theory: Theory; rows: readonly PastedRow[] }) {
  const adding = rows.filter(({ passed }) => passed === null).length;
  return (
    <>
      <div id="preview" tabIndex={-1} autoFocus>
        <Table
          caption={adding === 0 ? 'Nothing to add' : `${many(adding, 'box', 'boxes')} to add`}
          rows={rows}
          rowKey={(row) => String(row.line)}
          columns={[
            { header: 'Line', cell: (row) => row.line },
            { header: 'Type', cell: (row) => typeName(theory, row.type).one },
            { header: 'Box', rowHeader: true, cell: (row) => row.label },
            {
              header: 'Leads to',
              cell: (row) =>
                row.reason === '' ? row.leadsTo : `${row.leadsTo}, because ${row.reason}`,
            },
            { header: '', cell: (row) => row.passed ?? 'Added' },
          ]}
        />
      </div>
      {adding === 0 ? null : (
        <Button intent="add">Add {many(adding, 'box', 'boxes')} to the theory</Button>
      )}
    </>
  );
}
