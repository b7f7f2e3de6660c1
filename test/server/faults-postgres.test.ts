import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type Running } from '../running-server.ts';
import { Somebody, type Came } from './faults/client.ts';
import { countOf, look } from './faults/look.ts';
import { ownPostgres, type OwnPostgres } from './faults/own-postgres.ts';
import { emptyDatabase, prepared, type Prepared } from './faults/prepared.ts';
import {
  addNeed,
  answerPage,
  changeTheory,
  expectKept,
  faultsIn,
  pressAgain,
} from './faults/trying.ts';

// What the server does when PostgreSQL goes away, comes back, breaks connections or becomes read-only, as
// in a failover. Expected: 503 with everything kept, never an end, and well again by itself.

let postgres: OwnPostgres;
let url: string;
let made: Prepared;
let server: Running;

beforeAll(async () => {
  postgres = await ownPostgres();
  url = await emptyDatabase(postgres.url);
  made = prepared(url);
  server = await startServer({
    empty: true,
    dataFolder: made.dataFolder,
    env: { DATABASE_URL: url, TRUSTED_PROXIES: '1' },
  });
});
afterAll(async () => {
  await server.stop();
  await postgres.end();
});

const family = () => new Somebody(server.address);
const lead = () => new Somebody(server.address, made.cookie);

async function asOwner(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** Tries as a person does: the page that kept everything again, or from the start where there is none. */
async function untilTaken(who: Somebody, words: string): Promise<Came> {
  let send: (() => Promise<Came>) | null = null;
  for (let tries = 0; tries < 200; tries += 1) {
    send ??= await answerPage(who, made, words).catch(() => null);
    const came: Came | undefined = await send?.();
    if (came?.status === 302) return came;
    send = came?.status === 503 ? () => pressAgain(who, came) : null;
    await after(30);
  }
  throw new Error('It was never taken.');
}

/** Breaks every connection of the application, as a failover does. */
const breakAll = () =>
  asOwner(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${new URL(url).pathname.slice(1)}'`,
  );

async function untilWell(): Promise<void> {
  await expect.poll(async () => (await family().get('/healthz')).status).toBe(200);
}

// Mutations tried: without `pool.on('error', …)` in db/postgres.server.ts the process ends when PostgreSQL
// stops; with `asking.form` only, and no unread form, in app/http/unavailable.server.ts nothing that was
// typed is on the page, because who is asking could not be looked up first.
test('stopped: everybody reads so, what was typed is kept, and it is saved once when it is back', async () => {
  const [parent, priya, stranger] = [family(), lead(), family()];
  const answer = await answerPage(parent, made);
  const need = await addNeed(priya, made);
  const change = await changeTheory(priya, made, 'was-stopped');
  const csrf = await stranger.token('/sign-in');
  await postgres.stop();

  const page = await priya.get(`/programmes/${made.programmeId}`);
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '10']);
  expect(page.text).toContain(`href="/programmes/${made.programmeId}"`);
  expect((await family().get('/healthz')).status).toBe(503);
  const kept = { page: await answer(), need: await need() };
  expectKept(kept.page);
  expectKept(kept.need);
  expect((await change()).status).toBe(503);
  // A password is never written into a page. Mutation tried: without SECRET in unavailable.server.ts it is.
  const password = 'seven quiet words';
  const signingIn = await stranger.post('/sign-in', { csrf, email: 'a@example.org', password });
  expect(signingIn.status).toBe(503);
  expect(signingIn.text).not.toContain(password);
  expect(signingIn.text).toContain('type="password"');

  await postgres.start();
  await untilWell();
  expect((await pressAgain(parent, kept.page)).location).toBe(`/s/${made.code}/check`);
  const [first, second] = [await pressAgain(priya, kept.need), await pressAgain(priya, kept.need)];
  expect(second.location).toBe(first.location);
  expect(await countOf(made, url, 'needs')).toBe(1);
  expect([(await change()).status, (await change()).status]).toEqual([200, 200]);
  expect(await countOf(made, url, `theory_operations where client_op_id = 'was-stopped'`)).toBe(1);
  expect(new Set(faultsIn(server.said()).map(({ kind }) => kind))).toEqual(new Set(['gone']));
  expect(server.said()).not.toMatch(/Warm drinks|quiet words|example\.org/);
});

// Mutation tried: without `client.on('error', …)` in db/postgres.server.ts an answer is never taken
// (on a busy machine, once).
test('connections that break under load cost a try, and nothing is lost or there twice', async () => {
  const { pid } = server.process();
  const people = Array.from({ length: 10 }, (_, at) => ({ who: family(), words: `broken ${at}` }));
  const saving = people.map(async ({ who, words }) => {
    for (let round = 0; round < 8; round += 1) {
      const came = await untilTaken(who, `${words}.${round}`);
      expect(came.location).toBe(`/s/${made.code}/check`);
    }
  });
  for (let at = 0; at < 6; at += 1) {
    await after(120);
    await breakAll();
  }
  await Promise.all(saving);
  for (const { words } of people) {
    expect(await countOf(made, url, `drafts where answers::text like '%${words}.7"%'`)).toBe(1);
  }
  expect(server.process().pid).toBe(pid);
  expect(server.process().exitCode).toBeNull();
});

test('whoever follows a theory is told again after the connection for news broke', async () => {
  const priya = lead();
  const leaving = new AbortController();
  const stream = await fetch(
    `${server.address}/programmes/${made.programmeId}/theory/live?theory=${made.theoryId}&visit=3f0e5f5e-2a55-4c39-9d43-3c5a0a4c4a11&since=0`,
    {
      signal: leaving.signal,
      headers: { Cookie: made.cookie, Accept: 'text/event-stream' },
    },
  );
  expect(stream.status).toBe(200);
  let heard = '';
  const reader = stream.body!.getReader();
  const reading = (async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      heard += Buffer.from(part.value).toString();
    }
  })().catch(() => undefined);
  const listening = async () =>
    (
      await look(
        made,
        url,
        "select pid from pg_stat_activity where query ilike 'listen%' or query = 'select 1'",
      )
    ).length;
  await expect.poll(listening).toBeGreaterThan(0);
  await breakAll();
  await expect.poll(listening).toBeGreaterThan(0);
  // What another server saved is told through the connection that was made anew.
  const change = await changeTheory(priya, made, 'after-news');
  expect((await change()).status).toBe(200);
  await expect.poll(() => heard).toContain('after-news');
  leaving.abort();
  await reading;
});

test('read-only, as a replica is after a failover: pages go on, what is typed is kept', async () => {
  const [parent, priya] = [family(), lead()];
  const answer = await answerPage(parent, made, 'to a replica');
  const database = new URL(url).pathname.slice(1);
  await asOwner(`alter database ${database} set default_transaction_read_only = on`);
  await breakAll();
  await untilWell();
  expect((await priya.get(`/programmes/${made.programmeId}`)).status).toBe(200);
  const kept = await answer();
  expectKept(kept, 'to a replica');
  await asOwner(`alter database ${database} reset default_transaction_read_only`);
  await breakAll();
  await untilWell();
  expect((await pressAgain(parent, kept)).location).toBe(`/s/${made.code}/check`);
  expect(faultsIn(server.said()).some(({ kind }) => kind === 'read-only')).toBe(true);
});

// PostgreSQL refuses to look for one, where SQLite finds nothing.
test('a NUL in an address is no page, and no fault of ours', async () => {
  const before = faultsIn(server.said()).length;
  expect((await family().get('/s/%00')).status).toBe(404);
  expect((await lead().get(`/programmes/%00`)).status).toBe(404);
  expect(faultsIn(server.said()).length).toBe(before);
});

// Of many answers it takes minutes, in which nobody could ask for anything.
test('a server that starts is there before yesterday’s answers are mixed', async () => {
  await server.stop();
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  try {
    // As on the next day: nobody has done its work yet.
    await holder.query('delete from job_leases');
    await holder.query('begin; lock table mixed_answers in access exclusive mode');
    await server.startAgain();
    expect((await lead().get(`/programmes/${made.programmeId}`)).status).toBe(200);
    const waits = `pg_stat_activity where wait_event_type = 'Lock' and query like '%"mixed_answers"%'`;
    await expect.poll(() => countOf(made, url, waits)).toBeGreaterThan(0);
  } finally {
    await holder.end();
  }
});

// The rule that makes it possible stands in test/house/expanding.test.ts.
test('an older server goes on while a newer one has migrated the database, and starts again on it', async () => {
  const [parent, priya] = [family(), lead()];
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of [
    'create table "of_the_next_version" ("id" text primary key, "authority_id" text not null)',
    'alter table "needs" add column "of_next" text',
    'alter table "responses" add column "of_next" text',
    `alter table "drafts" add column "of_next" integer not null default 0`,
    `insert into drizzle.__drizzle_migrations (hash, created_at) values ('next', 9999999999999)`,
  ]) {
    await client.query(statement);
    expect((await (await answerPage(parent, made, 'while it migrates'))()).status).toBe(302);
    expect((await priya.get(`/programmes/${made.programmeId}/needs/register`)).status).toBe(200);
  }
  await client.end();
  expect((await (await addNeed(priya, made, 'Of the older version'))()).status).toBe(302);
  await server.stop();
  await server.startAgain();
  expect((await (await addNeed(lead(), made, 'Of the older version, again'))()).status).toBe(302);
});
