import { and, eq, exists, max, not } from 'drizzle-orm';
import {
  auditRows,
  evidence,
  needs,
  planLines,
  replies,
  responses,
  themes,
  threadLinks,
} from './schema/index.ts';
import type { Reader } from './store.server.ts';

/** When the newest change of an authority was written. */
export async function newestChangeOf(db: Reader, authorityId: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: max(auditRows.at) })
    .from(auditRows)
    .where(eq(auditRows.authorityId, authorityId));
  return row?.at ?? null;
}

const ENDS = [
  ['response', responses],
  ['theme', themes],
  ['evidence', evidence],
  ['need', needs],
  ['plan-line', planLines],
  ['reply', replies],
] as const;

/** How many ties of the golden thread have an end in a table of its own, and it is not there. */
export async function tiesWithoutEnds(db: Reader, authorityId: string): Promise<number> {
  let found = 0;
  for (const [kind, table] of ENDS) {
    for (const [kindOf, idOf] of [
      [threadLinks.fromKind, threadLinks.fromId],
      [threadLinks.toKind, threadLinks.toId],
    ] as const) {
      const there = db
        .select({ id: table.id })
        .from(table)
        .where(and(eq(table.authorityId, authorityId), eq(table.id, idOf)));
      found += await db.$count(
        threadLinks,
        and(eq(threadLinks.authorityId, authorityId), eq(kindOf, kind), not(exists(there))),
      );
    }
  }
  return found;
}
