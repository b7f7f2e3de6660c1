import type { ReactNode } from 'react';
import type { Problem, Typed } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayDay } from '#app/ui/words.ts';
import {
  meetingStateOf,
  MEETING_STATE_NAMES,
  sayWhen,
  sayWhere,
  WAY_NAMES,
  wayOf,
  type repliesOf,
} from './meeting.ts';
import type { MeetingRecord } from './minutes.ts';
import { WhoIsAsked } from './WhoIsAsked.tsx';

export interface MeetingPageProps {
  programmeId: string;
  meeting: MeetingRecord['meeting'] & {
    reason: string;
    papersAt: Date | null;
    minutesAt: Date | null;
  };
  group: string | null;
  today: string;
  agenda: { items: number; minutes: number };
  written: { notes: number; comments: number; decisions: number; actions: number };
  replies: ReturnType<typeof repliesOf>;
  /** By name; null for those who may not see who is on the panel. */
  invited: { memberId: string; name: string; reply: string; needs: string }[] | null;
  /** Members on the panel now who were not asked to this meeting. */
  notAsked: number;
  mayManage: Answer;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** One meeting: what is arranged, who comes, and every next step. */
export function MeetingPage(props: MeetingPageProps) {
  const { programmeId, meeting, group } = props;
  const state = meetingStateOf(meeting.state);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.meetings(programmeId), words: 'Meetings' },
        ]}
      />
      <ErrorSummary problems={props.answer?.problems} />
      <Heading size="xl" caption={group ?? 'Parent carer panel'}>
        {meeting.title}
      </Heading>
      <p className="govuk-body-l">
        <strong className={`govuk-tag ${TAGS[state]}`}>{MEETING_STATE_NAMES[state]}</strong>{' '}
        {sayWhen(meeting)}
      </p>
      {state === 'cancelled' ? (
        <p className="govuk-body tl-lines">It was cancelled. {meeting.reason}</p>
      ) : null}
      <Arranged {...props} />
      <Steps {...props} />
      {state === 'cancelled' ? null : <WhoIsAsked {...props} />}
      {state === 'planned' && props.mayManage.yes ? <CallOff {...props} /> : null}
    </>
  );
}

const TAGS = { planned: 'govuk-tag--blue', held: 'govuk-tag--green', cancelled: 'govuk-tag--grey' };

function Arranged({ programmeId, meeting, mayManage }: MeetingPageProps) {
  const { id, interpreters, childcare, travel, easyRead, quorum, helps, joiningLink } = meeting;
  const offered = [
    childcare ? 'childcare' : '',
    travel ? 'travel' : '',
    easyRead ? 'papers in easy read' : '',
  ].filter(Boolean);
  const rows: [string, ReactNode][] = [
    ['How', WAY_NAMES[wayOf(meeting.how)]],
    ['Where', sayWhere(meeting)],
    ...(joiningLink === '' ? [] : [['Link to join', joiningLink] as [string, string]]),
    ['Interpreters', interpreters.length === 0 ? 'None booked' : interpreters.join(', ')],
    ['Offered', offered.length === 0 ? 'Nothing yet' : offered.join(', ')],
    ...(helps === '' ? [] : [['Members also read', helps] as [string, string]]),
    ['Members needed to decide', quorum === null ? 'Not set' : String(quorum)],
  ];
  return (
    <>
      <dl className="govuk-summary-list tl-reading">
        {rows.map(([name, value]) => (
          <div className="govuk-summary-list__row" key={name}>
            <dt className="govuk-summary-list__key">{name}</dt>
            <dd className="govuk-summary-list__value tl-lines">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="govuk-body">
        {mayManage.yes && meeting.state !== 'cancelled' ? (
          <>
            <a className="govuk-link" href={links.editMeeting(programmeId, id)}>
              Change the meeting
            </a>
            {' · '}
          </>
        ) : null}
        <a className="govuk-link" href={links.meetingFile(programmeId, id, 'meeting.ics')}>
          Calendar file
        </a>
      </p>
    </>
  );
}

/** What is done before, at and after a meeting, each with how far it is. */
function Steps(props: MeetingPageProps) {
  const { programmeId, meeting, agenda, written } = props;
  const { id } = meeting;
  const steps = [
    {
      name: 'Agenda and papers',
      href: links.meetingAgenda(programmeId, id),
      how:
        agenda.items === 0
          ? 'Nothing on it yet'
          : `${many(agenda.items, 'item')}, ${many(agenda.minutes, 'minute')}. ${meeting.papersAt ? 'Members can read the papers' : 'Members cannot read the papers yet'}`,
    },
    {
      name: 'Who was there',
      href: links.meetingAttendance(programmeId, id),
      how: meeting.state === 'held' ? 'Held' : 'Recorded on the day or after',
    },
    {
      name: 'Notes, decisions, actions',
      href: links.meetingNotes(programmeId, id),
      how: `${many(written.notes, 'note')}, ${many(written.comments, 'comment')}, ${many(written.decisions, 'decision')}, ${many(written.actions, 'action')}`,
    },
    {
      name: 'Minutes',
      href: links.meetingMinutes(programmeId, id),
      how: meeting.approvedOn
        ? `Approved on ${sayDay(meeting.approvedOn)}`
        : meeting.minutesAt
          ? 'Members can read the draft'
          : 'Made from what is written down',
    },
  ];
  return (
    <Table
      caption="Before, at and after the meeting"
      rows={steps}
      rowKey={({ name }) => name}
      columns={[
        {
          header: 'Step',
          rowHeader: true,
          cell: ({ name, href }) => (
            <a className="govuk-link" href={href}>
              {name}
            </a>
          ),
        },
        { header: 'How far it is', cell: ({ how }) => how },
      ]}
    />
  );
}

function CallOff({ meeting, today, answer }: MeetingPageProps) {
  return (
    <section aria-labelledby="off">
      {meeting.heldOn <= today ? (
        <>
          <h2 className="govuk-heading-m">Did it take place?</h2>
          <Form>
            <Button intent="held">Yes, it was held</Button>
          </Form>
        </>
      ) : null}
      <h2 className="govuk-heading-m" id="off">
        Call it off
      </h2>
      <Form>
        <TextArea
          name="reason"
          label="Why"
          hint="Members who were asked get a message with this"
          rows={2}
          answer={answer}
        />
        <Button intent="cancel" kind="warning">
          Cancel the meeting and tell members
        </Button>
      </Form>
    </section>
  );
}
