import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import {
  deletePrintedTable,
  insertPrintedTable,
  printedTableById,
  printedTableWithDigest,
  type PrintedTableRow,
} from '#db/printed-tables.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { digestOf } from '#app/thread/digest.server.ts';
import { checkTable, type CheckedTable } from './printed-table.ts';

/** A table out of a report: its cells as printed, and what to call it. */
export interface ChosenTable {
  fileName: string;
  title: string;
  rows: readonly (readonly string[])[];
}

export type ImportedTable =
  { ok: true; id: string; table: CheckedTable } | { ok: false; message: string };

/**
 * Keeps a printed table with everything in it that does not add up. The figures stay as printed: the
 * report is quoted, not corrected.
 */
export async function importPrintedTable(
  by: Person,
  programme: Programme,
  { fileName, title, rows }: ChosenTable,
): Promise<ImportedTable> {
  allow(by, 'needs.edit', programme);
  const checked = checkTable(rows, title);
  if (!checked.ok) return checked;
  const { authorityId } = programme;
  const importedAt = new Date();
  const row: PrintedTableRow = {
    id: newId(importedAt),
    authorityId,
    programmeId: programme.id,
    title: title === '' ? checked.table.title : title,
    fileName,
    digest: digestOf(rows),
    checked: checked.table,
    importedAt,
    importedBy: by.id,
  };
  return theStore().write(`printed-tables:${programme.id}`, async (tx) => {
    const again = await printedTableWithDigest(tx, authorityId, programme.id, row.digest);
    if (again) {
      const message = `This table was brought in before, as “${again.title}”. Nothing was added.`;
      return { ok: false, message };
    }
    await insertPrintedTable(tx, row);
    const details = { title: row.title, problems: checked.table.problems.length };
    await record(tx, by, 'table.imported', { kind: 'printed-table', id: row.id }, details);
    return { ok: true, id: row.id, table: checked.table };
  });
}

/** Takes a table out. Evidence that was taken from it stays as it was frozen. */
export async function removePrintedTable(
  by: Person,
  programme: Programme,
  id: string,
): Promise<{ title: string }> {
  allow(by, 'needs.edit', programme);
  return theStore().write(`printed-tables:${programme.id}`, async (tx) => {
    const table = await printedTableById(tx, programme.authorityId, programme.id, id);
    if (!table) throw new NotFound('table');
    await deletePrintedTable(tx, programme.authorityId, id);
    await record(tx, by, 'table.removed', { kind: 'printed-table', id }, { title: table.title });
    return { title: table.title };
  });
}
