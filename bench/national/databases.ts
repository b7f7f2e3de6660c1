import pg from 'pg';
import { asPerson, peopleOf } from '#db/people.ts';
import { openStore, setTheStore, theStore } from '#db/store.server.ts';
import { BOUND, embeddedPostgres, makeBoundRole } from '#test/postgres.ts';
import { aSession, seeded, type Seeded } from '../http/world.ts';
import { manySurveys, nationAround, type Nation } from './nation.ts';

interface World extends Omit<Seeded, 'folder'> {
  /** What the cookie of somebody of each role holds. */
  sessions: ReadonlyMap<string, string>;
}

/** The same authority twice: in a database of its own, and in one with a nation around it. */
export interface TwoDatabases extends World {
  /** As the role under row-level security, and as the owner of the tables. */
  alone: { url: string; ownerUrl: string };
  among: { url: string; ownerUrl: string };
  /** Seconds that the nation took to make, and megabytes that each database takes. */
  took: number;
  megabytes: { alone: number; among: number };
  postgres: string;
  /** Where PostgreSQL says what it counted. */
  counts: string;
  end: () => Promise<void>;
}

/** Makes both on a PostgreSQL of their own, or on that of TEST_POSTGRES_URL. */
export async function twoDatabases(nation: Nation): Promise<TwoDatabases> {
  const given = process.env['TEST_POSTGRES_URL'];
  const server =
    given === undefined ? await embeddedPostgres(COUNTING) : { url: given, stop: endNothing };
  const stamp = Date.now().toString(36);
  const names = [`alone_${stamp}`, `among_${stamp}`] as const;
  const end = async () => {
    try {
      const drops = names.map((name) => `drop database if exists ${name}`);
      if (given !== undefined) await say(server.url, drops);
    } finally {
      await server.stop();
    }
  };
  try {
    return { ...(await bothOn(server.url, names, nation)), end };
  } catch (error) {
    // What stopped it is told, and not what stopped tidying up after it.
    await end().catch(() => undefined);
    throw error;
  }
}

async function bothOn(
  server: string,
  [first, second]: readonly [string, string],
  nation: Nation,
): Promise<Omit<TwoDatabases, 'end'>> {
  await makeBoundRole(server);
  await say(server, ['create extension if not exists pg_stat_statements']);
  const [alone, among] = [addressesOf(server, first), addressesOf(server, second)];
  await say(server, [`create database ${first}`]);
  const world = await theOne(alone.ownerUrl, nation);
  await say(server, [`create database ${second} template ${first}`]);
  const began = performance.now();
  const around = nationAround(world.lead.authorityId, nation);
  await say(among.ownerUrl, [...OFF, ...around, 'vacuum analyze', 'checkpoint']);
  const took = (performance.now() - began) / 1000;
  const [postgres = ''] = await say(server, ['show server_version']);
  const size = async (name: string) =>
    Number((await say(server, [`select pg_database_size('${name}') / 1048576 as mb`]))[0]);
  const megabytes = { alone: await size(first), among: await size(second) };
  return { ...world, alone, among, took, megabytes, postgres, counts: server };
}

/** Whoever is signed in has just proved who they are, in both: see `confirmedNow` of one server. */
export async function confirmedInBoth({ alone, among }: TwoDatabases): Promise<void> {
  for (const { ownerUrl } of [alone, among]) {
    await say(ownerUrl, ['update sessions set confirmed_at = now()']);
  }
}

/** PostgreSQL counts what each statement reads: a busy machine cannot make that more or less. */
const COUNTING = { shared_preload_libraries: 'pg_stat_statements' };

const endNothing = async () => undefined;

/** Rows are put in by the million and belong together: nothing is looked up for each. */
const OFF = ['set session_replication_role = replica', 'set synchronous_commit = off'];

async function theOne(url: string, nation: Nation): Promise<World> {
  setTheStore(await openStore({ url }));
  try {
    const world = await seeded();
    const sessions = new Map<string, string>();
    for (const person of await peopleOf(theStore().read, world.lead.authorityId)) {
      if (!sessions.has(person.role)) sessions.set(person.role, await aSession(asPerson(person)));
    }
    await say(url, [...OFF, ...manySurveys(nation), 'vacuum analyze']);
    return { ...world, sessions };
  } finally {
    await theStore().close();
  }
}

function addressesOf(server: string, database: string): { url: string; ownerUrl: string } {
  const url = new URL(server);
  url.pathname = `/${database}`;
  const ownerUrl = url.href;
  url.username = BOUND.user;
  url.password = BOUND.password;
  return { url: url.href, ownerUrl };
}

/** One statement after another on one connection; the first value of each row of the last. */
export async function say(url: string, statements: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) {
      ({ rows } = await client.query<Record<string, unknown>>(statement));
    }
    return rows.map((row) => String(Object.values(row)[0]));
  } finally {
    await client.end();
  }
}
