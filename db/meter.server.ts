import { whyUnavailable } from './faults.ts';

/** Who wants to know how long the store takes. */
export interface StoreMeter {
  wrote: (ms: number) => void;
  read: (ms: number) => void;
  failed: () => void;
}

/** What the pool of PostgreSQL says of itself. */
interface Pool {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

let meter: StoreMeter | undefined;
let pool: Pool | undefined;
let underWay = 0;

/** Has the store measured from now on; call it before the store is opened. */
export function meterStore(wanted: StoreMeter) {
  meter = wanted;
  return {
    underWay: () => underWay,
    pool: (): Record<string, number> =>
      pool === undefined
        ? {}
        : { open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount },
  };
}

/** A change, from when it was asked for until it is kept. */
export async function meteredWrite<T>(write: () => Promise<T>): Promise<T> {
  if (meter === undefined) return write();
  const began = performance.now();
  underWay += 1;
  try {
    const result = await write();
    meter.wrote(performance.now() - began);
    return result;
  } catch (error) {
    // What somebody else changed first, or what is refused, is an answer and no failure.
    if (whyUnavailable(error) !== null) meter.failed();
    throw error;
  } finally {
    underWay -= 1;
  }
}

/** A statement of SQLite, as much of it as reads. */
interface Statement {
  all: (...given: unknown[]) => unknown;
  get: (...given: unknown[]) => unknown;
}

/** Measures what is read through this connection of SQLite. */
export function meteredReads<Db extends { prepare: (text: string) => unknown }>(db: Db): Db {
  if (meter === undefined) return db;
  const prepare = db.prepare.bind(db);
  db.prepare = (text: string) => {
    const statement = prepare(text) as Statement;
    for (const name of ['all', 'get'] as const) {
      const run = statement[name].bind(statement);
      statement[name] = (...given) => {
        const began = performance.now();
        const found = run(...given);
        meter?.read(performance.now() - began);
        return found;
      };
    }
    return statement;
  };
  return db;
}

/** Measures what is read through the pool of PostgreSQL; changes have a connection of their own. */
export function meteredPool<P extends Pool & { query: unknown }>(given: P): P {
  if (meter === undefined) return given;
  pool = given;
  const query = (given.query as (...args: unknown[]) => unknown).bind(given);
  given.query = (...args: unknown[]) => {
    const began = performance.now();
    const result = query(...args);
    if (result instanceof Promise) {
      void result.then(
        () => meter?.read(performance.now() - began),
        () => undefined,
      );
    }
    return result;
  };
  return given;
}
