import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { migrationsFolder } from './migrations-folder.server.ts';
import { PostgresNews } from './postgres-news.server.ts';
import * as schema from './schema/index.ts';
import type { Driver } from './store.server.ts';

/** Any number that every server of this application agrees on: only one may migrate at a time. */
const MIGRATION_LOCK = 7_061_925;

/** Opens a PostgreSQL database by its address, migrated and ready. */
export async function openPostgres(url: string): Promise<Driver> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end
  // the process.
  pool.on('error', () => undefined);
  await migratePostgres(pool);
  const db = drizzle({ client: pool, schema });
  const news = new PostgresNews(url, pool);
  return {
    read: db,
    transact: (scope, work) =>
      db.transaction(async (tx) => {
        if (scope !== null) {
          await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${scope}, 0))`);
        }
        return work(tx);
      }),
    news,
    close: async () => {
      await news.close();
      await pool.end();
    },
  };
}

async function migratePostgres(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle({ client }), { migrationsFolder: migrationsFolder('postgres') });
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    client.release();
  }
}
