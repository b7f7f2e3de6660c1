import { and, asc, count, desc, eq, gt, gte, inArray, or, sql } from 'drizzle-orm';
import { firstOf, type Authority } from './people.ts';
import {
  answerImports,
  authorities,
  drafts,
  responses,
  surveys,
  surveyVersions,
} from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

export type Survey = typeof surveys.$inferSelect;
export type SurveyVersion = typeof surveyVersions.$inferSelect;
export type Draft = typeof drafts.$inferSelect;
export type ResponseRow = typeof responses.$inferSelect;
/** A finished set of answers as it is added: what came later to the table may be left out. */
export type NewResponse = typeof responses.$inferInsert;
export type AnswerImport = typeof answerImports.$inferSelect;

// ── surveys ─────────────────────────────────────────────────────────────────────────────────────

/** The surveys of a programme, newest first, with how many have answered each. */
export async function surveysOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<{ survey: Survey; answers: number }[]> {
  const rows = await db
    .select()
    .from(surveys)
    .where(and(eq(surveys.authorityId, authorityId), eq(surveys.programmeId, programmeId)))
    .orderBy(desc(surveys.createdAt), desc(surveys.id));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const counts = await db
    .select({ surveyId: responses.surveyId, n: count() })
    .from(responses)
    .where(and(eq(responses.authorityId, authorityId), inArray(responses.surveyId, ids)))
    .groupBy(responses.surveyId);
  const byId = new Map(counts.map(({ surveyId, n }) => [surveyId, n]));
  return rows.map((survey) => ({ survey, answers: byId.get(survey.id) ?? 0 }));
}

/** One survey of one programme: an id of another programme or authority is not there. */
export async function surveyById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<Survey | undefined> {
  const rows = await db
    .select()
    .from(surveys)
    .where(
      and(
        eq(surveys.authorityId, authorityId),
        eq(surveys.programmeId, programmeId),
        eq(surveys.id, id),
      ),
    );
  return firstOf(rows);
}

/**
 * The survey behind a public address, with its authority. The one query without an authority in its
 * where clause: a family knows the address and nothing else.
 */
export async function surveyAtAddress(
  db: Reader,
  code: string,
): Promise<{ survey: Survey; authority: Authority } | undefined> {
  const rows = await db
    .select({ survey: surveys, authority: authorities })
    .from(surveys)
    .innerJoin(authorities, eq(authorities.id, surveys.authorityId))
    .where(eq(surveys.code, code));
  return firstOf(rows);
}

export async function insertSurvey(tx: Writer, row: Survey): Promise<void> {
  await tx.insert(surveys).values(row);
}

/** Saves a survey if nobody changed it since `seen`; says whether it did. */
export async function updateSurvey(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Partial<
    Pick<
      Survey,
      | 'title'
      | 'status'
      | 'opensOn'
      | 'closesOn'
      | 'privacyNotice'
      | 'keepUntil'
      | 'minutes'
      | 'lawfulBasis'
      | 'specialCondition'
    >
  >,
): Promise<boolean> {
  const changed = await tx
    .update(surveys)
    .set({ ...change, version: seen + 1 })
    .where(and(eq(surveys.authorityId, authorityId), eq(surveys.id, id), eq(surveys.version, seen)))
    .returning({ id: surveys.id });
  return changed.length === 1;
}

// ── what was asked ──────────────────────────────────────────────────────────────────────────────

export async function insertSurveyVersion(tx: Writer, row: SurveyVersion): Promise<void> {
  await tx.insert(surveyVersions).values(row);
}

/** The published version that is answered now, or undefined before the first opening. */
export async function latestVersion(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<SurveyVersion | undefined> {
  const rows = await db
    .select()
    .from(surveyVersions)
    .where(and(eq(surveyVersions.authorityId, authorityId), eq(surveyVersions.surveyId, surveyId)))
    .orderBy(desc(surveyVersions.number))
    .limit(1);
  return firstOf(rows);
}

export async function versionById(
  db: Reader,
  authorityId: string,
  surveyId: string,
  id: string,
): Promise<SurveyVersion | undefined> {
  const rows = await db
    .select()
    .from(surveyVersions)
    .where(
      and(
        eq(surveyVersions.authorityId, authorityId),
        eq(surveyVersions.surveyId, surveyId),
        eq(surveyVersions.id, id),
      ),
    );
  return firstOf(rows);
}

// ── answers under way ───────────────────────────────────────────────────────────────────────────

export async function draftOf(
  db: Reader,
  authorityId: string,
  surveyId: string,
  tokenHash: string,
): Promise<Draft | undefined> {
  const rows = await db
    .select()
    .from(drafts)
    .where(
      and(
        eq(drafts.authorityId, authorityId),
        eq(drafts.surveyId, surveyId),
        eq(drafts.tokenHash, tokenHash),
      ),
    );
  return firstOf(rows);
}

export async function insertDraft(tx: Writer, row: Draft): Promise<void> {
  await tx.insert(drafts).values(row);
}

/** Saves a page; false when the draft is gone (sent from another window, or too old). */
export async function updateDraft(
  tx: Writer,
  authorityId: string,
  tokenHash: string,
  change: Pick<Draft, 'answers' | 'flag' | 'updatedAt' | 'language'>,
): Promise<boolean> {
  const changed = await tx
    .update(drafts)
    .set(change)
    .where(and(eq(drafts.authorityId, authorityId), eq(drafts.tokenHash, tokenHash)))
    .returning({ tokenHash: drafts.tokenHash });
  return changed.length === 1;
}

/** Answers saved under a phrase, by its keyed hash. */
export async function draftWithPhrase(
  db: Reader,
  authorityId: string,
  surveyId: string,
  phraseHash: string,
): Promise<Draft | undefined> {
  const rows = await db
    .select()
    .from(drafts)
    .where(
      and(
        eq(drafts.authorityId, authorityId),
        eq(drafts.surveyId, surveyId),
        eq(drafts.phraseHash, phraseHash),
      ),
    );
  return firstOf(rows);
}

/** Puts saved answers under a phrase, or into the hands of another browser (a new token). */
export async function handOverDraft(
  tx: Writer,
  authorityId: string,
  tokenHash: string,
  change: Partial<Pick<Draft, 'tokenHash' | 'phraseHash' | 'updatedAt' | 'startedAt'>>,
): Promise<boolean> {
  const changed = await tx
    .update(drafts)
    .set(change)
    .where(and(eq(drafts.authorityId, authorityId), eq(drafts.tokenHash, tokenHash)))
    .returning({ tokenHash: drafts.tokenHash });
  return changed.length === 1;
}

export async function deleteDraft(
  tx: Writer,
  authorityId: string,
  tokenHash: string,
): Promise<void> {
  await tx
    .delete(drafts)
    .where(and(eq(drafts.authorityId, authorityId), eq(drafts.tokenHash, tokenHash)));
}

// ── finished answers ────────────────────────────────────────────────────────────────────────────

/** Adds one finished set of answers; false when its key or its reference is taken already. */
export async function insertResponse(tx: Writer, row: NewResponse): Promise<boolean> {
  const added = await tx
    .insert(responses)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: responses.id });
  return added.length === 1;
}

/** The reference given to a submission, if it has arrived before. */
export async function referenceOf(
  db: Reader,
  authorityId: string,
  surveyId: string,
  submissionKey: string,
): Promise<string | undefined> {
  const rows = await db
    .select({ reference: responses.reference })
    .from(responses)
    .where(
      and(
        eq(responses.authorityId, authorityId),
        eq(responses.surveyId, surveyId),
        eq(responses.submissionKey, submissionKey),
      ),
    );
  return firstOf(rows)?.reference;
}

/** Every finished set of answers to a survey, by day; within a day in no telling order. */
export async function responsesTo(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<ResponseRow[]> {
  return db
    .select()
    .from(responses)
    .where(and(eq(responses.authorityId, authorityId), eq(responses.surveyId, surveyId)))
    .orderBy(asc(responses.answeredOn), asc(responses.id));
}

/** How many answered on each day on which somebody did. */
export async function responsesByDay(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<{ day: string; answers: number }[]> {
  return db
    .select({ day: responses.answeredOn, answers: sql<number>`count(*)`.mapWith(Number) })
    .from(responses)
    .where(and(eq(responses.authorityId, authorityId), eq(responses.surveyId, surveyId)))
    .groupBy(responses.answeredOn)
    .orderBy(asc(responses.answeredOn));
}

/** The id of the answers that somebody holds this reference of, if they are still here. */
export async function responseWithReference(
  db: Reader,
  authorityId: string,
  surveyId: string,
  reference: string,
): Promise<string | undefined> {
  const rows = await db
    .select({ id: responses.id })
    .from(responses)
    .where(
      and(
        eq(responses.authorityId, authorityId),
        eq(responses.surveyId, surveyId),
        eq(responses.reference, reference),
      ),
    );
  return firstOf(rows)?.id;
}

// ── answers brought in ──────────────────────────────────────────────────────────────────────────

/** Adds a file of answers and everything in it, for one write. */
export async function insertAnswerImport(
  tx: Writer,
  row: AnswerImport,
  rows: readonly NewResponse[],
): Promise<void> {
  await tx.insert(answerImports).values(row);
  await inChunks(rows, (chunk) => tx.insert(responses).values(chunk));
}

export async function answerImportsOf(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<AnswerImport[]> {
  return db
    .select()
    .from(answerImports)
    .where(and(eq(answerImports.authorityId, authorityId), eq(answerImports.surveyId, surveyId)))
    .orderBy(desc(answerImports.importedAt));
}

/** The earlier import of the same bytes into the same survey, if there was one. */
export async function importOfFile(
  db: Reader,
  authorityId: string,
  surveyId: string,
  digest: string,
): Promise<AnswerImport | undefined> {
  const rows = await db
    .select()
    .from(answerImports)
    .where(
      and(
        eq(answerImports.authorityId, authorityId),
        eq(answerImports.surveyId, surveyId),
        eq(answerImports.digest, digest),
      ),
    );
  return firstOf(rows);
}

/** The surveys of a programme that the same bytes were brought into, newest first. */
export async function importsOfDigest(
  db: Reader,
  authorityId: string,
  programmeId: string,
  digest: string,
): Promise<{ title: string; importedAt: Date }[]> {
  return db
    .select({ title: surveys.title, importedAt: answerImports.importedAt })
    .from(answerImports)
    .innerJoin(surveys, eq(surveys.id, answerImports.surveyId))
    .where(
      and(
        eq(answerImports.authorityId, authorityId),
        eq(surveys.programmeId, programmeId),
        eq(answerImports.digest, digest),
      ),
    )
    .orderBy(desc(answerImports.importedAt));
}

/** What an export reads of finished answers, by day, some at a time: any number of them in little memory. */
export async function* responsesInBatches(
  db: Reader,
  authorityId: string,
  surveyId: string,
  size: number,
): AsyncGenerator<Pick<ResponseRow, 'id' | 'answeredOn' | 'channel' | 'answers'>[]> {
  const { id, answeredOn, channel, answers } = responses;
  const ofSurvey = and(eq(responses.authorityId, authorityId), eq(responses.surveyId, surveyId));
  let after: { answeredOn: string; id: string } | undefined;
  for (;;) {
    const rows = await db
      .select({ id, answeredOn, channel, answers })
      .from(responses)
      .where(
        after === undefined
          ? ofSurvey
          : and(
              ofSurvey,
              gte(answeredOn, after.answeredOn),
              or(gt(answeredOn, after.answeredOn), gt(id, after.id)),
            ),
      )
      .orderBy(asc(answeredOn), asc(id))
      .limit(size);
    if (rows.length > 0) yield rows;
    after = rows.at(-1);
    if (rows.length < size) return;
  }
}
