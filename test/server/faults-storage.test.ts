import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '#db/migrations-folder.server.ts';
import { checkSqlite } from '#db/sqlite.server.ts';
import { databaseFile } from '#db/store.server.ts';
import { startServer, type Running } from '../running-server.ts';
import { Somebody } from './faults/client.ts';
import { prepared, type Prepared } from './faults/prepared.ts';
import {
  addNeed,
  answerPage,
  changeTheory,
  expectKept,
  faultsIn,
  pressAgain,
  WROTE,
} from './faults/trying.ts';

// What the server does when its file cannot be written. Expected: pages that only read go on, what is
// sent is answered 503 with all of it kept, and the same press saves it once when the disk is well.

let made: Prepared;
let server: Running;
let trouble: string;
let file: string;

beforeAll(async () => {
  made = prepared();
  trouble = path.join(made.dataFolder, 'trouble');
  file = databaseFile(made.dataFolder);
  const preload = path.join(projectFolder(), 'test/server/faults/trouble.mjs');
  server = await startServer({
    empty: true,
    dataFolder: made.dataFolder,
    env: { NODE_OPTIONS: `--import ${preload}`, TROUBLE: trouble, TRUSTED_PROXIES: '1' },
  });
});
afterAll(() => server.stop());

const family = (cookie = '') => new Somebody(server.address, cookie);
const lead = () => new Somebody(server.address, made.cookie);

/** Counts rows as another process sees them. */
function rows(statement: string): number {
  const db = new Database(file, { readonly: true });
  try {
    return (db.prepare(statement).get() as { n: number }).n;
  } finally {
    db.close();
  }
}

/** Full, by the operating system: no file of the process may grow. Works for everybody, root or not. */
function diskIsFull(): () => void {
  const limit = (to: string) =>
    execFileSync('prlimit', ['--pid', String(server.process().pid), `--fsize=${to}:`]);
  limit(String(statSync(`${file}-wal`).size));
  return () => limit('unlimited');
}

/** As SQLite itself says it: it may take no page more, or may write nothing. */
function sqliteSays(what: 'full' | 'read-only'): () => void {
  writeFileSync(trouble, what);
  return () => writeFileSync(trouble, '');
}

// Mutations tried: without `asking.form = form` in app/http/forms.server.ts what was typed is not there;
// without `.catch(readOn)` in app/http/session.server.ts pages of staff answer 503 as well.
describe.each([
  ['full, as the system says', 'disk', diskIsFull],
  ['full, as SQLite says', 'full', () => sqliteSays('full')],
  ['read-only', 'read-only', () => sqliteSays('read-only')],
] as const)('a disk that is %s', (name, kind, breaks) => {
  const id = name.replaceAll(/\W/g, '');

  test('keeps what was typed, goes on reading, and takes it once when it is well', async () => {
    const parent = family();
    const priya = lead();
    const written = `${WROTE} ${id}`;
    const answer = await answerPage(parent, made, written);
    const need = await addNeed(priya, made, written);
    const change = await changeTheory(priya, made, id);
    const sessionSeen = new Database(file);
    sessionSeen.exec('update sessions set seen_at = seen_at - 3600000');
    sessionSeen.close();

    const heal = breaks();
    const kept = { page: await answer(), need: await need() };
    const refused = await change();
    const reading = [
      await parent.get(`/s/${made.code}`),
      await priya.get(`/programmes/${made.programmeId}`),
      await parent.get('/healthz'),
    ];
    heal();

    expectKept(kept.page, written);
    expectKept(kept.need, written);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      503,
      'text/plain; charset=utf-8',
    ]);
    expect(reading.map(({ status }) => status)).toEqual([200, 200, 200]);

    const sent = await pressAgain(parent, kept.page);
    expect(sent.location).toBe(`/s/${made.code}/check`);
    expect(rows(`select count(*) as n from drafts where answers like '%${id}"}'`)).toBe(1);
    const [first, second] = [
      await pressAgain(priya, kept.need),
      await pressAgain(priya, kept.need),
    ];
    expect(first.location).toMatch(/\/needs\/register\/[^/]+$/);
    expect(second.location).toBe(first.location);
    const needs = `select count(*) as n from needs where statement like '%${id}'`;
    expect(rows(needs)).toBe(1);
    expect([(await change()).status, (await change()).status]).toEqual([200, 200]);
    const kinds = `select count(*) as n from theory_operations where client_op_id = '${id}'`;
    expect(rows(kinds)).toBe(1);

    const faults = faultsIn(server.said()).filter((fault) => fault['kind'] === kind);
    expect(faults.length).toBeGreaterThanOrEqual(3);
    expect(server.said()).not.toContain('Warm drinks');
    checkSqlite(file);
  });
});

describe('a file that another process holds', () => {
  const held = () => {
    const other = new Database(file);
    other.exec('BEGIN EXCLUSIVE');
    return () => {
      other.exec('ROLLBACK');
      other.close();
    };
  };

  // Mutation tried: with `busy_timeout = 5000` on the writer in db/sqlite.server.ts every page waits
  // along, and the reading below takes seconds.
  test('for a moment makes whoever saves wait, and nobody who reads', async () => {
    const [parent, reader] = [family(), family()];
    const answer = await answerPage(parent, made);
    const letGo = held();
    const saving = answer();
    const reading: number[] = [];
    for (let at = 0; at < 8; at += 1) {
      reading.push((await reader.get(`/s/${made.code}`)).ms);
      await after(100);
    }
    letGo();
    const came = await saving;
    expect(came.location).toBe(`/s/${made.code}/check`);
    expect(Math.max(...reading)).toBeLessThan(500);
  });

  // Mutation tried: with SQLite's own waiting (see above) the three wait for one another, 15 s.
  test('for longer keeps what was typed, for all who wait at once', async () => {
    const parents = [family(), family(), family()];
    const answers = await Promise.all(parents.map((parent) => answerPage(parent, made)));
    const letGo = held();
    const came = await Promise.all(answers.map((answer) => answer()));
    letGo();
    for (const each of came) {
      expectKept(each);
      expect(each.ms).toBeGreaterThan(4_500);
      expect(each.ms).toBeLessThan(9_000);
    }
    const again = await Promise.all(parents.map((parent, at) => pressAgain(parent, came[at]!)));
    expect(again.map(({ location }) => location)).toEqual(
      parents.map(() => `/s/${made.code}/check`),
    );
    expect(faultsIn(server.said()).some(({ kind }) => kind === 'busy')).toBe(true);
  });
});

// Mutation tried: with UNAVAILABLE_IN_ENGLISH alone in app/http/unavailable.server.ts it is in English.
test('a family reads in its own language what to do, and can copy what it wrote', async () => {
  const parent = new Somebody(server.address, 'tl_language=ur', 'de-DE');
  const answer = await answerPage(parent, made);
  const heal = sqliteSays('read-only');
  const came = await answer();
  heal();
  expectKept(came);
  expect(came.text).toContain('<html lang="ur" dir="rtl">');
  expect(came.text).toContain('دوبارہ کوشش کریں');
  expect(came.text).toMatch(/<p class="[^"]*inset-text[^"]*" dir="auto">Warm drinks/);
  expect(came.text).not.toContain('<b>');
});
