import { and, eq } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { surveyPapers } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type SurveyPaper = typeof surveyPapers.$inferSelect;

/** What stands on a survey's paper forms besides its questions, if staff said anything. */
export async function paperOf(
  db: Reader,
  authorityId: string,
  surveyId: string,
): Promise<SurveyPaper | undefined> {
  const rows = await db
    .select()
    .from(surveyPapers)
    .where(and(eq(surveyPapers.authorityId, authorityId), eq(surveyPapers.surveyId, surveyId)));
  return firstOf(rows);
}

export async function putPaper(tx: Writer, row: SurveyPaper): Promise<void> {
  const { returnAddress, returnBy } = row;
  await tx
    .insert(surveyPapers)
    .values(row)
    .onConflictDoUpdate({
      target: [surveyPapers.authorityId, surveyPapers.surveyId],
      set: { returnAddress, returnBy },
    });
}
