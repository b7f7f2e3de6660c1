import { kit } from '../dialect.ts';
import { authorities, people, programmes } from './people.ts';
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
    authorityId: text('authority_id')
      .notNull()
      .references(() => authorities.id, { onDelete: 'cascade' }),
    programmeId: text('programme_id')
      .notNull()
      .references(() => programmes.id, { onDelete: 'cascade' }),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** parent-or-carer or practitioner. */
    kind: text('kind').notNull(),
    /** As the member said it, or empty: sex, age band, ethnic group, area. */
    about: json<Record<string, string>>('about').notNull(),
    joinedOn: day('joined_on').notNull(),
    leftOn: day('left_on'),
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
  authorityId: text('authority_id')
    .notNull()
    .references(() => authorities.id, { onDelete: 'cascade' }),
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
    authorityId: text('authority_id')
      .notNull()
      .references(() => authorities.id, { onDelete: 'cascade' }),
    programmeId: text('programme_id')
      .notNull()
      .references(() => programmes.id, { onDelete: 'cascade' }),
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

/** A sentence that members agree or disagree with. */
export const statements = table(
  'statements',
  {
    id: text('id').primaryKey(),
    authorityId: text('authority_id')
      .notNull()
      .references(() => authorities.id, { onDelete: 'cascade' }),
    consultationId: text('consultation_id')
      .notNull()
      .references(() => consultations.id, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    position: whole('position').notNull(),
  },
  (t) => [index('statements_consultation').on(t.authorityId, t.consultationId, t.position)],
);

/** One member's answer to one statement; a changed vote replaces the last one. */
export const votes = table(
  'votes',
  {
    id: text('id').primaryKey(),
    authorityId: text('authority_id')
      .notNull()
      .references(() => authorities.id, { onDelete: 'cascade' }),
    statementId: text('statement_id')
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    memberId: text('member_id')
      .notNull()
      .references(() => panelMembers.id, { onDelete: 'cascade' }),
    /** agree, disagree or unsure. */
    vote: text('vote').notNull(),
    comment: text('comment').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    uniqueIndex('votes_once').on(t.authorityId, t.statementId, t.memberId),
    index('votes_member').on(t.authorityId, t.memberId),
  ],
);

/** What became of a theme: did, will, or cannot, because. */
export const replies = table(
  'replies',
  {
    id: text('id').primaryKey(),
    authorityId: text('authority_id')
      .notNull()
      .references(() => authorities.id, { onDelete: 'cascade' }),
    themeId: text('theme_id')
      .notNull()
      .references(() => themes.id, { onDelete: 'cascade' }),
    /** What families said, in one sentence for them to recognise. */
    youSaid: text('you_said').notNull(),
    /** we-did, we-will or we-cannot. */
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
