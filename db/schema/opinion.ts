import { kit } from '../dialect.ts';
import { ofAuthority, ofProgramme } from './owned.ts';

const { table, text, whole, instant, index, uniqueIndex } = kit;

/**
 * A conversation that was held with another tool (pol.is), brought in from its files. Its voters are
 * nobody's members: nothing here leads to a person.
 */
export const conversations = table(
  'conversations',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    /** Where it was held, as its files say; empty where they do not. */
    address: text('address').notNull(),
    /** checked: shown before it is kept; kept. */
    state: text('state').notNull(),
    /** SHA-256 of the files, so that the same conversation is not brought in twice. */
    digest: text('digest').notNull(),
    voters: whole('voters').notNull(),
    /** Every vote cast, changed ones included, as the files count them. */
    votesCast: whole('votes_cast').notNull(),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('conversations_programme').on(t.authorityId, t.programmeId),
    uniqueIndex('conversations_digest').on(t.authorityId, t.programmeId, t.digest),
  ],
);

/** A statement of a conversation, with the totals of its file. */
export const conversationStatements = table(
  'conversation_statements',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    /** The number that the other tool gave it. */
    number: whole('number').notNull(),
    /** Where the votes of it stand in the row of a voter, from 0. */
    position: whole('position').notNull(),
    text: text('text').notNull(),
    /** 1 accepted, 0 not looked at, -1 refused by who moderated it there. */
    moderated: whole('moderated').notNull(),
    castAgrees: whole('cast_agrees').notNull(),
    castDisagrees: whole('cast_disagrees').notNull(),
    castPasses: whole('cast_passes').notNull(),
  },
  (t) => [
    index('conversation_statements_conversation').on(t.authorityId, t.conversationId, t.position),
    index('conversation_statements_of').on(t.conversationId),
  ],
);

/** One voter, unnamed and in no order: the last vote on each statement. */
export const conversationVoters = table(
  'conversation_voters',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    /** A sign for each statement by its position: + agrees, - disagrees, 0 passes, . did not vote. */
    votes: text('votes').notNull(),
  },
  (t) => [
    index('conversation_voters_conversation').on(t.authorityId, t.conversationId),
    index('conversation_voters_of').on(t.conversationId),
  ],
);
