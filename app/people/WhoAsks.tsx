import { Button, Form } from '#app/ui/Form.tsx';
import { sayMoment } from '#app/ui/words.ts';
import { ROLE_NAMES, STAFF_ROLES } from './can.ts';

/** Colleagues whom the directory knows and who would like an account here. */
export function WhoAsks(props: {
  asking: readonly {
    id: string;
    name: string;
    email: string | null;
    role: string | null;
    askedAt: Date;
  }[];
}) {
  return (
    <>
      <h2 className="govuk-heading-m">Who asks for an account</h2>
      {props.asking.map(({ id, name, email, role, askedAt }, at) => (
        <div className="tl-asks" key={id}>
          <p className="govuk-body">
            <strong>{name}</strong>
            {email ? `, ${email}` : ''}, asked on {sayMoment(askedAt)}
          </p>
          <Form>
            <input type="hidden" name="request" value={id} />
            <div className="govuk-form-group">
              <label className="govuk-label" htmlFor={`give-${at}`}>
                What {name} does
              </label>
              <select
                className="govuk-select"
                id={`give-${at}`}
                name="give"
                defaultValue={role ?? 'partner'}
              >
                {STAFF_ROLES.map((one) => (
                  <option key={one} value={one}>
                    {ROLE_NAMES[one]}
                  </option>
                ))}
              </select>
            </div>
            <Button intent="give">
              Give<span className="govuk-visually-hidden"> {name}</span> an account
            </Button>{' '}
            <Button intent="refuse" kind="secondary">
              Do not<span className="govuk-visually-hidden"> give {name} an account</span>
            </Button>
          </Form>
        </div>
      ))}
    </>
  );
}
