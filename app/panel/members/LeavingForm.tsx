import type { Problem, Typed } from '#app/http/problems.ts';
import { Select, TextField } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { many } from '#app/ui/words.ts';
import { LEFT_BECAUSE } from '../member-lists.ts';

/** Recording that somebody left: when, and why as one of a few codes. */
export function LeavingForm(props: {
  today: string;
  name: string;
  contactDays: number;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { contactDays, name, answer } = props;
  return (
    <details className="govuk-details govuk-!-margin-top-6" open={answer !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{name} has left the panel</span>
      </summary>
      <div className="govuk-details__text">
        <p>
          What {name} said stays counted. Their contact details and needs are deleted{' '}
          {contactDays === 0 ? 'at once' : `${many(contactDays, 'day')} later`}, and their personal
          link stops working. This cannot be undone.
        </p>
        <Form>
          <TextField
            name="leftOn"
            label="Left on"
            type="date"
            width={10}
            value={props.today}
            answer={answer}
          />
          <Select
            name="leftWhy"
            label="Why"
            hint="Counted, so that you see what would keep people on the panel."
            optional
            answer={answer}
            options={[{ value: '', label: 'Not known' }, ...LEFT_BECAUSE]}
          />
          <Button intent="left" kind="warning">
            Record that they left
          </Button>
        </Form>
      </div>
    </details>
  );
}
