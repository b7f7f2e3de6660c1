// Loaded into the server with --import: makes SQLite itself refuse changes while the file named by
// TROUBLE says so. `full`: the database may grow by no page, and a change wants one; `read-only`: nothing
// may be written.
import { existsSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';

const file = process.env.TROUBLE;
const { exec } = Database.prototype;

Database.prototype.exec = function (statement) {
  if (!/^BEGIN/.test(statement)) return exec.call(this, statement);
  const now = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const pages = this.pragma('page_count', { simple: true });
  this.pragma(`max_page_count = ${now === 'full' ? pages : 1_073_741_823}`);
  this.pragma(`query_only = ${now === 'read-only' ? 'ON' : 'OFF'}`);
  exec.call(this, statement);
  if (now === 'full') exec.call(this, 'create table more as select randomblob(1000000) as bytes');
  return this;
};
