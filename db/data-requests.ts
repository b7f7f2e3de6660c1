import { and, desc, eq } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { dataRequests } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type DataRequest = typeof dataRequests.$inferSelect;

const one = (authorityId: string, id: string) =>
  and(eq(dataRequests.authorityId, authorityId), eq(dataRequests.id, id));

export async function requestsOf(db: Reader, authorityId: string): Promise<DataRequest[]> {
  return db
    .select()
    .from(dataRequests)
    .where(eq(dataRequests.authorityId, authorityId))
    .orderBy(desc(dataRequests.receivedOn), desc(dataRequests.id))
    .limit(1000);
}

export async function openRequests(db: Reader, authorityId: string): Promise<DataRequest[]> {
  return db
    .select()
    .from(dataRequests)
    .where(and(eq(dataRequests.authorityId, authorityId), eq(dataRequests.outcome, 'open')));
}

export async function requestById(
  db: Reader,
  authorityId: string,
  id: string,
): Promise<DataRequest | undefined> {
  return firstOf(await db.select().from(dataRequests).where(one(authorityId, id)));
}

export async function insertRequest(tx: Writer, row: DataRequest): Promise<void> {
  await tx.insert(dataRequests).values(row);
}

/** Changes a request that nobody changed since; says whether it did. */
export async function updateRequest(
  tx: Writer,
  authorityId: string,
  id: string,
  version: number,
  set: Partial<DataRequest>,
): Promise<boolean> {
  const rows = await tx
    .update(dataRequests)
    .set({ ...set, version: version + 1 })
    .where(and(one(authorityId, id), eq(dataRequests.version, version)))
    .returning({ id: dataRequests.id });
  return rows.length > 0;
}
