import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many, sayDay, sayShortDay } from '#app/ui/words.ts';
import type { PanelSettings } from './settings.ts';

interface Props {
  programmeId: string;
  terms: readonly { number: number; words: string; startsOn: string }[];
  agreed: number;
  members: number;
  settings: PanelSettings;
  mayManage: Answer;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** What members agree to, and how long things last and are kept. */
export function TermsPage(props: Props) {
  const { programmeId, terms, mayManage, answer } = props;
  const [newest, ...before] = terms;
  const isSettings = answer?.typed['intent'] === 'settings';
  return (
    <div className="tl-reading">
      <Breadcrumbs trail={[{ href: links.panel(programmeId), words: 'Panel' }]} />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Terms of reference</Heading>
      {newest ? (
        <>
          <p className="govuk-body">
            Version {newest.number}, since {sayDay(newest.startsOn)}. {props.agreed} of{' '}
            {many(props.members, 'member has', 'members have')} agreed to it.
          </p>
          <div className="govuk-inset-text tl-lines" dir="auto">
            {newest.words}
          </div>
        </>
      ) : (
        <p className="govuk-body">
          None yet. Say what the panel is for, how often it meets, what members are paid, how words
          are kept private, and how a member leaves. Members agree on their own page, or on paper.
        </p>
      )}
      {mayManage.yes ? (
        <Form>
          <TextArea
            name="words"
            label={newest ? 'Write the next version' : 'Write the terms of reference'}
            hint="Plain English. A new version asks members to agree again; the ones before stay as they were agreed to."
            rows={14}
            value={newest?.words ?? ''}
            answer={isSettings ? undefined : answer}
          />
          <Button intent="terms">
            {newest ? 'Make this the next version' : 'Use these terms'}
          </Button>
        </Form>
      ) : (
        <p className="govuk-body tl-reason">{mayManage.reason}</p>
      )}
      <Settings {...props} answer={isSettings ? answer : undefined} />
      {before.length > 0 ? (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Earlier versions</span>
          </summary>
          {before.map(({ number, words, startsOn }) => (
            <div className="govuk-details__text tl-lines" key={number} dir="auto">
              <strong>
                Version {number}, since {sayShortDay(startsOn)}
              </strong>
              {'\n'}
              {words}
            </div>
          ))}
        </details>
      ) : null}
    </div>
  );
}

function Settings({ settings, mayManage, answer }: Props) {
  const { contactDays, termMonths, answerDays, version } = settings;
  return (
    <>
      <h2 className="govuk-heading-m">How long</h2>
      {mayManage.yes ? (
        <Form>
          <input type="hidden" name="version" value={version} />
          <TextField
            name="answerDays"
            label="Days to answer an invitation"
            hint="Two reminders go out at most: 7 and 2 days before the last one."
            width={3}
            inputMode="numeric"
            value={String(answerDays)}
            answer={answer}
          />
          <TextField
            name="termMonths"
            label="Months of one term of membership"
            hint="You are told 60 days before a term ends."
            width={3}
            inputMode="numeric"
            value={String(termMonths)}
            answer={answer}
          />
          <TextField
            name="contactDays"
            label="Days after leaving until contact details are deleted"
            hint="0 deletes them at once."
            width={3}
            inputMode="numeric"
            value={String(contactDays)}
            answer={answer}
          />
          <Button intent="settings" kind="secondary">
            Save
          </Button>
        </Form>
      ) : (
        <p className="govuk-body">
          {many(answerDays, 'day')} to answer an invitation, {many(termMonths, 'month')} a term;
          contact details are deleted{' '}
          {contactDays === 0 ? 'at once' : `${many(contactDays, 'day')} after leaving`}.
        </p>
      )}
    </>
  );
}
