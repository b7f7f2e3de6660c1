import { and, eq, getTableColumns, getTableName, is, ne, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { Table } from 'drizzle-orm';
import * as schema from './schema/index.ts';
import { people } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

// A colleague's name stands where they did something: who published, entered, imported, signed. Those are
// columns of a name alone, found from the schema by how they are called, so that a new one is not forgotten.

/** How a column is called in which the name (or the id) of whoever did something stands, and nothing else. */
const WHO_DID = /(_by|^by_name|_by_name|person_name|staff_name)$/;

const tables = (): PgTable[] => Object.values<PgTable>(schema).filter((one) => is(one, Table));

const columnsOf = (table: PgTable) =>
  Object.entries(getTableColumns(table)) as unknown as [string, PgColumn][];

/** Every such column of every table of an authority. */
function whoDidColumns(): { table: PgTable; key: string; column: PgColumn }[] {
  return tables().flatMap((table) => {
    const columns = columnsOf(table);
    if (!columns.some(([key]) => key === 'authorityId')) return [];
    return columns
      .filter(([, { name, dataType }]) => dataType === 'string' && WHO_DID.test(name))
      .map(([key, column]) => ({ table, key, column }));
  });
}

const authorityOf = (table: PgTable) =>
  columnsOf(table).find(([key]) => key === 'authorityId')?.[1] as PgColumn;

/** Who somebody is, and whether somebody else of the authority has the same name. */
export interface Colleague {
  id: string;
  name: string;
  shared: boolean;
}

/** What is told of somebody by the name that another person has too would be told of the other. */
export async function isShared(
  db: Reader,
  authorityId: string,
  { id, name }: Pick<Colleague, 'id' | 'name'>,
): Promise<boolean> {
  const folded = (one: string) => one.trim().replace(/\s+/g, ' ').toLowerCase();
  const others = await db
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.authorityId, authorityId), ne(people.id, id)));
  return others.some((other) => folded(other.name) === folded(name));
}

/** The rows of a column that are theirs: by their id where the table has it; null where nobody can tell. */
function theirs(
  { table, column }: { table: PgTable; column: PgColumn },
  authorityId: string,
  { id, name, shared }: Colleague,
): SQL | null {
  const byId = columnsOf(table).find(([key]) => key === 'personId' || key === 'staffId')?.[1];
  if (!byId && shared) return null;
  return and(eq(authorityOf(table), authorityId), byId ? eq(byId, id) : eq(column, name)) ?? null;
}

/** How often a colleague's name stands where something was done, table by table. */
export async function whereTheyDid(
  db: Reader,
  authorityId: string,
  who: Colleague,
): Promise<{ table: string; rows: number }[]> {
  const found: { table: string; rows: number }[] = [];
  for (const one of whoDidColumns()) {
    const where = theirs(one, authorityId, who);
    const rows = where === null ? 0 : await db.$count(one.table, where);
    if (rows > 0) found.push({ table: getTableName(one.table), rows });
  }
  return found;
}

/** Puts another name wherever a colleague's stands alone, and is surely theirs. */
export async function renameWhoDid(
  tx: Writer,
  authorityId: string,
  who: Colleague,
  to: string,
): Promise<void> {
  for (const one of whoDidColumns()) {
    const where = theirs(one, authorityId, who);
    if (where === null) continue;
    await tx
      .update(one.table)
      .set({ [one.key]: to })
      .where(where);
  }
}
