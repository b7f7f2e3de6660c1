import pg from 'pg';
import { expect, test } from 'vitest';
import { joinServers } from '#app/servers.server.ts';
import { copyAll } from '#db/copy/copy.server.ts';
import {
  fromPostgres,
  intoPostgres,
  othersConnected,
  preparePostgres,
} from '#db/copy/postgres-side.server.ts';
import { engine } from '#db/dialect.ts';
import { takeLease } from '#db/servers.ts';
import { openStore, setTheStore } from '#db/store.server.ts';
import { freshPlace } from '../fresh-store.ts';
import { makeBorough } from '../people.ts';

// A copy into PostgreSQL, and who is connected to it. Mutations tried: without `or usename = $1` in
// `othersConnected` a server under row-level security is not seen; docs/decisions/0050 has the others.

const onPostgres = test.runIf(engine === 'postgres');

/** A database with one authority of this name, its store closed; the addresses of its owner and servers. */
async function database(name: string): Promise<{ ownerUrl: string; url: string }> {
  const place = await freshPlace();
  const store = await openStore(place);
  setTheStore(store);
  await makeBorough(name);
  const tomorrow = new Date(Date.now() + 23 * 3_600_000);
  await store.write(null, (tx) => takeLease(tx, 'promises', 'gone', new Date(), tomorrow));
  await store.close();
  return { ownerUrl: place.ownerUrl ?? '', url: place.url ?? '' };
}

async function asked<T>(url: string, statement: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement, values)).rows as T[];
  } finally {
    await client.end();
  }
}

onPostgres(
  'a server under row-level security is seen, and one that just said it runs',
  async () => {
    const { ownerUrl, url } = await database('Seenborough');
    expect(await othersConnected(ownerUrl, url)).toBe(false);
    const server = new pg.Client({ connectionString: url });
    await server.connect();
    expect(await othersConnected(ownerUrl, url)).toBe(true);
    await server.end();
    await expect.poll(() => othersConnected(ownerUrl, url)).toBe(false);
    const store = await openStore({ url, ownerUrl });
    setTheStore(store);
    const leave = await joinServers(() => undefined);
    // Behind a pooler its connections may belong to anybody, and none may be open just now.
    expect(
      await asked(
        ownerUrl,
        "select 1 from running_servers where seen_at > now() - interval '1 minute'",
      ),
    ).toHaveLength(1);
    expect(await othersConnected(ownerUrl)).toBe(true);
    await leave();
    await store.close();
    await expect.poll(() => othersConnected(ownerUrl, url)).toBe(false);
  },
);

onPostgres(
  'a restore that was killed before its first row goes on, over what stood there',
  async () => {
    const ours = await database('Ourborough');
    const theirs = await database('Theirborough');
    // As when its own backup is restored: rows of the same ids stand there already.
    const rows = 'select row_to_json(a) as it from authorities a';
    const [same] = await asked<{ it: unknown }>(ours.ownerUrl, rows);
    const put = 'insert into authorities select * from json_populate_record(null::authorities, $1)';
    await asked(theirs.ownerUrl, put, [JSON.stringify(same?.it)]);
    expect(await preparePostgres(ours.ownerUrl)).toBe('in use');
    // Killed: what stood there is still there, and nothing has come.
    const killed = await intoPostgres(ours.ownerUrl);
    expect(await killed.begin()).toBe('new');
    await killed.close();
    const source = await fromPostgres(theirs.ownerUrl);
    const target = await intoPostgres(ours.ownerUrl);
    const told: string[] = [];
    await copyAll(source, target, (line) => told.push(line), { replacing: true });
    await source.close();
    await target.close();
    expect(told[0]).toContain('going on');
    expect(await asked(ours.ownerUrl, 'select name from authorities order by name')).toEqual([
      { name: 'Ourborough' },
      { name: 'Theirborough' },
    ]);
    expect(await asked(ours.ownerUrl, 'select id from programmes')).toHaveLength(1);
    // Nobody has kept the promises for these rows today.
    expect(await asked(ours.ownerUrl, 'select job from job_leases')).toEqual([]);
  },
);

test('a lease that a wrong clock wrote keeps nobody away for longer than a day', async () => {
  const store = await openStore(await freshPlace());
  const now = new Date();
  const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  const take = (holder: string, until: Date) =>
    store.write(null, (tx) => takeLease(tx, 'promises', holder, now, until));
  expect(await take('one', inHours(23))).toBe(true);
  expect(await take('two', inHours(2))).toBe(false);
  await store.write(null, (tx) => takeLease(tx, 'post', 'wrong', now, inHours(24 * 365)));
  const post = await store.write(null, (tx) => takeLease(tx, 'post', 'right', now, inHours(2)));
  expect(post).toBe(true);
  await store.close();
});
