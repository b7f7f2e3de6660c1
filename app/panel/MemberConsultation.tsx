import type { Problem, Typed } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import { Choices, TextArea } from '#app/ui/Field.tsx';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { many, sayDay } from '#app/ui/words.ts';
import { standingOf, type Standing, type State } from './consultation.ts';
import type { MyAnswers } from './member-home.ts';
import { VOTE_NAMES, VOTES } from './tally.ts';

const PROMISES: Readonly<Record<Standing, string>> = {
  research: 'We ask to find out what people think. Nothing is decided yet.',
  engagement: 'What you say helps to shape this while it is being made.',
  formal: 'This is a formal consultation: what you say is weighed before the decision is made.',
};

export interface MemberConsultationProps {
  consultation: {
    id: string;
    title: string;
    purpose: string;
    standing: string;
    closesOn: string | null;
  };
  state: State;
  mine: MyAnswers;
}

/** A consultation before its first statement, between visits, and when everything is answered. */
export function MemberConsultation({ consultation, state, mine }: MemberConsultationProps) {
  const { progress } = mine;
  const { id, title, purpose, closesOn, standing } = consultation;
  const done = progress.next === null;
  if (state !== 'open') return <Over {...{ consultation, state, mine }} />;
  return (
    <>
      {done ? (
        <div className="govuk-panel govuk-panel--confirmation">
          <h1 className="govuk-panel__title">Thank you</h1>
          <div className="govuk-panel__body">You have answered everything in “{title}”</div>
        </div>
      ) : (
        <>
          <h1 className="govuk-heading-l">{title}</h1>
          <p className="govuk-body tl-lines">{purpose}</p>
          <p className="govuk-body">{PROMISES[standingOf(standing)]}</p>
          <p className="govuk-body">
            {many(progress.of, 'statement')}: for each, say whether you agree, and why if you like.
            Each answer is saved as you go. The people who run the panel read what you write without
            your name beside it.
          </p>
          <ButtonLink href={links.memberStatement(id, progress.next ?? 1)}>
            {progress.answered === 0 ? 'Start' : 'Carry on'}
          </ButtonLink>
        </>
      )}
      <p className="govuk-body">
        {done ? 'We read everything. What becomes of it stands on your page. ' : null}
        You can change your answers until the end of {sayDay(closesOn)}.
      </p>
      {progress.answered > 0 ? <Answers {...{ mine, id }} mayChange /> : null}
      {done ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.memberHome()}>
            Back to your page
          </a>
        </p>
      ) : null}
    </>
  );
}

function Over({ consultation, mine }: MemberConsultationProps) {
  return (
    <>
      <h1 className="govuk-heading-l">{consultation.title}</h1>
      <p className="govuk-body">
        This closed on {sayDay(consultation.closesOn)}, so nothing can be added or changed any more.
        What becomes of what people said stands on{' '}
        <a className="govuk-link" href={links.memberHome()}>
          your page
        </a>
        .
      </p>
      {mine.progress.answered > 0 ? (
        <Answers mine={mine} id={consultation.id} mayChange={false} />
      ) : (
        <p className="govuk-body">You did not answer this one.</p>
      )}
    </>
  );
}

function Answers(props: { mine: MyAnswers; id: string; mayChange: boolean }) {
  return (
    <>
      <h2 className="govuk-heading-m">What you said</h2>
      <dl className="govuk-summary-list">
        {props.mine.statements
          .filter((one) => one.said !== null)
          .map((one) => (
            <div className="govuk-summary-list__row" key={one.id}>
              <dt className="govuk-summary-list__key">{one.text}</dt>
              <dd className="govuk-summary-list__value">
                {one.said}
                {one.comment === '' ? null : <p className="govuk-body tl-lines">{one.comment}</p>}
              </dd>
              {props.mayChange ? (
                <dd className="govuk-summary-list__actions">
                  <a className="govuk-link" href={links.memberStatement(props.id, one.number)}>
                    Change
                    <span className="govuk-visually-hidden"> your answer to “{one.text}”</span>
                  </a>
                </dd>
              ) : null}
            </div>
          ))}
      </dl>
    </>
  );
}

/** One statement, one decision: agree, disagree or unsure, and why. */
export function StatementPage(props: {
  title: string;
  of: number;
  statement: MyAnswers['statements'][number];
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { title, of, statement, answer } = props;
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <span className="govuk-caption-l">
        {title}: statement {statement.number} of {of}
      </span>
      <h1 className="tl-statement">{statement.text}</h1>
      <Form>
        <input type="hidden" name="statementId" value={statement.id} />
        <Choices
          kind="radios"
          name="vote"
          label="Do you agree?"
          answer={answer}
          values={statement.vote ? [statement.vote] : []}
          options={VOTES.map((vote) => ({ value: vote, label: VOTE_NAMES[vote] }))}
        />
        <TextArea
          name="comment"
          label="Why?"
          hint="Leave out names and anything that points to one child or family."
          optional
          value={statement.comment}
          answer={answer}
        />
        <Button>Save and continue</Button>
      </Form>
    </>
  );
}

/** For an answer that came after closing: what was typed is given back, to keep or to send on. */
export function TooLate({ comment }: { comment: string }) {
  return (
    <div className="govuk-inset-text">
      <h2 className="govuk-heading-m">Your last answer was not kept</h2>
      <p className="govuk-body">The consultation closed before it arrived.</p>
      {comment === '' ? null : (
        <>
          <p className="govuk-body">
            This is what you wrote. Copy it if you want to tell us another way:
          </p>
          <p className="govuk-body tl-lines">{comment}</p>
        </>
      )}
    </div>
  );
}
