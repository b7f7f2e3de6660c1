import { Button, Form } from '#app/ui/Form.tsx';

/** Taking something out: behind one more press, with what stays. */
export function TakeOut(props: { what: string; stays: string; intent?: string }) {
  return (
    <details className="govuk-details tl-noprint">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Take {props.what} out</span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">{props.stays}</p>
        <Form>
          <Button intent={props.intent ?? 'remove'} kind="warning">
            Take {props.what} out
          </Button>
        </Form>
      </div>
    </details>
  );
}
