import { and, asc, eq } from 'drizzle-orm';
import { LOOKED_AT, NOT_SHOWN } from '#app/care/hidden.ts';
import { moderations, safeguardingFlags } from './schema/index.ts';
import type { Reader } from './store.server.ts';

// Words that are not shown for a while or at all: flagged ones until somebody has looked, and those
// that moderation took out. Every reader gets them through the same door as what was redacted.

export { LOOKED_AT, NOT_SHOWN };

export interface HiddenWords {
  sourceKind: string;
  sourceId: string;
  question: string;
  words: string;
  reason: string;
  at: Date;
}

/** What is hidden in a programme; where words are both moderated and looked at, the latter counts. */
export async function hiddenWordsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<HiddenWords[]> {
  const moderated = await db
    .select()
    .from(moderations)
    .where(and(eq(moderations.authorityId, authorityId), eq(moderations.programmeId, programmeId)))
    .orderBy(asc(moderations.turn));
  const flagged = await db
    .select({
      sourceKind: safeguardingFlags.sourceKind,
      sourceId: safeguardingFlags.sourceId,
      question: safeguardingFlags.question,
      at: safeguardingFlags.raisedAt,
    })
    .from(safeguardingFlags)
    .where(
      and(
        eq(safeguardingFlags.authorityId, authorityId),
        eq(safeguardingFlags.programmeId, programmeId),
        eq(safeguardingFlags.state, 'open'),
      ),
    );
  const last = new Map(
    moderated.map((row) => [`${row.sourceKind}:${row.sourceId}:${row.question}`, row]),
  );
  return [
    ...[...last.values()]
      .filter(({ decision }) => decision === 'removed')
      .map(({ sourceKind, sourceId, question, at, reason }) => ({
        sourceKind,
        sourceId,
        question,
        at,
        words: NOT_SHOWN,
        reason: `Not shown to others: ${reason}`,
      })),
    ...flagged.map((row) => ({
      ...row,
      words: LOOKED_AT,
      reason: 'Somebody is looking at these words to see whether anybody is at risk.',
    })),
  ];
}
