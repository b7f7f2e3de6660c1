import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { CheckedTableView, WhatDoesNotAddUp } from '#app/needs/CheckedTableView.tsx';
import type { CheckedTable } from '#app/needs/printed-table.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { MoneyNav } from './MoneyNav.tsx';
import type { Reconciled } from './reconcile.ts';

export interface PrintedAnswer {
  problems: readonly Problem[];
  typed: Typed;
  table?: CheckedTable;
  reconciled?: Reconciled | null;
}

/** A table of costs out of a report, added up again; it can be kept as evidence. */
export function PrintedPage(props: {
  programmeId: string;
  mayKeep: Answer;
  answer: PrintedAnswer | undefined;
}) {
  const { programmeId, mayKeep, answer } = props;
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <Heading size="xl">Printed tables</Heading>
      <MoneyNav programmeId={programmeId} here="printed" />
      <p className="govuk-body-l">
        Paste a table of costs from a report, with its headings, totals and percentages. Everything
        is worked out again: what does not hold is shown beside what would.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={links.printedTables(programmeId)}>
          Tables that are kept already
        </a>
      </p>
      {answer?.reconciled ? <Parts reconciled={answer.reconciled} /> : null}
      {answer?.table ? (
        <>
          <WhatDoesNotAddUp table={answer.table} />
          <CheckedTableView table={answer.table} />
        </>
      ) : null}
      <Form className="tl-form">
        <TextArea
          name="text"
          label="The table"
          hint="Copied from a spreadsheet, or as CSV"
          rows={8}
          spellCheck={false}
          answer={answer}
        />
        <TextField
          name="title"
          label="What to call it"
          hint="With its report and year. It is needed to keep the table"
          optional
          answer={answer}
        />
        <div className="govuk-button-group">
          <Button intent="check">Check the table</Button>
          {mayKeep.yes && answer?.table ? (
            <Button intent="keep" kind="secondary">
              Keep it as evidence
            </Button>
          ) : null}
        </div>
        {mayKeep.yes ? null : <p className="govuk-body tl-reason">{mayKeep.reason}</p>}
      </Form>
    </>
  );
}

const figure = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
const percent = (value: number) =>
  `${value.toLocaleString('en-GB', { maximumFractionDigits: 3 })}%`;

function Parts({ reconciled }: { reconciled: Reconciled }) {
  const { total, sum, gap, parts, findings } = reconciled;
  return (
    <section>
      <h2 className="govuk-heading-m">The total and its parts</h2>
      {findings.length === 0 ? (
        <p className="govuk-body">The parts make the total, and the printed shares hold.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      )}
      <Table
        caption={`“${total.label}” and its parts`}
        rows={[
          ...parts.map((part) => ({ ...part, is: 'part' })),
          {
            label: 'The parts together',
            amount: sum,
            share: '',
            ofTotal: (sum / total.printed) * 100,
            ofSum: 100,
            is: 'sum',
          },
          {
            label: total.label,
            amount: total.printed,
            share: '',
            ofTotal: 100,
            ofSum: (total.printed / sum) * 100,
            is: 'total',
          },
          ...(gap === 0
            ? []
            : [
                {
                  label: 'Difference',
                  amount: gap,
                  share: '',
                  ofTotal: (gap / total.printed) * 100,
                  ofSum: (gap / sum) * 100,
                  is: 'gap',
                },
              ]),
        ]}
        rowKey={({ label, is }) => `${is} ${label}`}
        columns={[
          { header: 'What', rowHeader: true, cell: ({ label }) => label },
          { header: 'Amount', numeric: true, cell: ({ amount }) => figure(amount) },
          {
            header: 'Printed share',
            numeric: true,
            cell: ({ share }) => (share === '' ? '–' : share),
          },
          {
            header: 'Of the printed total',
            numeric: true,
            cell: ({ ofTotal }) => percent(ofTotal),
          },
          { header: 'Of the parts', numeric: true, cell: ({ ofSum }) => percent(ofSum) },
        ]}
      />
    </section>
  );
}
