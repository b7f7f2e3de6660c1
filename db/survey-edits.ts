import { and, asc, desc, eq, lte } from 'drizzle-orm';
import { responsesByVersion } from './answer-counts.ts';
import { firstOf } from './people.ts';
import { dislikedWords, surveyEdits, surveys, surveyVersions } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';
import type { Survey, SurveyVersion } from './survey.ts';

export type SurveyEdit = typeof surveyEdits.$inferSelect;
export type DislikedWords = typeof dislikedWords.$inferSelect;

// ── the draft and its history ───────────────────────────────────────────────────────────────────

const ofSurvey = (authorityId: string, surveyId: string) =>
  and(eq(surveyEdits.authorityId, authorityId), eq(surveyEdits.surveyId, surveyId));

/** The last edit of a draft, or undefined before the first. */
export async function lastEdit(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<SurveyEdit | undefined> {
  const rows = await db
    .select()
    .from(surveyEdits)
    .where(ofSurvey(authorityId, surveyId))
    .orderBy(desc(surveyEdits.number))
    .limit(1);
  return firstOf(rows);
}

/** The draft as it stood after the edit with this number, while it is kept. */
export async function editNumbered(
  db: Reader,
  authorityId: string,
  surveyId: string,
  number: number,
): Promise<SurveyEdit | undefined> {
  const rows = await db
    .select()
    .from(surveyEdits)
    .where(and(ofSurvey(authorityId, surveyId), eq(surveyEdits.number, number)));
  return firstOf(rows);
}

/** The edits of a draft, newest first, without the questions themselves. */
export async function editsOf(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<Omit<SurveyEdit, 'definition' | 'authorityId' | 'surveyId'>[]> {
  const { id, number, what, byName, restores, editedAt } = surveyEdits;
  return db
    .select({ id, number, what, byName, restores, editedAt })
    .from(surveyEdits)
    .where(ofSurvey(authorityId, surveyId))
    .orderBy(desc(surveyEdits.number));
}

export async function insertEdit(tx: Writer, row: SurveyEdit): Promise<void> {
  await tx.insert(surveyEdits).values(row);
}

/** Forgets the edits up to a number: a draft keeps its last few hundred. */
export async function forgetEdits(
  tx: Writer,
  authorityId: string,
  surveyId: string,
  upTo: number,
): Promise<void> {
  await tx
    .delete(surveyEdits)
    .where(and(ofSurvey(authorityId, surveyId), lte(surveyEdits.number, upTo)));
}

/** Saves the questions of a draft. What stands around them has a counter of its own. */
export async function saveDraft(
  tx: Writer,
  authorityId: string,
  id: string,
  change: Partial<Pick<Survey, 'definition' | 'languages' | 'translations'>>,
): Promise<void> {
  await tx
    .update(surveys)
    .set(change)
    .where(and(eq(surveys.authorityId, authorityId), eq(surveys.id, id)));
}

// ── versions ────────────────────────────────────────────────────────────────────────────────────

/** Everything that was ever asked, oldest first. */
export async function versionsAsked(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<SurveyVersion[]> {
  return db
    .select()
    .from(surveyVersions)
    .where(and(eq(surveyVersions.authorityId, authorityId), eq(surveyVersions.surveyId, surveyId)))
    .orderBy(asc(surveyVersions.number));
}

/** The same with how many answered each version. */
export async function versionsOf(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<{ version: SurveyVersion; answers: number }[]> {
  const versions = await versionsAsked(db, authorityId, surveyId);
  const answers = await responsesByVersion(db, authorityId, surveyId);
  return versions.map((version) => ({ version, answers: answers.get(version.id) ?? 0 }));
}

// ── words that families dislike ─────────────────────────────────────────────────────────────────

export async function dislikedWordsOf(db: Reader, authorityId: string): Promise<DislikedWords[]> {
  return db
    .select()
    .from(dislikedWords)
    .where(eq(dislikedWords.authorityId, authorityId))
    .orderBy(desc(dislikedWords.addedAt), desc(dislikedWords.id));
}

export async function insertDislikedWords(tx: Writer, row: DislikedWords): Promise<void> {
  await tx.insert(dislikedWords).values(row);
}

/** Takes words off the list; gives what they were, or undefined when they were gone already. */
export async function deleteDislikedWords(
  tx: Writer,
  authorityId: string,
  id: string,
): Promise<string | undefined> {
  const rows = await tx
    .delete(dislikedWords)
    .where(and(eq(dislikedWords.authorityId, authorityId), eq(dislikedWords.id, id)))
    .returning({ words: dislikedWords.words });
  return firstOf(rows)?.words;
}
