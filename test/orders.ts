import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import pg from 'pg';

// What somebody who holds the database itself can order answers by.

/** How far two orders of the same things go together: 1 the same, -1 turned round, near 0 nothing (Spearman). */
export function goTogether(arrived: readonly string[], order: readonly string[]): number {
  const n = order.length;
  const at = new Map(arrived.map((reference, rank) => [reference, rank]));
  const apart = order.reduce((sum, one, rank) => sum + (rank - (at.get(one) ?? 0)) ** 2, 0);
  return 1 - (6 * apart) / (n * (n * n - 1));
}

/** What a query for references is ordered by; entries are rows that lead to answers. */
const OF_ENTRIES = (by: string) =>
  `select r.reference from batch_entries e join responses r on r.id = e.response_id order by ${by}`;

/** The references of all answers, by each place that a row has in the database. */
export async function ordersOf(
  place: { file?: string; ownerUrl?: string },
  references: readonly string[],
): Promise<Record<string, string[]>> {
  return place.file === undefined
    ? ordersOfServer(place.ownerUrl ?? '')
    : ordersOfFile(place.file, references);
}

function ordersOfFile(file: string, references: readonly string[]): Record<string, string[]> {
  const db = new Database(file, { readonly: true });
  const read = (query: string) =>
    (db.prepare(query).all() as { reference: string }[]).map(({ reference }) => reference);
  const found = {
    rowid: read('select reference from responses order by rowid'),
    'rowid of its entry': read(OF_ENTRIES('e.rowid')),
    'number of its entry': read(OF_ENTRIES('e.number')),
  };
  db.close();
  const bytes = readFileSync(file);
  const by = (where: (reference: string) => number) =>
    references
      .map((reference) => ({ reference, at: where(reference) }))
      .sort((one, other) => one.at - other.at)
      .map(({ reference }) => reference);
  return {
    ...withRows(found),
    'first place in the file': by((one) => bytes.indexOf(one)),
    'last place in the file': by((one) => bytes.lastIndexOf(one)),
  };
}

async function ordersOfServer(ownerUrl: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const read = async (query: string) => {
    const { rows } = await client.query<{ reference: string }>(query);
    return rows.map(({ reference }) => reference);
  };
  const found = {
    ctid: await read('select reference from responses order by ctid'),
    xmin: await read('select reference from responses order by xmin::text::bigint, ctid'),
    'ctid of its entry': await read(OF_ENTRIES('e.ctid')),
    'xmin of its entry': await read(OF_ENTRIES('e.xmin::text::bigint, e.ctid')),
    'number of its entry': await read(OF_ENTRIES('e.number')),
  };
  await client.end();
  return withRows(found);
}

/** Answers that families sent from home have no entries. */
const withRows = (found: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(found).filter(([, order]) => order.length > 0));
