import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Pack, Parcel } from './tablet.ts';

/** What a tablet keeps while it has no network. Answers are in it sealed only. */

export interface Waiting extends Parcel {
  batchId: string;
  /** kept: the server explained why it does not take it. */
  state: 'waiting' | 'kept';
  reason: string;
}

/** The lock of the tablet: what a PIN is checked against, and how often a wrong one was tried. */
export interface Lock {
  salt: string;
  hash: string;
  wrong: number;
  /** Milliseconds since 1970 before which no PIN is tried. */
  waitUntil: number;
}

interface Tables extends DBSchema {
  packs: { key: string; value: Pack };
  queue: { key: string; value: Waiting };
  state: { key: string; value: unknown };
}

export type TabletDatabase = IDBPDatabase<Tables>;
const DATABASE = 'throughline-outreach';

export async function openTablet(name = DATABASE): Promise<TabletDatabase> {
  return openDB<Tables>(name, 1, {
    upgrade(db) {
      db.createObjectStore('packs', { keyPath: 'batchId' });
      db.createObjectStore('queue', { keyPath: 'key' });
      db.createObjectStore('state');
    },
  });
}

/** The questions that families are asked now, or undefined before the tablet was prepared. */
export async function activePack(db: TabletDatabase): Promise<Pack | undefined> {
  const batchId = await db.get('state', 'active');
  return typeof batchId === 'string' ? db.get('packs', batchId) : undefined;
}

/** Makes a pack the one that families are asked; packs with nothing waiting are let go. */
export async function keepPack(db: TabletDatabase, pack: Pack, lock: Lock): Promise<void> {
  const waiting = new Set((await db.getAll('queue')).map(({ batchId }) => batchId));
  const tx = db.transaction(['packs', 'state'], 'readwrite', { durability: 'strict' });
  for (const batchId of await tx.objectStore('packs').getAllKeys()) {
    if (!waiting.has(batchId)) await tx.objectStore('packs').delete(batchId);
  }
  await tx.objectStore('packs').put(pack);
  await tx.objectStore('state').put(pack.batchId, 'active');
  await tx.objectStore('state').put(lock, 'lock');
  await tx.done;
}

export async function lockOf(db: TabletDatabase): Promise<Lock | undefined> {
  return (await db.get('state', 'lock')) as Lock | undefined;
}

export async function keepLock(db: TabletDatabase, lock: Lock): Promise<void> {
  await db.put('state', lock, 'lock');
}

/** Puts a finished set of answers in the queue: on the disk before this resolves. */
export async function enqueue(db: TabletDatabase, waiting: Waiting): Promise<void> {
  const tx = db.transaction('queue', 'readwrite', { durability: 'strict' });
  await tx.store.put(waiting);
  await tx.done;
}

export interface Count {
  waiting: number;
  kept: number;
  sent: number;
}

export async function countQueue(db: TabletDatabase): Promise<Count> {
  const all = await db.getAll('queue');
  const kept = all.filter(({ state }) => state === 'kept').length;
  const sent = await db.get('state', 'sent');
  return { waiting: all.length - kept, kept, sent: typeof sent === 'number' ? sent : 0 };
}

/** The lot: questions, lock, queue. Only when nothing waits, or somebody decided so. */
export async function wipe(db: TabletDatabase): Promise<void> {
  const tx = db.transaction(['packs', 'queue', 'state'], 'readwrite');
  await tx.objectStore('packs').clear();
  await tx.objectStore('queue').clear();
  await tx.objectStore('state').clear();
  await tx.done;
}
