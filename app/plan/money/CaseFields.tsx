import { Select, TextArea, TextField } from '#app/ui/Field.tsx';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { AvoidedCost } from './case-rows.ts';
import type { Values } from './case-typed.ts';
import { sayRough } from './benefit-words.ts';
import { yearOptions } from './years.ts';

type FormAnswer = { problems: readonly Problem[]; typed: Typed } | undefined;

/** What is asked about a case for the plan in money. */
export function CaseFields(props: {
  values: Values;
  years: readonly string[];
  answer: FormAnswer;
}) {
  const { values, answer } = props;
  const field = (name: string) => ({ name, answer, value: values[name] });
  return (
    <>
      <TextField {...field('name')} label="Name of the case" />
      <Select
        {...field('firstYear')}
        label="First year"
        options={yearOptions(props.years, values['firstYear'])}
      />
      <TextField {...field('years')} label="How many years" inputMode="numeric" width={3} />
      <TextField
        {...field('discount')}
        label="Discount rate, per cent a year"
        hint="3.5 is the rate of HM Treasury’s Green Book for the first 30 years"
        inputMode="decimal"
        width={4}
      />
      <Allowance
        name="optimism"
        legend="Allowance for high hopes (optimism bias): by how many per cent the savings are brought down"
        field={field}
      />
      <TextField
        {...field('cost')}
        label="What is put in"
        hint="Leave it empty to take the costs of the plan, year by year"
        prefix="£"
        inputMode="decimal"
        width={10}
        optional
      />
      <Allowance
        name="overrun"
        legend="Allowance for higher costs: by how many per cent more may be put in than was reckoned; 0 where it is certain"
        field={field}
      />
      <TextArea {...field('note')} label="Note" rows={2} optional />
    </>
  );
}

/** Three shares in a row: the least, the likeliest and the largest allowance. */
function Allowance(props: {
  name: string;
  legend: string;
  field: (name: string) => { name: string; answer: FormAnswer; value: string | undefined };
}) {
  const { name, legend, field } = props;
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
      <div className="tl-year-fields">
        <TextField {...field(`${name}Low`)} label="Least" inputMode="decimal" width={4} />
        <TextField {...field(`${name}Central`)} label="Likeliest" inputMode="decimal" width={4} />
        <TextField {...field(`${name}High`)} label="Largest" inputMode="decimal" width={4} />
      </div>
    </fieldset>
  );
}

const SIDES = ['Low', 'Central', 'High'] as const;
const THREES = [
  { name: 'count', legend: 'How many a year', labels: ['Fewest', 'Likeliest', 'Most'] },
  {
    name: 'attribution',
    legend: 'Share due to this plan, per cent',
    labels: ['Lowest', 'Likeliest', 'Highest'],
  },
  {
    name: 'deadweight',
    legend: 'Share that would have come anyway, per cent',
    labels: ['Lowest', 'Likeliest', 'Highest'],
  },
] as const;

/** What is asked about one thing that a case says is avoided. */
export function ItemFields(props: {
  values: Values;
  avoided: readonly AvoidedCost[];
  answer: FormAnswer;
}) {
  const { values, answer } = props;
  const field = (name: string) => ({ name, answer, value: values[name] });
  return (
    <>
      <Select
        {...field('avoidedId')}
        label="What is avoided"
        options={props.avoided.map(({ id, what, lowPence, highPence }) => ({
          value: id,
          label: `${what} (${sayRough(BigInt(lowPence))} to ${sayRough(BigInt(highPence))})`,
        }))}
      />
      {THREES.map(({ name, legend, labels }) => (
        <fieldset className="govuk-fieldset" key={name}>
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
          <div className="tl-year-fields">
            {SIDES.map((side, at) => (
              <TextField
                key={side}
                {...field(`${name}${side}`)}
                label={labels[at]}
                inputMode="decimal"
                width={5}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <TextField
        {...field('fromYear')}
        label="The year of the case in which it begins"
        hint="1 is the first year"
        inputMode="numeric"
        width={2}
      />
      <TextArea
        {...field('basis')}
        label="On what these numbers rest"
        hint="A count of the authority, an evaluation, or whose judgement it is"
        rows={2}
        optional
      />
    </>
  );
}
