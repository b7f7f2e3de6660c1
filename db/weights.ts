import { and, asc, eq, inArray } from 'drizzle-orm';
import { firstOf } from './people.ts';
import {
  answerReviews,
  implausiblePairs,
  populationMargins,
  responses,
  weightings,
} from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

export type PopulationMargin = typeof populationMargins.$inferSelect;
export type Weighting = typeof weightings.$inferSelect;
export type AnswerReview = typeof answerReviews.$inferSelect;

// ── what the population looks like ──────────────────────────────────────────────────────────────

/** What is known of the population by the questions of a survey, in the order of saving. */
export async function marginsOf(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<PopulationMargin[]> {
  return db
    .select()
    .from(populationMargins)
    .where(
      and(eq(populationMargins.authorityId, authorityId), eq(populationMargins.surveyId, surveyId)),
    )
    .orderBy(asc(populationMargins.question));
}

export async function insertMargin(tx: Writer, row: PopulationMargin): Promise<void> {
  await tx.insert(populationMargins).values(row);
}

/** Changes a margin if nobody did since `seen`; says whether it did. */
export async function updateMargin(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Pick<
    PopulationMargin,
    'unit' | 'groups' | 'source' | 'asAt' | 'assumed' | 'savedAt' | 'savedBy'
  >,
): Promise<boolean> {
  const changed = await tx
    .update(populationMargins)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(populationMargins.authorityId, authorityId),
        eq(populationMargins.id, id),
        eq(populationMargins.version, seen),
      ),
    )
    .returning({ id: populationMargins.id });
  return changed.length === 1;
}

export async function deleteMargin(tx: Writer, authorityId: string, id: string): Promise<void> {
  await tx
    .delete(populationMargins)
    .where(and(eq(populationMargins.authorityId, authorityId), eq(populationMargins.id, id)));
}

// ── weighting ───────────────────────────────────────────────────────────────────────────────────

export async function weightingOf(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<Weighting | undefined> {
  const rows = await db
    .select()
    .from(weightings)
    .where(and(eq(weightings.authorityId, authorityId), eq(weightings.surveyId, surveyId)));
  return firstOf(rows);
}

export async function insertWeighting(tx: Writer, row: Weighting): Promise<void> {
  await tx.insert(weightings).values(row);
}

/** Changes how a survey is weighted if nobody did since `seen`; says whether it did. */
export async function updateWeighting(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Partial<Omit<Weighting, 'id' | 'authorityId' | 'surveyId' | 'version'>>,
): Promise<boolean> {
  const changed = await tx
    .update(weightings)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(weightings.authorityId, authorityId),
        eq(weightings.id, id),
        eq(weightings.version, seen),
      ),
    )
    .returning({ id: weightings.id });
  return changed.length === 1;
}

/** Every set of answers to a survey with nothing but its id: what weights are worked out from. */
export async function answersById(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<{ id: string; answers: Record<string, unknown> }[]> {
  return db
    .select({ id: responses.id, answers: responses.answers })
    .from(responses)
    .where(and(eq(responses.authorityId, authorityId), eq(responses.surveyId, surveyId)))
    .orderBy(asc(responses.id));
}

// ── answers set aside ───────────────────────────────────────────────────────────────────────────

/** What was decided about marked answers of a survey. */
export async function reviewsOf(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<AnswerReview[]> {
  return db
    .select()
    .from(answerReviews)
    .where(and(eq(answerReviews.authorityId, authorityId), eq(answerReviews.surveyId, surveyId)));
}

/** Every set of answers with what marks are found by. */
export async function answersToMark(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<
  {
    id: string;
    answers: Record<string, unknown>;
    answeredOn: string;
    channel: string;
    flag: string;
    language: string | null;
  }[]
> {
  return db
    .select({
      id: responses.id,
      answers: responses.answers,
      answeredOn: responses.answeredOn,
      channel: responses.channel,
      flag: responses.flag,
      language: responses.language,
    })
    .from(responses)
    .where(and(eq(responses.authorityId, authorityId), eq(responses.surveyId, surveyId)))
    .orderBy(asc(responses.answeredOn), asc(responses.id));
}

export async function insertReviews(tx: Writer, rows: readonly AnswerReview[]): Promise<void> {
  await inChunks(rows, (chunk) => tx.insert(answerReviews).values(chunk));
}

/** Takes back decisions on some answers, so that others can be made. */
export async function deleteReviews(
  tx: Writer,
  authorityId: string,
  surveyId: string,
  responseIds: readonly string[],
): Promise<void> {
  for (let at = 0; at < responseIds.length; at += 500) {
    await tx
      .delete(answerReviews)
      .where(
        and(
          eq(answerReviews.authorityId, authorityId),
          eq(answerReviews.surveyId, surveyId),
          inArray(answerReviews.responseId, responseIds.slice(at, at + 500)),
        ),
      );
  }
}

// ── pairs of answers that hardly go together ────────────────────────────────────────────────────

export async function pairsOf(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<(typeof implausiblePairs.$inferSelect)[]> {
  return db
    .select()
    .from(implausiblePairs)
    .where(
      and(eq(implausiblePairs.authorityId, authorityId), eq(implausiblePairs.surveyId, surveyId)),
    )
    .orderBy(asc(implausiblePairs.savedAt), asc(implausiblePairs.id));
}

export async function insertPair(
  tx: Writer,
  row: typeof implausiblePairs.$inferInsert,
): Promise<void> {
  await tx.insert(implausiblePairs).values(row);
}

/** Takes a pair out; says whether it was there. */
export async function deletePair(
  tx: Writer,
  authorityId: string,
  surveyId: string,
  id: string,
): Promise<boolean> {
  const gone = await tx
    .delete(implausiblePairs)
    .where(
      and(
        eq(implausiblePairs.authorityId, authorityId),
        eq(implausiblePairs.surveyId, surveyId),
        eq(implausiblePairs.id, id),
      ),
    )
    .returning({ id: implausiblePairs.id });
  return gone.length === 1;
}
