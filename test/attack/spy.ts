import type Database from 'better-sqlite3';
import { columnsOf, tablesOf } from './twin.ts';

type File = ReturnType<typeof Database>;

/** A row that was written and that says, in some column, an id that is not ours. */
export interface Touched {
  what: string;
  tableName: string;
}

/**
 * Has the database itself note each row that is written, changed or deleted and names one of these ids,
 * whosever row it is: a row of theirs, and a row of ours that points at theirs.
 */
export function spyOn(db: File, ids: Iterable<string>): () => Touched[] {
  const tables = tablesOf(db);
  db.exec('create table attack_ids (id text primary key)');
  db.exec('create table attack_touched (n integer primary key, what text, tableName text)');
  const insert = db.prepare('insert or ignore into attack_ids values (?)');
  db.transaction(() => {
    for (const id of ids) insert.run(id);
    for (const table of tables)
      for (const what of ['insert', 'update', 'delete']) trigger(db, table, what);
  })();
  const read = db.prepare<[], Touched>('select what, tableName from attack_touched');
  const forget = db.prepare('delete from attack_touched');
  return () => {
    const touched = read.all();
    if (touched.length > 0) forget.run();
    return touched;
  };
}

function trigger(db: File, table: string, what: string): void {
  const rows = what === 'insert' ? ['new'] : what === 'delete' ? ['old'] : ['new', 'old'];
  const names = columnsOf(db, table).map(({ name }) => name);
  const values = rows.flatMap((row) => names.map((name) => `${row}."${name}"`));
  db.exec(`create trigger "attack_${what}_${table}" after ${what} on "${table}"
    when exists (select 1 from attack_ids where id in (${values.join(', ')}))
    begin insert into attack_touched (what, tableName) values ('${what}', '${table}'); end`);
}
