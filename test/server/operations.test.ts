import { spawn } from 'node:child_process';
import {
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, inject, test } from 'vitest';
import { registerFile } from '#app/privacy/erasure-register.server.ts';
import { erasureKey } from '#db/erased.server.ts';
import { projectFolder } from '#db/migrations-folder.server.ts';
import { databaseFile } from '#db/store.server.ts';
import { startServer, type Running } from '../running-server.ts';
import { Somebody, tokenIn } from './faults/client.ts';
import { countOf, look } from './faults/look.ts';
import { emptyDatabase, prepared, type Prepared } from './faults/prepared.ts';
import { drill, Shell } from './handbook.ts';

// The commands that docs/operations.md shows are read out of it and run as they stand, against a server
// that families send answers to meanwhile.
//
// Mutations tried: docs/decisions/0050-running-it-for-years.md.

const running: { stop: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

async function served(made: Prepared, env: Record<string, string> = {}): Promise<Running> {
  const server = await startServer({
    empty: true,
    dataFolder: made.dataFolder,
    env: { TRUSTED_PROXIES: '1', ...env } as unknown as NodeJS.ProcessEnv,
  });
  running.push(server);
  return server;
}

/** Sends one set of answers, page by page, as a browser does; gives what it said. */
async function submit(address: string, code: string, words: string): Promise<string> {
  const parent = new Somebody(address);
  const page = `/s/${code}/q/useful`;
  const csrf = tokenIn((await parent.get(page)).text);
  await parent.post(page, { csrf, useful: '5', intent: 'next' });
  await parent.post(`/s/${code}/q/change`, { csrf, change: words, intent: 'next' });
  const check = await parent.get(`/s/${code}/check`);
  const key = /name="key" value="([0-9a-f]{32})"/.exec(check.text)?.[1] ?? '';
  const sent = await parent.post(`/s/${code}/check`, { csrf, key });
  expect(sent.location).toMatch(/\/done$/);
  return words;
}

test('the drill of the handbook: back up while answers come in, destroy, restore, verify', async () => {
  const made = prepared();
  const server = await served(made);
  const blocks = drill();
  expect(Object.keys(blocks)).toEqual(['settings', 'back-up', 'destroy', 'restore']);
  const backups = mkdtempSync(path.join(tmpdir(), 'throughline-backups-'));
  const shell = new Shell({ THROUGHLINE_DATA: made.dataFolder, BACKUPS: backups });
  const before: string[] = [];
  for (let n = 0; n < 5; n += 1)
    before.push(await submit(server.address, made.code, `before ${n}`));
  await shell.run(blocks['settings'] ?? '');
  const erased = String((await look(made, undefined, 'select id from responses'))[0]?.['id']);
  let backedUp = false;
  const meanwhile: string[] = [];
  const families = (async () => {
    while (!backedUp) meanwhile.push(await submit(server.address, made.code, 'meanwhile'));
  })();
  await shell.run(blocks['back-up'] ?? '');
  backedUp = true;
  await families;
  expect(meanwhile.length).toBeGreaterThan(0);
  await server.stop();
  // After the backup a family asked for its answers to go: the restore must not bring them back for good.
  // Mutation: without `erasures repeat` in the drill of the handbook it does.
  noteInRegister(made, erased);
  await shell.run(blocks['destroy'] ?? '');
  expect(existsSync(databaseFile(made.dataFolder))).toBe(false);
  await shell.run(blocks['restore'] ?? '');
  shell.end();
  expect(shell.said).toContain('as its manifest says');
  const said = await look(made, undefined, 'select count(*) as n from responses');
  const kept = Number(said[0]?.['n']);
  expect(kept).toBeGreaterThanOrEqual(before.length - 1);
  expect(kept).toBeLessThan(before.length + meanwhile.length);
  expect(await look(made, undefined, `select id from responses where id = '${erased}'`)).toEqual(
    [],
  );
  expect(shell.said).toContain('Erased again: 1 (response)');
  for (const name of readdirSync(backups)) {
    expect(statSync(path.join(backups, name)).mode & 0o077, name).toBe(0);
  }
  expect(readdirSync(backups).filter((name) => name.endsWith('.secret'))).toHaveLength(1);
  await server.startAgain();
  await submit(server.address, made.code, 'after');
  expect(await countOf(made, undefined, 'responses')).toBe(kept + 1);
});

/** As a server does when somebody asks for their answers to go. */
function noteInRegister(made: Prepared, id: string): void {
  const line = { key: erasureKey('response', id), kind: 'response', words: true };
  const rest = { authorityId: made.authorityId, erasedOn: new Date().toISOString().slice(0, 10) };
  writeFileSync(registerFile(made.dataFolder), `${JSON.stringify({ ...line, ...rest })}\n`);
}

interface Ran {
  code: number | null;
  said: string;
}

const throughline = (env: Record<string, string>, ...args: string[]) =>
  run(env, 'bin/throughline.mjs', ...args);

function run(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, args, {
    cwd: projectFolder(),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: undefined, THROUGHLINE_ENGINE: undefined, ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  }
  const ended = new Promise<Ran>((resolve) => {
    child.once('exit', (code) => resolve({ code, said }));
  });
  return { child, ended };
}

test('a backup that was changed, or is of a newer version, is refused and nothing is touched', async () => {
  const made = prepared();
  const env = { THROUGHLINE_DATA: made.dataFolder };
  const file = path.join(made.dataFolder, 'kept.db');
  expect((await throughline(env, 'backup', file).ended).code).toBe(0);
  const there = readFileSync(databaseFile(made.dataFolder));
  // Without its manifest, and with a migration that no program of today has.
  const newer = path.join(made.dataFolder, 'newer.db');
  copyFileSync(file, newer);
  change(newer, "insert into __drizzle_migrations (hash, created_at) values ('x', 9999999999999)");
  const refused = await throughline(env, 'restore', newer).ended;
  expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('newer version')]);
  change(file, "update programmes set title = 'another'");
  const changed = await throughline(env, 'restore', file).ended;
  expect([changed.code, changed.said]).toEqual([
    1,
    expect.stringContaining('its digest is another'),
  ]);
  expect(readFileSync(databaseFile(made.dataFolder)).equals(there)).toBe(true);
});

function change(file: string, statement: string): void {
  const db = new Database(file);
  db.exec(statement);
  db.close();
}

// Mutations tried: without eraseAgain in cli/restore.ts nothing is erased again; without handOver in
// cli/throughline.ts a server that is not root could not open what root restored, and backed up.
test.each(['SQLite', 'PostgreSQL'])(
  'a restore on %s brings back what was there, without what was erased since',
  async (engine) => {
    const url = engine === 'SQLite' ? undefined : await emptyDatabase(inject('postgresUrl'));
    const made = prepared(url);
    const env = { THROUGHLINE_DATA: made.dataFolder, ...(url && { DATABASE_URL: url }) };
    const server = await served(made, env);
    for (const words of ['one', 'two', 'three']) await submit(server.address, made.code, words);
    const file = path.join(made.dataFolder, 'kept.db');
    expect(await throughline(env, 'backup', file).ended).toMatchObject({ code: 0 });
    const erased = String((await look(made, url, 'select id from responses'))[0]?.['id']);
    await submit(server.address, made.code, 'after');
    await server.stop();
    noteInRegister(made, erased);
    // The folder is the server's own user's, and root restores; where the test is not root, it is its own.
    const isRoot = process.getuid?.() === 0;
    if (!isRoot) process.stdout.write('Not root: nobody looks whose files a restore leaves.\n');
    const owner = isRoot ? 65_534 : (process.getuid?.() ?? 0);
    chownSync(made.dataFolder, owner, owner === 65_534 ? owner : -1);
    const restored = await throughline(env, 'restore', file).ended;
    expect([restored.code, restored.said]).toEqual([
      0,
      expect.stringContaining('Erased again: 1 (response)'),
    ]);
    for (const verb of [['backup'], ['erasures', 'repeat']]) {
      expect(await throughline(env, ...verb).ended).toMatchObject({ code: 0 });
    }
    const all = readdirSync(made.dataFolder, { recursive: true, encoding: 'utf8' });
    expect(all.filter((name) => /^backups\/.*\.db$/.test(name))).toHaveLength(1);
    const others = all.filter((name) => statSync(path.join(made.dataFolder, name)).uid !== owner);
    expect(others).toEqual([]);
    expect(await countOf(made, url, 'responses')).toBe(2);
    expect(await look(made, url, `select id from responses where id = '${erased}'`)).toEqual([]);
    await server.startAgain();
    await submit(server.address, made.code, 'again');
    expect(await countOf(made, url, 'responses')).toBe(3);
  },
);

test('a move to PostgreSQL that is killed goes on, ends with the same rows, and comes back', async () => {
  const made = prepared();
  const db = new Database(databaseFile(made.dataFolder));
  const one = db.prepare('select * from audit_rows limit 1').get() as Record<string, unknown>;
  const names = Object.keys(one);
  const insert = db.prepare(
    `insert into audit_rows (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
  );
  db.transaction(() => {
    for (let n = 0; n < 60_000; n += 1) {
      insert.run(...names.map((name) => (name === 'id' ? `many-${n}` : one[name])));
    }
  })();
  db.close();
  const url = await emptyDatabase(inject('postgresUrl'));
  const env = { THROUGHLINE_DATA: made.dataFolder };
  const first = throughline(env, 'move', '--to', url);
  const halfWay = async () =>
    Number(
      (await look(made, url, 'select count(*) as n from audit_rows').catch(() => []))[0]?.['n'] ??
        0,
    );
  await expect.poll(halfWay, { interval: 20, timeout: 60_000 }).toBeGreaterThan(1_000);
  first.child.kill('SIGKILL');
  await first.ended;
  expect(await halfWay()).toBeLessThan(60_000);
  // Mutation: without mustBeWhole (db/postgres.server.ts) a server starts on a part of the rows, and a
  // backup of them is called whole.
  const begun = { ...env, DATABASE_URL: url };
  const started = await run(begun, 'bin/start.mjs', '--built', '--empty').ended;
  expect([started.code, started.said]).toEqual([1, expect.stringContaining('not finished')]);
  const partly = await throughline(begun, 'backup', path.join(made.dataFolder, 'part.db')).ended;
  expect([partly.code === 0, partly.said]).toEqual([
    false,
    expect.stringContaining('not finished'),
  ]);
  const again = await throughline(env, 'move', '--to', url).ended;
  expect([again.code, again.said]).toEqual([0, expect.stringContaining('cut off: going on')]);
  const rows = await countOf(made, undefined, 'audit_rows');
  expect(await countOf(made, url, 'audit_rows')).toBe(rows);
  const twice = await throughline(env, 'move', '--to', url).ended;
  expect([twice.code, twice.said]).toEqual([1, expect.stringContaining('nothing was changed')]);
  const back = path.join(made.dataFolder, 'back.db');
  const home = await throughline({ ...env, DATABASE_URL: url }, 'move', '--to', back).ended;
  expect([home.code, home.said]).toEqual([0, expect.stringContaining('is the same')]);
  const returned = new Database(back, { readonly: true });
  expect(returned.prepare('select count(*) from audit_rows').pluck().get()).toBe(rows);
  returned.close();
});

test('figures are for whoever has the token, and hold no id', async () => {
  const made = prepared();
  const server = await served(made, { METRICS_TOKEN: 'a token of the test' });
  await submit(server.address, made.code, 'counted');
  const asked = (token: string) =>
    fetch(`${server.address}/metrics`, { headers: { Authorization: `Bearer ${token}` } });
  expect((await asked('another token of it')).status).toBe(404);
  const text = await (await asked('a token of the test')).text();
  expect(text).toContain('throughline_events_total{event="submission"} 1');
  expect(text).toContain('route="/s/:code/check",method="POST"');
  expect(text).toContain('throughline_step_seconds_count{step="store-write"}');
  expect(text).toContain('throughline_job_last_done_seconds{job="promises"}');
  for (const secret of [made.code, made.programmeId, made.surveyId, made.authorityId]) {
    expect(text).not.toContain(secret);
  }
});

test('what Litestream needs: the log is kept while somebody reads it, and the file stays in WAL', async () => {
  const made = prepared();
  const server = await served(made);
  const file = databaseFile(made.dataFolder);
  // As Litestream does: a reader that holds the log, so that no checkpoint starts it anew.
  const holder = new Database(file, { readonly: true });
  holder.exec('BEGIN');
  holder.prepare('select count(*) from responses').get();
  const saltOf = () => readFileSync(`${file}-wal`).subarray(16, 24).toString('hex');
  const salt = saltOf();
  const size = statSync(`${file}-wal`).size;
  for (let n = 0; n < 5; n += 1) await submit(server.address, made.code, `logged ${n}`);
  const backup = path.join(made.dataFolder, 'kept.db');
  const env = { THROUGHLINE_DATA: made.dataFolder };
  expect((await throughline(env, 'backup', backup).ended).code).toBe(0);
  expect([saltOf(), statSync(`${file}-wal`).size > size]).toEqual([salt, true]);
  expect(holder.pragma('journal_mode', { simple: true })).toBe('wal');
  holder.close();
});

// Mutation: with `.catch(logFault)` on repeatErasures in app/start.server.ts it serves all the same.
test('a server that cannot erase again what was erased does not serve it', async () => {
  const made = prepared();
  mkdirSync(registerFile(made.dataFolder));
  const env = { THROUGHLINE_DATA: made.dataFolder, PORT: '0' };
  const started = await run(env, 'bin/start.mjs', '--built', '--empty').ended;
  expect([started.code, started.said]).toEqual([
    1,
    expect.stringContaining('could not be erased again, so nothing is served'),
  ]);
});
