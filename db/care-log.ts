import { and, asc, count, desc, eq, inArray } from 'drizzle-orm';
import type { Person } from '#app/people/can.ts';
import { newId } from './ids.ts';
import { safeguardingLog } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type LogRow = typeof safeguardingLog.$inferSelect;

export async function addToLog(
  tx: Writer,
  row: {
    authorityId: string;
    flagId: string | null;
    at: Date;
    by: Pick<Person, 'id' | 'name'> | null;
    what: string;
    words: string;
  },
): Promise<void> {
  const { by, ...rest } = row;
  await tx.insert(safeguardingLog).values({
    ...rest,
    id: newId(row.at),
    staffId: by?.id ?? null,
    staffName: by?.name ?? '',
  });
}

export async function logOf(db: Reader, authorityId: string, flagId: string): Promise<LogRow[]> {
  return db
    .select()
    .from(safeguardingLog)
    .where(and(eq(safeguardingLog.authorityId, authorityId), eq(safeguardingLog.flagId, flagId)))
    .orderBy(asc(safeguardingLog.at), asc(safeguardingLog.id));
}

/** Who looked at what, newest first. */
export async function newestLog(
  db: Reader,
  authorityId: string,
  page: number,
  size: number,
): Promise<LogRow[]> {
  return db
    .select()
    .from(safeguardingLog)
    .where(eq(safeguardingLog.authorityId, authorityId))
    .orderBy(desc(safeguardingLog.at), desc(safeguardingLog.id))
    .limit(size)
    .offset(page * size);
}

/** How often each flag was looked at or something was done: by its id. */
export async function looksAt(
  db: Reader,
  authorityId: string,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: safeguardingLog.flagId, n: count().mapWith(Number) })
    .from(safeguardingLog)
    .where(
      and(
        eq(safeguardingLog.authorityId, authorityId),
        inArray(safeguardingLog.flagId, [...ids]),
        eq(safeguardingLog.what, 'looked'),
      ),
    )
    .groupBy(safeguardingLog.flagId);
  return new Map(rows.flatMap(({ id, n }) => (id === null ? [] : [[id, n] as const])));
}
