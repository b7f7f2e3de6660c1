import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import type { Logger } from 'drizzle-orm/logger';
import * as schema from './schema/index.ts';
import type { Driver } from './store.server.ts';
import { turnIfDue } from './turns.ts';

type SqliteHandle = ReturnType<typeof Database>;
type Statement = Database.Statement<unknown[]>;

/** Statements that are kept ready; lists of ids of every length would else fill the memory. */
const MOST_KEPT = 500;

/**
 * The queries of one connection: each statement is prepared once, and other requests are heard between
 * two queries (see turns.ts). better-sqlite3's own adapter prepares a statement at each call, and its
 * promises are kept before the loop turns.
 *
 * @param first the writer's queries go before those that only read
 */
export function queriesOn(
  db: SqliteHandle,
  { first = false, logger }: { first?: boolean; logger?: Logger } = {},
): Driver['read'] {
  const statementOf = keptStatements(db);
  return queriesBy(async ({ text, params, method }) => {
    await turnIfDue({ first });
    const statement = statementOf(text);
    if (!statement.reader) return void statement.run(...params);
    return method === 'get' ? statement.get(...params) : statement.all(...params);
  }, logger);
}

/** One statement, with what stands in it. */
export interface Asked {
  text: string;
  params: unknown[];
  /** `get` wants the first row only; nobody wants rows of `run`. */
  method: 'run' | 'all' | 'values' | 'get';
}

/** Queries that something runs for us. It gives rows as lists of their values. */
export function queriesBy(run: (asked: Asked) => Promise<unknown>, logger?: Logger) {
  const queries = drizzle(
    async (text, params, method) => {
      const rows = await run({ text, params: params as unknown[], method });
      return { rows: (rows === undefined && method !== 'get' ? [] : rows) as unknown[] };
    },
    { schema, ...(logger ? { logger } : {}) },
  );
  return queries as unknown as Driver['read'];
}

function keptStatements(db: SqliteHandle): (text: string) => Statement {
  const kept = new Map<string, Statement>();
  return (text) => {
    const known = kept.get(text);
    // Used last stands last: the first of the map is the one that nobody needed for longest.
    if (known) kept.delete(text);
    const statement = known ?? db.prepare(text);
    if (!known && statement.reader) statement.raw();
    kept.set(text, statement);
    if (kept.size > MOST_KEPT) {
      const [oldest] = kept.keys();
      if (oldest !== undefined) kept.delete(oldest);
    }
    return statement;
  };
}
