import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import type { SessionSeen } from './sessions.ts';
import { SessionsTable } from './SessionsTable.tsx';

type Answer = { problems: Problem[]; typed: Typed } | undefined;

/** Somebody's own account: how they sign in, and where they are signed in. */
export function AccountPage(props: {
  name: string;
  role: string;
  authority: string;
  codes: { setUp: boolean; recoveryLeft: number };
  sessions: readonly SessionSeen[];
  answer: Answer;
}) {
  const { name, role, authority, answer } = props;
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <Heading>{name}</Heading>
      <p className="govuk-body">
        {role} at {authority}.
      </p>
      <ChangePassword answer={answer} />
      <OneTimeCodes {...props.codes} />
      <h2 className="govuk-heading-m">Where you are signed in</h2>
      <p className="govuk-body">
        We keep the kind of browser and the times, no address and no place. If you do not know one
        of these, end it and change your password.
      </p>
      <SessionsTable caption="Your sessions" sessions={props.sessions} ends />
      {props.sessions.length > 1 ? (
        <Form>
          <Button intent="others" kind="secondary">
            End all others
          </Button>
        </Form>
      ) : null}
      <h2 className="govuk-heading-m">Sign out everywhere</h2>
      <p className="govuk-body">Ends your sessions on every computer and phone, this one too.</p>
      <Form>
        <Button intent="everywhere" kind="secondary">
          Sign out everywhere
        </Button>
      </Form>
    </>
  );
}

function ChangePassword({ answer }: { answer: Answer }) {
  return (
    <>
      <h2 className="govuk-heading-m">Change your password</h2>
      <Form>
        <TextField
          name="currentPassword"
          label="Current password"
          type="password"
          autoComplete="current-password"
          answer={answer}
        />
        <TextField
          name="newPassword"
          label="New password"
          hint="12 characters or more. Three random words do well. You are signed out everywhere."
          type="password"
          autoComplete="new-password"
          answer={answer}
        />
        <Button intent="password">Change the password</Button>
      </Form>
    </>
  );
}

function OneTimeCodes({ setUp, recoveryLeft }: { setUp: boolean; recoveryLeft: number }) {
  return (
    <>
      <h2 className="govuk-heading-m">One-time codes</h2>
      <p className="govuk-body">
        {setUp
          ? `Signing in with your password also asks for a code from your phone. ${many(recoveryLeft, 'recovery code')} left.`
          : 'Your password alone lets you in. A code from your phone as a second step keeps out whoever learns it.'}{' '}
        <a className="govuk-link" href={links.myCodes()}>
          {setUp ? 'Change your one-time codes' : 'Set up one-time codes'}
        </a>
      </p>
    </>
  );
}
