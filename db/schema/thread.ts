import { kit } from '../dialect.ts';
import { ofProgramme } from './owned.ts';

const { table, text, instant, bool, index, uniqueIndex } = kit;

/**
 * The golden thread: one row says that `to` rests on `from`. The kinds and which may be tied to
 * which are in app/thread/kinds.ts. Links between boxes inside a theory stand in theory_links.
 */
export const threadLinks = table(
  'thread_links',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    fromKind: text('from_kind').notNull(),
    fromId: text('from_id').notNull(),
    toKind: text('to_kind').notNull(),
    toId: text('to_id').notNull(),
    /** Why the one rests on the other, in the words of who tied them; may be empty. */
    note: text('note').notNull(),
    /**
     * What `from` said when they were tied, frozen: once it says something else, the tie shows as
     * stale. Empty where nothing was kept, as for an answer, whose words stand in excerpts.
     */
    wordsThen: text('words_then').notNull().default(''),
    /**
     * What `to` said when they were tied, where it is `to` that may move under the tie: a measure with
     * its baseline and target. Empty where nothing was kept.
     */
    toWordsThen: text('to_words_then').notNull().default(''),
    /**
     * What a theme says about what it is tied to: supports, contradicts or asks-change. Empty where
     * the one simply rests on the other.
     */
    relation: text('relation').notNull().default(''),
    /** Evidence that speaks against the need that it is tied to. */
    against: bool('against').notNull().default(false),
    tiedAt: instant('tied_at').notNull(),
    tiedBy: text('tied_by').notNull(),
    /**
     * Somebody looked at it again after one of the ends had changed, and lets it stand: what they said
     * then. What was kept when they were tied is not written over.
     */
    confirmedWords: text('confirmed_words'),
    confirmedToWords: text('confirmed_to_words'),
    confirmedAt: instant('confirmed_at'),
    confirmedBy: text('confirmed_by'),
  },
  (t) => [
    uniqueIndex('thread_links_once').on(t.authorityId, t.fromKind, t.fromId, t.toKind, t.toId),
    index('thread_links_down').on(t.authorityId, t.fromKind, t.fromId),
    index('thread_links_up').on(t.authorityId, t.toKind, t.toId),
    index('thread_links_programme').on(t.authorityId, t.programmeId),
  ],
);
