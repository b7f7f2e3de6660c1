import type { Problem, Typed } from '#app/http/problems.ts';
import { STRANDS } from '#app/needs/registers/choices.ts';
import { Choices, Select, TextField } from '#app/ui/Field.tsx';
import type { CostValues } from './cost-form.ts';
import type { CostChoices } from './costs-pages.ts';
import { COST_KIND_CHOICES, NO_STREAM, NO_STREAM_NAME } from './costs.ts';
import { yearOptions } from './years.ts';

/** What is asked about a cost. */
export function CostFields(props: {
  values: CostValues;
  choices: CostChoices;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { values, choices, answer } = props;
  return (
    <>
      <TextField
        name="what"
        label="What is paid for"
        hint="Such as “Two parenting practitioners, grade 7”"
        {...{ answer, value: values.what }}
      />
      <Select
        name="lineId"
        label="For which plan line"
        options={[
          { value: '', label: 'The whole programme' },
          ...choices.lines.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        {...{ answer, value: values.lineId }}
      />
      <Select
        name="kind"
        label="Kind of cost"
        options={COST_KIND_CHOICES}
        {...{ answer, value: values.kind }}
      />
      <TextField
        name="amount"
        label="Cost"
        hint="In pounds. Leave it empty while it is not known: it is never counted as nothing"
        inputMode="decimal"
        prefix="£"
        width={10}
        optional
        {...{ answer, value: values.amount }}
      />
      <Select
        name="year"
        label="Financial year"
        options={[
          { value: '', label: 'No one year, or not known' },
          ...yearOptions(choices.years, values.year),
        ]}
        {...{ answer, value: values.year }}
      />
      <Select
        name="streamId"
        label="Paid from"
        options={[
          { value: '', label: 'The stream of its plan line' },
          ...choices.streams.map(({ id, name }) => ({ value: id, label: name })),
          { value: NO_STREAM, label: NO_STREAM_NAME },
        ]}
        {...{ answer, value: values.streamId }}
      />
      <Select
        name="strand"
        label="Strand"
        options={[{ value: '', label: 'The strand of its plan line' }, ...STRANDS]}
        {...{ answer, value: values.strand }}
      />
      <Choices
        kind="checkboxes"
        small
        name="capital"
        label="Capital or revenue"
        options={[{ value: 'yes', label: 'This is capital' }]}
        values={values.capital === '' ? [] : [values.capital]}
        answer={answer}
      />
      <TextField name="note" label="Note" optional {...{ answer, value: values.note }} />
    </>
  );
}
