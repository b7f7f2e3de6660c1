import { and, desc, eq } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { answerImports, responses, surveys } from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';
import type { NewResponse } from './survey.ts';

/** A file of answers that was brought into a survey. */
export type AnswerImport = typeof answerImports.$inferSelect;

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
    .orderBy(desc(answerImports.importedAt), desc(answerImports.id));
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
    .innerJoin(
      surveys,
      and(
        eq(surveys.authorityId, answerImports.authorityId),
        eq(surveys.id, answerImports.surveyId),
      ),
    )
    .where(
      and(
        eq(answerImports.authorityId, authorityId),
        eq(surveys.programmeId, programmeId),
        eq(answerImports.digest, digest),
      ),
    )
    .orderBy(desc(answerImports.importedAt), desc(answerImports.id));
}
