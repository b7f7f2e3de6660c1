import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many, sayDay } from '#app/ui/words.ts';
import { AnswerFields, AnswersGiven } from './ReturnAnswers.tsx';
import { ReturnLines } from './ReturnLines.tsx';
import { sayQuarter, type Quarter } from './quarters.ts';
import type { Check, Return } from './return.ts';

export interface ReturnPageProps {
  programmeId: string;
  quarter: Quarter;
  /** What is shown: the draft as it comes out now, or a version as it was submitted. */
  shown: Return;
  number: number;
  /** The version of the row, for whoever changes it. */
  version: number;
  submitted: { on: string; by: string } | null;
  versions: { number: number; submittedOn: string | null }[];
  checks: Check[];
  /** Lines of a submitted version that would come out otherwise now. */
  changed: { label: string; then: number; now: number }[];
  /** What was said publicly to have been done in this quarter. */
  done: string[];
  mayPrepare: Answer;
  maySubmit: Answer;
  answer?: { problems: Problem[]; typed: Typed } | undefined;
}

/** The participation part of one quarter's return: figures with their working, answers, checks. */
export function ReturnPage(props: ReturnPageProps) {
  const { programmeId, quarter, submitted, number } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.participation(programmeId), words: 'Participation return' },
        ]}
      />
      <div className="tl-reading">
        <ErrorSummary problems={props.answer?.problems} />
        <Heading caption="Participation return">{sayQuarter(quarter)}</Heading>
        <p className="govuk-body" id="quarter">
          <strong>
            {submitted
              ? `Version ${number}, submitted on ${sayDay(submitted.on)} by ${submitted.by}.`
              : number > 1
                ? `Version ${number}, a draft.`
                : 'A draft: the figures are counted anew each time.'}
          </strong>
        </p>
        <div className="govuk-warning-text">
          <span className="govuk-warning-text__icon" aria-hidden="true">
            !
          </span>
          <strong className="govuk-warning-text__text">
            <span className="govuk-visually-hidden">Warning</span>
            These are full numbers, for the department. Do not publish them: numbers under 5 can
            tell who is on the panel.
          </strong>
        </div>
        <Versions {...props} />
        <Changed changed={props.changed} />
        {submitted ? null : <Checks checks={props.checks} />}
      </div>
      <ReturnLines
        programmeId={programmeId}
        shown={props.shown}
        mayCorrect={!submitted && props.mayPrepare.yes}
      />
      <div className="tl-reading">
        {submitted || !props.mayPrepare.yes ? (
          <AnswersGiven answers={props.shown.answers} />
        ) : (
          <AnswerFields {...props} />
        )}
        {props.mayPrepare.yes ? null : (
          <p className="govuk-body tl-reason">{props.mayPrepare.reason}</p>
        )}
        <h2 className="govuk-heading-l">Send it</h2>
        <ButtonLink href={links.participationFile(programmeId, quarter, number)} secondary>
          Take it away as CSV
        </ButtonLink>
        <Submit {...props} />
      </div>
    </>
  );
}

function Versions({ programmeId, quarter, versions, number }: ReturnPageProps) {
  if (versions.length < 2) return null;
  return (
    <ul className="govuk-list">
      {versions.map((one) => (
        <li key={one.number}>
          {one.number === number ? (
            <strong>Version {one.number} (shown)</strong>
          ) : (
            <a
              className="govuk-link"
              href={links.participationReturn(programmeId, quarter, String(one.number))}
            >
              Version {one.number}
            </a>
          )}
          {one.submittedOn ? `, submitted on ${sayDay(one.submittedOn)}` : ', a draft'}
        </li>
      ))}
    </ul>
  );
}

function Changed({ changed }: Pick<ReturnPageProps, 'changed'>) {
  if (changed.length === 0) return null;
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">
        <strong>{many(changed.length, 'figure')} would come out otherwise now.</strong> If the
        department should know, begin a new version.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {changed.map(({ label, then, now }) => (
          <li key={label}>
            {label}: {then} was submitted, {now} now
          </li>
        ))}
      </ul>
    </div>
  );
}

function Checks({ checks }: { checks: readonly Check[] }) {
  const errors = checks.filter(({ weight }) => weight === 'error');
  const warnings = checks.filter(({ weight }) => weight === 'warning');
  const list = (title: string, which: readonly Check[]) =>
    which.length === 0 ? null : (
      <>
        <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{title}</h3>
        <ul className="govuk-list govuk-list--bullet">
          {which.map(({ line, message }) => (
            <li key={`${line}${message}`}>{message}</li>
          ))}
        </ul>
      </>
    );
  return (
    <section>
      <h2 className="govuk-heading-m">What the rules say</h2>
      {checks.length === 0 ? (
        <p className="govuk-body">Everything holds together. It can be submitted.</p>
      ) : null}
      {list('Before it can be submitted', errors)}
      {list('Worth a look', warnings)}
    </section>
  );
}

function Submit(props: ReturnPageProps) {
  const { submitted, maySubmit, checks, versions, number } = props;
  if (!maySubmit.yes) return <p className="govuk-body tl-reason">{maySubmit.reason}</p>;
  if (submitted) {
    if (versions[0]?.number !== number) return null;
    return (
      <Form>
        <Button intent="again" kind="secondary">
          Begin a new version
        </Button>
      </Form>
    );
  }
  if (checks.some(({ weight }) => weight === 'error')) {
    return (
      <p className="govuk-body tl-reason">
        It can be recorded as submitted when the rules hold. They stand above.
      </p>
    );
  }
  return (
    <Form>
      <input type="hidden" name="version" value={props.version} />
      <p className="govuk-body">
        Type the figures into the department’s own service first. This freezes them as they are.
      </p>
      <Button intent="submit">Record this version as submitted</Button>
    </Form>
  );
}
