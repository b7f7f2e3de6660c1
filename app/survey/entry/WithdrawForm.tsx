import type { Problem, Typed } from '#app/http/problems.ts';
import { Select } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { WITHDRAWAL_REASONS } from './batch.ts';

/** Taking a form out of its batch, with the reason. */
export function WithdrawForm(props: {
  answer: { problems: Problem[]; typed: Typed } | undefined;
  noun: string;
}) {
  const { answer, noun } = props;
  const tried = answer?.typed['intent'] === 'withdraw';
  return (
    <details className="govuk-details" open={tried}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Take this {noun} out of the batch</span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">
          Its answers are deleted. If that was wrong, enter it again from the paper.
        </p>
        <Form>
          <Select
            name="reason"
            label="Why?"
            answer={tried ? answer : undefined}
            options={[
              { value: '', label: 'Choose the reason' },
              ...Object.entries(WITHDRAWAL_REASONS).map(([value, label]) => ({
                value,
                label: `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`,
              })),
            ]}
          />
          <Button intent="withdraw" kind="warning">
            Take it out
          </Button>
        </Form>
      </div>
    </details>
  );
}
