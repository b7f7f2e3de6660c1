import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import { responses } from './schema/index.ts';
import type { Reader } from './store.server.ts';

/** What a count needs of one set of answers. */
export type CountedAnswers = Pick<
  typeof responses.$inferSelect,
  'id' | 'answeredOn' | 'channel' | 'flag' | 'answers'
>;

interface Place {
  answeredOn: string;
  id: string;
}

/**
 * Answers to a survey in their order, so many at a time: a hundred thousand are never held at once.
 *
 * @param size of a page
 */
export async function* answersInPages(
  db: Reader,
  authorityId: string,
  surveyId: string,
  size: number,
): AsyncGenerator<CountedAnswers[]> {
  const { id, answeredOn, channel, flag, answers } = responses;
  let last: Place | undefined;
  for (;;) {
    const page: CountedAnswers[] = await db
      .select({ id, answeredOn, channel, flag, answers })
      .from(responses)
      .where(ofSurveyAfter(authorityId, surveyId, last))
      .orderBy(asc(answeredOn), asc(id))
      .limit(size);
    if (page.length > 0) yield page;
    last = page.at(-1);
    if (page.length < size) return;
  }
}

/**
 * The answers to a survey beyond a place in their order. The two columns are compared as one row: said as
 * "a later day, or the same day and a later id", both engines begin each page at the first answer of all,
 * and the pages of a million answers cost a thousand times what those of a thousand do.
 */
export function ofSurveyAfter(authorityId: string, surveyId: string, last: Place | undefined) {
  const { answeredOn, id } = responses;
  return and(
    eq(responses.authorityId, authorityId),
    eq(responses.surveyId, surveyId),
    last && sql`(${answeredOn}, ${id}) > (${last.answeredOn}, ${last.id})`,
  );
}

/**
 * Where clauses that part the answers to a survey into pieces of so many, for queries that count what
 * stands in the rows. The last piece is all the rest.
 */
export async function* piecesOfSurvey(
  db: Reader,
  authorityId: string,
  surveyId: string,
  size: number,
): AsyncGenerator<SQL | undefined> {
  const { answeredOn, id } = responses;
  let last: Place | undefined;
  for (;;) {
    const after = ofSurveyAfter(authorityId, surveyId, last);
    const ends = await db
      .select({ answeredOn, id })
      .from(responses)
      .where(after)
      .orderBy(asc(answeredOn), asc(id))
      .limit(1)
      .offset(size - 1);
    last = ends[0];
    yield last
      ? and(after, sql`(${answeredOn}, ${id}) <= (${last.answeredOn}, ${last.id})`)
      : after;
    if (!last) return;
  }
}
