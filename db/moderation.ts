import { and, desc, eq, inArray } from 'drizzle-orm';
import type { FlaggedSource } from './care.ts';
import { newId } from './ids.ts';
import { firstOf } from './people.ts';
import { moderations } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type Moderation = typeof moderations.$inferSelect;

/** The last decision on words: removed or restored; undefined where nobody ever decided. */
export async function moderationOf(
  db: Reader,
  authorityId: string,
  source: FlaggedSource,
): Promise<Moderation | undefined> {
  const rows = await db
    .select()
    .from(moderations)
    .where(
      and(
        eq(moderations.authorityId, authorityId),
        eq(moderations.sourceKind, source.kind),
        eq(moderations.sourceId, source.id),
        eq(moderations.question, source.question),
      ),
    )
    .orderBy(desc(moderations.turn))
    .limit(1);
  return firstOf(rows);
}

/** Keeps a decision after the last one of the same words. */
export async function addModeration(
  tx: Writer,
  row: Omit<Moderation, 'id' | 'turn'>,
  after: Moderation | undefined,
): Promise<void> {
  await tx.insert(moderations).values({ ...row, id: newId(row.at), turn: (after?.turn ?? 0) + 1 });
}

/** Why words of these sources are not shown to others, by their key: what their writer reads. */
export async function whyNotShown(
  db: Reader,
  authorityId: string,
  kind: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(moderations)
    .where(
      and(
        eq(moderations.authorityId, authorityId),
        eq(moderations.sourceKind, kind),
        inArray(moderations.sourceId, [...ids]),
      ),
    )
    .orderBy(moderations.turn);
  const last = new Map(rows.map((row) => [`${row.sourceId}:${row.question}`, row]));
  return new Map(
    [...last].flatMap(([key, row]) => (row.decision === 'removed' ? [[key, row.reason]] : [])),
  );
}
