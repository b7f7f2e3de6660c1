import { links } from '#app/http/links.ts';
import { STRANDS } from '#app/needs/registers/choices.ts';
import { Button, ButtonLink, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { Table, type Column } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { COST_KIND_CHOICES } from './costs.ts';
import type { CostRow, CostsPageProps } from './costs-pages.ts';
import { poundsOrUnknown, sumInWords } from './money.ts';
import { MoneyNav } from './MoneyNav.tsx';
import { sayYear } from './years.ts';

/** Every cost of the plan: those of its lines, those of the whole programme, and estimates. */
export function CostsPage({ page }: { page: CostsPageProps }) {
  const { programmeId, rows, mayEdit } = page;
  return (
    <>
      <Heading size="xl">Costs</Heading>
      <MoneyNav programmeId={programmeId} here="costs" />
      <p className="govuk-body-l">
        The plan costs {sumInWords(page.sum)}. A line with no costs of its own stands here with its
        estimate.
      </p>
      {mayEdit.yes ? (
        <div className="govuk-button-group tl-noprint">
          <ButtonLink href={links.newCost(programmeId)}>Add a cost</ButtonLink>
          <a className="govuk-link" href={links.bringCosts(programmeId)}>
            Bring costs in from a spreadsheet
          </a>
          <a className="govuk-link" href={links.costsFile(programmeId)}>
            Take the costs away (CSV)
          </a>
        </div>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
      <Table
        caption="Costs of the plan"
        rows={rows}
        rowKey={({ id }) => id}
        columns={COLUMNS}
        empty={
          <p className="govuk-body">
            No cost is recorded yet. Begin with staff: it is usually the largest.
          </p>
        }
      />
      <Pages page={page} />
      {mayEdit.yes ? <Batches page={page} /> : null}
    </>
  );
}

const labelOf = (list: readonly { value: string; label: string }[], value: string) =>
  list.find((choice) => choice.value === value)?.label ?? '–';

const COLUMNS: Column<CostRow>[] = [
  {
    header: 'What is paid for',
    rowHeader: true,
    cell: ({ href, what, line, isEstimate }) => (
      <>
        <a className="govuk-link" href={href}>
          {what}
        </a>
        <span className="tl-under">
          {isEstimate ? 'Estimate of this plan line' : line === '' ? 'The whole programme' : line}
        </span>
      </>
    ),
  },
  {
    header: 'Kind',
    cell: ({ kind, capital }) => (
      <>
        {kind === '' ? 'Not broken down' : labelOf(COST_KIND_CHOICES, kind)}
        {capital ? <span className="tl-under">Capital</span> : null}
      </>
    ),
  },
  { header: 'Strand', cell: ({ strand }) => (strand === '' ? '–' : labelOf(STRANDS, strand)) },
  { header: 'Year', cell: ({ year }) => (year === '' ? sayYear('') : year) },
  { header: 'Paid from', cell: ({ stream }) => (stream === '' ? 'No stream yet' : stream) },
  {
    header: 'Cost',
    numeric: true,
    cell: ({ amountPence }) => poundsOrUnknown(amountPence),
  },
];

function Pages({ page: { programmeId, page, pages } }: { page: CostsPageProps }) {
  if (pages < 2) return null;
  return (
    <nav className="govuk-pagination tl-noprint" aria-label="Pages of costs">
      {page > 1 ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.costs(programmeId, `?page=${page - 1}`)} rel="prev">
            Earlier costs
          </a>
        </p>
      ) : null}
      <p className="govuk-body">
        Page {page} of {pages}
      </p>
      {page < pages ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.costs(programmeId, `?page=${page + 1}`)} rel="next">
            Further costs
          </a>
        </p>
      ) : null}
    </nav>
  );
}

function Batches({ page: { batches } }: { page: CostsPageProps }) {
  if (batches.length === 0) return null;
  return (
    <section className="tl-noprint">
      <h2 className="govuk-heading-m">Brought in together</h2>
      {batches.map(({ batch, count, first }) => (
        <Form key={batch}>
          <input type="hidden" name="batch" value={batch} />
          <p className="govuk-body">
            {many(count, 'cost')}, beginning with “{first}”.
          </p>
          <Button intent="take-out" kind="secondary">
            Take them out again
            <span className="govuk-visually-hidden">: those beginning with “{first}”</span>
          </Button>
        </Form>
      ))}
    </section>
  );
}
