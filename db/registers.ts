import { and, asc, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm';
import type { RowFields } from '#app/needs/registers/row.ts';
import { firstOf } from './people.ts';
import { registerRows } from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

export type RegisterRowRow = typeof registerRows.$inferSelect;

/** The rows of a register that stand, or those taken out that can be put back. */
export async function registerRowsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
  register: string,
  { removed = false } = {},
): Promise<RegisterRowRow[]> {
  return db
    .select()
    .from(registerRows)
    .where(
      and(
        eq(registerRows.authorityId, authorityId),
        eq(registerRows.programmeId, programmeId),
        eq(registerRows.register, register),
        removed ? isNotNull(registerRows.removedAt) : isNull(registerRows.removedAt),
      ),
    )
    .orderBy(asc(registerRows.createdAt), asc(registerRows.id));
}

export async function registerRowById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  register: string,
  id: string,
): Promise<RegisterRowRow | undefined> {
  const rows = await db
    .select()
    .from(registerRows)
    .where(
      and(
        eq(registerRows.authorityId, authorityId),
        eq(registerRows.programmeId, programmeId),
        eq(registerRows.register, register),
        eq(registerRows.id, id),
      ),
    );
  return firstOf(rows);
}

export async function insertRegisterRows(
  tx: Writer,
  rows: readonly RegisterRowRow[],
): Promise<void> {
  await inChunks(rows, (chunk) => tx.insert(registerRows).values(chunk));
}

/** Saves a row if nobody changed it since `seen`; says whether it did. */
export async function updateRegisterRow(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Partial<Pick<RegisterRowRow, 'name' | 'fields' | 'changedAt' | 'removedAt'>>,
): Promise<boolean> {
  const changed = await tx
    .update(registerRows)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(registerRows.authorityId, authorityId),
        eq(registerRows.id, id),
        eq(registerRows.version, seen),
      ),
    )
    .returning({ id: registerRows.id });
  return changed.length === 1;
}

/** Deletes for good what was taken out of a register before a moment. */
export async function deleteRemovedBefore(
  tx: Writer,
  authorityId: string,
  before: Date,
): Promise<void> {
  const rows = await tx
    .select({ id: registerRows.id })
    .from(registerRows)
    .where(and(eq(registerRows.authorityId, authorityId), lt(registerRows.removedAt, before)));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx
    .delete(registerRows)
    .where(and(eq(registerRows.authorityId, authorityId), inArray(registerRows.id, ids)));
}

/** A row of the registers of sites and assets. */
export interface PlaceRow {
  id: string;
  register: string;
  name: string;
  fields: RowFields;
}

/** The sites and the assets of a programme, in one query. */
export async function placeRows(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<PlaceRow[]> {
  return db
    .select({
      id: registerRows.id,
      register: registerRows.register,
      name: registerRows.name,
      fields: registerRows.fields,
    })
    .from(registerRows)
    .where(
      and(
        eq(registerRows.authorityId, authorityId),
        eq(registerRows.programmeId, programmeId),
        inArray(registerRows.register, ['sites', 'assets']),
        isNull(registerRows.removedAt),
      ),
    )
    .orderBy(asc(registerRows.createdAt), asc(registerRows.id));
}
