import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { GRADE_MEANS, GRADES, type Grade } from '#app/plan/coverage/packs.ts';
import type { StarterCost } from '#templates/costs/index.ts';
import { Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { COUNTS } from './benefit-types.ts';
import { COUNTS_NAMES } from './benefit-words.ts';
import type { AvoidedCost } from './case-rows.ts';
import type { Values } from './case-typed.ts';
import { pounds } from './money.ts';

type FormAnswer = { problems: readonly Problem[]; typed: Typed } | undefined;

/** The authority's list of costs that may be avoided, and the sourced list to begin from. */
export function AvoidedPage(props: {
  programmeId: string;
  avoided: readonly AvoidedCost[];
  starters: readonly StarterCost[];
  mayEdit: Answer;
  answer: FormAnswer;
}) {
  const { programmeId, avoided, starters, mayEdit } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.plan(programmeId), words: 'Delivery plan' },
          { href: links.money(programmeId), words: 'Money' },
          { href: links.benefit(programmeId), words: 'What it may save' },
        ]}
      />
      <ErrorSummary problems={props.answer?.problems} />
      <Heading>Costs that may be avoided</Heading>
      <p className="govuk-body">
        This list is the authority’s: every programme reckons with it. Each cost has its source, the
        year of its prices and a range.
      </p>
      <Table
        caption="The authority’s costs"
        rows={avoided}
        rowKey={({ id }) => id}
        empty={<p className="govuk-body">The list is empty.</p>}
        columns={[
          {
            header: 'What',
            rowHeader: true,
            cell: ({ id, what, per, note }) => (
              <>
                {mayEdit.yes ? (
                  <a className="govuk-link" href={links.avoidedCost(programmeId, id)}>
                    {what}
                  </a>
                ) : (
                  what
                )}
                <span className="tl-under">{[per, note].filter(Boolean).join('. ')}</span>
              </>
            ),
          },
          { header: 'Lowest', numeric: true, cell: ({ lowPence }) => pounds(lowPence) },
          { header: 'Likeliest', numeric: true, cell: ({ centralPence }) => pounds(centralPence) },
          { header: 'Highest', numeric: true, cell: ({ highPence }) => pounds(highPence) },
          {
            header: 'Prices',
            cell: ({ priceYear }) => (priceYear === '' ? 'Not known' : priceYear),
          },
          {
            header: 'Who saves',
            cell: ({ whoSaves, counts }) => (
              <>
                {whoSaves}
                {counts === 'society' ? (
                  <span className="tl-under">{COUNTS_NAMES[counts]}</span>
                ) : null}
              </>
            ),
          },
          {
            header: 'Source',
            cell: ({ source, sourceUrl, grade }) => (
              <>
                {sourceUrl === '' ? (
                  source
                ) : (
                  <a className="govuk-link" href={sourceUrl} rel="noreferrer">
                    {source}
                  </a>
                )}
                <span className="tl-under">{gradeWords(grade)}</span>
              </>
            ),
          },
        ]}
      />
      {mayEdit.yes ? <Starters starters={starters} /> : null}
      <section className="tl-noprint">
        <h2 className="govuk-heading-m">Add a cost of your own</h2>
        {mayEdit.yes ? (
          <Form className="tl-form">
            <AvoidedFields values={{}} answer={props.answer} />
            <Button intent="add">Add the cost</Button>
          </Form>
        ) : (
          <p className="govuk-body tl-reason">{mayEdit.reason}</p>
        )}
      </section>
    </>
  );
}

function gradeWords(grade: string): string {
  const known = GRADES.find((one) => one === grade);
  return known === undefined ? '' : `Grade ${known}: ${GRADE_MEANS[known satisfies Grade]}`;
}

function Starters({ starters }: { starters: readonly StarterCost[] }) {
  if (starters.length === 0) return null;
  return (
    <section className="tl-noprint">
      <h2 className="govuk-heading-m">Begin from a source</h2>
      {starters.map(({ id, what, low, high, priceYear, counts, source, note, grade }) => (
        <Form key={id}>
          <input type="hidden" name="starter" value={id} />
          <h3 className="govuk-heading-s">{what}</h3>
          <p className="govuk-body">
            {pounds(low * 100)} to {pounds(high * 100)}
            {priceYear === '' ? '' : `, prices of ${priceYear}`}. {COUNTS_NAMES[counts]}. {source}.{' '}
            {gradeWords(grade)}. {note}
          </p>
          <Button intent="take-starter" kind="secondary">
            Take it over<span className="govuk-visually-hidden">: {what}</span>
          </Button>
        </Form>
      ))}
    </section>
  );
}

/** What is asked about an avoided cost. */
export function AvoidedFields({ values, answer }: { values: Values; answer: FormAnswer }) {
  const field = (name: string) => ({ name, answer, value: values[name] });
  const money = { prefix: '£', inputMode: 'decimal', width: 10 } as const;
  return (
    <>
      <TextField
        {...field('what')}
        label="What is avoided"
        hint="Such as “A week of foster care”"
      />
      <TextField {...field('per')} label="Cost of" hint="Such as “a child, a week”" optional />
      <TextField {...field('low')} label="Lowest cost" {...money} />
      <TextField {...field('central')} label="Likeliest cost" {...money} />
      <TextField {...field('high')} label="Highest cost" {...money} />
      <TextField
        {...field('priceYear')}
        label="Prices of the financial year"
        hint="Such as 2025-26"
        width={10}
        optional
      />
      <TextField
        {...field('whoSaves')}
        label="Who saves it"
        hint="Such as “The council” or “The NHS”"
      />
      <Select
        {...field('counts')}
        label="What kind of value it is"
        hint="Only money that a budget saves is set against what is put in"
        options={COUNTS.map((counts) => ({ value: counts, label: COUNTS_NAMES[counts] }))}
      />
      <TextField {...field('source')} label="Where the cost comes from" />
      <TextField {...field('sourceUrl')} label="Address of the source" optional />
      <Select
        {...field('grade')}
        label="How well it is known"
        options={GRADES.map((grade) => ({
          value: grade,
          label: `${grade}: ${GRADE_MEANS[grade]}`,
        }))}
      />
      <TextArea {...field('note')} label="Note" rows={2} optional />
    </>
  );
}
