import Database from 'better-sqlite3';
import pg from 'pg';
import { databaseFile } from '#db/store.server.ts';
import type { Prepared } from './prepared.ts';

type Row = Record<string, unknown>;

/** Reads the database as another process does: the SQLite file of the folder, or this PostgreSQL. */
export async function look(made: Prepared, url: string | undefined, query: string): Promise<Row[]> {
  if (url !== undefined) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Row>(query)).rows;
    } finally {
      await client.end();
    }
  }
  const db = new Database(databaseFile(made.dataFolder), { readonly: true });
  try {
    return db.prepare(query).all() as Row[];
  } finally {
    db.close();
  }
}

/** How many rows a query counts as `n`. */
export async function countOf(made: Prepared, url: string | undefined, query: string) {
  const [row] = await look(made, url, `select count(*) as n from ${query}`);
  return Number(row?.['n']);
}
