import { and, asc, count, eq } from 'drizzle-orm';
import { newId } from './ids.ts';
import { statementOfVote } from './joins.ts';
import { statements, voteHistory, votes } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type VoteRow = typeof votes.$inferSelect;

/**
 * Every vote of a consultation: the last of each member on each statement. In one order, however often
 * somebody changes theirs: groups of opinion are looked for from where the rows begin.
 */
export async function votesIn(
  db: Reader,
  authorityId: string,
  consultationId: string,
): Promise<VoteRow[]> {
  const rows = await db
    .select({ vote: votes })
    .from(votes)
    .innerJoin(statements, statementOfVote)
    .where(and(eq(votes.authorityId, authorityId), eq(statements.consultationId, consultationId)))
    .orderBy(asc(votes.id));
  return rows.map(({ vote }) => vote);
}

/** What one member has said in a consultation. */
export async function votesOfMember(
  db: Reader,
  authorityId: string,
  consultationId: string,
  memberId: string,
): Promise<VoteRow[]> {
  const all = await db
    .select({ vote: votes })
    .from(votes)
    .innerJoin(statements, statementOfVote)
    .where(
      and(
        eq(votes.authorityId, authorityId),
        eq(votes.memberId, memberId),
        eq(statements.consultationId, consultationId),
      ),
    );
  return all.map(({ vote }) => vote);
}

/**
 * Keeps a member's answer to a statement: the last one stands, however often it is sent. What was
 * ticked before is kept apart; the words before are gone.
 */
export async function putVote(
  tx: Writer,
  row: Omit<VoteRow, 'id' | 'choice' | 'words'> & Partial<Pick<VoteRow, 'choice' | 'words'>>,
  before: Pick<VoteRow, 'vote' | 'choice' | 'at'> | undefined,
): Promise<void> {
  const { vote, comment, at, choice = null, words = null, authorityId, statementId } = row;
  const { memberId } = row;
  if (before && (before.vote !== vote || !sameChoice(before.choice, choice))) {
    await tx.insert(voteHistory).values({
      id: newId(at),
      authorityId,
      statementId,
      memberId,
      vote: before.vote,
      choice: before.choice,
      at: before.at,
      replacedAt: at,
    });
  }
  await tx
    .insert(votes)
    .values({ ...row, choice, words, id: newId(at) })
    .onConflictDoUpdate({
      target: [votes.authorityId, votes.statementId, votes.memberId],
      set: { vote, comment, at, choice, words },
    });
}

const sameChoice = (a: string[] | null, b: string[] | null) =>
  (a ?? []).join('\n') === (b ?? []).join('\n');

/** How often an answer in a consultation was changed: all that anybody sees of what stood before. */
export async function changesIn(
  db: Reader,
  authorityId: string,
  consultationId: string,
): Promise<number> {
  const [row] = await db
    .select({ changes: count(voteHistory.id).mapWith(Number) })
    .from(voteHistory)
    .innerJoin(
      statements,
      and(
        eq(statements.authorityId, voteHistory.authorityId),
        eq(statements.id, voteHistory.statementId),
      ),
    )
    .where(
      and(eq(voteHistory.authorityId, authorityId), eq(statements.consultationId, consultationId)),
    );
  return row?.changes ?? 0;
}
