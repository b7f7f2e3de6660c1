import type { Problem, Typed } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { CodeField, CurrentPassword } from './PasswordFields.tsx';

/** How somebody can show that it is still them. */
export interface WaysShown {
  name: string;
  password: boolean;
  code: boolean;
  /** The demonstration on this machine: its people have no password. */
  press: boolean;
  /** The authority's account: whose directory. */
  account: { authorityId: string; name: string } | null;
}

/** Asked before answers leave as a file, and before somebody changes who may come in. */
export function ConfirmPage(props: {
  ways: WaysShown;
  next: string;
  /** Why the directory did not confirm it. */
  trouble: string | null;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}) {
  const { ways, next, answer } = props;
  const none = !ways.password && !ways.press && ways.account === null;
  return (
    <>
      <ErrorSummary problems={answer?.problems ?? inTrouble(props.trouble)} />
      <Heading>Confirm that it is you</Heading>
      <p className="govuk-body">
        You are signed in as {ways.name}. What comes next takes away what families told us, or
        changes who may come in, so we ask again after a quarter of an hour.
      </p>
      {ways.account ? (
        <p className="govuk-body">
          <ButtonLink href={links.signInWith(ways.account.authorityId, { next, for: 'confirm' })}>
            Confirm with your {ways.account.name} account
          </ButtonLink>
        </p>
      ) : null}
      {ways.password ? (
        <Form>
          <CurrentPassword answer={answer} />
          {ways.code ? <CodeField answer={answer} hint="Or one of your recovery codes" /> : null}
          <Button>Confirm</Button>
        </Form>
      ) : null}
      {ways.press ? (
        <Form>
          <p className="govuk-body">
            People of the demonstration have no password. On this machine a press is enough.
          </p>
          <Button intent="press">Confirm</Button>
        </Form>
      ) : null}
      {none ? (
        <p className="govuk-body">Sign out and sign in again, then come back to this.</p>
      ) : null}
    </>
  );
}

const inTrouble = (message: string | null) =>
  message === null ? [] : [{ field: 'main', message }];

/** It is them: the page goes on by itself, a file comes while it stays. */
export function Confirmed({ next }: { next: string }) {
  return (
    <>
      <Heading>It is confirmed</Heading>
      <p className="govuk-body">
        This goes on by itself.{' '}
        <a className="govuk-link" href={next}>
          Go on now
        </a>
      </p>
      <p className="govuk-body">
        If a file was taken away, go back with your browser to where you were.
      </p>
    </>
  );
}
