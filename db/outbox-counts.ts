import { and, count, eq, inArray } from 'drizzle-orm';
import { messages } from './schema/index.ts';
import { acrossAuthorities } from './scope.server.ts';
import type { Reader } from './store.server.ts';

/** How many messages of an authority wait, and how many failed. */
export async function messagesByState(
  db: Reader,
  authorityId: string,
): Promise<{ waiting: number; failed: number }> {
  const of = (state: 'waiting' | 'failed') =>
    db.$count(messages, and(eq(messages.authorityId, authorityId), eq(messages.state, state)));
  return { waiting: await of('waiting'), failed: await of('failed') };
}

/** How many messages wait and how many failed, of all authorities: for the figures of the installation. */
export async function messagesByStateOfAll(
  db: Reader,
): Promise<{ waiting: number; failed: number }> {
  const rows = await acrossAuthorities('figures of the installation', () =>
    db
      .select({ state: messages.state, n: count() })
      .from(messages)
      .where(inArray(messages.state, ['waiting', 'failed']))
      .groupBy(messages.state),
  );
  const of = (state: 'waiting' | 'failed') => rows.find((row) => row.state === state)?.n ?? 0;
  return { waiting: of('waiting'), failed: of('failed') };
}
