// The thread of sqlite-thread.server.ts: a connection of its own to the same file. Plain JavaScript, because
// it runs from the built server and from the sources alike, and is to be there at once.
import { statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

const { file, inode, patience } = workerData;
const db = new Database(file, { fileMustExist: true });
// Another file may have been put in its place meanwhile, and the log is found by its name: copying the log
// of the one into the other would be the end of both.
if (statSync(file).ino !== inode)
  throw new Error('Another file stands in the place of the database.');
db.pragma('synchronous = FULL');
db.pragma('secure_delete = ON');
db.pragma('foreign_keys = ON');
db.pragma(`busy_timeout = ${patience}`);
db.pragma('wal_autocheckpoint = 0');

const deeds = {
  answer: () => undefined,
  copyLog: () => void db.pragma('wal_checkpoint(PASSIVE)'),
  begin: () => void db.exec('BEGIN IMMEDIATE'),
  commit: () => void db.exec('COMMIT'),
  rollBack: () => void (db.inTransaction && db.exec('ROLLBACK')),
  query: ({ text, params, method }) => {
    const statement = db.prepare(text);
    if (!statement.reader) return void statement.run(...params);
    statement.raw();
    return method === 'get' ? statement.get(...params) : statement.all(...params);
  },
};

parentPort.on('message', ({ deed, given }) => {
  if (deed === 'end') {
    db.close();
    parentPort.close();
    return;
  }
  try {
    parentPort.postMessage({ made: deeds[deed](given) });
  } catch ({ message, code }) {
    parentPort.postMessage({ fault: { message, code } });
  }
});
