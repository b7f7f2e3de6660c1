import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  backupSqlite,
  checkSqlite,
  mayReplace,
  migrateSqlite,
  openSqlite,
} from '#db/sqlite.server.ts';

// A migration that rebuilds a parent table the way drizzle-kit writes it. With foreign keys on,
// DROP TABLE deletes every child row, and the PRAGMA inside the transaction does nothing.
const FIRST = `CREATE TABLE parents (id text PRIMARY KEY);
--> statement-breakpoint
CREATE TABLE children (id text PRIMARY KEY, parent text REFERENCES parents(id) ON DELETE CASCADE);`;
const REBUILD = `PRAGMA foreign_keys=OFF;
--> statement-breakpoint
CREATE TABLE __new_parents (id text PRIMARY KEY, name text);
--> statement-breakpoint
INSERT INTO __new_parents (id) SELECT id FROM parents;
--> statement-breakpoint
DROP TABLE parents;
--> statement-breakpoint
ALTER TABLE __new_parents RENAME TO parents;
--> statement-breakpoint
PRAGMA foreign_keys=ON;`;
const ORPHANING = `DELETE FROM parents;`;

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'throughline-migrations-'));
  file = path.join(folder, 'throughline.db');
  mkdirSync(path.join(folder, 'meta'));
});

/** Writes migrations as drizzle keeps them: SQL files and a journal. */
function migrations(...sql: string[]): void {
  sql.forEach((text, at) => writeFileSync(path.join(folder, `000${at}_m.sql`), text));
  const entries = sql.map((_, idx) => ({
    idx,
    version: '6',
    when: 1000 + idx,
    tag: `000${idx}_m`,
    breakpoints: true,
  }));
  const journal = { version: '7', dialect: 'sqlite', entries };
  writeFileSync(path.join(folder, 'meta', '_journal.json'), JSON.stringify(journal));
}

function familyOfThree(): void {
  migrations(FIRST);
  migrateSqlite(file, folder);
  const db = new Database(file);
  db.exec(`insert into parents values ('p'); insert into children values ('a', 'p'), ('b', 'p');`);
  db.close();
}

const children = () => {
  const db = new Database(file, { readonly: true });
  const { n } = db.prepare('select count(*) as n from children').get() as { n: number };
  db.close();
  return n;
};

describe('migrating SQLite', () => {
  test('a rebuilt parent table keeps its children', () => {
    familyOfThree();
    migrations(FIRST, REBUILD);
    migrateSqlite(file, folder);
    expect(children()).toBe(2);
    expect(existsSync(`${file}.before-migration`)).toBe(false);
  });

  test('the trap is real: with foreign keys on, the same statements delete the children', () => {
    familyOfThree();
    const db = new Database(file);
    db.pragma('foreign_keys = ON');
    db.exec(`BEGIN; ${REBUILD.replaceAll('--> statement-breakpoint', '')} COMMIT;`);
    db.close();
    expect(children()).toBe(0);
  });

  test('a migration that leaves rows without their parent is refused, and the old file is kept', () => {
    familyOfThree();
    migrations(FIRST, ORPHANING);
    expect(() => migrateSqlite(file, folder)).toThrow('without their parent');
    copyFileSync(`${file}.before-migration`, file);
    expect(children()).toBe(2);
  });

  test('an up-to-date file is opened without touching it', () => {
    familyOfThree();
    const before = readFileSync(file);
    migrateSqlite(file, folder);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('backing up SQLite', () => {
  test('copies a database in use; the copy is sound and never written over', async () => {
    const live = openSqlite(file);
    const copy = path.join(folder, 'copy.db');
    backupSqlite(file, copy);
    expect(() => checkSqlite(copy)).not.toThrow();
    expect(() => backupSqlite(file, copy)).toThrow('exists already');
    await live.close();
  });

  test('refuses a file that is not ours, or is damaged', () => {
    const other = path.join(folder, 'other.db');
    const db = new Database(other);
    db.exec('create table t (x)');
    db.close();
    expect(() => checkSqlite(other)).toThrow('not a Throughline database');
    writeFileSync(other, 'not a database at all, but long enough to have a header of its own');
    expect(() => checkSqlite(other)).toThrow();
  });

  test('what families told is for the owner of the file only, log and copy included', async () => {
    const live = openSqlite(file);
    const copy = path.join(folder, 'copy.db');
    backupSqlite(file, copy);
    const others = [file, `${file}-wal`, copy].map((one) => statSync(one).mode & 0o077);
    expect(others).toEqual([0, 0, 0]);
    await live.close();
  });

  test('knows when a server has the database open', async () => {
    const live = openSqlite(file);
    expect(mayReplace(file)).toBe(false);
    await live.close();
    expect(mayReplace(file)).toBe(true);
  });
});
