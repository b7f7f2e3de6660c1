import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { many } from '#app/ui/words.ts';
import type { Tags } from './line-page.ts';
import { LINE_STATUSES, STATUS_NAMES } from './plan.ts';

type Answer = { problems: readonly Problem[]; typed: Typed } | undefined;

export interface LineValues {
  title: string;
  owner: string;
  startsOn: string;
  endsOn: string;
  milestone: string;
  cost: string;
  streamId: string;
  status: string;
  activities: readonly string[];
  requirements: readonly string[];
}

/** Everything that is asked about a plan line. Only what will be done must be filled in to save. */
export function LineFields(props: { values?: LineValues; tags: Tags; answer: Answer }) {
  const { values, tags, answer } = props;
  return (
    <>
      <TextArea
        name="title"
        label="What will be done"
        hint="One thing that somebody can be asked about, such as “Open two hubs on Thursday evenings”"
        rows={2}
        {...{ answer, value: values?.title }}
      />
      <TextField
        name="owner"
        label="Owner"
        hint="The person or role who answers for it"
        width={30}
        {...{ answer, value: values?.owner }}
      />
      <div className="tl-pair">
        <TextField
          name="startsOn"
          type="date"
          label="Starts"
          {...{ answer, value: values?.startsOn }}
        />
        <TextField name="endsOn" type="date" label="Ends" {...{ answer, value: values?.endsOn }} />
      </div>
      <TextField
        name="milestone"
        label="Milestone"
        hint="What will be there to see, such as “Both hubs open until 8pm by 1 September”"
        {...{ answer, value: values?.milestone }}
      />
      <div className="tl-pair">
        <TextField
          name="cost"
          label="Cost"
          hint="In pounds. Leave it empty while it is not known: that is not the same as nought"
          inputMode="decimal"
          prefix="£"
          width={10}
          {...{ answer, value: values?.cost }}
        />
        <Select
          name="streamId"
          label="Paid from"
          hint="Streams are added on the page Money"
          options={[
            { value: '', label: 'No stream yet' },
            ...tags.streams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...{ answer, value: values?.streamId }}
        />
      </div>
      <Choices
        name="status"
        kind="radios"
        label="How far it is"
        inline
        small
        options={LINE_STATUSES.map((status) => ({ value: status, label: STATUS_NAMES[status] }))}
        values={[values?.status ?? 'planned']}
        {...{ answer }}
      />
      <Activities {...{ tags, answer, values }} />
      <Requirements {...{ tags, answer, values }} />
    </>
  );
}

type Part = { tags: Tags; answer: Answer; values: LineValues | undefined };

function Activities({ tags, answer, values }: Part) {
  if (tags.activities.length === 0) {
    return (
      <p className="govuk-body tl-reason">
        The theory of change has no activity yet that this line could deliver.
      </p>
    );
  }
  return (
    <Choices
      name="activities"
      kind="checkboxes"
      label="Activities of the theory that it delivers"
      small
      options={tags.activities.map(({ id, label }) => ({ value: id, label }))}
      values={values?.activities ?? []}
      {...{ answer }}
    />
  );
}

function Requirements({ tags, answer, values }: Part) {
  const typed = answer?.typed['requirements'];
  const ticked = new Set(
    answer ? (typed === undefined ? [] : [typed].flat()) : (values?.requirements ?? []),
  );
  const problem = answer?.problems.find(({ field }) => field === 'requirements')?.message;
  return (
    <div
      className={`govuk-form-group${problem ? ' govuk-form-group--error' : ''}`}
      id="requirements"
      tabIndex={-1}
    >
      <h2 className="govuk-heading-s govuk-!-margin-bottom-2">
        Requirements that it helps to cover
      </h2>
      {problem ? (
        <p className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {problem}
        </p>
      ) : null}
      {tags.packs.length === 0 ? (
        <p className="govuk-body tl-reason">This programme follows no guidance pack yet.</p>
      ) : null}
      {tags.packs.map((pack) => (
        <div key={pack.title}>
          <p className="govuk-body">{pack.title}</p>
          {pack.sections.map((section) => (
            <Section key={section.title} {...{ section, ticked }} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Section(props: {
  section: Tags['packs'][number]['sections'][number];
  ticked: ReadonlySet<string>;
}) {
  const { section, ticked } = props;
  const count = section.requirements.filter(({ key }) => ticked.has(key)).length;
  return (
    <details className="govuk-details govuk-!-margin-bottom-3" open={count > 0}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {section.title} ({count > 0 ? `${count} of ` : ''}
          {many(section.requirements.length, 'requirement')})
        </span>
      </summary>
      <fieldset className="govuk-fieldset govuk-details__text">
        <legend className="govuk-visually-hidden">{section.title}</legend>
        <div className="govuk-checkboxes govuk-checkboxes--small">
          {section.requirements.map(({ key, id, text }) => (
            <div className="govuk-checkboxes__item" key={key}>
              <input
                className="govuk-checkboxes__input"
                type="checkbox"
                id={`requirement-${key}`}
                name="requirements"
                value={key}
                defaultChecked={ticked.has(key)}
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={`requirement-${key}`}>
                <strong>{id}</strong> {text}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
