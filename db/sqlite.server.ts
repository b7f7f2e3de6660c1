import { closeSync, copyFileSync, existsSync, openSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { whyUnavailable } from './faults.ts';
import { meteredReads } from './meter.server.ts';
import { migrationsFolder } from './migrations-folder.server.ts';
import { LocalNews } from './news.server.ts';
import { sharedCommits } from './sqlite-commits.server.ts';
import { shortLog } from './sqlite-log.server.ts';
import { queriesBy, queriesOn } from './sqlite-queries.server.ts';
import { sqliteThread, type SqliteThread } from './sqlite-thread.server.ts';
import type { Driver } from './store.server.ts';
import { statementLog } from './watch.server.ts';

type SqliteHandle = ReturnType<typeof Database>;

/** How long a change waits for another process that holds the file, from when it was asked for. */
const PATIENCE_MS = 5_000;
const LONGEST_PAUSE_MS = 100;

/**
 * Opens one SQLite file: a single writer connection behind a queue, and a second, read-only one, so
 * that reading never waits for writing (write-ahead log). `synchronous=FULL` makes what was
 * answered "saved" survive a power cut. A third connection, on a thread of its own, makes large changes
 * and copies the log into the file, which would hold up everybody here.
 *
 * @param thread what runs on the thread, where it is not ours
 */
export function openSqlite(file: string, thread?: string): Driver {
  // What families told is for the owner of the file only; the log beside it takes the same mode.
  closeSync(openSync(file, 'a', 0o600));
  migrateSqlite(file);
  const writer = new Database(file);
  prepare(writer);
  writer.pragma('foreign_keys = ON');
  // SQLite's own waiting stands still and everybody with it: `begin` waits instead.
  writer.pragma('busy_timeout = 0');
  const reader = new Database(file, { readonly: true });
  reader.pragma('busy_timeout = 25');
  const write = queriesOn(writer, { first: true, logger: statementLog });
  const beside = sqliteThread(file, {
    patience: PATIENCE_MS,
    onGone(why) {
      log.doItHere();
      process.emitWarning(
        `${why.message} The log is emptied while others wait. ${String(why.cause)}`,
      );
    },
    thread,
  });
  const commits = sharedCommits(writer, {
    begin: (asked) => begin(writer, asked),
    rollBack: () => rollBack(writer),
    kept: () => log.look(),
  });
  const log = shortLog(writer, beside, (work) => commits.alone(work));
  const onThread = queriesBy((asked) => beside.ask('query', asked), statementLog);
  const news = new LocalNews();
  return {
    news,
    read: queriesOn(meteredReads(reader), { logger: statementLog }),
    async transact(_scope, work, isLarge) {
      if (!isLarge || !(await beside.answers())) return commits.change(() => work(write));
      await log.settled();
      const made = await commits.alone(() => changeBeside(beside, () => work(onThread)));
      log.look();
      return made;
    },
    // Pages as they were before a deletion stand in the log until it is emptied.
    leaveNoTrace: () =>
      commits.alone(async () => {
        await log.copied();
        const [came] = writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
        return came?.busy === 0;
      }),
    close: async () => {
      await news.close();
      await commits.alone(async () => {
        await beside.end();
        reader.close();
        writer.close();
      });
    },
  };
}

/**
 * Begins a change. While another process holds the file it tries again in small steps between which
 * pages go on being answered. Whoever waited behind others has waited for the same, and tries once.
 *
 * @param asked when the change was asked for, by `performance.now()`, which no clock turns back
 */
async function begin(writer: SqliteHandle, asked: number): Promise<void> {
  rollBack(writer);
  for (let pause = 5; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      writer.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      const waited = performance.now() - asked;
      if (whyUnavailable(error) !== 'busy' || waited > PATIENCE_MS) throw error;
    }
    await after(pause);
  }
}

/** Takes back what was begun. On a bad disk this can fail too: what failed first is what is told. */
function rollBack(writer: SqliteHandle): void {
  try {
    if (writer.inTransaction) writer.exec('ROLLBACK');
  } catch {
    // Tried again before the next change begins.
  }
}

/** Makes one change on the thread; ends when it is on the disk. */
async function changeBeside<T>(beside: SqliteThread, work: () => Promise<T>): Promise<T> {
  await beside.ask('begin');
  try {
    const made = await work();
    await beside.ask('commit');
    return made;
  } catch (error) {
    // What failed first is what is told.
    await beside.ask('rollBack').catch(() => undefined);
    throw error;
  }
}

function prepare(db: SqliteHandle): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  // What is deleted is overwritten, so that it cannot be read from the file any more.
  db.pragma('secure_delete = ON');
  db.pragma('busy_timeout = 5000');
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
 * with an empty log, so that the file alone is the whole database. A damaged one may be replaced too,
 * and keeps what log it has: it does not always tell who else has it open.
 */
export function mayReplace(file: string): boolean {
  const db = new Database(file);
  try {
    db.pragma('busy_timeout = 200');
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    db.pragma('wal_checkpoint(TRUNCATE)');
    return true;
  } catch (error) {
    return whyUnavailable(error) !== 'busy';
  } finally {
    db.close();
  }
}
