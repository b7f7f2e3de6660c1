import { kit } from '../dialect.ts';
import { ofAuthority, ofProgramme } from './owned.ts';
import { people } from './people.ts';
import { themes } from './themes.ts';

const { table, text, whole, instant, day, json, index, uniqueIndex } = kit;

/**
 * A member of the panel. The name stands in people, contact details in panel_contacts, and what the
 * member says in votes, so that each can be shown, exported or erased without the others.
 */
export const panelMembers = table(
  'panel_members',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** parent-or-carer or practitioner. */
    kind: text('kind').notNull(),
    /** As the member said it, or empty: sex, age band, ethnic group, area. */
    about: json<Record<string, string>>('about').notNull(),
    joinedOn: day('joined_on').notNull(),
    leftOn: day('left_on'),
    /** Why, as a code of app/panel/members/leaving.ts; null while they are here. */
    leftWhy: text('left_why'),
    /** The day after which contact details of somebody who left are deleted. */
    contactsUntil: day('contacts_until'),
  },
  (t) => [
    index('panel_members_programme').on(t.authorityId, t.programmeId),
    uniqueIndex('panel_members_person').on(t.authorityId, t.programmeId, t.personId),
  ],
);

/** How to reach a member: apart from everything that they say. */
export const panelContacts = table('panel_contacts', {
  memberId: text('member_id')
    .primaryKey()
    .references(() => panelMembers.id, { onDelete: 'cascade' }),
  ...ofAuthority(),
  email: text('email').notNull(),
  phone: text('phone').notNull(),
  /** How the member wants to hear from us, and in which language. */
  preferred: text('preferred').notNull(),
  language: text('language').notNull(),
});

/** Something that the panel is asked. */
export const consultations = table(
  'consultations',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** statements, ballot, ranking, questions, walk, plan-line or poll: what members do with it. */
    kind: text('kind').notNull().default('statements'),
    /** What only its kind knows, as whether members may propose statements; null before it is set. */
    settings: json<Record<string, unknown>>('settings'),
    title: text('title').notNull(),
    /** Why it is asked and what can still change. */
    purpose: text('purpose').notNull(),
    /** research, engagement or formal. */
    standing: text('standing').notNull(),
    /** draft, open or closed. */
    status: text('status').notNull(),
    opensOn: day('opens_on'),
    closesOn: day('closes_on'),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('consultations_programme').on(t.authorityId, t.programmeId)],
);

/** One of the pictures or words that members choose between or put in order. */
export interface ItemOption {
  id: string;
  words: string;
  /** Of consultation_pictures. */
  pictureId?: string;
}

/** What a box, a link or a plan line said on the day that members were asked about it. */
export interface ItemAbout {
  kind: string;
  id: string;
  words: Record<string, string>;
}

/**
 * One thing that members are asked in a consultation of any kind: a sentence to agree or disagree
 * with, an open question, a choice, a ranking, a link or a box of the theory, a line of the plan.
 */
export const statements = table(
  'statements',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    consultationId: text('consultation_id')
      .notNull()
      .references(() => consultations.id, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    position: whole('position').notNull(),
    /** statement, question, choice, ranking, link, outcome or line. */
    type: text('type').notNull().default('statement'),
    /** For a choice: one, or any that the member likes; empty otherwise. */
    method: text('method').notNull().default(''),
    /** Under the words, for those who answer. */
    hint: text('hint').notNull().default(''),
    options: json<ItemOption[]>('options'),
    about: json<ItemAbout>('about'),
    /** asked, proposed (by a member, nobody has read it yet) or refused. */
    state: text('state').notNull().default('asked'),
    /** Why it was refused, or asked in other words than proposed. */
    reason: text('reason').notNull().default(''),
    /** The member who proposed it; null for what staff ask, and once the member is forgotten. */
    proposedBy: text('proposed_by'),
    /** As the member wrote it. */
    proposedText: text('proposed_text').notNull().default(''),
    /** When it came among what everybody is asked, for what was added after opening. */
    askedAt: instant('asked_at'),
  },
  (t) => [index('statements_consultation').on(t.authorityId, t.consultationId, t.position)],
);

/** One member's answer to one statement; a changed vote replaces the last one. */
export const votes = table(
  'votes',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    statementId: text('statement_id')
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    memberId: text('member_id')
      .notNull()
      .references(() => panelMembers.id, { onDelete: 'cascade' }),
    /** agree, disagree or unsure; for a plan line agree, change or stop; empty for other types. */
    vote: text('vote').notNull(),
    comment: text('comment').notNull(),
    /** Ids of the options ticked, or all that were numbered, best first. */
    choice: json<string[]>('choice'),
    /** Further answers by name, as what is missing and what would stop it. */
    words: json<Record<string, string>>('words'),
    at: instant('at').notNull(),
  },
  (t) => [
    uniqueIndex('votes_once').on(t.authorityId, t.statementId, t.memberId),
    index('votes_member').on(t.authorityId, t.memberId),
    index('votes_of').on(t.statementId),
  ],
);

/** What became of a theme: did, will, cannot, because; or when families will hear. */
export const replies = table(
  'replies',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    themeId: text('theme_id')
      .notNull()
      .references(() => themes.id, { onDelete: 'cascade' }),
    /** What families said, in one sentence for them to recognise. */
    youSaid: text('you_said').notNull(),
    /** we-did, we-will, we-cannot or thinking. */
    status: text('status').notNull(),
    words: text('words').notNull(),
    /** Why: always there when nothing can be done. */
    because: text('because').notNull(),
    owner: text('owner').notNull(),
    dueOn: day('due_on'),
    /** Public from this moment; null while it is a draft. */
    publishedAt: instant('published_at'),
    version: whole('version').notNull(),
  },
  (t) => [uniqueIndex('replies_theme').on(t.authorityId, t.themeId)],
);
