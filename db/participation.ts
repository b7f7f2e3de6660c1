import { and, asc, desc, eq } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { participationCorrections, participationReturns } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type ReturnRow = typeof participationReturns.$inferSelect;
export type CorrectionRow = typeof participationCorrections.$inferSelect;

const ofProgramme = (authorityId: string, programmeId: string) =>
  and(
    eq(participationReturns.authorityId, authorityId),
    eq(participationReturns.programmeId, programmeId),
  );

/** Every version of every quarter's return, newest quarter and version first. */
export async function returnsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<ReturnRow[]> {
  return db
    .select()
    .from(participationReturns)
    .where(ofProgramme(authorityId, programmeId))
    .orderBy(desc(participationReturns.quarter), desc(participationReturns.number));
}

/** The versions of one quarter, newest first. */
export async function versionsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
  quarter: string,
): Promise<ReturnRow[]> {
  return db
    .select()
    .from(participationReturns)
    .where(and(ofProgramme(authorityId, programmeId), eq(participationReturns.quarter, quarter)))
    .orderBy(desc(participationReturns.number));
}

export async function insertReturn(tx: Writer, row: ReturnRow): Promise<void> {
  await tx.insert(participationReturns).values(row);
}

/** Changes a return that nobody changed meanwhile; false where somebody did. */
export async function updateReturn(
  tx: Writer,
  { id, authorityId, version }: Pick<ReturnRow, 'id' | 'authorityId' | 'version'>,
  change: Partial<Pick<ReturnRow, 'answers' | 'frozen' | 'submittedAt' | 'submittedBy'>>,
): Promise<boolean> {
  const changed = await tx
    .update(participationReturns)
    .set({ ...change, version: version + 1 })
    .where(
      and(
        eq(participationReturns.authorityId, authorityId),
        eq(participationReturns.id, id),
        eq(participationReturns.version, version),
      ),
    )
    .returning({ id: participationReturns.id });
  return firstOf(changed) !== undefined;
}

/** What was put in place of computed figures of a quarter, in the order in which it was. */
export async function correctionsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
  quarter: string,
): Promise<CorrectionRow[]> {
  return db
    .select()
    .from(participationCorrections)
    .where(
      and(
        eq(participationCorrections.authorityId, authorityId),
        eq(participationCorrections.programmeId, programmeId),
        eq(participationCorrections.quarter, quarter),
      ),
    )
    .orderBy(asc(participationCorrections.at), asc(participationCorrections.id));
}

export async function insertCorrection(tx: Writer, row: CorrectionRow): Promise<void> {
  await tx.insert(participationCorrections).values(row);
}
