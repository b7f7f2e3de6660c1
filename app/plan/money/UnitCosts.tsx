import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Select, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { STEP_OPTIONS } from './case-forms.ts';
import type { Values } from './case-typed.ts';
import { poundsOrUnknown } from './money.ts';
import { MoneyNav } from './MoneyNav.tsx';
import {
  sayDays,
  UNIT_KIND_NAMES,
  UNIT_KINDS,
  type UnitCost,
  type UnitResult,
} from './unit-cost.ts';
import { yearOptions } from './years.ts';

type FormAnswer = { problems: readonly Problem[]; typed: Typed } | undefined;
export type ShownUnit = { unit: UnitCost } & UnitResult;

/** What one member, family or attendance costs: results, reasons where there is none, and warnings. */
export function UnitCosts(props: {
  programmeId: string;
  units: readonly ShownUnit[];
  years: readonly string[];
  mayEdit: Answer;
  answer: FormAnswer;
}) {
  const { programmeId, units, mayEdit } = props;
  return (
    <>
      <ErrorSummary problems={props.answer?.problems} />
      <Heading size="xl">Unit costs</Heading>
      <MoneyNav programmeId={programmeId} here="unit-costs" />
      <p className="govuk-body-l">
        The cost of one member, family or attendance. Two of three figures give the third, and only
        where the cost and the count are of the same days.
      </p>
      <Table
        caption="Unit costs"
        rows={units}
        rowKey={({ unit }) => unit.id}
        empty={<p className="govuk-body">None is recorded yet.</p>}
        columns={[
          {
            header: 'Of what',
            rowHeader: true,
            cell: ({ unit }) => (
              <>
                <a className="govuk-link" href={links.unitCost(programmeId, unit.id)}>
                  {unit.what}
                </a>
                {unit.source === '' ? null : <span className="tl-under">{unit.source}</span>}
              </>
            ),
          },
          {
            header: 'Cost',
            numeric: true,
            cell: ({ unit }) => (
              <>
                {poundsOrUnknown(unit.costPence)}
                <span className="tl-under">{sayDays(unit.costPeriod)}</span>
              </>
            ),
          },
          {
            header: 'Count',
            numeric: true,
            cell: ({ unit }) =>
              unit.counted === null ? (
                '–'
              ) : (
                <>
                  {unit.counted.toLocaleString('en-GB')} {UNIT_KIND_NAMES[unit.kind].more}
                  <span className="tl-under">{sayDays(unit.countPeriod)}</span>
                </>
              ),
          },
          {
            header: 'Result',
            cell: ({ result, reason, warnings }) => (
              <>
                {result === null ? `– ${reason}` : <strong>{result.words}</strong>}
                {warnings.map((warning) => (
                  <span className="tl-under tl-lacks" key={warning}>
                    {warning}
                  </span>
                ))}
              </>
            ),
          },
        ]}
      />
      <section className="tl-noprint">
        <h2 className="govuk-heading-m">Add a unit cost</h2>
        {mayEdit.yes ? (
          <Form className="tl-form">
            <UnitFields values={{}} years={props.years} answer={props.answer} />
            <Button>Add the unit cost</Button>
          </Form>
        ) : (
          <p className="govuk-body tl-reason">{mayEdit.reason}</p>
        )}
      </section>
    </>
  );
}

/** What is asked about a unit cost. */
export function UnitFields(props: {
  values: Values;
  years: readonly string[];
  answer: FormAnswer;
}) {
  const { values, answer } = props;
  const field = (name: string) => ({ name, answer, value: values[name] });
  return (
    <>
      <TextField
        {...field('what')}
        label="What this is the cost of"
        hint="Such as “Members of the family hubs”"
      />
      <Select
        {...field('kind')}
        label="What is counted"
        options={UNIT_KINDS.map((kind) => ({ value: kind, label: UNIT_KIND_NAMES[kind].more }))}
      />
      <h2 className="govuk-heading-s">The cost</h2>
      <Select
        {...field('planYear')}
        label="The plan’s own costs of a year"
        hint="Or type a cost below"
        options={[
          { value: '', label: 'No, it is typed below' },
          ...yearOptions(props.years, values['planYear']),
        ]}
      />
      <TextField
        {...field('cost')}
        label="Cost"
        prefix="£"
        inputMode="decimal"
        width={10}
        optional
      />
      <Select {...field('costStep')} label="The cost is rounded" options={STEP_OPTIONS} />
      <TextField {...field('costFrom')} type="date" label="First day of the cost" optional />
      <TextField {...field('costTo')} type="date" label="Last day of the cost" optional />
      <h2 className="govuk-heading-s">The count</h2>
      <TextField {...field('counted')} label="How many" inputMode="numeric" width={10} optional />
      <Select {...field('countStep')} label="The count is rounded" options={STEP_OPTIONS} />
      <TextField {...field('countFrom')} type="date" label="First day of the count" optional />
      <TextField {...field('countTo')} type="date" label="Last day of the count" optional />
      <h2 className="govuk-heading-s">The cost of one, if it is printed</h2>
      <TextField
        {...field('unit')}
        label="Cost of one"
        prefix="£"
        inputMode="decimal"
        width={10}
        optional
      />
      <Select {...field('unitStep')} label="The cost of one is rounded" options={STEP_OPTIONS} />
      <TextField {...field('source')} label="Source" optional />
    </>
  );
}
