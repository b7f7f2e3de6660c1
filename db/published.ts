import { and, count, desc, eq, max } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { answerReviews, publishedTables } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type PublishedTable = typeof publishedTables.$inferSelect;

/** How many answers were looked at, and when last: changes when one is set aside or taken back. */
export async function reviewsMark(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<string> {
  const rows = await db
    .select({ n: count(), last: max(answerReviews.decidedAt) })
    .from(answerReviews)
    .where(and(eq(answerReviews.authorityId, authorityId), eq(answerReviews.surveyId, surveyId)));
  const row = firstOf(rows);
  return `${row?.n ?? 0} ${row?.last?.toISOString() ?? ''}`;
}

/** The last telling of a table, if it was told. */
export async function lastPublished(
  db: Reader,
  authorityId: string,
  surveyId: string,
  spec: string,
): Promise<PublishedTable | undefined> {
  const rows = await db
    .select()
    .from(publishedTables)
    .where(
      and(
        eq(publishedTables.authorityId, authorityId),
        eq(publishedTables.surveyId, surveyId),
        eq(publishedTables.spec, spec),
      ),
    )
    .orderBy(desc(publishedTables.firstAt), desc(publishedTables.id))
    .limit(1);
  return firstOf(rows);
}

/** What was told of a survey, last told first. */
export async function publishedOf(
  db: Reader,
  authorityId: string,
  surveyId: string,
  { page, most }: { page: number; most: number },
): Promise<PublishedTable[]> {
  return db
    .select()
    .from(publishedTables)
    .where(
      and(eq(publishedTables.authorityId, authorityId), eq(publishedTables.surveyId, surveyId)),
    )
    .orderBy(desc(publishedTables.lastAt), desc(publishedTables.id))
    .limit(most)
    .offset(page * most);
}

export async function insertPublished(tx: Writer, row: PublishedTable): Promise<void> {
  await tx.insert(publishedTables).values(row);
}

/** Notes another use of a table that was told before. */
export async function updatePublished(
  tx: Writer,
  authorityId: string,
  id: string,
  change: Pick<PublishedTable, 'uses' | 'lastAt'>,
): Promise<void> {
  await tx
    .update(publishedTables)
    .set(change)
    .where(and(eq(publishedTables.authorityId, authorityId), eq(publishedTables.id, id)));
}
