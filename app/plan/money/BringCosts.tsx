import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { FileField, TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { COST_KIND_CHOICES, type CostKind } from './costs.ts';
import type { RowProblem } from './cost-file.ts';
import { poundsOrUnknown, sumInWords, type Sum } from './money.ts';
import { sayYear } from './years.ts';

/** What was read and is not kept yet. */
export interface CostsRead {
  sum: Sum;
  rows: {
    line: string;
    what: string;
    kind: CostKind;
    year: string;
    stream: string;
    amountPence: number | null;
  }[];
}

export interface BringAnswer {
  problems: readonly Problem[];
  typed: Typed;
  rowProblems?: readonly RowProblem[];
  read?: CostsRead;
}

/** Costs from a spreadsheet: pasted or as a file, checked first, kept after a second press. */
export function BringCosts(props: { programmeId: string; answer: BringAnswer | undefined }) {
  const { programmeId, answer } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.plan(programmeId), words: 'Delivery plan' },
          { href: links.money(programmeId), words: 'Money' },
          { href: links.costs(programmeId), words: 'Costs' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Bring costs in</Heading>
      <p className="govuk-body">
        Copy the rows in your spreadsheet with their headings and paste them here, or choose a CSV
        file. Only “What is paid for” must be there. Nothing is kept before you have seen what was
        read.{' '}
        <a className="govuk-link" href={links.costsTemplate(programmeId)}>
          Take an empty table away (CSV)
        </a>
      </p>
      {answer?.rowProblems ? <RowProblems problems={answer.rowProblems} /> : null}
      {answer?.read ? <Read read={answer.read} /> : null}
      <Form className="tl-form" upload>
        <TextArea
          name="text"
          label="Rows of costs"
          hint="The first row names the columns"
          rows={10}
          spellCheck={false}
          answer={answer}
        />
        <FileField name="file" label="Or a CSV file" accept=".csv,text/csv" optional />
        {answer?.read ? (
          <div className="govuk-button-group">
            <Button intent="keep">Keep these costs</Button>
            <Button intent="check" kind="secondary">
              Check again
            </Button>
          </div>
        ) : (
          <Button intent="check">Check the costs</Button>
        )}
      </Form>
    </>
  );
}

function RowProblems({ problems }: { problems: readonly RowProblem[] }) {
  return (
    <Table
      caption={`${many(problems.length, 'row')} to put right; nothing is kept`}
      rows={problems.slice(0, 100)}
      rowKey={({ line, message }) => `${line} ${message}`}
      columns={[
        { header: 'Line', numeric: true, cell: ({ line }) => (line === 0 ? '–' : line) },
        { header: 'What to put right', cell: ({ message }) => message },
      ]}
    />
  );
}

function Read({ read }: { read: CostsRead }) {
  return (
    <section className="govuk-inset-text">
      <p className="govuk-body">
        {many(read.rows.length, 'cost')}: {sumInWords(read.sum)}. Nothing is kept yet.
      </p>
      <Table
        caption="What was read"
        captionSize="s"
        rows={read.rows.slice(0, 200)}
        rowKey={(row) => String(read.rows.indexOf(row))}
        columns={[
          { header: 'What is paid for', rowHeader: true, cell: ({ what }) => what },
          { header: 'Plan line', cell: ({ line }) => (line === '' ? 'The whole programme' : line) },
          {
            header: 'Kind',
            cell: ({ kind }) => COST_KIND_CHOICES.find(({ value }) => value === kind)?.label,
          },
          { header: 'Year', cell: ({ year }) => sayYear(year) },
          {
            header: 'Paid from',
            cell: ({ stream }) => (stream === '' ? 'The stream of its line' : stream),
          },
          {
            header: 'Cost',
            numeric: true,
            cell: ({ amountPence }) => poundsOrUnknown(amountPence),
          },
        ]}
      />
    </section>
  );
}
