import type { Problem, Typed } from '#app/http/problems.ts';
import { typedOf } from '#app/http/problems.ts';
import { STRANDS } from '#app/needs/registers/choices.ts';
import { STREAM_KINDS, STREAM_PAYS } from '#app/plan/plan.ts';
import { Choices, Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { COST_KIND_CHOICES } from './costs.ts';
import { STREAM_KIND_NAMES } from './cuts.ts';
import { PAYS_NAMES, yearField, type StreamValues } from './stream-form.ts';
import { yearFrom } from './years.ts';

type StreamAnswer = { problems: readonly Problem[]; typed: Typed } | undefined;

/** What is asked about a funding stream. */
export function StreamFields(props: {
  values?: StreamValues;
  /** The financial years that are asked about. */
  years: readonly string[];
  answer: StreamAnswer;
}) {
  const { values, answer } = props;
  return (
    <>
      <TextField
        name="name"
        label="Name of the funding stream"
        hint="As finance calls it, such as “Best Start Family Hubs grant”"
        {...{ answer, value: values?.name }}
      />
      <Select
        name="kind"
        label="From whom it comes"
        options={STREAM_KINDS.map((kind) => ({ value: kind, label: STREAM_KIND_NAMES[kind] }))}
        {...{ answer, value: values?.kind }}
      />
      <TextField
        name="amount"
        label="What it holds"
        hint="In pounds, for the years of this programme"
        inputMode="decimal"
        prefix="£"
        width={10}
        {...{ answer, value: values?.amount }}
      />
      <YearFields {...props} />
      <TextField
        name="startsOn"
        type="date"
        label="The first day on which it pays"
        optional
        {...{ answer, value: values?.startsOn }}
      />
      <TextField
        name="endsOn"
        type="date"
        label="The last day on which it pays"
        optional
        {...{ answer, value: values?.endsOn }}
      />
      <Select
        name="pays"
        label="What it pays for"
        options={STREAM_PAYS.map((pays) => ({ value: pays, label: PAYS_NAMES[pays] }))}
        {...{ answer, value: values?.pays }}
      />
      <RingFence {...props} />
      <TextArea
        name="conditions"
        label="What it asks for in return"
        hint="Conditions of the grant, returns and reports"
        rows={3}
        optional
        {...{ answer, value: values?.conditions }}
      />
    </>
  );
}

/** What is asked about the years: those of the programme, and any other that was typed before. */
function YearFields({ values, years, answer }: Parameters<typeof StreamFields>[0]) {
  const typed = Object.keys({ ...values?.years, ...answer?.typed }).flatMap((field) => {
    const first = /^year-(\d{4})$/.exec(field)?.[1];
    return first === undefined ? [] : [yearFrom(Number(first))];
  });
  const asked = [...new Set([...years, ...typed])].sort();
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        What it has for each financial year (optional)
      </legend>
      <div className="tl-year-fields">
        {asked.map((year) => (
          <TextField
            key={year}
            name={yearField(year)}
            label={year}
            inputMode="decimal"
            prefix="£"
            width={10}
            answer={answer}
            value={values?.years[yearField(year)] ?? ''}
          />
        ))}
      </div>
    </fieldset>
  );
}

function RingFence({ values, answer }: Parameters<typeof StreamFields>[0]) {
  const isFenced = (name: 'ringStrands' | 'ringKinds') =>
    answer ? typedOf(answer.typed, name) !== '' : (values?.[name].length ?? 0) > 0;
  return (
    <>
      <TextField
        name="ringFence"
        label="What it may be spent on, in words"
        hint="Leave it empty if it may be spent on anything in the plan"
        optional
        {...{ answer, value: values?.ringFence }}
      />
      <details className="govuk-details" open={isFenced('ringStrands') || isFenced('ringKinds')}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">
            Ring-fence it to strands or kinds of cost
          </span>
        </summary>
        <div className="govuk-details__text">
          <Choices
            kind="checkboxes"
            small
            name="ringStrands"
            label="It may pay for these strands only"
            hint="Tick none if it may pay for any"
            options={STRANDS}
            values={values?.ringStrands ?? []}
            answer={answer}
          />
          <Choices
            kind="checkboxes"
            small
            name="ringKinds"
            label="It may pay for these kinds of cost only"
            hint="Tick none if it may pay for any"
            options={COST_KIND_CHOICES}
            values={values?.ringKinds ?? []}
            answer={answer}
          />
        </div>
      </details>
    </>
  );
}
