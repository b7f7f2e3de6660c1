import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { config } from '#app/config.server.ts';
import { engine } from './dialect.ts';
import type { News } from './news.server.ts';
import { PressedBefore, thisPress } from './press.server.ts';
import { keepPress } from './presses.ts';
import type * as schema from './schema/index.ts';

type Full = NodePgDatabase<typeof schema>;

/** What may be read with. A query that only reads takes this. */
export type Reader = Pick<
  Full,
  'select' | 'selectDistinct' | 'with' | '$with' | 'query' | '$count'
>;

/** What may be changed with. It exists only inside `write`. */
export type Writer = Pick<Full, keyof Reader | 'insert' | 'update' | 'delete'>;

/**
 * What a write is about, such as `theory:ID`: on PostgreSQL, writes of the same scope follow one
 * another. Null where rows are only added and none depends on another (a family's answers).
 */
export type Scope = string | null;

export interface Store {
  engine: 'sqlite' | 'postgres';
  read: Reader;
  /** Runs the work in one transaction: all of it is kept, durably, or none. */
  write<T>(scope: Scope, work: (tx: Writer) => Promise<T>): Promise<T>;
  /** What servers on this database tell one another. */
  news: News;
  close(): Promise<void>;
}

/** What an engine brings: how it reads, transacts, tells and closes. */
export interface Driver {
  read: Full;
  transact<T>(scope: Scope, work: (tx: Full) => Promise<T>): Promise<T>;
  news: News;
  close(): Promise<void>;
}

/** What is to be told once the write under way is kept. */
type Announced = { topic: string; body: string }[];

const insideWrite = new AsyncLocalStorage<Announced>();

/** Tells, when the write under way has been kept and not before, that something changed. */
export function announce(topic: string, body: string): void {
  const announced = insideWrite.getStore();
  if (announced === undefined) throw new Error('Only a write has something to announce.');
  announced.push({ topic, body });
}

/**
 * Refuses a write inside a write. On SQLite it would wait for itself in the queue, on PostgreSQL it
 * would wait for its own advisory lock: both for ever.
 */
function guarded(driver: Driver): Store['write'] {
  return async (scope, work) => {
    if (insideWrite.getStore()) {
      throw new Error('A write inside a write: pass the tx of the outer one along instead.');
    }
    const announced: Announced = [];
    const result = await insideWrite.run(announced, () => driver.transact(scope, once(work)));
    for (const { topic, body } of announced) driver.news.tell(topic, body);
    return result;
  };
}

/**
 * The first write of a press keeps the press as well, in the same transaction: a form that is sent
 * twice changes things once, also when the server stops between the two.
 */
function once<T>(work: (tx: Full) => Promise<T>): (tx: Full) => Promise<T> {
  const press = thisPress();
  if (!press || press.kept || press.key === null || press.authorityId === null) return work;
  const { key, authorityId } = press;
  return async (tx) => {
    if (!(await keepPress(tx, authorityId, key, new Date()))) {
      throw new PressedBefore({ key, authorityId });
    }
    const result = await work(tx);
    press.kept = true;
    return result;
  };
}

/** Where the SQLite file stands in a data folder. */
export function databaseFile(folder: string = config.dataFolder): string {
  return path.join(folder, 'throughline.db');
}

/** Opens the store of the configured engine, migrated and ready. */
export async function openStore(where?: { file?: string; url?: string }): Promise<Store> {
  if (engine === 'postgres') {
    const url = where?.url ?? config.databaseUrl;
    if (url === undefined) throw new Error('Set DATABASE_URL to the address of PostgreSQL.');
    const { openPostgres } = await import('./postgres.server.ts');
    return asStore(await openPostgres(url));
  }
  const file = where?.file ?? databaseFile();
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const { openSqlite } = await import('./sqlite.server.ts');
  return asStore(openSqlite(file));
}

function asStore(driver: Driver): Store {
  const { read, news } = driver;
  return { engine, read, news, write: guarded(driver), close: () => driver.close() };
}

// One store a process, also when the development server loads this module anew: a second writer
// connection would break the one queue that SQLite's writes go through.
const shelf = globalThis as { throughlineStore?: Store };

/** The store of this process. Opened once at start. */
export function theStore(): Store {
  if (!shelf.throughlineStore)
    throw new Error('The store is not open yet: call setTheStore first.');
  return shelf.throughlineStore;
}

/** Sets the store of this process: at start, and in tests. */
export function setTheStore(store: Store): void {
  shelf.throughlineStore = store;
}

export function storeIsOpen(): boolean {
  return shelf.throughlineStore !== undefined;
}

/** True when the database refused a row because one with the same unique value is there. */
export function isUniqueViolation(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; depth += 1) {
    const code = (at as { code?: unknown }).code;
    if (code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE') return true;
    if (code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return true;
    at = at.cause;
  }
  return false;
}

/**
 * Gives the rows in runs of 500 to `insert`: one statement with thousands of rows has more
 * variables than SQLite takes.
 */
export async function inChunks<Row>(
  rows: readonly Row[],
  insert: (chunk: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) await insert(rows.slice(at, at + 500));
}
