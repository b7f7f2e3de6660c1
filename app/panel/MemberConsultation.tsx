import type { Problem, Typed } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { many, sayDay } from '#app/ui/words.ts';
import { standingOf, type Standing, type State } from './consultation.ts';
import { ItemFields } from './kinds/ItemFields.tsx';
import { ItemResults } from './kinds/ItemResults.tsx';
import type { ItemResult } from './kinds/item-results.ts';
import { itemTypeOf, TYPES } from './kinds/items.ts';
import { KIND_OF, kindOf, type Kind } from './kinds/kinds.ts';
import { MyProposals, type MyProposal } from './kinds/MyProposals.tsx';
import type { MyAnswer, MyAnswers } from './member-home.ts';

const PROMISES: Readonly<Record<Standing, string>> = {
  research: 'We ask to find out what people think. Nothing is decided yet.',
  engagement: 'What you say helps to shape this while it is being made.',
  formal: 'This is a formal consultation: what you say is weighed before the decision is made.',
};

export interface MemberConsultationProps {
  consultation: {
    id: string;
    title: string;
    kind: string;
    purpose: string;
    standing: string;
    closesOn: string | null;
  };
  state: State;
  mine: MyAnswers;
  /** What this member proposed to ask, and whether they may propose now. */
  proposals: { mine: MyProposal[]; mayPropose: boolean };
  /** What parents and carers answered, once it is over. */
  heard: ItemResult[];
}

/** How many things a kind asks, in its own word: "3 statements". */
function howMany(kind: Kind, n: number): string {
  const { one, many: more } = TYPES[KIND_OF[kind].items[0] ?? 'statement'].called;
  return many(n, one, more);
}

/** A consultation before its first statement, between visits, and when everything is answered. */
export function MemberConsultation(props: MemberConsultationProps) {
  const { consultation, state, mine } = props;
  const { progress } = mine;
  const kind = kindOf(consultation.kind);
  const added = mine.statements.filter(({ isNew }) => isNew).length;
  const { id, title, purpose, closesOn, standing } = consultation;
  const done = progress.next === null;
  if (state !== 'open') return <Over {...props} />;
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
          <Reasons consultation={consultation}>Read why, and what could happen</Reasons>
          {added > 0 ? (
            <p className="govuk-body">
              <strong>{many(added, 'new statement')}</strong> from other members since you answered.
            </p>
          ) : null}
          <p className="govuk-body">
            {howMany(kind, progress.of)}. {KIND_OF[kind].how} Each answer is saved as you go. The
            people who run the panel read what you write without your name beside it.
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
      <MyProposals {...props.proposals} consultationId={id} />
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

/** For a formal consultation: the reasons, the options, and in the end what was decided. */
function Reasons(props: { consultation: { id: string; standing: string }; children: string }) {
  const { id, standing } = props.consultation;
  if (standingOf(standing) !== 'formal') return null;
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={links.memberReasons(id)}>
        {props.children}
      </a>
    </p>
  );
}

function Over({ consultation, mine, proposals, heard }: MemberConsultationProps) {
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
      <Reasons consultation={consultation}>Why we asked, and what was decided</Reasons>
      {mine.progress.answered > 0 ? (
        <Answers mine={mine} id={consultation.id} mayChange={false} />
      ) : (
        <p className="govuk-body">You did not answer this one.</p>
      )}
      <MyProposals {...proposals} consultationId={consultation.id} />
      {heard.length > 0 ? (
        <>
          <h2 className="govuk-heading-l">What we heard</h2>
          <p className="govuk-body">
            From the parents and carers on the panel. Small numbers are left out, so that nobody can
            be picked out.
          </p>
          <ItemResults results={heard} level={3} plain />
        </>
      ) : null}
    </>
  );
}

function Answers(props: { mine: MyAnswers; id: string; mayChange: boolean }) {
  return (
    <>
      <h2 className="govuk-heading-m">What you said</h2>
      <dl className="govuk-summary-list">
        {props.mine.statements
          .filter((one) => one.answered)
          .map((one) => (
            <div className="govuk-summary-list__row" key={one.id}>
              <dt className="govuk-summary-list__key">{one.text}</dt>
              <dd className="govuk-summary-list__value">
                {one.said}
                <InWords of={one} />
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

function InWords({ of }: { of: Pick<MyAnswer, 'comment' | 'words'> }) {
  return (
    <>
      {of.comment === '' ? null : (
        <p className="govuk-body tl-lines" dir="auto">
          {of.comment}
        </p>
      )}
      {of.words.map(({ label, words }) => (
        <div key={label}>
          <p className="govuk-body govuk-!-margin-bottom-0">
            <strong>{label}</strong>
          </p>
          <p className="govuk-body tl-lines" dir="auto">
            {words}
          </p>
        </div>
      ))}
    </>
  );
}

/** One thing that is asked, one decision, and why. */
export function StatementPage(props: {
  title: string;
  of: number;
  statement: MyAnswer;
  /** Where somebody goes who would rather not answer this one. */
  skipTo: string;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { title, of, statement, answer, skipTo } = props;
  const { one } = TYPES[itemTypeOf(statement.type)].called;
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <span className="govuk-caption-l">
        {title}: {one} {statement.number} of {of}
      </span>
      <h1 className="tl-statement">{statement.text}</h1>
      <Form>
        <input type="hidden" name="statementId" value={statement.id} />
        <ItemFields item={statement} before={statement.fields} answer={answer} />
        <div className="govuk-button-group">
          <Button>Save and continue</Button>
          {statement.answered ? null : (
            <a className="govuk-link tl-tap" href={skipTo}>
              Skip this one
            </a>
          )}
        </div>
      </Form>
    </>
  );
}

/** For an answer that came after closing: what was given is shown, to keep or to send on. */
export function TooLate({ kept }: { kept: readonly { label: string; words: string }[] }) {
  return (
    <div className="govuk-inset-text">
      <h2 className="govuk-heading-m">Your last answer was not kept</h2>
      <p className="govuk-body">The consultation closed before it arrived.</p>
      {kept.length === 0 ? null : (
        <>
          <p className="govuk-body">
            This is what you answered. Copy it if you want to tell us another way:
          </p>
          {kept.map(({ label, words }) => (
            <div key={label}>
              <p className="govuk-body govuk-!-margin-bottom-0">
                <strong>{label}</strong>
              </p>
              <p className="govuk-body tl-lines" dir="auto">
                {words}
              </p>
            </div>
          ))}
        </>
      )}
    </div>
  );
}
