import { links } from '#app/http/links.ts';
import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { FileField, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { CheckedTableView, WhatDoesNotAddUp } from './CheckedTableView.tsx';
import type { CheckedTable } from './printed-table.ts';

type Answer = { problems: readonly Problem[]; typed: Typed };

/** The first step: choose a table. Nothing is kept yet. */
export function ChooseTable({ answer }: { answer: Answer | undefined }) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary problems={answer?.problems} />
        <Heading>Check a table from a report</Heading>
        <p className="govuk-body">
          Copy the table as it is printed into a spreadsheet, totals and percentages included, and
          save it as CSV. Everything is worked out again. Nothing is kept until you say so.
        </p>
        <Form upload>
          <FileField name="file" label="The table" accept=".csv,text/csv" answer={answer} />
          <Button intent="check">Check the table</Button>
        </Form>
      </div>
    </div>
  );
}

/** The second step: what does not add up, beside the printed figures; keep it or let it be. */
export function KeepTable(props: { programmeId: string; answer: Answer; table: CheckedTable }) {
  const { answer, table } = props;
  return (
    <>
      <ErrorSummary problems={answer.problems} />
      <Heading caption="Checked, not kept yet">{table.title}</Heading>
      <WhatDoesNotAddUp table={table} />
      <CheckedTableView table={table} />
      <Form>
        <input type="hidden" name="cells" value={typedOf(answer.typed, 'cells')} />
        <input type="hidden" name="fileName" value={typedOf(answer.typed, 'fileName')} />
        <TextField
          name="title"
          label="What to call it"
          hint="With its report and year: “Attendance of adults, annual report 2024”."
          answer={answer}
        />
        <p className="govuk-body">
          The figures are kept as printed, with the remarks above. The report is quoted, not
          corrected.
        </p>
        <div className="govuk-button-group">
          <Button intent="keep">Keep this table</Button>
          <a className="govuk-link" href={links.importPrintedTable(props.programmeId)}>
            Choose another
          </a>
        </div>
      </Form>
    </>
  );
}
