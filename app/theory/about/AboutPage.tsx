import type { Problem, Typed } from '#app/http/problems.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { MoreFields, Stamp } from '../BoxFields.tsx';
import type { Conflict } from '../conflict.ts';
import { Conflicts } from '../Conflicts.tsx';
import { nameKey, TYPE_WORDS, type BoxType, type Theory } from '../graph.ts';
import { aboutFacts, aboutFields, OTHER_TYPES, TIER_TYPES, valuesOfAbout } from './about.ts';

type Answer =
  { problems: readonly Problem[]; typed: Typed; conflicts?: readonly Conflict[] } | undefined;

/** What is said of the whole theory, for reading. */
export function AboutFacts({ theory }: { theory: Theory }) {
  const facts = aboutFacts(theory);
  if (facts.length === 0) return <p className="govuk-body">Nothing is written down yet.</p>;
  return (
    <dl className="govuk-summary-list">
      {facts.map(({ label, value }) => (
        <div className="govuk-summary-list__row" key={label}>
          <dt className="govuk-summary-list__key">{label}</dt>
          <dd className="govuk-summary-list__value tl-prewrap">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The same for changing, with the authority's own names of the tiers. */
export function AboutForm(props: { theory: Theory; mark: string; answer: Answer }) {
  const { theory, mark, answer } = props;
  const values = valuesOfAbout(theory);
  const about = answer?.typed['intent'] === 'edit' ? answer : undefined;
  const fields = aboutFields(theory);
  const long = ['afterwards', 'unintended'];
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary problems={answer?.problems} />
        <Conflicts conflicts={answer?.conflicts ?? []} theory={theory} mark={mark} />
        <Form>
          <Stamp theory={theory} mark={`${mark}-edit`} />
          <input type="hidden" name="was" value={JSON.stringify(values)} />
          <h2 className="govuk-heading-m">About this theory</h2>
          {fields.map((field) =>
            long.includes(field.key) ? (
              <TextArea
                key={field.key}
                name={field.key}
                rows={4}
                optional
                label={field.label}
                hint={field.hint}
                answer={about}
                value={values[field.key]}
              />
            ) : (
              <MoreFields key={field.key} answer={about} fields={[field]} values={values} />
            ),
          )}
          <h2 className="govuk-heading-m">Your own names</h2>
          <p className="govuk-body">
            Call the columns what people here call them, in the plural. Leave a name empty to keep
            the usual one.
          </p>
          <Names types={TIER_TYPES} answer={about} values={values} />
          <details className="govuk-details">
            <summary className="govuk-details__summary">
              <span className="govuk-details__summary-text">Names of the other columns</span>
            </summary>
            <Names types={OTHER_TYPES} answer={about} values={values} />
          </details>
          <Button intent="edit">Save</Button>
        </Form>
      </div>
    </div>
  );
}

function Names(props: {
  types: readonly BoxType[];
  answer: Answer;
  values: Readonly<Record<string, string>>;
}) {
  return props.types.map((type) => (
    <TextField
      key={type}
      name={nameKey(type)}
      optional
      label={`Our name for “${TYPE_WORDS[type].many}”`}
      width={30}
      answer={props.answer}
      value={props.values[nameKey(type)]}
    />
  ));
}
