import Database from 'better-sqlite3';
import type { Source, Target } from './side.ts';
import type { CopiedTable, Row } from './tables.ts';

type Handle = ReturnType<typeof Database>;

const named = (name: string) => `"${name}"`;
const list = (names: readonly string[]) => names.map(named).join(', ');
const keyNames = ({ columns, key }: CopiedTable) => key.map((at) => columns[at]?.name ?? '');

function rowsOf(db: Handle) {
  return async (table: CopiedTable, after: Row | null, most: number): Promise<Row[]> => {
    const key = list(keyNames(table));
    const beyond = after === null ? '' : `where (${key}) > (${after.map(() => '?').join(', ')})`;
    return db
      .prepare(
        `select ${list(table.columns.map(({ name }) => name))} from ${named(table.name)} ${beyond} ` +
          `order by ${key} limit ?`,
      )
      .raw()
      .all(...(after ?? []), most) as Row[];
  };
}

/** Reads a SQLite file as it is now, whatever is written to it meanwhile. */
export function fromSqlite(file: string): Source {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  db.pragma('busy_timeout = 5000');
  db.exec('BEGIN');
  return {
    engine: 'sqlite',
    rows: rowsOf(db),
    close: async () => {
      db.close();
    },
  };
}

/**
 * Writes into a SQLite file that is migrated and that nobody uses. Parents may come after their
 * children: keys are checked at the end, all of them.
 */
export function intoSqlite(file: string): Target {
  const db = new Database(file, { fileMustExist: true });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('foreign_keys = OFF');
  const inOne = (work: () => void) => db.transaction(work).immediate();
  return {
    engine: 'sqlite',
    rows: rowsOf(db),
    begin: async () => {
      const begun = db.prepare("select 1 from sqlite_master where name = 'throughline_move'").get();
      if (begun) return 'going on';
      db.exec(
        'create table throughline_move (name text primary key, last text, done integer not null)',
      );
      return 'new';
    },
    progress: async ({ name }) => {
      const row = db.prepare('select last, done from throughline_move where name = ?').get(name) as
        { last: string | null; done: number } | undefined;
      if (!row) return { last: null, done: false };
      return {
        last: row.last === null ? null : (JSON.parse(row.last) as Row),
        done: row.done === 1,
      };
    },
    write: async (table, rows, { last, done }) => {
      inOne(() => {
        insertInto(db, table, rows);
        db.prepare('insert or replace into throughline_move values (?, ?, ?)').run(
          table.name,
          last === null ? null : JSON.stringify(last),
          done ? 1 : 0,
        );
      });
    },
    empty: async ({ name }) => {
      inOne(() => {
        db.exec(`delete from ${named(name)}`);
        db.prepare('delete from throughline_move where name = ?').run(name);
      });
    },
    finish: async () => {
      const orphans = db.pragma('foreign_key_check') as unknown[];
      if (orphans.length > 0) throw new Error(`${orphans.length} rows came without their parent.`);
      db.exec('drop table throughline_move');
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.pragma('journal_mode = DELETE');
    },
    close: async () => {
      db.close();
    },
  };
}

function insertInto(db: Handle, table: CopiedTable, rows: readonly Row[]): void {
  const marks = table.columns.map(() => '?').join(', ');
  const into = `${named(table.name)} (${list(table.columns.map(({ name }) => name))})`;
  const insert = db.prepare(`insert into ${into} values (${marks})`);
  for (const row of rows) insert.run(...row);
}
