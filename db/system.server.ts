import Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { config } from '#app/config.server.ts';
import { migrationsFolder } from './migrations-folder.server.ts';
import { theStore } from './store.server.ts';

/** Reads all of the SQLite file, as another process, and says what is wrong with it. */
export function examined(file = fileHere()): { integrity: string; orphanRows: number } {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return {
      integrity: String(db.pragma('integrity_check(5)', { simple: true })),
      orphanRows: (db.pragma('foreign_key_check') as unknown[]).length,
    };
  } catch (error) {
    return { integrity: (error as { code?: string }).code ?? 'it cannot be read', orphanRows: 0 };
  } finally {
    db.close();
  }
}

function fileHere(): string {
  const { file } = theStore();
  if (file === null) throw new Error('Only SQLite has its database in one file.');
  return file;
}

/** How many migrations the database has had, and how many this program knows. */
export async function migrationsHere(): Promise<{ applied: number; known: number }> {
  const { engine } = config;
  const known = readMigrationFiles({ migrationsFolder: migrationsFolder(engine) }).length;
  return { known, applied: engine === 'sqlite' ? inSqlite() : await inPostgres() };
}

function inSqlite(): number {
  const db = new Database(fileHere(), { readonly: true, fileMustExist: true });
  try {
    return db.prepare('select count(*) from __drizzle_migrations').pluck().get() as number;
  } finally {
    db.close();
  }
}

async function inPostgres(): Promise<number> {
  // A server on SQLite never loads the driver.
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: config.databaseOwnerUrl ?? config.databaseUrl,
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: string }>(
      'select count(*) as n from drizzle.__drizzle_migrations',
    );
    return Number(rows[0]?.n);
  } finally {
    await client.end();
  }
}
