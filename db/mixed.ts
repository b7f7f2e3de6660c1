import { and, eq, gt, inArray, lt, lte, sql } from 'drizzle-orm';
import {
  answerReviews,
  batchEntries,
  mixedAnswers,
  responses,
  secondEntries,
  surveys,
} from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

/** Whose order tells who answered when: families' own, on the web or on a tablet that was handed round. */
const BY_ARRIVAL = ['web', 'outreach'];

/** Surveys with answers of days before `today` that were not mixed yet, of every authority. */
export async function surveysToMix(
  db: Reader,
  today: string,
): Promise<{ id: string; authorityId: string; mixedTo: string | null }[]> {
  const rows = await db
    .select({ id: surveys.id, authorityId: surveys.authorityId, mixedTo: mixedAnswers.mixedTo })
    .from(surveys)
    .leftJoin(
      mixedAnswers,
      and(eq(mixedAnswers.authorityId, surveys.authorityId), eq(mixedAnswers.surveyId, surveys.id)),
    );
  const found = [];
  // One after another, and one row of each: nobody's page waits behind a look at every answer.
  for (const { id, authorityId, mixedTo } of rows) {
    const [one] = await db
      .select({ id: responses.id })
      .from(responses)
      .where(
        and(
          eq(responses.authorityId, authorityId),
          eq(responses.surveyId, id),
          inArray(responses.channel, BY_ARRIVAL),
          gt(responses.answeredOn, mixedTo ?? ''),
          lt(responses.answeredOn, today),
        ),
      )
      .limit(1);
    if (one) found.push({ id, authorityId, mixedTo });
  }
  return found;
}

/** The ids of what families sent themselves on the days after one and up to another. */
export async function sentOn(
  db: Reader,
  authorityId: string,
  surveyId: string,
  days: { after: string; upTo: string },
): Promise<string[]> {
  const rows = await db
    .select({ id: responses.id })
    .from(responses)
    .where(
      and(
        eq(responses.authorityId, authorityId),
        eq(responses.surveyId, surveyId),
        inArray(responses.channel, BY_ARRIVAL),
        gt(responses.answeredOn, days.after),
        lte(responses.answeredOn, days.upTo),
      ),
    );
  return rows.map(({ id }) => id);
}

/**
 * Takes rows out and puts the same rows back in the order given: their places in the file, in every
 * index and in PostgreSQL's own columns then tell that order, and nothing of the one before. What is put
 * back is what the deletions gave, and was not read before them: what somebody else deleted or changed
 * meanwhile is not brought back as it was.
 */
export async function putBackAs(
  tx: Writer,
  authorityId: string,
  ids: readonly string[],
): Promise<void> {
  const beside = await takeOutBeside(tx, authorityId, ids);
  const taken = await tx
    .delete(responses)
    .where(and(eq(responses.authorityId, authorityId), inArray(responses.id, [...ids])))
    .returning();
  const rows = new Map(taken.map((row) => [row.id, row]));
  for (const id of ids) {
    const row = rows.get(id);
    if (row) await tx.insert(responses).values(row);
  }
  const reviews = beside.reviews.filter(({ responseId }) => rows.has(responseId));
  if (reviews.length > 0) await tx.insert(answerReviews).values(reviews);
  const entries = new Map(beside.entries.map((row) => [row.responseId, row]));
  const back = new Set<string>();
  for (const id of ids) {
    const entry = rows.has(id) ? entries.get(id) : undefined;
    if (!entry) continue;
    await tx.insert(batchEntries).values(entry);
    back.add(entry.id);
  }
  const seconds = beside.seconds.filter(({ entryId }) => back.has(entryId));
  if (seconds.length > 0) await tx.insert(secondEntries).values(seconds);
}

/** What goes with answers when they go: decisions on them, who brought them in, and second readings. */
async function takeOutBeside(tx: Writer, authorityId: string, ids: readonly string[]) {
  const reviews = await tx
    .delete(answerReviews)
    .where(
      and(eq(answerReviews.authorityId, authorityId), inArray(answerReviews.responseId, [...ids])),
    )
    .returning();
  const entered = and(
    eq(batchEntries.authorityId, authorityId),
    inArray(batchEntries.responseId, [...ids]),
  );
  const entryIds = tx.select({ id: batchEntries.id }).from(batchEntries).where(entered);
  const seconds = await tx
    .delete(secondEntries)
    .where(
      and(eq(secondEntries.authorityId, authorityId), inArray(secondEntries.entryId, entryIds)),
    )
    .returning();
  const entries = await tx.delete(batchEntries).where(entered).returning();
  return { reviews, entries, seconds };
}

/**
 * Notes up to which day a survey is mixed, unless the mark moved since it was read: what arrived late
 * meanwhile is mixed the next night.
 *
 * @param seen the mark when the mixing began; null where there was none
 */
export async function noteMixed(
  tx: Writer,
  authorityId: string,
  surveyId: string,
  seen: string | null,
  mixedTo: string,
): Promise<void> {
  if (seen === null) {
    await tx
      .insert(mixedAnswers)
      .values({ authorityId, surveyId, mixedTo })
      .onConflictDoNothing({ target: mixedAnswers.surveyId });
    return;
  }
  await tx
    .update(mixedAnswers)
    .set({ mixedTo })
    .where(
      and(
        eq(mixedAnswers.authorityId, authorityId),
        eq(mixedAnswers.surveyId, surveyId),
        eq(mixedAnswers.mixedTo, seen),
      ),
    );
}

/** Answers of a day that may be mixed already arrived late: all after `day` are mixed again. */
export async function noteUnmixed(
  tx: Writer,
  authorityId: string,
  surveyId: string,
  day: string,
): Promise<void> {
  // Where nothing was mixed yet everything is still to come; the mark says that something arrived meanwhile.
  await tx
    .insert(mixedAnswers)
    .values({ authorityId, surveyId, mixedTo: '' })
    .onConflictDoUpdate({
      target: mixedAnswers.surveyId,
      set: {
        mixedTo: sql`case when ${mixedAnswers.mixedTo} > ${day} then ${day} else ${mixedAnswers.mixedTo} end`,
      },
    });
}
