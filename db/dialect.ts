import * as pg from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';
import { config } from '#app/config.server.ts';

/**
 * The one place that knows SQLite from PostgreSQL: a small column kit. Every table is written once
 * against it. Types come from PostgreSQL while the default runs on SQLite, so the type checker
 * refuses what only SQLite can do (.get, .all, .run) and the tests refuse the rest.
 */
export const engine = config.engine;

const postgresKit = {
  table: pg.pgTable,
  text: (name: string) => pg.text(name),
  /** A whole number within ±2^53: counts, pence, sequence numbers. */
  whole: (name: string) => pg.bigint(name, { mode: 'number' }),
  real: (name: string) => pg.doublePrecision(name),
  bool: (name: string) => pg.boolean(name),
  /** An instant, to the millisecond. */
  instant: (name: string) => pg.timestamp(name, { withTimezone: true, precision: 3, mode: 'date' }),
  /** A calendar date, YYYY-MM-DD, with no time zone to go wrong in. */
  day: (name: string) => pg.text(name),
  /** Never hash what is stored here as text: PostgreSQL and SQLite may write it differently. */
  json: <T>(name: string) => pg.json(name).$type<T>(),
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
};

const sqliteKit = {
  table: sqlite.sqliteTable,
  text: (name: string) => sqlite.text(name),
  whole: (name: string) => sqlite.integer(name, { mode: 'number' }),
  real: (name: string) => sqlite.real(name),
  bool: (name: string) => sqlite.integer(name, { mode: 'boolean' }),
  instant: (name: string) => sqlite.integer(name, { mode: 'timestamp_ms' }),
  day: (name: string) => sqlite.text(name),
  json: <T>(name: string) => sqlite.text(name, { mode: 'json' }).$type<T>(),
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
};

export const kit =
  engine === 'postgres' ? postgresKit : (sqliteKit as unknown as typeof postgresKit);
