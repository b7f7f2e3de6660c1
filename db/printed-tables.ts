import { and, desc, eq } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { printedTables } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type PrintedTableRow = typeof printedTables.$inferSelect;

/** The printed tables of a programme, newest first. */
export async function printedTablesOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<PrintedTableRow[]> {
  return db
    .select()
    .from(printedTables)
    .where(
      and(eq(printedTables.authorityId, authorityId), eq(printedTables.programmeId, programmeId)),
    )
    .orderBy(desc(printedTables.importedAt), desc(printedTables.id));
}

export async function printedTableById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<PrintedTableRow | undefined> {
  const rows = await db
    .select()
    .from(printedTables)
    .where(
      and(
        eq(printedTables.authorityId, authorityId),
        eq(printedTables.programmeId, programmeId),
        eq(printedTables.id, id),
      ),
    );
  return firstOf(rows);
}

/** The table with the same figures that was brought in before, if one was. */
export async function printedTableWithDigest(
  db: Reader,
  authorityId: string,
  programmeId: string,
  digest: string,
): Promise<PrintedTableRow | undefined> {
  const rows = await db
    .select()
    .from(printedTables)
    .where(
      and(
        eq(printedTables.authorityId, authorityId),
        eq(printedTables.programmeId, programmeId),
        eq(printedTables.digest, digest),
      ),
    );
  return firstOf(rows);
}

export async function insertPrintedTable(tx: Writer, row: PrintedTableRow): Promise<void> {
  await tx.insert(printedTables).values(row);
}

export async function deletePrintedTable(
  tx: Writer,
  authorityId: string,
  id: string,
): Promise<void> {
  await tx
    .delete(printedTables)
    .where(and(eq(printedTables.authorityId, authorityId), eq(printedTables.id, id)));
}
