import { and, asc, eq } from 'drizzle-orm';
import { responses } from '#db/schema/index.ts';
import type { Reader } from '#db/store.server.ts';
import type { ResponseRow } from '#db/survey.ts';

/** Every finished set of answers to a survey as it is stored, by day; within a day in no telling order. */
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
