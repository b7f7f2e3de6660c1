import { AsyncLocalStorage } from 'node:async_hooks';
import { theStore, type Reader } from './store.server.ts';

interface Page {
  /** False once the page was made: a stream that goes on for hours must not see it for ever. */
  open: boolean;
  read: Map<string, Promise<unknown>>;
}

const underWay = new AsyncLocalStorage<Page>();

/** Makes a page, or a part of one: of what several parts of it ask for, each thing is read once. */
export async function readingOnce<T>(work: () => Promise<T>): Promise<T> {
  if (underWay.getStore()?.open === true) return work();
  const page: Page = { open: true, read: new Map() };
  try {
    return await underWay.run(page, work);
  } finally {
    page.open = false;
  }
}

/** The same for what may be read in the middle of a write too, which reads its own changes. */
export function readOnceBy<T>(
  db: Reader,
  what: readonly string[],
  read: () => Promise<T>,
): Promise<T> {
  return db === theStore().read ? readOnce(what, read) : read();
}

/**
 * Reads something, or gives what this page has read of it already. For reads that lead to no write: a
 * form, a job and the command line always read anew.
 *
 * @param what names the thing, its authority and whatever else the answer depends on
 */
export function readOnce<T>(what: readonly string[], read: () => Promise<T>): Promise<T> {
  const page = underWay.getStore();
  if (page?.open !== true) return read();
  const key = JSON.stringify(what);
  const before = page.read.get(key) as Promise<T> | undefined;
  if (before !== undefined) return before;
  const now = read();
  page.read.set(key, now);
  return now;
}
