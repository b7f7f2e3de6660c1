import { kit } from '../dialect.ts';
import { panelMembers } from './panel.ts';
import { ofAuthority, ofProgramme } from './owned.ts';

const { table, text, whole, instant, bool, day, json, index, uniqueIndex } = kit;

/** A meeting of the panel, or of a board where `group_id` says which. */
export const meetings = table(
  'meetings',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** The board that meets; null is the panel itself. */
    groupId: text('group_id'),
    title: text('title').notNull(),
    heldOn: day('held_on').notNull(),
    /** Local time in England, HH:MM. */
    startsAt: text('starts_at').notNull(),
    endsAt: text('ends_at').notNull(),
    /** in-person, online or both. */
    how: text('how').notNull(),
    /** Where, in words; `site_id` is the row of the register of sites, where it is one of them. */
    place: text('place').notNull(),
    siteId: text('site_id'),
    joiningLink: text('joining_link').notNull(),
    /** Languages that interpreters are booked for. */
    interpreters: json<string[]>('interpreters').notNull(),
    childcare: bool('childcare').notNull(),
    travel: bool('travel').notNull(),
    easyRead: bool('easy_read').notNull(),
    /** Anything else that helps people come, in plain English: members read it. */
    helps: text('helps').notNull(),
    /** How many members must be there; null where nobody set one. */
    quorum: whole('quorum'),
    /** planned, held or cancelled. */
    state: text('state').notNull(),
    /** Why it was cancelled; members read it. */
    reason: text('reason').notNull(),
    /** Counts what a calendar has to know of: another day, hour or place, or that it is off. */
    sequence: whole('sequence').notNull(),
    /** From when members can read the papers; null while they are written. */
    papersAt: instant('papers_at'),
    /** From when members can read the minutes, as a draft until they are approved. */
    minutesAt: instant('minutes_at'),
    /** The minutes: approved on this day, at this later meeting. */
    approvedOn: day('approved_on'),
    approvedAt: text('approved_at'),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('meetings_programme').on(t.authorityId, t.programmeId, t.heldOn)],
);

/** That a member is asked to a meeting, and what they said to it. The last reply stands. */
export const meetingInvitations = table(
  'meeting_invitations',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    memberId: text('member_id')
      .notNull()
      .references(() => panelMembers.id, { onDelete: 'cascade' }),
    invitedAt: instant('invited_at').notNull(),
    /** waiting, coming, coming-online or cannot. */
    reply: text('reply').notNull(),
    /** What they need to come, in their words; may be empty. */
    needs: text('needs').notNull(),
    repliedAt: instant('replied_at'),
  },
  (t) => [
    uniqueIndex('meeting_invitations_once').on(t.authorityId, t.meetingId, t.memberId),
    index('meeting_invitations_member').on(t.authorityId, t.memberId),
  ],
);

/** One thing on the agenda of a meeting, with its paper in plain English. */
export const agendaItems = table(
  'agenda_items',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    position: whole('position').notNull(),
    title: text('title').notNull(),
    minutes: whole('minutes').notNull(),
    leads: text('leads').notNull(),
    /** The paper: what members read before; may be empty. */
    paper: text('paper').notNull(),
    /** What it was drawn from (consultation, theme, theory, actions); empty when it was typed. */
    aboutKind: text('about_kind').notNull(),
    aboutId: text('about_id').notNull(),
  },
  (t) => [index('agenda_items_meeting').on(t.authorityId, t.meetingId, t.position)],
);

/** Who of the members was at a meeting, and how. */
export const attendances = table(
  'attendances',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    memberId: text('member_id')
      .notNull()
      .references(() => panelMembers.id, { onDelete: 'cascade' }),
    /** present, online, apologies or absent. */
    how: text('how').notNull(),
    /** The member agreed that the minutes name them. */
    named: bool('named').notNull(),
  },
  (t) => [
    uniqueIndex('attendances_once').on(t.authorityId, t.meetingId, t.memberId),
    index('attendances_member').on(t.authorityId, t.memberId),
  ],
);

/** Guests of a meeting by category: how many, and apart from that who, for the organiser only. */
export const meetingGuests = table(
  'meeting_guests',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    /** parent, practitioner, officer, councillor, interpreter or other. */
    category: text('category').notNull(),
    count: whole('count').notNull(),
    names: text('names').notNull(),
  },
  (t) => [uniqueIndex('meeting_guests_once').on(t.authorityId, t.meetingId, t.category)],
);

/**
 * What was noted under an item of the agenda. A note of the kind `comment` is what somebody said:
 * it can be gathered into themes, as `meeting-note`. It says who spoke by role and never by name.
 */
export const meetingNotes = table(
  'meeting_notes',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    /** The item of the agenda; null where it stands under none. */
    itemId: text('item_id'),
    /** note or comment. */
    kind: text('kind').notNull(),
    text: text('text').notNull(),
    /** Of a comment: parent-or-carer, practitioner, guest or several. */
    saidBy: text('said_by').notNull(),
    /** quote, no-quote or not-asked. */
    consent: text('consent').notNull(),
    position: whole('position').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('meeting_notes_meeting').on(t.authorityId, t.meetingId, t.position),
    index('meeting_notes_programme').on(t.authorityId, t.programmeId, t.kind),
  ],
);

/** What a meeting decided, on what it rests, and how the vote went where one was taken. */
export const meetingDecisions = table(
  'meeting_decisions',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    itemId: text('item_id'),
    text: text('text').notNull(),
    because: text('because').notNull(),
    /** The theme or consultation that it rests on (theme:ID, consultation:ID), or empty. */
    restsOn: text('rests_on').notNull(),
    votesFor: whole('votes_for'),
    votesAgainst: whole('votes_against'),
    votesAbstained: whole('votes_abstained'),
    position: whole('position').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('meeting_decisions_meeting').on(t.authorityId, t.meetingId, t.position),
    index('meeting_decisions_programme').on(t.authorityId, t.programmeId),
  ],
);

/** What somebody said at a meeting that they would do. It comes back until it is done or dropped. */
export const meetingActions = table(
  'meeting_actions',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    itemId: text('item_id'),
    text: text('text').notNull(),
    owner: text('owner').notNull(),
    dueOn: day('due_on').notNull(),
    /** open, done or dropped. */
    state: text('state').notNull(),
    /** What came of it: members read it. */
    outcome: text('outcome').notNull(),
    settledOn: day('settled_on'),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('meeting_actions_meeting').on(t.authorityId, t.meetingId),
    index('meeting_actions_programme').on(t.authorityId, t.programmeId, t.state),
  ],
);
