import { kit } from '../dialect.ts';
import { ofAuthority, ofProgramme } from './owned.ts';

const { table, text, whole, instant, day, json, index, uniqueIndex } = kit;

/** An open call: parents and carers say that they would like to be on the panel. */
export const openCalls = table(
  'open_calls',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** The short word in the public address /join/CODE. */
    code: text('code').notNull(),
    title: text('title').notNull(),
    /** What being on the panel means, as families read it. */
    invitation: text('invitation').notNull(),
    /** How many people are wanted. */
    size: whole('size').notNull(),
    /** As app/panel/selection/pool.ts describes them. */
    quotas: json<unknown>('quotas').notNull(),
    closesOn: day('closes_on').notNull(),
    /** The day after which those who were not chosen are deleted. */
    keepUntil: day('keep_until').notNull(),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('open_calls_code').on(t.code),
    index('open_calls_programme').on(t.authorityId, t.programmeId),
  ],
);

/** Somebody who would like to be on the panel: what they said about themselves, without a name. */
export const interests = table(
  'interests',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    callId: text('call_id')
      .notNull()
      .references(() => openCalls.id, { onDelete: 'cascade' }),
    /** What they keep, to take their words back. */
    reference: text('reference').notNull(),
    about: json<Record<string, string>>('about').notNull(),
    /** What would help them to take part: childcare, an interpreter, access. */
    helps: text('helps').notNull(),
    /** web or paper. */
    channel: text('channel').notNull(),
    saidOn: day('said_on').notNull(),
    /** waiting, member or declined. */
    outcome: text('outcome').notNull(),
    /** The member whom they became; no foreign key, the interest goes on its own day. */
    joinedAs: text('joined_as'),
    /** hidden-field when a trap was filled in, else empty. */
    flag: text('flag').notNull(),
  },
  (t) => [
    uniqueIndex('interests_reference').on(t.reference),
    index('interests_call').on(t.authorityId, t.callId),
  ],
);

/** How to reach them: apart from what they said, and gone with them. */
export const interestContacts = table(
  'interest_contacts',
  {
    interestId: text('interest_id')
      .primaryKey()
      .references(() => interests.id, { onDelete: 'cascade' }),
    ...ofAuthority(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    phone: text('phone').notNull(),
    preferred: text('preferred').notNull(),
    language: text('language').notNull(),
  },
  (t) => [index('interest_contacts_email').on(t.authorityId, t.email)],
);

/** A draw, with all that is needed to make it again: nobody's name, only their numbers. */
export const panelDraws = table(
  'panel_draws',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    callId: text('call_id')
      .notNull()
      .references(() => openCalls.id, { onDelete: 'cascade' }),
    seed: text('seed').notNull(),
    /** The pool and the lottery, as app/panel/selection describes them. */
    pool: json<unknown>('pool').notNull(),
    panels: json<unknown>('panels').notNull(),
    drawn: json<string[]>('drawn').notNull(),
    /** Why it was drawn anew; empty for the first. */
    reason: text('reason').notNull(),
    drawnAt: instant('drawn_at').notNull(),
    drawnBy: text('drawn_by').notNull(),
  },
  (t) => [index('panel_draws_call').on(t.authorityId, t.callId, t.drawnAt)],
);
