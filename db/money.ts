import { and, asc, eq } from 'drizzle-orm';
import type { FundingStream, StreamKind, StreamPays } from '#app/plan/plan.ts';
import { fundingStreams, planCosts, planLines, streamYears } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

const STREAM = {
  id: fundingStreams.id,
  name: fundingStreams.name,
  amountPence: fundingStreams.amountPence,
  ringFence: fundingStreams.ringFence,
  kind: fundingStreams.kind,
  startsOn: fundingStreams.startsOn,
  endsOn: fundingStreams.endsOn,
  conditions: fundingStreams.conditions,
  pays: fundingStreams.pays,
  ringStrands: fundingStreams.ringStrands,
  ringKinds: fundingStreams.ringKinds,
  version: fundingStreams.version,
};

/** The streams of a programme in the order in which they were added, each with its years. */
export async function streamsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<FundingStream[]> {
  const rows = await db
    .select(STREAM)
    .from(fundingStreams)
    .where(
      and(eq(fundingStreams.authorityId, authorityId), eq(fundingStreams.programmeId, programmeId)),
    )
    .orderBy(asc(fundingStreams.createdAt), asc(fundingStreams.id));
  if (rows.length === 0) return [];
  const years = await db
    .select({
      streamId: streamYears.streamId,
      year: streamYears.year,
      amountPence: streamYears.amountPence,
    })
    .from(streamYears)
    .where(and(eq(streamYears.authorityId, authorityId), eq(streamYears.programmeId, programmeId)))
    .orderBy(asc(streamYears.year));
  return rows.map((row) => ({
    ...row,
    kind: row.kind as StreamKind,
    pays: row.pays as StreamPays,
    ringStrands: row.ringStrands ?? [],
    ringKinds: row.ringKinds ?? [],
    years: years
      .filter(({ streamId }) => streamId === row.id)
      .map(({ year, amountPence }) => ({ year, amountPence })),
  }));
}

export async function insertStream(
  tx: Writer,
  row: typeof fundingStreams.$inferInsert,
): Promise<void> {
  await tx.insert(fundingStreams).values(row);
}

export type StreamChange = Partial<
  Omit<
    typeof fundingStreams.$inferInsert,
    'id' | 'authorityId' | 'programmeId' | 'version' | 'createdAt'
  >
>;

/** Saves a stream if nobody changed it since `seen`; says whether it did. */
export async function updateStream(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: StreamChange,
): Promise<boolean> {
  const changed = await tx
    .update(fundingStreams)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(fundingStreams.authorityId, authorityId),
        eq(fundingStreams.id, id),
        eq(fundingStreams.version, seen),
      ),
    )
    .returning({ id: fundingStreams.id });
  return changed.length === 1;
}

/** Puts these years in place of those that a stream had. */
export async function replaceYears(
  tx: Writer,
  stream: { authorityId: string; programmeId: string; streamId: string },
  rows: readonly { id: string; year: string; amountPence: number }[],
): Promise<void> {
  await tx
    .delete(streamYears)
    .where(
      and(
        eq(streamYears.authorityId, stream.authorityId),
        eq(streamYears.streamId, stream.streamId),
      ),
    );
  if (rows.length > 0)
    await tx.insert(streamYears).values(rows.map((row) => ({ ...stream, ...row })));
}

/** Removes a stream; its lines and costs stay, without one: none is charged to another stream. */
export async function deleteStream(tx: Writer, authorityId: string, id: string): Promise<void> {
  await tx
    .update(planLines)
    .set({ streamId: null })
    .where(and(eq(planLines.authorityId, authorityId), eq(planLines.streamId, id)));
  await tx
    .update(planCosts)
    .set({ streamId: null, unfunded: true })
    .where(and(eq(planCosts.authorityId, authorityId), eq(planCosts.streamId, id)));
  await tx
    .delete(fundingStreams)
    .where(and(eq(fundingStreams.authorityId, authorityId), eq(fundingStreams.id, id)));
}
