import { and, asc, desc, eq, lt } from 'drizzle-orm';
import { unpacked } from './dialect.ts';
import { inChunks } from './store.server.ts';
import { firstOf } from './people.ts';
import { conversations, conversationStatements, conversationVoters } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type Conversation = typeof conversations.$inferSelect;
export type ConversationStatement = typeof conversationStatements.$inferSelect;

/** The conversations of a programme that were brought in, newest first. */
export async function conversationsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<Conversation[]> {
  return db
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.authorityId, authorityId),
        eq(conversations.programmeId, programmeId),
        eq(conversations.state, 'kept'),
      ),
    )
    .orderBy(desc(conversations.createdAt), desc(conversations.id));
}

export async function conversationById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<Conversation | undefined> {
  const rows = await db
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.authorityId, authorityId),
        eq(conversations.programmeId, programmeId),
        eq(conversations.id, id),
      ),
    );
  return firstOf(rows);
}

/** The conversation that came from the same files, if one did. */
export async function conversationByDigest(
  db: Reader,
  authorityId: string,
  programmeId: string,
  digest: string,
): Promise<Conversation | undefined> {
  const rows = await db
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.authorityId, authorityId),
        eq(conversations.programmeId, programmeId),
        eq(conversations.digest, digest),
      ),
    );
  return firstOf(rows);
}

/** The statements of a conversation, in the order of their votes. */
export async function conversationStatementsOf(
  db: Reader,
  authorityId: string,
  conversationId: string,
): Promise<ConversationStatement[]> {
  return db
    .select()
    .from(conversationStatements)
    .where(
      and(
        eq(conversationStatements.authorityId, authorityId),
        eq(conversationStatements.conversationId, conversationId),
      ),
    )
    .orderBy(asc(conversationStatements.position));
}

/** The votes of each voter, in an order that says nothing. */
export async function conversationVotesOf(
  db: Reader,
  authorityId: string,
  conversationId: string,
): Promise<string[]> {
  const rows = await db
    .select({ votes: conversationVoters.votes })
    .from(conversationVoters)
    .where(
      and(
        eq(conversationVoters.authorityId, authorityId),
        eq(conversationVoters.conversationId, conversationId),
      ),
    )
    .orderBy(asc(conversationVoters.id));
  return rows.map(({ votes }) => votes);
}

/** Stores a conversation with its statements and voters. */
export async function insertConversation(
  tx: Writer,
  conversation: Conversation,
  statements: readonly ConversationStatement[],
  voters: readonly { id: string; votes: string }[],
): Promise<void> {
  await tx.insert(conversations).values(conversation);
  await inChunks([...statements], (chunk) => tx.insert(conversationStatements).values(chunk));
  const { id, authorityId } = conversation;
  await inChunks([...voters], (chunk) =>
    tx.insert(conversationVoters).select(
      unpacked(
        chunk.map((voter) => [voter.id, authorityId, id, voter.votes]),
        ['text', 'text', 'text', 'text'],
      ),
    ),
  );
}

/** Changes a conversation that nobody changed meanwhile; false where somebody did. */
export async function updateConversation(
  tx: Writer,
  { id, authorityId, version }: Pick<Conversation, 'id' | 'authorityId' | 'version'>,
  change: Partial<Pick<Conversation, 'title' | 'description' | 'state'>>,
): Promise<boolean> {
  const changed = await tx
    .update(conversations)
    .set({ ...change, version: version + 1 })
    .where(
      and(
        eq(conversations.authorityId, authorityId),
        eq(conversations.id, id),
        eq(conversations.version, version),
      ),
    )
    .returning({ id: conversations.id });
  return changed.length === 1;
}

export async function deleteConversation(
  tx: Writer,
  authorityId: string,
  id: string,
): Promise<void> {
  await tx
    .delete(conversations)
    .where(and(eq(conversations.authorityId, authorityId), eq(conversations.id, id)));
}

/** Drops what was looked at and neither kept nor left. */
export async function deleteLeftLying(
  tx: Writer,
  authorityId: string,
  before: Date,
): Promise<void> {
  await tx
    .delete(conversations)
    .where(
      and(
        eq(conversations.authorityId, authorityId),
        eq(conversations.state, 'checked'),
        lt(conversations.createdAt, before),
      ),
    );
}
