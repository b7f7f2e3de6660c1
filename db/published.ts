import { and, asc, count, desc, eq, gt, max, or } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { answerReviews, publishedTables, responses } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type PublishedTable = typeof publishedTables.$inferSelect;

/** What a count needs of one set of answers. */
export type CountedAnswers = Pick<
  typeof responses.$inferSelect,
  'id' | 'answeredOn' | 'channel' | 'flag' | 'language' | 'answers'
>;

/**
 * Answers to a survey in their order, so many at a time: a hundred thousand are never held at once.
 *
 * @param after the last of the page before; null for the first page
 */
export async function answersPage(
  db: Reader,
  authorityId: string,
  surveyId: string,
  after: { answeredOn: string; id: string } | null,
  most: number,
): Promise<CountedAnswers[]> {
  const { id, answeredOn, channel, flag, language, answers } = responses;
  const beyond =
    after === null
      ? undefined
      : or(
          gt(answeredOn, after.answeredOn),
          and(eq(answeredOn, after.answeredOn), gt(id, after.id)),
        );
  return db
    .select({ id, answeredOn, channel, flag, language, answers })
    .from(responses)
    .where(and(eq(responses.authorityId, authorityId), eq(responses.surveyId, surveyId), beyond))
    .orderBy(asc(answeredOn), asc(id))
    .limit(most);
}

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
