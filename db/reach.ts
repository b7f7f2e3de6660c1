import { and, asc, desc, eq } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { findingWords, reachNotes } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type ReachNote = typeof reachNotes.$inferSelect;
export type FindingWords = typeof findingWords.$inferSelect;

/** What was done to reach families who are missing from a survey, latest first, taken-out ones too. */
export async function reachNotesOf(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<ReachNote[]> {
  return db
    .select()
    .from(reachNotes)
    .where(and(eq(reachNotes.authorityId, authorityId), eq(reachNotes.surveyId, surveyId)))
    .orderBy(desc(reachNotes.doneOn), desc(reachNotes.createdAt), desc(reachNotes.id));
}

export async function reachNoteById(
  db: Reader,
  authorityId: string,
  surveyId: string,
  id: string,
): Promise<ReachNote | undefined> {
  const rows = await db
    .select()
    .from(reachNotes)
    .where(
      and(
        eq(reachNotes.authorityId, authorityId),
        eq(reachNotes.surveyId, surveyId),
        eq(reachNotes.id, id),
      ),
    );
  return firstOf(rows);
}

export async function insertReachNote(tx: Writer, row: ReachNote): Promise<void> {
  await tx.insert(reachNotes).values(row);
}

export async function setReachNoteRemoved(
  tx: Writer,
  authorityId: string,
  id: string,
  removedAt: Date | null,
): Promise<void> {
  await tx
    .update(reachNotes)
    .set({ removedAt })
    .where(and(eq(reachNotes.authorityId, authorityId), eq(reachNotes.id, id)));
}

/** An authority's own lines on where families are found, for all kinds, first written first. */
export async function findingWordsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<FindingWords[]> {
  return db
    .select()
    .from(findingWords)
    .where(
      and(eq(findingWords.authorityId, authorityId), eq(findingWords.programmeId, programmeId)),
    )
    .orderBy(asc(findingWords.createdAt), asc(findingWords.id));
}

export async function insertFindingWords(tx: Writer, row: FindingWords): Promise<void> {
  await tx.insert(findingWords).values(row);
}

/** Takes a line out; the kind that it stood under, or undefined where there was none. */
export async function deleteFindingWords(
  tx: Writer,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<string | undefined> {
  const gone = await tx
    .delete(findingWords)
    .where(
      and(
        eq(findingWords.authorityId, authorityId),
        eq(findingWords.programmeId, programmeId),
        eq(findingWords.id, id),
      ),
    )
    .returning({ kind: findingWords.kind });
  return firstOf(gone)?.kind;
}
