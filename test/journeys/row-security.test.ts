import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { byOneServer } from '#app/servers.server.ts';
import { engine } from '#db/dialect.ts';
import { ownedTables } from '#db/row-security.server.ts';
import { needs, runningServers } from '#db/schema/index.ts';
import {
  acrossAuthorities,
  actFor,
  inRequest,
  itsAuthority,
  onBehalfOf,
} from '#db/scope.server.ts';
import { openStore, setTheStore, theStore, type Store } from '#db/store.server.ts';
import { hearStatements } from '#db/watch.server.ts';
import { aVoiceInTheTheory } from '../a-voice.ts';
import { freshPlace } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// The second wall, on PostgreSQL: what a query would give and change that forgot its where clause. SQLite
// has one server and no such wall; there the where clause is all, and test/statements.ts looks at it.

const onPostgres = test.runIf(engine === 'postgres');

let store: Store;
let ours: Borough;
let theirs: Borough;
let place: Awaited<ReturnType<typeof freshPlace>>;

beforeAll(async () => {
  // It sends what no page may send: the next journey listens again.
  hearStatements(undefined);
  place = await freshPlace();
  store = await openStore(place);
  setTheStore(store);
  ours = await makeBorough('Ourborough');
  theirs = await makeBorough('Theirborough');
  await aVoiceInTheTheory(ours);
  await aVoiceInTheTheory(theirs);
});
afterAll(() => store.close());

onPostgres(
  'a query without a where clause gives one authority’s rows, and nobody’s before it is known',
  async () => {
    const whose = () =>
      inRequest(async () => {
        const before = await store.read.select({ of: needs.authorityId }).from(needs);
        actFor(ours.authorityId);
        const after = await store.read.select({ of: needs.authorityId }).from(needs);
        return [before.map(({ of }) => of), [...new Set(after.map(({ of }) => of))]];
      });
    expect(await whose()).toEqual([[], [ours.authorityId]]);
  },
);

onPostgres('many requests at once share connections and never each other’s rows', async () => {
  const asked = Array.from({ length: 200 }, (_, at) => (at % 3 === 0 ? ours : theirs).authorityId);
  const seen = await Promise.all(
    asked.map((authorityId) =>
      inRequest(async () => {
        actFor(authorityId);
        const rows = await store.read.select({ of: needs.authorityId }).from(needs);
        return rows.length > 0 && rows.every(({ of }) => of === authorityId);
      }),
    ),
  );
  expect(seen).toEqual(asked.map(() => true));
});

onPostgres(
  'a row of another authority can be neither put in, nor changed, nor deleted',
  async () => {
    const [theirNeed] = await store.read.select().from(needs).limit(1);
    const asThem = <T>(work: () => Promise<T>) =>
      inRequest(async () => {
        actFor(theirNeed?.authorityId === ours.authorityId ? theirs.authorityId : ours.authorityId);
        return work();
      });
    const put = asThem(() =>
      store.write(null, (tx) => tx.insert(needs).values({ ...theirNeed!, id: 'another' })),
    );
    await expect(put).rejects.toMatchObject({ cause: { message: /row-level security/ } });
    const changed = await asThem(() =>
      store.write(null, (tx) => tx.update(needs).set({ statement: 'Ours now' }).returning()),
    );
    expect(changed.every(({ authorityId }) => authorityId !== theirNeed?.authorityId)).toBe(true);
    const gone = await asThem(() => store.write(null, (tx) => tx.delete(needs).returning()));
    expect(gone.map(({ id }) => id)).not.toContain(theirNeed?.id);
  },
);

test('a write is about one authority: from inside of it nobody looks at others', async () => {
  const countNeeds = () => store.read.select({ of: needs.authorityId }).from(needs);
  const inWrite = (work: () => Promise<unknown>) =>
    inRequest(async () => {
      actFor(ours.authorityId);
      return store.write(null, work);
    });
  await expect(inWrite(() => acrossAuthorities('what is published', countNeeds))).rejects.toThrow(
    'before it begins',
  );
  await expect(inWrite(() => onBehalfOf(theirs.authorityId, countNeeds))).rejects.toThrow(
    'before it begins',
  );
  const found = (authorityId: string) =>
    inWrite(() =>
      itsAuthority(
        'a secret address',
        async () => [{ authorityId }],
        (row) => row.authorityId,
      ),
    );
  await expect(found(theirs.authorityId)).rejects.toThrow('before it begins');
  expect(await found(ours.authorityId)).toEqual({ authorityId: ours.authorityId });
  // What began across authorities may, and so may what nobody asked for.
  const whole = () => store.write(null, () => acrossAuthorities('signing in', countNeeds));
  expect((await inRequest(() => acrossAuthorities('signing in', whole))).length).toBeGreaterThan(1);
  expect((await whole()).length).toBeGreaterThan(1);
});

onPostgres('every table that belongs to an authority has the policy', async () => {
  const owner = new pg.Client({ connectionString: place.ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ name: string }>(
      'select c.relname as name from pg_class c join pg_policies p on p.tablename = c.relname where c.relrowsecurity',
    );
    const walled = rows.map(({ name }) => name).sort();
    expect(walled).toEqual(
      ownedTables()
        .map(({ table }) => table)
        .sort(),
    );
  } finally {
    await owner.end();
  }
});

onPostgres(
  'daily work is done by one of several servers, and again when it came to nothing',
  async () => {
    expect(await theStore().read.$count(runningServers)).toBe(0);
    const did: string[] = [];
    const at = (hours: number) => ({ now: () => new Date(Date.UTC(2026, 10, 22, hours)) });
    const work = (who: string, hours: number, done = true) =>
      byOneServer('work of the test', async () => did.push(who) > 0 && done, {
        holder: who,
        ...at(hours),
      });
    await Promise.all(['a', 'b', 'c'].map((who) => work(who, 0)));
    expect(did).toHaveLength(1);
    await work('d', 22);
    expect(did).toHaveLength(1);
    await work('e', 24, false);
    await work('f', 25);
    expect(did.slice(1)).toEqual(['e', 'f']);
  },
);
