import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { meteredPool } from './meter.server.ts';
import { migrationsFolder } from './migrations-folder.server.ts';
import { PostgresNews } from './postgres-news.server.ts';
import { alignRowSecurity, mustBeBound, ScopedPool } from './row-security.server.ts';
import * as schema from './schema/index.ts';
import { AUTHORITY_SETTING, scopeSetting } from './scope.server.ts';
import type { Driver } from './store.server.ts';
import { statementLog } from './watch.server.ts';

/** Any number that every server of this application agrees on: only one may migrate at a time. */
const MIGRATION_LOCK = 7_061_925;
/** How long anybody waits for a connection: then they are told that the database does not answer. */
const LONGEST_WAIT_MS = 5_000;

/**
 * Opens a PostgreSQL database by its address, migrated and ready.
 *
 * @param ownerUrl the address for the owner of the tables, who migrates. With it the application
 *   connects as a role under row-level security; without it, as the owner, who is not bound by it.
 */
export async function openPostgres(url: string, ownerUrl?: string): Promise<Driver> {
  const options = {
    connectionString: url,
    max: 10,
    keepAlive: true,
    connectionTimeoutMillis: LONGEST_WAIT_MS,
  };
  const pool = ownerUrl === undefined ? new pg.Pool(options) : new ScopedPool(options);
  meteredPool(pool);
  // A connection that breaks while idle is replaced by the pool; without a listener it would end
  // the process.
  pool.on('error', () => undefined);
  // The same for one that breaks in the middle of a change: the change fails, and is told so.
  pool.on('connect', (client) => client.on('error', () => undefined));
  if (ownerUrl === undefined) await withClientOf(pool, migratePostgres);
  else await prepareBound(pool, url, ownerUrl);
  const db = drizzle({ client: pool, schema, logger: statementLog });
  const news = new PostgresNews(url, pool);
  return {
    read: db,
    transact: (scope, work) =>
      db.transaction(async (tx) => {
        if (ownerUrl !== undefined) {
          await tx.execute(sql`select set_config(${AUTHORITY_SETTING}, ${scopeSetting()}, true)`);
        }
        if (scope !== null) {
          await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${scope}, 0))`);
        }
        return work(tx);
      }),
    news,
    // PostgreSQL's own vacuum takes dead rows away in its time, and its log goes as it is recycled.
    leaveNoTrace: async () => true,
    close: async () => {
      await news.close();
      await pool.end();
    },
  };
}

async function withClientOf(
  pool: pg.Pool,
  work: (client: pg.ClientBase) => Promise<void>,
): Promise<void> {
  const client = await pool.connect();
  try {
    await work(client);
  } finally {
    client.release();
  }
}

/** Migrates as the owner, and sees to it that the application's own role is bound by the policies. */
async function prepareBound(pool: pg.Pool, url: string, ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const role = decodeURIComponent(new URL(url).username);
    await migratePostgres(owner, () => alignRowSecurity(owner, role));
  } finally {
    await owner.end();
  }
  await withClientOf(pool, mustBeBound);
}

export async function migratePostgres(
  client: pg.ClientBase,
  andThen: () => Promise<void> = async () => undefined,
): Promise<void> {
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await mustBeWhole(client);
    await migrate(drizzle({ client: client as pg.Client }), {
      migrationsFolder: migrationsFolder('postgres'),
    });
    await andThen();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  }
}

/**
 * A copy into a database makes this table before its first row and takes it away with its last statement
 * (db/copy/postgres-side.server.ts): while it is there, the rows are a part of somebody's.
 */
export async function mustBeWhole(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ it: unknown }>(
    "select to_regclass('throughline_move') as it",
  );
  if (rows[0]?.it === null) return;
  throw new Error(
    'A move or a restore into this database was begun and not finished. Run it again: it goes on where ' +
      'it stopped.',
  );
}
