import { and, eq, inArray, lt, or } from 'drizzle-orm';
import { forgetWords } from './coding.ts';
import { drafts, responses, surveys } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

/** Surveys of every authority whose answers were to be deleted before `today` and are still here. */
export async function surveysPastRetention(
  db: Reader,
  today: string,
): Promise<{ id: string; authorityId: string; title: string }[]> {
  return db
    .selectDistinct({ id: surveys.id, authorityId: surveys.authorityId, title: surveys.title })
    .from(surveys)
    .leftJoin(
      responses,
      and(eq(responses.surveyId, surveys.id), eq(responses.authorityId, surveys.authorityId)),
    )
    .leftJoin(
      drafts,
      and(eq(drafts.surveyId, surveys.id), eq(drafts.authorityId, surveys.authorityId)),
    )
    .where(
      and(
        lt(surveys.keepUntil, today),
        or(eq(responses.surveyId, surveys.id), eq(drafts.surveyId, surveys.id)),
      ),
    );
}

/**
 * Deletes answers and every copy of their words. What was counted from them stays: the frozen
 * figures of evidence name nobody. Gives how many sets of answers are gone.
 */
export async function forgetResponses(
  tx: Writer,
  authorityId: string,
  ids: readonly string[],
): Promise<number> {
  let gone = 0;
  for (let at = 0; at < ids.length; at += 500) {
    const some = ids.slice(at, at + 500);
    await forgetWords(tx, authorityId, 'response', some);
    const rows = await tx
      .delete(responses)
      .where(and(eq(responses.authorityId, authorityId), inArray(responses.id, some)))
      .returning({ id: responses.id });
    gone += rows.length;
  }
  return gone;
}

/** Deletes everything that families sent to a survey, finished or not. */
export async function forgetSurveyAnswers(
  tx: Writer,
  authorityId: string,
  surveyId: string,
): Promise<number> {
  await tx
    .delete(drafts)
    .where(and(eq(drafts.authorityId, authorityId), eq(drafts.surveyId, surveyId)));
  const rows = await tx
    .select({ id: responses.id })
    .from(responses)
    .where(and(eq(responses.authorityId, authorityId), eq(responses.surveyId, surveyId)));
  const ids = rows.map((row) => row.id);
  return forgetResponses(tx, authorityId, ids);
}

/** Drafts that nobody came back to since `before`: a family that stopped did not send anything. */
export async function forgetOldDrafts(tx: Writer, before: Date): Promise<void> {
  await tx.delete(drafts).where(lt(drafts.updatedAt, before));
}
