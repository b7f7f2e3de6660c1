import { Choices, TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import type { ReturnPageProps } from './ReturnPage.tsx';
import { OFFER_NAMES, type Answers } from './return.ts';

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** What no system can count. */
export function AnswerFields({ shown, version, answer, done }: ReturnPageProps) {
  const { offer, influenced, example, otherRoute } = shown.answers;
  return (
    <section>
      <h2 className="govuk-heading-l">What only you can say</h2>
      <Form>
        <input type="hidden" name="version" value={version} />
        <Choices
          kind="radios"
          name="offer"
          label="Is the Healthy Babies offer published? (SPCP01)"
          options={Object.entries(OFFER_NAMES).map(([value, label]) => ({ value, label }))}
          values={offer === '' ? [] : [offer]}
          answer={answer}
        />
        <TextField
          name="otherRoute"
          label="What “Other” stands for among the routes (SPCP04)"
          value={otherRoute}
          answer={answer}
          optional
        />
        <Choices
          kind="radios"
          name="influenced"
          label="Did feedback change the design or delivery in this quarter? (SPCP06)"
          options={YES_NO}
          values={influenced === '' ? [] : [influenced]}
          answer={answer}
        />
        {done.length > 0 ? (
          <div className="govuk-inset-text">
            <p className="govuk-body">Said in public to have been done in this quarter:</p>
            <ul className="govuk-list govuk-list--bullet">
              {done.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </div>
        ) : null}
        <TextArea
          name="example"
          label="An example of what changed (SPCP06a)"
          hint="Write false names, and age groups instead of exact ages"
          value={example}
          answer={answer}
          rows={5}
          optional
        />
        <Button intent="answers">Keep these answers</Button>
      </Form>
    </section>
  );
}

export function AnswersGiven({ answers }: { answers: Answers }) {
  const { offer, influenced, example, otherRoute } = answers;
  const rows = [
    ['Healthy Babies offer published (SPCP01)', offer === '' ? 'Not said' : OFFER_NAMES[offer]],
    ['What “Other” stands for (SPCP04)', otherRoute === '' ? '–' : otherRoute],
    [
      'Feedback changed design or delivery (SPCP06)',
      influenced === '' ? 'Not said' : influenced === 'yes' ? 'Yes' : 'No',
    ],
    ['Example (SPCP06a)', example === '' ? '–' : example],
  ] as const;
  return (
    <section>
      <h2 className="govuk-heading-l">What people said</h2>
      <dl className="govuk-summary-list">
        {rows.map(([key, value]) => (
          <div className="govuk-summary-list__row" key={key}>
            <dt className="govuk-summary-list__key">{key}</dt>
            <dd className="govuk-summary-list__value tl-lines">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
