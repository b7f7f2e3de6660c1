import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { STAFF_ROLES } from './can.ts';

type Answer = { problems: Problem[]; typed: Typed } | undefined;

/** How staff sign in, as the page shows it. */
export interface Seen {
  issuer: string;
  clientId: string;
  hasSecret: boolean;
  domains: readonly string[];
  trustsEmail: boolean;
  passwordsAllowed: boolean;
  mayAsk: boolean;
  roles: Readonly<Record<string, string>>;
  codeRequired: boolean;
  fromEnvironment: boolean;
  sureWayIn: boolean;
}

/** An administrator's page: the authority's accounts, passwords, and the second step. */
export function SigningInPage(props: {
  seen: Seen;
  redirectUri: string;
  signedOutUri: string;
  findings: readonly { good: boolean; words: string }[] | null;
  answer: Answer;
}) {
  const { seen, answer } = props;
  const ofDirectory = answer?.typed['intent'] === 'directory' ? answer : undefined;
  const ofPasswords = answer?.typed['intent'] === 'passwords' ? answer : undefined;
  return (
    <>
      <Breadcrumbs trail={[{ href: links.authority(), words: 'The authority' }]} />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Signing in</Heading>
      <h2 className="govuk-heading-m">With your authority’s accounts</h2>
      <p className="govuk-body">
        Staff can sign in with the account that they have at work (Microsoft Entra, or any other
        directory that speaks OpenID Connect). Give whoever runs it these two addresses, and enter
        here what they give you.
      </p>
      <dl className="govuk-summary-list">
        <Row name="Redirect address (web)" value={props.redirectUri} />
        <Row name="Address after signing out" value={props.signedOutUri} />
      </dl>
      {seen.fromEnvironment ? <Given seen={seen} /> : null}
      <Directory seen={seen} answer={ofDirectory} />
      {seen.issuer === '' ? null : <TryIt findings={props.findings} />}
      <Passwords seen={seen} answer={ofPasswords} />
    </>
  );
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{name}</dt>
      <dd className="govuk-summary-list__value tl-address">{value}</dd>
    </div>
  );
}

function Given({ seen }: { seen: Seen }) {
  return (
    <p className="govuk-inset-text">
      Whoever runs this server has set the directory: {seen.issuer}. What you enter below for it is
      kept, and used once they take theirs away.
    </p>
  );
}

function Directory({ seen, answer }: { seen: Seen; answer: Answer }) {
  return (
    <Form>
      <TextField
        name="issuer"
        label="Issuer"
        hint="For Entra: https://login.microsoftonline.com/, your tenant’s ID, then /v2.0. Leave it empty to stop signing in with accounts"
        answer={answer}
        value={seen.fromEnvironment ? '' : seen.issuer}
        spellCheck={false}
      />
      <TextField
        name="clientId"
        label="Client ID"
        hint="Entra calls it Application (client) ID"
        answer={answer}
        value={seen.fromEnvironment ? '' : seen.clientId}
        spellCheck={false}
      />
      <TextField
        name="clientSecret"
        label="Client secret"
        hint={
          seen.hasSecret
            ? 'One is kept, encrypted, and never shown. Leave this empty to keep it; type it again if you change the issuer or the client ID'
            : 'Its value, not its ID. It is kept encrypted and never shown again'
        }
        type="password"
        autoComplete="off"
        answer={answer}
      />
      <TextArea
        name="domains"
        label="Domains of your e-mail addresses"
        hint="What stands behind the @, one a line"
        rows={3}
        answer={answer}
        value={seen.domains.join('\n')}
        spellCheck={false}
      />
      <Choices
        kind="checkboxes"
        name="trustsEmail"
        label="The first time somebody comes"
        answer={answer}
        values={seen.trustsEmail ? ['yes'] : []}
        options={[
          {
            value: 'yes',
            label: 'Find their account here by their e-mail address',
            hint: 'Tick this only if nobody in your directory can choose or change the address that it gives for them. Otherwise invite each person from their page under People',
          },
        ]}
      />
      <Choices
        kind="checkboxes"
        name="mayAsk"
        label="Colleagues without an account here"
        answer={answer}
        values={seen.mayAsk ? ['yes'] : []}
        options={[
          {
            value: 'yes',
            label: 'May ask for an account',
            hint: 'You see them under People and decide. Nobody gets an account by themselves',
          },
        ]}
      />
      <TextArea
        name="roles"
        label="Roles of your directory"
        hint={`What somebody who asks is proposed as, one a line, such as: Hubs.Lead = lead. Ours are ${STAFF_ROLES.join(', ')}`}
        rows={3}
        optional
        answer={answer}
        value={Object.entries(seen.roles)
          .map(([theirs, ours]) => `${theirs} = ${ours}`)
          .join('\n')}
        spellCheck={false}
      />
      <Button intent="directory">Save</Button>
    </Form>
  );
}

function TryIt({ findings }: { findings: readonly { good: boolean; words: string }[] | null }) {
  return (
    <>
      <h2 className="govuk-heading-m">Try it</h2>
      {findings ? (
        <div role="status">
          <ul className="govuk-list">
            {findings.map(({ good, words }) => (
              <li key={words}>
                <strong className={`govuk-tag govuk-tag--${good ? 'green' : 'red'}`}>
                  {good ? 'Good' : 'Wrong'}
                </strong>{' '}
                {words}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <p className="govuk-body">
        Looks whether the directory answers and knows us, without anybody signing in.
      </p>
      <Form>
        <Button intent="try" kind="secondary">
          Try it
        </Button>
      </Form>
    </>
  );
}

function Passwords({ seen, answer }: { seen: Seen; answer: Answer }) {
  return (
    <>
      <h2 className="govuk-heading-m">Passwords</h2>
      {seen.sureWayIn ? null : (
        <p className="govuk-body tl-reason">
          Passwords can be turned off once an administrator has a password and one-time codes: they
          get in also when the directory does not answer.{' '}
          <a className="govuk-link" href={links.myCodes()}>
            Set up one-time codes
          </a>
        </p>
      )}
      <Form>
        <Choices
          kind="radios"
          name="passwords"
          label="Staff"
          answer={answer}
          values={[seen.passwordsAllowed ? 'allowed' : 'off']}
          options={[
            { value: 'allowed', label: 'May also sign in with an e-mail address and a password' },
            {
              value: 'off',
              label: 'Sign in with the authority’s accounts only',
              hint: 'Administrators with one-time codes can still use their password',
            },
          ]}
        />
        <Choices
          kind="checkboxes"
          name="codeRequired"
          label="Second step"
          answer={answer}
          values={seen.codeRequired ? ['yes'] : []}
          options={[
            {
              value: 'yes',
              label: 'A password needs a one-time code with it',
              hint: 'Whoever has none sets it up when they next sign in',
            },
          ]}
        />
        <Button intent="passwords">Save how passwords are used</Button>
      </Form>
    </>
  );
}
