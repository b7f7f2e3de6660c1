import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Bars } from '#app/ui/Bars.tsx';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayDay, sayShortDay } from '#app/ui/words.ts';
import { MISSED_IN_A_ROW, type HeldMeeting } from './attendance.ts';
import { sayTime } from './clock.ts';
import { sayWhere } from './meeting.ts';
import type { ListedMeeting, MeetingLists } from './meeting-lists.ts';

type Row = ListedMeeting & { group: string | null };

export interface MeetingsPageProps {
  programmeId: string;
  lists: MeetingLists<Row>;
  year: HeldMeeting[];
  /** Who missed their last three meetings; null for those who may not see who is on the panel. */
  missing: { id: string; name: string; missed: number }[] | null;
  actions: { open: number; late: number };
  mayManage: Answer;
}

/** Every meeting of the panel and of boards: what comes, what was held, and who came over the year. */
export function MeetingsPage(props: MeetingsPageProps) {
  const { programmeId, lists, actions, mayManage } = props;
  return (
    <>
      <Breadcrumbs trail={[{ href: links.panel(programmeId), words: 'Panel' }]} />
      <Heading size="xl">Meetings</Heading>
      {mayManage.yes ? (
        <ButtonLink href={links.newMeeting(programmeId)}>Plan a meeting</ButtonLink>
      ) : (
        <p className="govuk-body tl-reason">{mayManage.reason}</p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={links.meetingActions(programmeId)}>
          Actions of all meetings
        </a>
        : {many(actions.open, 'is open', 'are open')}
        {actions.late > 0 ? (
          <>
            , <strong className="govuk-tag govuk-tag--orange">{actions.late} late</strong>
          </>
        ) : null}
        .
      </p>
      {lists.unsaid.length > 0 ? (
        <MeetingTable
          {...{ programmeId }}
          caption="Their day has passed: did they take place?"
          rows={lists.unsaid}
        />
      ) : null}
      <MeetingTable
        {...{ programmeId }}
        caption="Coming"
        rows={lists.coming}
        empty="No meeting is planned."
      />
      <MeetingTable
        {...{ programmeId }}
        caption="Held"
        rows={lists.held}
        empty="No meeting has been held yet. One that was held before can be written down: plan a meeting and tick that it was held already."
      />
      <OverTheYear {...props} />
      {lists.cancelled.length > 0 ? (
        <MeetingTable {...{ programmeId }} caption="Cancelled" rows={lists.cancelled} />
      ) : null}
    </>
  );
}

function MeetingTable(props: {
  programmeId: string;
  caption: string;
  rows: readonly Row[];
  empty?: string;
}) {
  const { programmeId, caption, rows, empty } = props;
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        empty === undefined ? undefined : (
          <>
            <h2 className="govuk-heading-m">{caption}</h2>
            <p className="govuk-body">{empty}</p>
          </>
        )
      }
      columns={[
        {
          header: 'Meeting',
          rowHeader: true,
          cell: ({ id, title }) => (
            <a className="govuk-link" href={links.meeting(programmeId, id)}>
              {title}
            </a>
          ),
        },
        {
          header: 'When',
          cell: ({ heldOn, startsAt }) => `${sayDay(heldOn)}, ${sayTime(startsAt)}`,
        },
        { header: 'Where', cell: (row) => sayWhere(row) },
        { header: 'Who meets', cell: ({ group }) => group ?? 'The panel' },
      ]}
    />
  );
}

function OverTheYear({ programmeId, year, missing }: MeetingsPageProps) {
  if (year.length === 0) return null;
  return (
    <section aria-labelledby="year">
      <h2 className="govuk-heading-m" id="year">
        Who came over the year
      </h2>
      <Bars
        title="Members of the panel who came, meeting by meeting"
        max={100}
        bars={year.map(({ heldOn, attended, of, share }) => ({
          label: sayShortDay(heldOn),
          value: share,
          words: share === null ? 'not recorded' : `${share}% (${attended} of ${of})`,
        }))}
      />
      <Table
        caption="Members of the panel who came"
        captionSize="s"
        rows={year}
        rowKey={({ id }) => id}
        columns={[
          {
            header: 'Meeting',
            rowHeader: true,
            cell: ({ id, title }) => (
              <a className="govuk-link" href={links.meetingAttendance(programmeId, id)}>
                {title}
              </a>
            ),
          },
          { header: 'Day', cell: ({ heldOn }) => sayShortDay(heldOn) },
          { header: 'Came', numeric: true, cell: ({ attended }) => attended },
          { header: 'Members then', numeric: true, cell: ({ of }) => of },
          {
            header: 'Share',
            numeric: true,
            cell: ({ share }) => (share === null ? 'not recorded' : `${share}%`),
          },
        ]}
      />
      {missing !== null && missing.length > 0 ? (
        <>
          <h3 className="govuk-heading-s">Who has not come for a while</h3>
          <p className="govuk-body">
            They missed their last {MISSED_IN_A_ROW} meetings or more. Ask how they are, and what
            would help.
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {missing.map(({ id, name, missed }) => (
              <li key={id}>
                <a className="govuk-link" href={links.member(programmeId, id)}>
                  {name}
                </a>
                : {missed} in a row
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
