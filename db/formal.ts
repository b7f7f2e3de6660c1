import { and, desc, eq, inArray } from 'drizzle-orm';
import { USUAL_TIME, type ConsultingTime } from '#app/panel/formal/time.ts';
import { firstOf } from './people.ts';
import {
  consultations,
  consultingTimes,
  formalCorrections,
  formalFiles,
  formalRecords,
  panelMembers,
} from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type FormalCorrection = typeof formalCorrections.$inferSelect;

/** What is written down of a formal consultation; version 0 while nothing is. */
export async function formalRecordRow(
  db: Reader,
  authorityId: string,
  consultationId: string,
): Promise<{ parts: Record<string, unknown>; version: number }> {
  const rows = await db
    .select({ parts: formalRecords.parts, version: formalRecords.version })
    .from(formalRecords)
    .where(
      and(
        eq(formalRecords.authorityId, authorityId),
        eq(formalRecords.consultationId, consultationId),
      ),
    );
  return firstOf(rows) ?? { parts: {}, version: 0 };
}

/** Saves what is written down if nobody changed it since `seen`; says whether it did. */
export async function putFormalRecord(
  tx: Writer,
  authorityId: string,
  consultationId: string,
  seen: number,
  parts: Record<string, unknown>,
): Promise<boolean> {
  if (seen === 0) {
    const made = await tx
      .insert(formalRecords)
      .values({ consultationId, authorityId, parts, version: 1 })
      .onConflictDoNothing()
      .returning({ id: formalRecords.consultationId });
    return made.length === 1;
  }
  const changed = await tx
    .update(formalRecords)
    .set({ parts, version: seen + 1 })
    .where(
      and(
        eq(formalRecords.authorityId, authorityId),
        eq(formalRecords.consultationId, consultationId),
        eq(formalRecords.version, seen),
      ),
    )
    .returning({ id: formalRecords.consultationId });
  return changed.length === 1;
}

export async function insertFormalCorrection(tx: Writer, row: FormalCorrection): Promise<void> {
  await tx.insert(formalCorrections).values(row);
}

/** What was put right or taken back, newest first. */
export async function formalCorrectionsOf(
  db: Reader,
  authorityId: string,
  consultationId: string,
): Promise<FormalCorrection[]> {
  return db
    .select()
    .from(formalCorrections)
    .where(
      and(
        eq(formalCorrections.authorityId, authorityId),
        eq(formalCorrections.consultationId, consultationId),
      ),
    )
    .orderBy(desc(formalCorrections.at), desc(formalCorrections.id));
}

// ── the equality impact assessment as a file ────────────────────────────────────────────────────

export async function insertFormalFile(
  tx: Writer,
  row: typeof formalFiles.$inferInsert,
): Promise<void> {
  await tx.insert(formalFiles).values(row);
}

export async function formalFileById(
  db: Reader,
  authorityId: string,
  consultationId: string,
  id: string,
): Promise<typeof formalFiles.$inferSelect | undefined> {
  const rows = await db
    .select()
    .from(formalFiles)
    .where(
      and(
        eq(formalFiles.authorityId, authorityId),
        eq(formalFiles.consultationId, consultationId),
        eq(formalFiles.id, id),
      ),
    );
  return firstOf(rows);
}

// ── the time that an authority gives ────────────────────────────────────────────────────────────

/** The authority's own rule, or the usual one while it has none. */
export async function consultingTimeOf(
  db: Reader,
  authorityId: string,
): Promise<ConsultingTime & { changedOn: string | null }> {
  const rows = await db
    .select()
    .from(consultingTimes)
    .where(eq(consultingTimes.authorityId, authorityId));
  return firstOf(rows) ?? { ...USUAL_TIME, changedOn: null };
}

export async function putConsultingTime(
  tx: Writer,
  row: typeof consultingTimes.$inferInsert,
): Promise<void> {
  const { leastDays, why, elections, changedOn } = row;
  await tx.insert(consultingTimes).values(row).onConflictDoUpdate({
    target: consultingTimes.authorityId,
    set: { leastDays, why, elections, changedOn },
  });
}

// ── what members may see of it ──────────────────────────────────────────────────────────────────

/** A formal consultation that was opened, for a person who is or was on its panel. */
export async function formalOfPerson(
  db: Reader,
  authorityId: string,
  personId: string,
  id: string,
): Promise<typeof consultations.$inferSelect | undefined> {
  const rows = await db
    .select({ consultation: consultations })
    .from(consultations)
    .innerJoin(
      panelMembers,
      and(
        eq(panelMembers.authorityId, consultations.authorityId),
        eq(panelMembers.programmeId, consultations.programmeId),
      ),
    )
    .where(
      and(
        eq(consultations.authorityId, authorityId),
        eq(consultations.id, id),
        eq(consultations.standing, 'formal'),
        inArray(consultations.status, ['open', 'closed']),
        eq(panelMembers.authorityId, authorityId),
        eq(panelMembers.personId, personId),
      ),
    );
  return firstOf(rows)?.consultation;
}

/** The formal consultations of a programme, the newest first: drafts too. */
export async function formalConsultationIds(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<string[]> {
  const rows = await db
    .select({ id: consultations.id })
    .from(consultations)
    .where(
      and(
        eq(consultations.authorityId, authorityId),
        eq(consultations.programmeId, programmeId),
        eq(consultations.standing, 'formal'),
      ),
    )
    .orderBy(desc(consultations.createdAt), desc(consultations.id));
  return rows.map(({ id }) => id);
}
