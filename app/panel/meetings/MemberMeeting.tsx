import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { many } from '#app/ui/words.ts';
import { sayTime } from './clock.ts';
import { sayOffers } from './meeting-papers.ts';
import { repliesTo, replyOf, sayWhen, sayWhere, wayOf, type MeetingReply } from './meeting.ts';
import type { MeetingRecord } from './minutes.ts';

const MY_REPLIES: Readonly<Record<MeetingReply, string>> = {
  coming: 'Yes, I will be there',
  'coming-online': 'Yes, I will join online',
  cannot: 'No, I cannot come',
};

export interface MemberMeetingProps {
  meeting: MeetingRecord['meeting'] & { reason: string };
  /** Members read the agenda once its papers are published. */
  items: { id: string; title: string; paper: string; from: string }[] | null;
  reply: string;
  needs: string;
  /** Where the files of this meeting stand for whoever reads this; null where there are none. */
  files: { calendar: string; papers: string | null; large: string | null } | null;
  minutes: string | null;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** A meeting for a member: when, where, whether they come, and what it is about. */
export function MemberMeeting(props: MemberMeetingProps) {
  const { meeting, minutes, files } = props;
  const offers = sayOffers(meeting);
  const planned = meeting.state === 'planned';
  return (
    <>
      <ErrorSummary problems={props.answer?.problems} />
      <h1 className="govuk-heading-l tl-lines">{meeting.title}</h1>
      {meeting.state === 'cancelled' ? (
        <div className="govuk-inset-text">
          <strong>This meeting is cancelled.</strong>
          <br />
          <span className="tl-lines">{meeting.reason}</span>
        </div>
      ) : null}
      {meeting.state === 'held' ? (
        <p className="govuk-body">This meeting has taken place.</p>
      ) : null}
      <dl className="govuk-summary-list">
        <Row name="When" value={sayWhen(meeting)} />
        <Row name="Where" value={sayWhere(meeting)} />
      </dl>
      {planned && wayOf(meeting.how) !== 'in-person' && meeting.joiningLink !== '' ? (
        <p className="govuk-body">
          <a className="govuk-link" href={meeting.joiningLink} rel="noreferrer">
            Join online
          </a>
        </p>
      ) : null}
      {planned && offers.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">So that you can come</h2>
          <ul className="govuk-list govuk-list--bullet">
            {offers.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      ) : null}
      {files && planned ? (
        <p className="govuk-body">
          <a className="govuk-link" href={files.calendar}>
            Put it in my calendar
          </a>
        </p>
      ) : null}
      {planned ? <ReplyToIt {...props} /> : null}
      {minutes ? (
        <p className="govuk-body">
          <a className="govuk-link" href={minutes}>
            What we talked about and what we decided (minutes)
          </a>
        </p>
      ) : null}
      <WhatItIsAbout {...props} />
    </>
  );
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{name}</dt>
      <dd className="govuk-summary-list__value tl-lines">{value}</dd>
    </div>
  );
}

function ReplyToIt({ meeting, reply, needs, answer }: MemberMeetingProps) {
  const replied = replyOf(reply);
  return (
    <Form>
      <Choices
        kind="radios"
        name="reply"
        label="Can you come?"
        answer={answer}
        values={replied === 'waiting' ? [] : [replied]}
        options={repliesTo(meeting.how).map((value) => ({ value, label: MY_REPLIES[value] }))}
      />
      <TextArea
        name="needs"
        label="What do you need to come?"
        hint="Such as childcare for two, a lift, an interpreter, large print. The people who run the panel read this."
        optional
        rows={3}
        answer={answer}
        value={needs}
      />
      <Button>{replied === 'waiting' ? 'Send my answer' : 'Change my answer'}</Button>
    </Form>
  );
}

function WhatItIsAbout({ meeting, items, files }: MemberMeetingProps) {
  if (items === null) {
    return meeting.state === 'planned' ? (
      <p className="govuk-body">
        What we will talk about stands here before the meeting. We tell you when you can read it.
      </p>
    ) : null;
  }
  return (
    <>
      <h2 className="govuk-heading-m">What we talk about</h2>
      <p className="govuk-body">{many(items.length, 'thing')}.</p>
      {items.map(({ id, title, paper, from }, at) => (
        <section key={id}>
          <h3 className="govuk-heading-s govuk-!-margin-bottom-1 tl-lines">
            {at + 1}. {title}
          </h3>
          <p className="govuk-hint govuk-!-margin-bottom-1">From {sayTime(from)}</p>
          {paper
            .split('\n')
            .filter((line) => line.trim() !== '')
            .map((line, n) => (
              <p className="govuk-body tl-lines" dir="auto" key={n}>
                {line}
              </p>
            ))}
        </section>
      ))}
      {files?.papers ? (
        <p className="govuk-body">
          <a className="govuk-link" href={files.papers}>
            To print (PDF)
          </a>
          <br />
          {files.large ? (
            <a className="govuk-link" href={files.large}>
              In large print (PDF)
            </a>
          ) : null}
        </p>
      ) : null}
    </>
  );
}

export interface MyMeetingsProps {
  coming: readonly {
    id: string;
    title: string;
    heldOn: string;
    startsAt: string;
    endsAt: string;
    how: string;
    place: string;
    state: string;
    reply: string;
  }[];
  minutes: readonly { id: string; title: string; heldOn: string }[];
}

/** The meetings of a member on their own page: those that come, and the last ones with minutes. */
export function MyMeetings(props: MyMeetingsProps) {
  const { coming, minutes } = props;
  if (coming.length + minutes.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-l">Meetings</h2>
      {coming.map((meeting) => (
        <div className="tl-plain-panel" key={meeting.id}>
          <h3 className="govuk-heading-m govuk-!-margin-bottom-1">
            <a className="govuk-link tl-lines" href={links.memberMeeting(meeting.id)}>
              {meeting.title}
            </a>
          </h3>
          <p className="govuk-body govuk-!-margin-bottom-0">
            {sayWhen(meeting)}. {sayWhere(meeting)}.<br />
            <strong>{sayMine(meeting)}</strong>
          </p>
        </div>
      ))}
      {minutes.length > 0 ? (
        <>
          <h3 className="govuk-heading-s">What we decided before</h3>
          <ul className="govuk-list">
            {minutes.map((meeting) => (
              <li key={meeting.id}>
                <a className="govuk-link" href={links.memberMinutes(meeting.id)}>
                  {meeting.title}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function sayMine({ state, reply }: { state: string; reply: string }): string {
  if (state === 'cancelled') return 'It is cancelled.';
  switch (replyOf(reply)) {
    case 'waiting':
      return 'Can you come? Tell us.';
    case 'coming':
      return 'You said that you come.';
    case 'coming-online':
      return 'You said that you join online.';
    case 'cannot':
      return 'You said that you cannot come.';
  }
}
