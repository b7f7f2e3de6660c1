import { and, asc, desc, eq } from 'drizzle-orm';
import type { KeptDrift } from '#app/plan/lines/drift.ts';
import type { Report } from '#app/plan/lines/progress.ts';
import type { LineStatus, Standing } from '#app/plan/plan.ts';
import { newId } from './ids.ts';
import { planDriftKept, planProgress } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

// How a plan is followed while it is carried out: what is reported of its lines, and which
// differences from its theory people let stand.

/** What was reported of a line, newest first. */
export async function reportsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
  lineId: string,
): Promise<Report[]> {
  const rows = await db
    .select()
    .from(planProgress)
    .where(
      and(
        eq(planProgress.authorityId, authorityId),
        eq(planProgress.programmeId, programmeId),
        eq(planProgress.lineId, lineId),
      ),
    )
    .orderBy(desc(planProgress.on), desc(planProgress.at), desc(planProgress.id));
  return rows.map(({ id, standing, status, note, on, byName, at }) => ({
    ...{ id, note, on, byName, at },
    standing: standing as Standing,
    status: status as LineStatus,
  }));
}

export async function insertReport(
  tx: Writer,
  row: Omit<typeof planProgress.$inferInsert, 'id'>,
): Promise<void> {
  await tx.insert(planProgress).values({ ...row, id: newId(row.at) });
}

/** The differences between plan and theory that people let stand. */
export async function keptDriftOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<KeptDrift[]> {
  return db
    .select({
      key: planDriftKept.driftKey,
      says: planDriftKept.says,
      because: planDriftKept.because,
      byName: planDriftKept.byName,
      at: planDriftKept.at,
    })
    .from(planDriftKept)
    .where(
      and(eq(planDriftKept.authorityId, authorityId), eq(planDriftKept.programmeId, programmeId)),
    )
    .orderBy(asc(planDriftKept.at), asc(planDriftKept.id));
}

/** Keeps why a difference stands, in place of an earlier reason. */
export async function keepDrift(
  tx: Writer,
  whose: { authorityId: string; programmeId: string },
  kept: KeptDrift,
): Promise<void> {
  const { key: driftKey, says, because, byName, at } = kept;
  await tx
    .insert(planDriftKept)
    .values({ ...whose, id: newId(at), driftKey, says, because, byName, at })
    .onConflictDoUpdate({
      target: [planDriftKept.authorityId, planDriftKept.programmeId, planDriftKept.driftKey],
      set: { says, because, byName, at },
    });
}

/** Takes a difference up again; says whether it was let stand. */
export async function reopenDrift(
  tx: Writer,
  { authorityId, programmeId }: { authorityId: string; programmeId: string },
  key: string,
): Promise<boolean> {
  const gone = await tx
    .delete(planDriftKept)
    .where(
      and(
        eq(planDriftKept.authorityId, authorityId),
        eq(planDriftKept.programmeId, programmeId),
        eq(planDriftKept.driftKey, key),
      ),
    )
    .returning({ id: planDriftKept.id });
  return gone.length > 0;
}
