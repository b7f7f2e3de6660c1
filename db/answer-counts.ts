import { and, asc, count, eq, gt, gte, sql, type SQL } from 'drizzle-orm';
import { piecesOfSurvey } from './answer-pages.ts';
import { responses } from './schema/index.ts';
import type { Reader } from './store.server.ts';

// What a page tells about how many answered, counted by the database: a survey may have a hundred
// thousand answers, and none of them need be read for it. SQLite answers nobody else while it counts,
// so that very many are counted in pieces.

/** So many entries of an index are counted in a query. */
const MOST_ENTRIES = 20_000;
/** So many rows, which are long. */
const MOST_ROWS = 4000;

/**
 * How many answered on each day on which somebody did.
 *
 * @param most in one query
 */
export async function responsesByDay(
  db: Reader,
  authorityId: string,
  surveyId: string,
  most = MOST_ENTRIES,
): Promise<{ day: string; answers: number }[]> {
  const { answeredOn } = responses;
  const ofSurvey = and(eq(responses.authorityId, authorityId), eq(responses.surveyId, surveyId));
  const days: { day: string; answers: number }[] = [];
  let rest: SQL | undefined;
  for (;;) {
    const piece = db
      .select({ answeredOn })
      .from(responses)
      .where(and(ofSurvey, rest))
      .orderBy(asc(answeredOn))
      .limit(most)
      .as('piece');
    const found = await db
      .select({ day: piece.answeredOn, answers: sql<number>`count(*)`.mapWith(Number) })
      .from(piece)
      .groupBy(piece.answeredOn)
      .orderBy(asc(piece.answeredOn));
    const counted = found.reduce((sum, { answers }) => sum + answers, 0);
    const last = found.at(-1);
    if (!last || counted < most) return [...days, ...found];
    // Of the last day there may be more beyond the piece: it begins the next one, or is counted whole.
    const whole = found.slice(0, -1);
    days.push(...whole);
    rest = gte(answeredOn, last.day);
    if (whole.length > 0) continue;
    const answers = await db.$count(responses, and(ofSurvey, eq(answeredOn, last.day)));
    days.push({ day: last.day, answers });
    rest = gt(answeredOn, last.day);
  }
}

/** How many answered in each language and way, and how many of those are marked as doubtful. */
export async function responsesByKind(
  db: Reader,
  authorityId: string,
  surveyId: string,
  most = MOST_ROWS,
): Promise<{ language: string | null; channel: string; answers: number; flagged: number }[]> {
  const { language, channel, flag } = responses;
  const kinds = new Map<string, Awaited<ReturnType<typeof responsesByKind>>[number]>();
  for await (const piece of piecesOfSurvey(db, authorityId, surveyId, most)) {
    const counted = await db
      .select({
        ...{ language, channel, answers: count().mapWith(Number) },
        flagged: sql<number>`sum(case when ${flag} <> '' then 1 else 0 end)`.mapWith(Number),
      })
      .from(responses)
      .where(piece)
      .groupBy(language, channel);
    for (const one of counted) {
      const key = JSON.stringify([one.language, one.channel]);
      const known = kinds.get(key);
      if (!known) kinds.set(key, one);
      else {
        known.answers += one.answers;
        known.flagged += one.flagged;
      }
    }
  }
  return [...kinds.values()];
}

/** How many answered each version of a survey. */
export async function responsesByVersion(
  db: Reader,
  authorityId: string,
  surveyId: string,
  most = MOST_ROWS,
): Promise<Map<string, number>> {
  const { versionId } = responses;
  const versions = new Map<string, number>();
  for await (const piece of piecesOfSurvey(db, authorityId, surveyId, most)) {
    const counted = await db
      .select({ versionId, answers: count().mapWith(Number) })
      .from(responses)
      .where(piece)
      .groupBy(versionId);
    for (const one of counted) {
      versions.set(one.versionId, (versions.get(one.versionId) ?? 0) + one.answers);
    }
  }
  return versions;
}
