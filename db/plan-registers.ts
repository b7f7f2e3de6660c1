import { and, asc, count, eq, gte, isNotNull } from 'drizzle-orm';
import type { Agreement, AgreementFields } from '#app/plan/registers/agreement.ts';
import type {
  Communication,
  CommunicationFields,
  Reach,
} from '#app/plan/registers/communication.ts';
import { surveyOfResponse } from './joins.ts';
import {
  communicationReach,
  communications,
  responses,
  sharingAgreements,
  surveys,
} from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

type AgreementRow = typeof sharingAgreements.$inferSelect;
type CommunicationRow = typeof communications.$inferSelect;

/** Whose rows are asked for. */
interface In {
  authorityId: string;
  id: string;
}

// ── data sharing ────────────────────────────────────────────────────────────────────────────────

/** The agreements on data sharing of a programme. */
export async function agreementsOf(db: Reader, { authorityId, id }: In): Promise<Agreement[]> {
  const rows = await db
    .select()
    .from(sharingAgreements)
    .where(
      and(eq(sharingAgreements.authorityId, authorityId), eq(sharingAgreements.programmeId, id)),
    )
    .orderBy(asc(sharingAgreements.createdAt), asc(sharingAgreements.id));
  return rows.map(
    ({ authorityId: _a, programmeId: _p, createdAt: _c, changedAt: _h, ...row }) => row,
  );
}

export async function insertAgreements(tx: Writer, rows: readonly AgreementRow[]): Promise<void> {
  await inChunks(rows, (chunk) => tx.insert(sharingAgreements).values(chunk));
}

/** Saves an agreement if nobody changed it since `seen`; says whether it did. */
export async function updateAgreement(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: AgreementFields & { changedAt: Date },
): Promise<boolean> {
  const changed = await tx
    .update(sharingAgreements)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(sharingAgreements.authorityId, authorityId),
        eq(sharingAgreements.id, id),
        eq(sharingAgreements.version, seen),
      ),
    )
    .returning({ id: sharingAgreements.id });
  return changed.length === 1;
}

export async function deleteAgreement(tx: Writer, authorityId: string, id: string): Promise<void> {
  await tx
    .delete(sharingAgreements)
    .where(and(eq(sharingAgreements.authorityId, authorityId), eq(sharingAgreements.id, id)));
}

// ── communications ──────────────────────────────────────────────────────────────────────────────

/** The communications plan of a programme, each row with whom it reached so far. */
export async function communicationsOf(
  db: Reader,
  { authorityId, id }: In,
): Promise<Communication[]> {
  const rows = await db
    .select()
    .from(communications)
    .where(and(eq(communications.authorityId, authorityId), eq(communications.programmeId, id)))
    .orderBy(asc(communications.createdAt), asc(communications.id));
  const reached = await db
    .select({ reach: communicationReach })
    .from(communicationReach)
    .innerJoin(
      communications,
      and(
        eq(communications.authorityId, communicationReach.authorityId),
        eq(communications.id, communicationReach.communicationId),
      ),
    )
    .where(
      and(
        eq(communicationReach.authorityId, authorityId),
        eq(communications.authorityId, authorityId),
        eq(communications.programmeId, id),
      ),
    )
    .orderBy(asc(communicationReach.on), asc(communicationReach.id));
  const by = new Map<string, Reach[]>();
  for (const { reach } of reached) {
    const { id: reachId, on, reached: number, source, communicationId } = reach;
    const one = { id: reachId, on, reached: number, source };
    by.set(communicationId, [...(by.get(communicationId) ?? []), one]);
  }
  return rows.map(({ authorityId: _a, programmeId: _p, createdAt: _c, changedAt: _h, ...row }) => ({
    ...row,
    reach: by.get(row.id) ?? [],
  }));
}

export async function insertCommunications(
  tx: Writer,
  rows: readonly CommunicationRow[],
): Promise<void> {
  await inChunks(rows, (chunk) => tx.insert(communications).values(chunk));
}

/** Saves a communication if nobody changed it since `seen`; says whether it did. */
export async function updateCommunication(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: CommunicationFields & { changedAt: Date },
): Promise<boolean> {
  const changed = await tx
    .update(communications)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(communications.authorityId, authorityId),
        eq(communications.id, id),
        eq(communications.version, seen),
      ),
    )
    .returning({ id: communications.id });
  return changed.length === 1;
}

export async function deleteCommunication(
  tx: Writer,
  authorityId: string,
  id: string,
): Promise<void> {
  await tx
    .delete(communications)
    .where(and(eq(communications.authorityId, authorityId), eq(communications.id, id)));
}

/** Keeps a figure of a day in place of an earlier one of the same day. */
export async function saveReach(
  tx: Writer,
  row: typeof communicationReach.$inferInsert,
): Promise<void> {
  const { reached, source } = row;
  await tx
    .insert(communicationReach)
    .values(row)
    .onConflictDoUpdate({
      target: [
        communicationReach.authorityId,
        communicationReach.communicationId,
        communicationReach.on,
      ],
      set: { reached, source },
    });
}

export async function deleteReach(
  tx: Writer,
  authorityId: string,
  communicationId: string,
  id: string,
): Promise<void> {
  await tx
    .delete(communicationReach)
    .where(
      and(
        eq(communicationReach.authorityId, authorityId),
        eq(communicationReach.communicationId, communicationId),
        eq(communicationReach.id, id),
      ),
    );
}

/** The languages in which so many or more answered the surveys of a programme, by how many. */
export async function languagesAnsweredIn(
  db: Reader,
  { authorityId, id }: In,
  least: number,
): Promise<{ language: string; answers: number }[]> {
  const rows = await db
    .select({ language: responses.language, answers: count() })
    .from(responses)
    .innerJoin(surveys, surveyOfResponse)
    .where(
      and(
        eq(responses.authorityId, authorityId),
        eq(surveys.authorityId, authorityId),
        eq(surveys.programmeId, id),
        isNotNull(responses.language),
      ),
    )
    .groupBy(responses.language)
    .having(gte(count(), least));
  return rows
    .flatMap(({ language, answers }) => (language === null ? [] : [{ language, answers }]))
    .sort((a, b) => b.answers - a.answers || (a.language < b.language ? -1 : 1));
}
