import { kit } from '../dialect.ts';
import { panelMembers, replies } from './panel.ts';
import { ofAuthority } from './owned.ts';
import { authorities } from './people.ts';

const { table, text, whole, instant, bool, day, index, uniqueIndex } = kit;

/**
 * What an answer to families said from one moment to the next: a promise stays readable after it was
 * kept, put off or taken back. One row each time that its words, its status or its being public change.
 */
export const replyHistory = table(
  'reply_history',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    replyId: text('reply_id')
      .notNull()
      .references(() => replies.id, { onDelete: 'cascade' }),
    status: text('status').notNull(),
    youSaid: text('you_said').notNull(),
    words: text('words').notNull(),
    because: text('because').notNull(),
    owner: text('owner').notNull(),
    dueOn: day('due_on'),
    /** Whether families could read it. */
    isPublic: bool('is_public').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
  },
  (t) => [index('reply_history_reply').on(t.authorityId, t.replyId, t.at)],
);

/** An answer to families in one of their other languages. */
export const replyTexts = table(
  'reply_texts',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    replyId: text('reply_id')
      .notNull()
      .references(() => replies.id, { onDelete: 'cascade' }),
    /** A code of app/survey/languages. */
    language: text('language').notNull(),
    youSaid: text('you_said').notNull(),
    words: text('words').notNull(),
    because: text('because').notNull(),
    /** Of the English that was translated: once that says something else, this is shown to nobody. */
    ofDigest: text('of_digest').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
  },
  (t) => [uniqueIndex('reply_texts_once').on(t.authorityId, t.replyId, t.language)],
);

/** How an authority answers families. */
export const answerSettings = table('answer_settings', {
  authorityId: text('authority_id')
    .primaryKey()
    .references(() => authorities.id, { onDelete: 'cascade' }),
  /** Days within which a theme has an answer that families can read. */
  daysToAnswer: whole('days_to_answer').notNull(),
});

/** That a member asked to be told when something that they raised is answered. */
export const hearBack = table(
  'hear_back',
  {
    memberId: text('member_id')
      .primaryKey()
      .references(() => panelMembers.id, { onDelete: 'cascade' }),
    ...ofAuthority(),
    wants: bool('wants').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('hear_back_authority').on(t.authorityId, t.wants)],
);
