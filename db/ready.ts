import { sql, type Column, type SQL } from 'drizzle-orm';
import type { Writer } from './store.server.ts';

/** A query that can be written down once and asked many times. */
interface Preparable<Rows> {
  prepare: (name: string) => { execute: (values: Record<string, unknown>) => Promise<Rows> };
}

/** What a query is made with: a reader, or a change under way. */
type Db = Pick<Writer, 'select'>;

/**
 * A query that every family's request asks: its SQL is written down once for each connection, because
 * writing it costs several times what SQLite needs to answer it. PostgreSQL gets it without a name, so
 * that a pool of connections in between may give each statement another one.
 *
 * @param build makes the query; in place of each value it is given a mark that stands for it, which may
 *   be compared and stored, and not looked at
 */
export function ready<Of extends Db, Values extends Record<string, unknown>, Rows>(
  build: (db: Of, given: Values) => Preparable<Rows>,
): (db: Of, values: Values) => Promise<Rows> {
  const kept = new WeakMap<object, ReturnType<Preparable<Rows>['prepare']>>();
  return (db, values) => {
    let query = kept.get(db);
    if (query === undefined) {
      query = build(db, marks<Values>()).prepare('');
      kept.set(db, query);
    }
    return query.execute(values);
  };
}

function marks<Values extends Record<string, unknown>>(): Values {
  return new Proxy({} as Values, {
    get: (_, name) => sql.placeholder(String(name)),
  });
}

/**
 * The values of a row of a query that is ready, as its columns store them (an instant, JSON). Drizzle
 * itself would hand a value that is null to columns which cannot take one.
 *
 * @param columns by the names of their values
 */
export function stored<Name extends string>(
  columns: Readonly<Record<Name, Column>>,
): Record<Name, SQL> {
  const one = ([name, column]: [string, Column]) => {
    const asStored = (value: unknown) =>
      value === null || value === undefined ? null : column.mapToDriverValue(value);
    return [name, sql`${sql.param(sql.placeholder(name), { mapToDriverValue: asStored })}`];
  };
  const entries: [string, Column][] = Object.entries(columns);
  return Object.fromEntries(entries.map(one)) as Record<Name, SQL>;
}
