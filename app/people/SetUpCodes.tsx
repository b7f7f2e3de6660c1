import { ErrorSummary, Form, Button } from '#app/ui/Form.tsx';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Heading } from '#app/ui/Page.tsx';
import { QrCode } from '#app/ui/QrCode.tsx';
import { CodeField } from './PasswordFields.tsx';

/** How one-time codes are set up: look at the picture, or type the key, then show that it worked. */
export function SetUpCodes(props: {
  key4: string;
  qr: { size: number; path: string };
  required: boolean;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}) {
  return (
    <>
      <ErrorSummary problems={props.answer?.problems} />
      <Heading>Set up one-time codes</Heading>
      <p className="govuk-body">
        {props.required
          ? 'Your authority asks for a second step when you sign in with a password. '
          : ''}
        A password that somebody saw or guessed is then not enough: signing in also asks for a code
        from your phone.
      </p>
      <ol className="govuk-list govuk-list--number">
        <li>
          Have an authenticator application on your phone, such as Microsoft Authenticator, Google
          Authenticator or the password manager that you use.
        </li>
        <li>
          Add an account there and look at this picture with it:
          <div className="tl-code-picture">
            <QrCode {...props.qr} label="The key of your one-time codes, as a QR code" />
          </div>
        </li>
        <li>
          Or type this key there, without the spaces:
          <p className="govuk-body tl-key">
            <code>{props.key4}</code>
          </p>
        </li>
        <li>Type the six figures that it shows now.</li>
      </ol>
      <Form>
        <CodeField answer={props.answer} />
        <Button intent="set-up">Turn one-time codes on</Button>
      </Form>
    </>
  );
}

/** Ten codes for a day without the phone: shown this once. */
export function RecoveryCodes(props: { codes: readonly string[]; onHref: string; on: string }) {
  return (
    <>
      <Heading>Keep these recovery codes</Heading>
      <p className="govuk-body">
        Each of them lets you in once when you do not have your phone. Write them down or print this
        page, and keep them away from your computer. They are not shown again.
      </p>
      <ul className="govuk-list tl-recovery">
        {props.codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        <a className="govuk-button" href={props.onHref} role="button" draggable={false}>
          {props.on}
        </a>
      </p>
    </>
  );
}
