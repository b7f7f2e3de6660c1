import type { ReactNode } from 'react';
import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Select, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { ROLE_NAMES, STAFF_ROLES } from './can.ts';
import type { SessionSeen } from './sessions.ts';
import { SessionsTable } from './SessionsTable.tsx';

interface Ways {
  name: string;
  role: string;
  hasPassword: boolean;
  codes: boolean;
  linked: boolean;
  directory: boolean;
}

/** One colleague, for an administrator: what they do, how they sign in, where they are signed in. */
export function OnePersonPage(props: {
  ways: Ways;
  sessions: readonly SessionSeen[];
  /** The address of an invitation that was just made. */
  invitation: string | null;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}) {
  const { ways, answer } = props;
  return (
    <>
      <Breadcrumbs trail={[{ href: links.people(), words: 'People' }]} />
      <ErrorSummary problems={answer?.problems} />
      <Heading>{ways.name}</Heading>
      <Form>
        <Select
          name="role"
          label="What they do"
          answer={answer?.typed['role'] === undefined ? undefined : answer}
          value={ways.role}
          options={STAFF_ROLES.map((one) => ({ value: one, label: ROLE_NAMES[one] }))}
        />
        <Button intent="role">Change the role</Button>
      </Form>
      <h2 className="govuk-heading-m">{ways.hasPassword ? 'Forgotten password' : 'Password'}</h2>
      <Form>
        <TextField
          name="password"
          label="New password"
          hint="12 characters or more. They are signed out everywhere."
          type="password"
          autoComplete="new-password"
          answer={answer}
        />
        <Button intent="password" kind="secondary">
          Set the new password
        </Button>
      </Form>
      <Account ways={ways} invitation={props.invitation} />
      {ways.codes ? (
        <Part
          heading="Lost phone"
          words="Takes their one-time codes and recovery codes away and signs them out. Make sure that it is they who ask."
          button={
            <Button intent="codes" kind="secondary">
              Take their one-time codes away
            </Button>
          }
        />
      ) : null}
      <h2 className="govuk-heading-m">Where they are signed in</h2>
      <SessionsTable caption="Their sessions" sessions={props.sessions} ends={false} />
      {props.sessions.length > 0 ? (
        <Form>
          <Button intent="sessions" kind="secondary">
            End all of their sessions
          </Button>
        </Form>
      ) : null}
      <Part
        heading="Close the account"
        words="They are signed out at once and cannot come back. Their name stays in the history."
        button={
          <Button intent="close" kind="warning">
            Close this account
          </Button>
        }
      />
    </>
  );
}

function Part(props: { heading: string; words: string; button: ReactNode }) {
  return (
    <>
      <h2 className="govuk-heading-m">{props.heading}</h2>
      <p className="govuk-body">{props.words}</p>
      <Form>{props.button}</Form>
    </>
  );
}

function Account({ ways, invitation }: { ways: Ways; invitation: string | null }) {
  if (ways.linked) {
    return (
      <Part
        heading="The authority’s account"
        words="They sign in with it. Take it off if it is another person’s now."
        button={
          <Button intent="unlink" kind="secondary">
            Take the account off
          </Button>
        }
      />
    );
  }
  if (!ways.directory) return null;
  return (
    <>
      <Part
        heading="The authority’s account"
        words="They have not signed in with it yet. An invitation is a link that works once, for a week, for whoever opens it and signs in with an account of your authority: give it to nobody else."
        button={
          <Button intent="invite" kind="secondary">
            Make an invitation
          </Button>
        }
      />
      {invitation === null ? null : (
        <div className="govuk-inset-text tl-address" role="status">
          Send them this address: {invitation}
        </div>
      )}
    </>
  );
}
