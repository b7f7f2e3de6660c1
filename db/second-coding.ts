import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { secondItems, secondSamples } from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

// What a second person reads and codes on their own, to see whether both find the same.

export type SecondSample = typeof secondSamples.$inferSelect;
export type SecondItem = typeof secondItems.$inferSelect;

/** The samples of a programme, latest first. */
export async function samplesOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<SecondSample[]> {
  return db
    .select()
    .from(secondSamples)
    .where(
      and(eq(secondSamples.authorityId, authorityId), eq(secondSamples.programmeId, programmeId)),
    )
    .orderBy(desc(secondSamples.startedAt), desc(secondSamples.id));
}

export async function sampleById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<SecondSample | undefined> {
  const rows = await db
    .select()
    .from(secondSamples)
    .where(
      and(
        eq(secondSamples.authorityId, authorityId),
        eq(secondSamples.programmeId, programmeId),
        eq(secondSamples.id, id),
      ),
    );
  return firstOf(rows);
}

export async function itemsOf(
  db: Reader,
  authorityId: string,
  sampleIds: readonly string[],
): Promise<SecondItem[]> {
  if (sampleIds.length === 0) return [];
  return db
    .select()
    .from(secondItems)
    .where(
      and(eq(secondItems.authorityId, authorityId), inArray(secondItems.sampleId, [...sampleIds])),
    )
    .orderBy(asc(secondItems.position));
}

export async function insertSample(
  tx: Writer,
  sample: SecondSample,
  items: readonly SecondItem[],
): Promise<void> {
  await tx.insert(secondSamples).values(sample);
  await inChunks(items, (chunk) => tx.insert(secondItems).values(chunk));
}

export async function updateSample(
  tx: Writer,
  authorityId: string,
  id: string,
  change: Pick<SecondSample, 'finishedAt'>,
): Promise<void> {
  await tx
    .update(secondSamples)
    .set(change)
    .where(and(eq(secondSamples.authorityId, authorityId), eq(secondSamples.id, id)));
}

export async function updateItem(
  tx: Writer,
  authorityId: string,
  id: string,
  change: Partial<Pick<SecondItem, 'secondThemes' | 'agreedThemes' | 'agreedAt' | 'agreedBy'>>,
): Promise<void> {
  await tx
    .update(secondItems)
    .set(change)
    .where(and(eq(secondItems.authorityId, authorityId), eq(secondItems.id, id)));
}
