import type { ReactNode } from 'react';
import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { TextArea } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { sayMoment } from '#app/ui/words.ts';

export type Answered = { problems: readonly Problem[]; typed: Typed } | undefined;

export interface PlanComment {
  id: string;
  lineId: string | null;
  lineTitle: string;
  words: string;
  byName: string;
  at: Date;
  answer: string;
  settledName: string;
  settledAt: Date | null;
}

/** What people say about a plan: what is open first; each is settled with what was done about it. */
export function Comments(props: {
  programmeId: string;
  comments: readonly PlanComment[];
  /** The line whose page it is; null on the page of the whole plan. */
  aboutLine: string | null;
  mayPutUp: Answer;
  mayComment: Answer;
  answer: Answered;
  /** The comment that is being settled here. */
  settling?: string | null;
  /** Further fields of the form. */
  children?: ReactNode;
}) {
  const { programmeId, comments, aboutLine, mayPutUp, mayComment, answer, settling = null } = props;
  return (
    <section id="comments">
      <h2 className="govuk-heading-m">Comments</h2>
      {comments.length === 0 ? <p className="govuk-body">Nobody has commented yet.</p> : null}
      <ul className="govuk-list govuk-list--spaced">
        {comments.map((comment) => (
          <li key={comment.id} className="govuk-!-margin-bottom-5">
            {aboutLine === null && comment.lineId !== null ? (
              <a className="govuk-link" href={links.planLine(programmeId, comment.lineId)}>
                {comment.lineTitle}
              </a>
            ) : null}
            <p className="govuk-body govuk-!-margin-bottom-1 tl-lines" dir="auto">
              {comment.words}
            </p>
            <p className="govuk-body-s tl-reason govuk-!-margin-bottom-1">
              {comment.byName}, {sayMoment(comment.at)}
            </p>
            {comment.settledAt === null ? (
              mayPutUp.yes ? (
                <Settle {...{ programmeId, comment, settling, answer }} />
              ) : null
            ) : (
              <p className="govuk-body">
                <strong>Settled</strong> by {comment.settledName}, {sayMoment(comment.settledAt)}:{' '}
                {comment.answer}
              </p>
            )}
          </li>
        ))}
      </ul>
      {mayComment.yes ? (
        <Form className="tl-form tl-noprint" action={links.signOff(programmeId)}>
          {aboutLine === null ? (
            props.children
          ) : (
            <>
              <input type="hidden" name="lineId" value={aboutLine} />
              <input type="hidden" name="back" value="line" />
            </>
          )}
          <TextArea name="words" label="Your comment" rows={3} answer={answer} />
          <Button intent="comment" kind="secondary">
            Add the comment
          </Button>
        </Form>
      ) : (
        <p className="govuk-body tl-reason">{mayComment.reason}</p>
      )}
    </section>
  );
}

/** One at a time, at an address of its own. */
function Settle(props: {
  programmeId: string;
  comment: PlanComment;
  settling: string | null;
  answer: Answered;
}) {
  const { programmeId, comment, settling, answer } = props;
  if (settling !== comment.id) {
    return (
      <p className="govuk-body tl-noprint">
        <a className="govuk-link" href={links.settleComment(programmeId, comment.id)}>
          Settle it<span className="govuk-visually-hidden"> – {comment.byName}’s comment</span>
        </a>
      </p>
    );
  }
  return (
    <Form className="tl-form tl-noprint">
      <input type="hidden" name="commentId" value={comment.id} />
      <TextArea name="answer" label="What was done about it" rows={2} answer={answer} />
      <Button intent="settle" kind="secondary">
        Settle the comment
      </Button>
    </Form>
  );
}
