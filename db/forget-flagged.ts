import { and, eq, inArray } from 'drizzle-orm';
import { safeguardingFlags } from './schema/index.ts';
import type { Writer } from './store.server.ts';

/**
 * Forgets the copies of words that somebody looks after because they worried. Whoever looks after
 * somebody's safety keeps them until that is done: then they go, by themselves.
 */
export async function forgetFlagged(
  tx: Writer,
  authorityId: string,
  kind: string,
  ids: readonly string[],
): Promise<void> {
  const flagged = and(
    eq(safeguardingFlags.authorityId, authorityId),
    eq(safeguardingFlags.sourceKind, kind),
    inArray(safeguardingFlags.sourceId, [...ids]),
  );
  await tx.update(safeguardingFlags).set({ forgetWords: true }).where(flagged);
  await tx
    .update(safeguardingFlags)
    .set({ words: '' })
    .where(and(flagged, eq(safeguardingFlags.state, 'closed')));
}
