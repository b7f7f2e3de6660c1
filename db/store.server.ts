import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { config } from '#app/config.server.ts';
import { engine } from './dialect.ts';
import { meteredWrite } from './meter.server.ts';
import type { News } from './news.server.ts';
import { PressedBefore, thisPress, type Press } from './press.server.ts';
import { keepPress } from './presses.ts';
import type * as schema from './schema/index.ts';
import { duringWrite } from './scope.server.ts';

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
  /** The SQLite file; null on PostgreSQL. */
  file: string | null;
  read: Reader;
  /**
   * Runs the work in one transaction: all of it is kept, durably, or none. One that `isLarge` changes very
   * many rows: SQLite makes it on a thread of its own, so that nobody waits but whoever wants to write.
   */
  write<T>(scope: Scope, work: (tx: Writer) => Promise<T>, isLarge?: boolean): Promise<T>;
  /** What servers on this database tell one another. */
  news: News;
  /**
   * What was deleted goes from the database's own log too, as far as the engine can. Gives false where
   * another program holds the log, so that what was deleted still stands in it.
   */
  leaveNoTrace(): Promise<boolean>;
  close(): Promise<void>;
}

/** What an engine brings: how it reads, transacts, tells and closes. */
export interface Driver {
  read: Full;
  transact<T>(scope: Scope, work: (tx: Full) => Promise<T>, isLarge: boolean): Promise<T>;
  news: News;
  leaveNoTrace(): Promise<boolean>;
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
  return async (scope, work, isLarge = false) => {
    if (insideWrite.getStore()) {
      throw new Error('A write inside a write: pass the tx of the outer one along instead.');
    }
    const announced: Announced = [];
    const press = pressToKeep();
    const job = press === null ? work : once(press, work);
    const result = await insideWrite.run(announced, () =>
      meteredWrite(() => duringWrite(() => driver.transact(scope, job, isLarge))),
    );
    // Not before the change is kept for good: when the connection breaks while it is being kept, nobody
    // knows whether it was, and only the row of the press can tell the next one.
    if (press !== null) press.kept = true;
    for (const { topic, body } of announced) driver.news.tell(topic, body);
    return result;
  };
}

/** The press that is being answered, where no write has kept it yet. */
function pressToKeep(): KeptPress | null {
  const press = thisPress();
  if (!press || press.kept || press.key === null || press.authorityId === null) return null;
  return press as KeptPress;
}

type KeptPress = Press & { key: string; authorityId: string };

/**
 * The first write of a press keeps the press as well, in the same transaction: a form that is sent
 * twice changes things once, also when the server stops between the two.
 */
function once<T>(
  { key, authorityId }: KeptPress,
  work: (tx: Full) => Promise<T>,
): (tx: Full) => Promise<T> {
  return async (tx) => {
    if (await keepPress(tx, authorityId, key, new Date())) return work(tx);
    throw new PressedBefore({ key, authorityId });
  };
}

/** Where the SQLite file stands in a data folder. */
export function databaseFile(folder: string = config.dataFolder): string {
  return path.join(folder, 'throughline.db');
}

/** Opens the store of the configured engine, migrated and ready. */
export async function openStore(where?: {
  file?: string;
  url?: string;
  /** The owner of the tables, where `url` names a role under row-level security. */
  ownerUrl?: string;
}): Promise<Store> {
  if (engine === 'postgres') {
    const url = where?.url ?? config.databaseUrl;
    if (url === undefined) throw new Error('Set DATABASE_URL to the address of PostgreSQL.');
    const { openPostgres } = await import('./postgres.server.ts');
    const ownerUrl = where?.url === undefined ? config.databaseOwnerUrl : where.ownerUrl;
    return asStore(await openPostgres(url, ownerUrl), null);
  }
  const file = where?.file ?? databaseFile();
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const { openSqlite } = await import('./sqlite.server.ts');
  return asStore(openSqlite(file), file);
}

function asStore(driver: Driver, file: string | null): Store {
  const { read, news } = driver;
  return {
    engine,
    file,
    read,
    news,
    write: guarded(driver),
    leaveNoTrace: () => driver.leaveNoTrace(),
    close: () => driver.close(),
  };
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
