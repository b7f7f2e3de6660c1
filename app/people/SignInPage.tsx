import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { CurrentPassword } from './PasswordFields.tsx';

interface Answer {
  problems: Problem[];
  typed: Typed;
}

/** The door for staff: with the authority's accounts where there are such, and with a password. */
export function SignInPage(props: {
  /** Authorities whose staff may come with their own account; a few have a button, many an e-mail field. */
  withAccounts: readonly { authorityId: string; name: string }[];
  byEmail: boolean;
  next: string;
  trouble: string | null;
  answer: Answer | undefined;
}) {
  const { withAccounts, byEmail, answer } = props;
  const accounts = byEmail || withAccounts.length > 0;
  const problems = answer?.problems ?? (props.trouble ? [inTrouble(props.trouble)] : []);
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary problems={problems} />
        <Heading>Sign in</Heading>
        {accounts ? <WithAccount {...props} /> : null}
        {accounts ? <h2 className="govuk-heading-m">With a password</h2> : null}
        <div id="password-form">
          <Form>
            <TextField
              name="email"
              label="E-mail address"
              type="email"
              autoComplete="username"
              answer={answer}
              spellCheck={false}
            />
            <CurrentPassword answer={answer} />
            <Button>Sign in</Button>
          </Form>
        </div>
        <p className="govuk-body">
          Forgotten your password? Ask an administrator of your authority for a new one.
        </p>
      </div>
    </div>
  );
}

const inTrouble = (message: string) => ({ field: 'main', message });

function WithAccount({ withAccounts, byEmail, next, answer }: Parameters<typeof SignInPage>[0]) {
  return (
    <>
      <h2 className="govuk-heading-m">With your work account</h2>
      {withAccounts.map(({ authorityId, name }) => (
        <p className="govuk-body" key={authorityId}>
          <ButtonLink href={links.signInWith(authorityId, { next })}>
            Sign in with your {name} account
          </ButtonLink>
        </p>
      ))}
      {byEmail ? (
        <Form>
          <TextField
            name="work"
            label="Work e-mail address"
            hint="We send you to the sign-in page of your authority"
            type="email"
            autoComplete="username"
            answer={answer}
            spellCheck={false}
          />
          <Button intent="work">Continue</Button>
        </Form>
      ) : null}
    </>
  );
}
