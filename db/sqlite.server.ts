import { closeSync, copyFileSync, existsSync, openSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrationsFolder } from './migrations-folder.server.ts';
import { LocalNews } from './news.server.ts';
import * as schema from './schema/index.ts';
import type { Driver } from './store.server.ts';

type SqliteHandle = ReturnType<typeof Database>;

/**
 * Opens one SQLite file: a single writer connection behind a queue, and a second, read-only one, so
 * that reading never waits for writing (write-ahead log). `synchronous=FULL` makes what was
 * answered "saved" survive a power cut.
 */
export function openSqlite(file: string): Driver {
  // What families told is for the owner of the file only; the log beside it takes the same mode.
  closeSync(openSync(file, 'a', 0o600));
  migrateSqlite(file);
  const writer = new Database(file);
  prepare(writer);
  writer.pragma('foreign_keys = ON');
  const reader = new Database(file, { readonly: true });
  reader.pragma('busy_timeout = 5000');
  const write = drizzle({ client: writer, schema });
  const queue = oneAtATime();
  const news = new LocalNews();
  return {
    news,
    read: drizzle({ client: reader, schema }) as unknown as Driver['read'],
    transact: (_scope, work) =>
      queue(async () => {
        writer.exec('BEGIN IMMEDIATE');
        try {
          const result = await work(write as unknown as Driver['read']);
          writer.exec('COMMIT');
          return result;
        } catch (error) {
          if (writer.inTransaction) writer.exec('ROLLBACK');
          throw error;
        }
      }),
    close: async () => {
      await news.close();
      await queue(async () => undefined);
      reader.close();
      writer.close();
    },
  };
}

function prepare(db: SqliteHandle): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('busy_timeout = 5000');
}

/** Runs jobs one after another in the order they came; a failed one does not stop the next. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(job: () => Promise<T>): Promise<T> => {
    const mine = last.then(job, job);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/**
 * Brings a file up to date. drizzle-kit rebuilds a table by dropping it under
 * `PRAGMA foreign_keys=OFF`, which SQLite ignores inside the migration's own transaction: with keys
 * on, dropping a parent would silently delete every child row. So keys are off before it starts, a
 * copy of the file is kept until all is well, and the check must come back empty.
 */
export function migrateSqlite(file: string, folder: string = migrationsFolder('sqlite')): void {
  const isNew = !existsSync(file) || statSync(file).size === 0;
  const db = new Database(file);
  try {
    prepare(db);
    if (upToDate(db, folder)) return;
    const copy = `${file}.before-migration`;
    if (!isNew) {
      db.pragma('wal_checkpoint(TRUNCATE)');
      copyFileSync(file, copy);
    }
    db.pragma('foreign_keys = OFF');
    migrate(drizzle({ client: db }), { migrationsFolder: folder });
    const orphans = db.pragma('foreign_key_check') as unknown[];
    if (orphans.length > 0) {
      throw new Error(
        `The migration left ${orphans.length} rows without their parent. ` +
          `The database as it was is kept in ${path.basename(copy)}: put it back and report this.`,
      );
    }
    if (!isNew) rmSync(copy, { force: true });
  } finally {
    db.close();
  }
}

function upToDate(db: SqliteHandle, folder: string): boolean {
  const known = db
    .prepare("select count(*) as n from sqlite_master where name = '__drizzle_migrations'")
    .get() as { n: number };
  if (known.n === 0) return false;
  const applied = db.prepare('select max(created_at) as at from __drizzle_migrations').get() as {
    at: number | null;
  };
  const newest = readMigrationFiles({ migrationsFolder: folder }).at(-1);
  return newest !== undefined && Number(applied.at) >= newest.folderMillis;
}

/** Copies a database while it is in use, then opens the copy and checks it. */
export function backupSqlite(file: string, to: string): void {
  if (existsSync(to)) throw new Error(`${to} exists already: name a file that does not.`);
  const db = new Database(file, { readonly: true });
  try {
    closeSync(openSync(to, 'wx', 0o600));
    db.prepare('VACUUM INTO ?').run(to);
  } finally {
    db.close();
  }
  checkSqlite(to);
}

/** Throws unless the file is a sound database of ours. */
export function checkSqlite(file: string): void {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const sound = db.pragma('integrity_check', { simple: true });
    if (sound !== 'ok') throw new Error(`${path.basename(file)} is damaged: ${String(sound)}`);
    const tables = db
      .prepare("select count(*) as n from sqlite_master where name in ('authorities', 'responses')")
      .get() as { n: number };
    if (tables.n !== 2) throw new Error(`${path.basename(file)} is not a Throughline database.`);
  } finally {
    db.close();
  }
}

/**
 * Whether a file may be put in place of this one: nobody else has it open for writing. Leaves it
 * with an empty log, so that the file alone is the whole database.
 */
export function mayReplace(file: string): boolean {
  const db = new Database(file);
  try {
    db.pragma('busy_timeout = 200');
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    db.pragma('wal_checkpoint(TRUNCATE)');
    return true;
  } catch {
    return false;
  } finally {
    db.close();
  }
}
