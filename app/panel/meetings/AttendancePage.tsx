import { problemOf, typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import {
  countField,
  GUEST_CATEGORIES,
  GUEST_NAMES,
  HOW_NAMES,
  howField,
  HOWS,
  isQuorate,
  namedField,
  namesField,
  type GuestCategory,
  type WhoWasThere,
} from './attendance.ts';
import { sayWhen, type MeetingWhen } from './meeting.ts';
import { MeetingTrail } from './MeetingTrail.tsx';
import { sayWho } from './minutes.ts';

export interface AttendancePageProps {
  programmeId: string;
  meeting: MeetingWhen & {
    id: string;
    title: string;
    quorum: number | null;
    approvedOn: string | null;
  };
  /** Null for those who may not see who is on the panel: they read counts. */
  members: { id: string; name: string; how: string; named: boolean; reply: string }[] | null;
  guests: Partial<Record<GuestCategory, { count: number; names: string }>> | null;
  who: WhoWasThere;
  /** Why it cannot be recorded now, or null. */
  notYet: string | null;
  mayManage: Answer;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** Who was at a meeting: members one by one, guests by category. */
export function AttendancePage(props: AttendancePageProps) {
  const { programmeId, meeting, members, who, notYet, mayManage } = props;
  const quorate = isQuorate(who, meeting.quorum);
  return (
    <>
      <MeetingTrail {...{ programmeId, meeting }} />
      <ErrorSummary problems={props.answer?.problems} />
      <Heading caption={`${meeting.title}, ${sayWhen(meeting)}`}>Who was there</Heading>
      <ul className="govuk-list govuk-list--bullet">
        {sayWho(who).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {quorate === null ? null : (
        <p className="govuk-body">
          {quorate ? 'Enough members to decide' : 'Too few members to decide'}: {meeting.quorum}{' '}
          were needed.
        </p>
      )}
      {notYet === null ? null : <p className="govuk-body tl-reason">{notYet}</p>}
      {mayManage.yes && members !== null && notYet === null ? (
        <Record {...props} members={members} />
      ) : null}
      {mayManage.yes ? null : <p className="govuk-body tl-reason">{mayManage.reason}</p>}
    </>
  );
}

type Members = NonNullable<AttendancePageProps['members']>;

function Record(props: AttendancePageProps & { members: Members }) {
  const { members, guests, answer } = props;
  const approved = props.meeting.approvedOn !== null;
  return (
    <Form>
      <Table
        caption="Members"
        rows={members}
        rowKey={({ id }) => id}
        empty={<p className="govuk-body">Nobody is on the panel.</p>}
        columns={[
          {
            header: 'Member',
            rowHeader: true,
            cell: ({ name }) => name,
          },
          {
            header: 'How they took part',
            cell: (member) => <How member={member} answer={answer} />,
          },
          {
            header: 'May the minutes name them?',
            cell: ({ id, name, named }) => (
              <div className="govuk-checkboxes govuk-checkboxes--small">
                <div className="govuk-checkboxes__item">
                  <input
                    className="govuk-checkboxes__input"
                    type="checkbox"
                    id={namedField(id)}
                    name={namedField(id)}
                    value="yes"
                    defaultChecked={answer ? answer.typed[namedField(id)] !== undefined : named}
                  />
                  <label className="govuk-label govuk-checkboxes__label" htmlFor={namedField(id)}>
                    Agreed<span className="govuk-visually-hidden"> to be named: {name}</span>
                  </label>
                </div>
              </div>
            ),
          },
        ]}
      />
      <h2 className="govuk-heading-m">Guests</h2>
      <p className="govuk-body">
        Minutes and returns count guests and never name them. Names are for you alone, and are
        deleted when the minutes are approved.
      </p>
      {GUEST_CATEGORIES.map((category) => (
        <Guests key={category} {...{ category, answer, approved }} guests={guests?.[category]} />
      ))}
      <Button>Save who was there</Button>
    </Form>
  );
}

function How({
  member,
  answer,
}: {
  member: Members[number];
  answer: AttendancePageProps['answer'];
}) {
  const name = howField(member.id);
  return (
    <>
      <label className="govuk-visually-hidden" htmlFor={name}>
        How {member.name} took part
      </label>
      <select
        className="govuk-select"
        id={name}
        name={name}
        defaultValue={answer ? typedOf(answer.typed, name, '') : member.how}
      >
        <option value="">Not recorded</option>
        {HOWS.map((how) => (
          <option key={how} value={how}>
            {HOW_NAMES[how]}
          </option>
        ))}
      </select>
      {member.reply === '' ? null : (
        <span className="govuk-hint govuk-!-margin-bottom-0">Said: {member.reply}</span>
      )}
    </>
  );
}

function Guests(props: {
  category: GuestCategory;
  guests: { count: number; names: string } | undefined;
  /** Names are deleted when the minutes are approved, and none is asked for after that. */
  approved: boolean;
  answer: AttendancePageProps['answer'];
}) {
  const { category, guests, answer } = props;
  const called = GUEST_NAMES[category].more;
  const problem = answer && problemOf(answer.problems, countField(category));
  return (
    <fieldset className={`govuk-fieldset tl-guests${problem ? ' tl-guests--error' : ''}`}>
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        {called.charAt(0).toUpperCase() + called.slice(1)}
      </legend>
      <TextField
        name={countField(category)}
        label="How many"
        width={3}
        inputMode="numeric"
        answer={answer}
        value={guests ? String(guests.count) : ''}
      />
      {props.approved ? null : (
        <TextField
          name={namesField(category)}
          label="Who"
          optional
          answer={answer}
          value={guests?.names ?? ''}
        />
      )}
    </fieldset>
  );
}
