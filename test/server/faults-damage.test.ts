import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkSqlite } from '#db/sqlite.server.ts';
import { databaseFile } from '#db/store.server.ts';
import { startServer, type Running } from '../running-server.ts';
import { Somebody } from './faults/client.ts';
import { prepared, type Prepared } from './faults/prepared.ts';
import { addNeed, expectKept, faultsIn } from './faults/trying.ts';

// One page of the file is not what was written: a bad disk, a bad copy. Expected: the server starts, pages
// that do not touch it work, those that do answer 503, the log and the check name damage, and with the
// page put right all is well.

let made: Prepared;
let file: string;
let server: Running;

beforeAll(async () => {
  made = prepared();
  file = databaseFile(made.dataFolder);
  server = await startServer({ empty: true, dataFolder: made.dataFolder, env: {} });
});
afterAll(() => server.stop());

/** Writes garbage over the first page of a table of the stopped file; what stood there. */
function damage(table: string): () => void {
  const db = new Database(file);
  db.pragma('wal_checkpoint(TRUNCATE)');
  const size = db.pragma('page_size', { simple: true }) as number;
  const at = db.prepare('select rootpage as n from sqlite_master where name = ?').get(table);
  db.close();
  const position = ((at as { n: number }).n - 1) * size;
  const write = (bytes: Buffer) => {
    const handle = openSync(file, 'r+');
    writeSync(handle, bytes, 0, size, position);
    closeSync(handle);
  };
  const before = Buffer.alloc(size);
  const handle = openSync(file, 'r');
  readSync(handle, before, 0, size, position);
  closeSync(handle);
  write(Buffer.alloc(size, 0xa5));
  return () => write(before);
}

// Mutations tried: without SQLITE_CORRUPT in db/faults.ts the page answers 500; with faults of
// the day's promises uncaught the server does not start on a damaged table of answers.
test('a damaged page: what does not touch it works, what does answers 503 and says so', async () => {
  const priya = () => new Somebody(server.address, made.cookie);
  expect((await (await addNeed(priya(), made, 'Before'))()).status).toBe(302);
  const need = await addNeed(priya(), made, 'Warm drinks');
  await server.stop();
  const mendNeeds = damage('needs');
  const mendResponses = damage('responses');
  await server.startAgain();

  expect((await new Somebody(server.address).get(`/s/${made.code}`)).status).toBe(200);
  expect((await priya().get('/account')).status).toBe(200);
  const register = await priya().get(`/programmes/${made.programmeId}/needs/register`);
  expect([register.status, register.headers.get('retry-after')]).toEqual([503, '60']);
  expectKept(await need(), 'Warm drinks');
  const kinds = faultsIn(server.said()).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['damaged']));
  expect(faultsIn(server.said()).every(({ stack }) => String(stack).includes('at '))).toBe(true);
  expect(server.said()).not.toContain('Warm drinks');

  await server.stop();
  expect(() => checkSqlite(file)).toThrow();
  mendNeeds();
  mendResponses();
  await server.startAgain();
  checkSqlite(file);
  expect((await need()).status).toBe(302);
});
