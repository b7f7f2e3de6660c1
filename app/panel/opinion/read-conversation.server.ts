import type { Programme } from '#db/people.ts';
import {
  conversationById,
  conversationStatementsOf,
  conversationVotesOf,
  type Conversation,
  type ConversationStatement,
} from '#db/opinion.ts';
import { NotFound } from '#app/people/errors.ts';
import type { Reader } from '#db/store.server.ts';
import { fromWord, type VoteTable } from './vote-table.ts';

export interface WholeConversation {
  conversation: Conversation;
  statements: ConversationStatement[];
  table: VoteTable;
}

/** A conversation that was brought in, with its votes. */
export async function readConversation(
  db: Reader,
  { authorityId, id: programmeId }: Programme,
  id: string,
): Promise<WholeConversation> {
  const conversation = await conversationById(db, authorityId, programmeId, id);
  if (!conversation) throw new NotFound('conversation');
  const statements = await conversationStatementsOf(db, authorityId, id);
  const words = await conversationVotesOf(db, authorityId, id);
  const table = {
    statements: statements.map((one) => ({
      id: one.id,
      number: one.number,
      text: one.text,
      asked: one.moderated !== -1,
    })),
    voters: words.map(fromWord),
  };
  return { conversation, statements, table };
}
