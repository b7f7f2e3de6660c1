import { kit } from '../dialect.ts';
import { consultations, panelMembers, statements } from './panel.ts';
import { ofAuthority } from './owned.ts';

const { table, text, whole, instant, json, index, uniqueIndex } = kit;

/**
 * What a member answered before they changed it: what was ticked or ordered, and never words, which
 * are gone when somebody takes them back. Read as counts only.
 */
export const voteHistory = table(
  'vote_history',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    statementId: text('statement_id')
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    memberId: text('member_id')
      .notNull()
      .references(() => panelMembers.id, { onDelete: 'cascade' }),
    vote: text('vote').notNull(),
    choice: json<string[]>('choice'),
    /** When it had been given, and when another took its place. */
    at: instant('at').notNull(),
    replacedAt: instant('replaced_at').notNull(),
  },
  (t) => [
    index('vote_history_statement').on(t.authorityId, t.statementId),
    index('vote_history_of').on(t.statementId),
    index('vote_history_member').on(t.authorityId, t.memberId),
  ],
);

/**
 * A picture that members choose between, drawn anew from what was brought so that nothing of the
 * camera or the place stays in it: one small enough for a page, one to look at closely. Base64.
 */
export const consultationPictures = table(
  'consultation_pictures',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    consultationId: text('consultation_id')
      .notNull()
      .references(() => consultations.id, { onDelete: 'cascade' }),
    /** What it shows, for those who do not see it. */
    alt: text('alt').notNull(),
    width: whole('width').notNull(),
    height: whole('height').notNull(),
    small: text('small').notNull(),
    large: text('large').notNull(),
  },
  (t) => [index('consultation_pictures_consultation').on(t.authorityId, t.consultationId)],
);

/** A poll at an event: a consultation that anybody in the room answers at a short address. */
export const polls = table(
  'polls',
  {
    consultationId: text('consultation_id')
      .primaryKey()
      .references(() => consultations.id, { onDelete: 'cascade' }),
    ...ofAuthority(),
    code: text('code').notNull(),
    /** adults, or young for children and young people. */
    audience: text('audience').notNull(),
    /** Whether the counts may be shown on a screen while it is open. */
    onScreen: text('on_screen').notNull(),
  },
  (t) => [uniqueIndex('polls_code').on(t.code), index('polls_authority').on(t.authorityId)],
);

/**
 * What a telephone in the room answered to one question of a poll. `device` is a hash of a random
 * number in a cookie of this poll alone: it makes the second press count once, and leads nowhere else.
 */
export const pollAnswers = table(
  'poll_answers',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    statementId: text('statement_id')
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    device: text('device').notNull(),
    vote: text('vote').notNull(),
    choice: json<string[]>('choice'),
    comment: text('comment').notNull(),
    /** The how-manieth of the poll: screens show counts in steps, in the order of coming. */
    number: whole('number').notNull(),
  },
  (t) => [
    uniqueIndex('poll_answers_once').on(t.authorityId, t.statementId, t.device),
    index('poll_answers_of').on(t.statementId),
  ],
);
