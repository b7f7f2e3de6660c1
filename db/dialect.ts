import { sql, type SQL } from 'drizzle-orm';
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

/**
 * Many rows as one parameter, for `insert(table).select(…)`: the database takes the list apart itself.
 * A statement with a variable for each value of 500 rows costs more to build and to prepare than its
 * rows cost to store.
 *
 * @param rows values in the order of the table's columns
 * @param kinds what each of them is
 */
export function unpacked(
  rows: readonly (readonly unknown[])[],
  kinds: readonly ('text' | 'whole' | 'json')[],
): SQL {
  const packed = JSON.stringify(rows);
  const value = (kind: (typeof kinds)[number], at: number) => {
    if (engine === 'sqlite') return sql.raw(`json_extract(value, '$[${at}]')`);
    if (kind === 'json') return sql.raw(`value -> ${at}`);
    return sql.raw(kind === 'whole' ? `(value ->> ${at})::bigint` : `value ->> ${at}`);
  };
  const list = sql.join(
    kinds.map((kind, at) => value(kind, at)),
    sql`, `,
  );
  return engine === 'sqlite'
    ? sql`select ${list} from json_each(${packed})`
    : sql`select ${list} from json_array_elements(${packed}::json)`;
}
