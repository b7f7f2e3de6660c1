import type { Problem, Typed } from '#app/http/problems.ts';
import { STRANDS } from '#app/needs/registers/choices.ts';
import { Choices, Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { EQUALITY_EFFECTS, EQUALITY_NAMES, LINE_STATUSES, STATUS_NAMES } from '#app/plan/plan.ts';
import type { Tags } from './line-page.ts';
import { RequirementChoices } from './RequirementChoices.tsx';
import { RISK_WORDS } from './risks.ts';
import { StepRows, WaitRows } from './StepRows.tsx';

type Answer = { problems: readonly Problem[]; typed: Typed; more?: boolean } | undefined;
type Part = { tags: Tags; answer: Answer; values: Typed };

/**
 * Everything that is asked about a plan line, in sections. Only what will be done must be filled in to
 * save; what a line still lacks is said beside it and never stands in the way.
 */
export function LineFields(props: { values?: Typed; tags: Tags; answer: Answer }) {
  const part = { ...props, values: props.values ?? {} };
  return (
    <>
      <WhatAndWhy {...part} />
      <Who {...part} />
      <When {...part} />
      <Money {...part} />
      <HowWeKnow {...part} />
      <Risk {...part} />
      <Equality {...part} />
      <Communications {...part} />
    </>
  );
}

/** A section with its heading, and the value of a field by its name. */
function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="tl-form-part">
      <h2 className="govuk-heading-m">{title}</h2>
      {children}
    </section>
  );
}

const valueOf = (values: Typed, name: string) => [values[name] ?? ''].flat()[0];
const listOf = (values: Typed, name: string) => [values[name] ?? []].flat();

function WhatAndWhy({ tags, answer, values }: Part) {
  return (
    <Section title="What and why">
      <TextArea
        name="title"
        label="What will be done"
        hint="One thing that somebody can be asked about, such as “Open two hubs on Thursday evenings”"
        rows={2}
        {...{ answer, value: valueOf(values, 'title') }}
      />
      <TextArea
        name="objective"
        label="What it is to achieve"
        hint="In a sentence: what is different for families when it is done"
        rows={2}
        {...{ answer, value: valueOf(values, 'objective') }}
      />
      {tags.activities.length === 0 ? (
        <p className="govuk-body tl-reason">
          The theory of change has no activity yet that this line could deliver.
        </p>
      ) : (
        <Choices
          name="activities"
          kind="checkboxes"
          label="Activities of the theory that it delivers"
          small
          options={tags.activities.map(({ id, label }) => ({ value: id, label }))}
          values={listOf(values, 'activities')}
          {...{ answer }}
        />
      )}
      <Select
        name="strand"
        label="Strand"
        options={[{ value: '', label: 'No strand yet' }, ...STRANDS]}
        {...{ answer, value: valueOf(values, 'strand') }}
      />
      <RequirementChoices {...{ tags, answer, values }} />
    </Section>
  );
}

function Who({ answer, values }: Part) {
  return (
    <Section title="Who">
      <TextField
        name="owner"
        label="Owner"
        hint="The person or role who answers for it"
        width={30}
        {...{ answer, value: valueOf(values, 'owner') }}
      />
      <TextArea
        name="partners"
        label="Partners"
        hint="Who does it with them, such as a trust, a school or a parents’ group"
        rows={2}
        {...{ answer, value: valueOf(values, 'partners') }}
      />
    </Section>
  );
}

function When({ tags, answer, values }: Part) {
  return (
    <Section title="When">
      <div className="tl-pair">
        <TextField
          name="startsOn"
          type="date"
          label="Starts"
          {...{ answer, value: valueOf(values, 'startsOn') }}
        />
        <TextField
          name="endsOn"
          type="date"
          label="Ends"
          {...{ answer, value: valueOf(values, 'endsOn') }}
        />
      </div>
      <Choices
        name="status"
        kind="radios"
        label="How far it is"
        inline
        small
        options={LINE_STATUSES.map((status) => ({ value: status, label: STATUS_NAMES[status] }))}
        values={[valueOf(values, 'status') || 'planned']}
        {...{ answer }}
      />
      <StepRows {...{ values, answer }} />
      <WaitRows {...{ values, answer }} others={tags.lines} />
    </Section>
  );
}

function Money({ tags, answer, values }: Part) {
  return (
    <Section title="Money">
      <div className="tl-pair">
        <TextField
          name="cost"
          label="Cost"
          hint="In pounds. Leave it empty while it is not known: that is not the same as nought"
          inputMode="decimal"
          prefix="£"
          width={10}
          {...{ answer, value: valueOf(values, 'cost') }}
        />
        <Select
          name="streamId"
          label="Paid from"
          hint="Streams are added on the page Money"
          options={[
            { value: '', label: 'No stream yet' },
            ...tags.streams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...{ answer, value: valueOf(values, 'streamId') }}
        />
      </div>
    </Section>
  );
}

function HowWeKnow({ tags, answer, values }: Part) {
  return (
    <Section title="How we know">
      <TextArea
        name="successCriteria"
        label="How you will know that it works"
        hint="Something that can be counted or seen, such as “Nine in ten families wait less than ten days”"
        rows={2}
        {...{ answer, value: valueOf(values, 'successCriteria') }}
      />
      {tags.measures.length === 0 ? (
        <p className="govuk-body tl-reason">The theory of change has no measure yet.</p>
      ) : (
        <Choices
          name="measures"
          kind="checkboxes"
          label="Measures of the theory that it should move"
          small
          options={tags.measures.map(({ id, label }) => ({ value: id, label }))}
          values={listOf(values, 'measures')}
          {...{ answer }}
        />
      )}
    </Section>
  );
}

const scores = (kind: keyof typeof RISK_WORDS) => [
  { value: '', label: 'Not said yet' },
  ...RISK_WORDS[kind].map((word, at) => ({ value: String(at + 1), label: `${at + 1} ${word}` })),
];

function Risk({ answer, values }: Part) {
  return (
    <Section title="Risk">
      <TextArea
        name="risk"
        label="What could go wrong"
        rows={2}
        {...{ answer, value: valueOf(values, 'risk') }}
      />
      <div className="tl-pair">
        <Select
          name="riskLikelihood"
          label="How likely"
          options={scores('likelihood')}
          {...{ answer, value: valueOf(values, 'riskLikelihood') }}
        />
        <Select
          name="riskSeverity"
          label="How bad"
          options={scores('severity')}
          {...{ answer, value: valueOf(values, 'riskSeverity') }}
        />
      </div>
      <TextField
        name="riskOwner"
        label="Who watches the risk"
        width={30}
        {...{ answer, value: valueOf(values, 'riskOwner') }}
      />
      <TextArea
        name="riskResponse"
        label="What is done about the risk"
        rows={2}
        {...{ answer, value: valueOf(values, 'riskResponse') }}
      />
    </Section>
  );
}

function Equality({ answer, values }: Part) {
  return (
    <Section title="Equality">
      <Choices
        name="equalityEffect"
        kind="radios"
        label="What it does for people with protected characteristics"
        hint="Age, disability, race, religion, sex, pregnancy and the others of the Equality Act 2010"
        small
        options={EQUALITY_EFFECTS.map((one) => ({ value: one, label: EQUALITY_NAMES[one] }))}
        values={[valueOf(values, 'equalityEffect') || 'unknown']}
        {...{ answer }}
      />
      <TextField
        name="equalityWho"
        label="For whom it is better or worse"
        {...{ answer, value: valueOf(values, 'equalityWho') }}
      />
      <TextArea
        name="equalityResponse"
        label="What is done about a worse effect"
        rows={2}
        {...{ answer, value: valueOf(values, 'equalityResponse') }}
      />
    </Section>
  );
}

function Communications({ answer, values }: Part) {
  return (
    <Section title="Communications">
      <TextArea
        name="communications"
        label="Who is told about it, when and how"
        rows={2}
        {...{ answer, value: valueOf(values, 'communications') }}
      />
    </Section>
  );
}

/** After the button that saves, so that Enter in a field saves and does not ask for rows. */
export function MoreRows() {
  return (
    <button
      type="submit"
      name="intent"
      value="more"
      className="govuk-button govuk-button--secondary"
    >
      Give me more empty rows for steps
    </button>
  );
}
