import { links } from '#app/http/links.ts';
import { Button, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { many, sayMoment } from '#app/ui/words.ts';

/** One-time codes that are set up: a new phone, new recovery codes, or none any more. */
export function YourCodes(props: {
  setUpAt: Date | null;
  recoveryLeft: number;
  required: boolean;
}) {
  return (
    <>
      <Heading>One-time codes</Heading>
      <p className="govuk-body">
        Set up on {props.setUpAt ? sayMoment(props.setUpAt) : 'another day'}.{' '}
        {many(props.recoveryLeft, 'recovery code')} left.
      </p>
      <h2 className="govuk-heading-m">A new phone</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={`${links.myCodes()}?anew`}>
          Set up one-time codes on another phone
        </a>
        . The old one’s codes end.
      </p>
      <h2 className="govuk-heading-m">New recovery codes</h2>
      <Form>
        <Button intent="recovery" kind="secondary">
          Make ten new recovery codes
        </Button>
      </Form>
      <h2 className="govuk-heading-m">Remove them</h2>
      {props.required ? (
        <p className="govuk-body tl-reason">Your authority asks for one-time codes.</p>
      ) : (
        <Form>
          <Button intent="remove" kind="warning">
            Remove my one-time codes
          </Button>
        </Form>
      )}
    </>
  );
}
