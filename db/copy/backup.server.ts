import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  createReadStream,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrationsFolder } from '../migrations-folder.server.ts';
import { checkSqlite, migrateSqlite } from '../sqlite.server.ts';
import { copyAll, type Tell } from './copy.server.ts';
import { fromPostgres } from './postgres-side.server.ts';
import { intoSqlite } from './sqlite-side.server.ts';
import { OF_RUNNING_SERVERS } from './tables.ts';

type Handle = ReturnType<typeof Database>;

/** What stands beside a backup: enough to know that it is whole, years later. */
export interface Manifest {
  /** Of this description. */
  format: 1;
  program: string;
  made: string;
  /** The engine that it was made from; the backup itself is always one SQLite file. */
  engine: 'sqlite' | 'postgres';
  /** The newest migration that the database had: its day of making, in milliseconds, and their number. */
  migration: { at: number; count: number };
  file: { name: string; bytes: number; sha256: string };
  /** How many rows each table has. */
  rows: Record<string, number>;
  /** Whether the secret of the data folder was kept beside it, or comes from the settings. */
  secret: 'kept beside it' | 'from the settings' | 'none yet';
}

export const manifestOf = (file: string) => `${file}.manifest.json`;
export const secretOf = (file: string) => `${file}.secret`;
/** What was erased up to then, for whoever restores an older one. */
export const erasuresOf = (file: string) => `${file}.erasures.jsonl`;

/** The backup cannot be used, and why in words for the person at the terminal. */
export class BadBackup extends Error {
  override name = 'BadBackup';
}

/** Counts the rows of every table of a SQLite database that is backed up. */
export function countTables(db: Handle): Record<string, number> {
  const names = db
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
    )
    .pluck()
    .all() as string[];
  const ours = names.filter((name) => !OF_RUNNING_SERVERS.has(name));
  return Object.fromEntries(
    ours.map((name) => [
      name,
      db.prepare(`select count(*) from "${name}"`).pluck().get() as number,
    ]),
  );
}

/**
 * Copies a SQLite database that is in use, as it is at one moment. One read transaction holds that
 * moment for the copy and for the counts; writing goes on meanwhile. What was deleted does not come
 * along: the copy is packed anew.
 */
async function copySqlite(from: string, to: string, tell: Tell): Promise<Record<string, number>> {
  const db = new Database(from, { readonly: true, fileMustExist: true });
  try {
    db.pragma('busy_timeout = 5000');
    db.exec('BEGIN');
    const rows = countTables(db);
    let told = Date.now();
    await db.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        if (Date.now() - told > 1_000) {
          told = Date.now();
          tell(`${Math.floor((100 * (totalPages - remainingPages)) / Math.max(totalPages, 1))} %`);
        }
        return 2_000;
      },
    });
    return rows;
  } finally {
    db.close();
  }
}

/** Packs a file that nobody uses: one file without a log beside it, and nothing deleted left in it. */
function pack(file: string): void {
  const db = new Database(file);
  try {
    db.pragma('journal_mode = DELETE');
    for (const name of OF_RUNNING_SERVERS) {
      if (db.prepare('select 1 from sqlite_master where name = ?').get(name)) {
        db.exec(`delete from "${name}"`);
      }
    }
    db.exec('VACUUM');
  } finally {
    db.close();
  }
}

/** Copies a PostgreSQL database into a new SQLite file, out of one snapshot. */
async function copyPostgres(url: string, to: string, tell: Tell): Promise<Record<string, number>> {
  migrateSqlite(to);
  const source = await fromPostgres(url);
  try {
    const target = intoSqlite(to);
    try {
      const copied = await copyAll(source, target, tell);
      return Object.fromEntries(Object.entries(copied).map(([name, { rows }]) => [name, rows]));
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

export interface ToBackUp {
  /** The SQLite file, or the address of PostgreSQL. */
  from: { file: string } | { url: string };
  to: string;
  /** The text of the secret in the data folder; null where it comes from the settings. */
  secret: { text: string } | Manifest['secret'];
  program: string;
  now: Date;
}

/**
 * Makes a backup: copies, opens the copy, checks it, counts every table against the source's own
 * snapshot, and only then gives it its name. Readable by its owner only.
 *
 * @throws when the copy is not the same; then there is no file of that name
 */
export async function makeBackup(wanted: ToBackUp, tell: Tell): Promise<Manifest> {
  const partial = `${wanted.to}.partial`;
  forget(partial);
  closeSync(openSync(partial, 'w', 0o600));
  try {
    const rows =
      'file' in wanted.from
        ? await copySqlite(wanted.from.file, partial, tell)
        : await copyPostgres(wanted.from.url, partial, tell);
    pack(partial);
    checkSqlite(partial);
    const { counted, migration } = lookedInto(partial);
    mustBeSame(rows, counted);
    const manifest: Manifest = {
      format: 1,
      program: wanted.program,
      made: wanted.now.toISOString(),
      engine: 'file' in wanted.from ? 'sqlite' : 'postgres',
      migration,
      file: {
        name: path.basename(wanted.to),
        bytes: statSync(partial).size,
        sha256: await digestOf(partial),
      },
      rows: counted,
      secret: typeof wanted.secret === 'string' ? wanted.secret : 'kept beside it',
    };
    if (typeof wanted.secret !== 'string') {
      writeFileSync(secretOf(wanted.to), wanted.secret.text, { mode: 0o600 });
    }
    writeFileSync(manifestOf(wanted.to), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    renameSync(partial, wanted.to);
    return manifest;
  } finally {
    forget(partial);
  }
}

function forget(file: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
}

/** Every table of the source must be in the copy with as many rows. */
function mustBeSame(source: Record<string, number>, copy: Record<string, number>): void {
  for (const [name, rows] of Object.entries(source)) {
    if (copy[name] !== rows) {
      throw new BadBackup(`${name} has ${rows} rows and the copy ${copy[name] ?? 'none'}.`);
    }
  }
}

function lookedInto(file: string) {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return { counted: countTables(db), migration: migrationOf(db) };
  } finally {
    db.close();
  }
}

function migrationOf(db: Handle): Manifest['migration'] {
  const row = db
    .prepare('select max(created_at) as at, count(*) as count from __drizzle_migrations')
    .get() as { at: number | null; count: number };
  return { at: Number(row.at ?? 0), count: row.count };
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/**
 * Reads a backup as if it were needed now: it is whole, sound, ours, holds the rows that its manifest
 * says, and this program knows its schema.
 *
 * @returns its manifest; null for a file that has none beside it, which is then only checked in itself
 * @throws BadBackup with what is wrong
 */
export async function verifyBackup(file: string): Promise<Manifest | null> {
  const manifest = manifestBeside(file);
  if (manifest && (await digestOf(file)) !== manifest.file.sha256) {
    throw new BadBackup('It was changed or damaged since it was made: its digest is another one.');
  }
  try {
    checkSqlite(file);
  } catch (error) {
    throw new BadBackup((error as Error).message);
  }
  const { counted, migration } = lookedInto(file);
  if (manifest) mustBeSame(manifest.rows, counted);
  const newest = readMigrationFiles({ migrationsFolder: migrationsFolder('sqlite') }).at(-1);
  if (migration.at > (newest?.folderMillis ?? 0)) {
    throw new BadBackup(
      `It was made by a newer version of Throughline${manifest ? ` (${manifest.program})` : ''}. ` +
        'Install that version or a later one, then restore.',
    );
  }
  return manifest;
}

function manifestBeside(file: string): Manifest | null {
  if (!existsSync(manifestOf(file))) return null;
  try {
    const read = JSON.parse(readFileSync(manifestOf(file), 'utf8')) as Manifest;
    if (read.format === 1 && typeof read.file.sha256 === 'string') return read;
  } catch {
    // Said below, in the same words as a manifest of another kind.
  }
  throw new BadBackup(`${path.basename(manifestOf(file))} beside it cannot be read.`);
}

/**
 * A copy of a backup, brought up to this program's schema, under another name. The backup itself is
 * never written to. Says whether its schema was older.
 */
export function readied(file: string, as: string): boolean {
  forget(as);
  copyFileSync(file, as);
  chmodSync(as, 0o600);
  const before = lookedInto(as).migration.count;
  migrateSqlite(as);
  checkSqlite(as);
  pack(as);
  return lookedInto(as).migration.count !== before;
}

/** Throws unless the file still holds the rows that the manifest counts. */
export function mustHold(file: string, manifest: Manifest): void {
  mustBeSame(manifest.rows, lookedInto(file).counted);
}
