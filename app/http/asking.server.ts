import { AsyncLocalStorage } from 'node:async_hooks';
import type { Unavailable } from '#db/faults.ts';

/** A request while it is answered: what must be known of it when it cannot be answered as it should. */
export interface Asking {
  /** The form that came with it, once it has been read and found to be ours. */
  form: FormData | null;
  /** Why the database could not be used for it. */
  unavailable: Unavailable | null;
  /** Of what more came than any form of ours sends. */
  tooMuch: 'bytes' | 'fields' | null;
}

// One for the process, also when the development server loads this module anew.
const shelf = globalThis as { throughlineAsking?: AsyncLocalStorage<Asking> };
const current = (shelf.throughlineAsking ??= new AsyncLocalStorage<Asking>());

/** Answers a request. */
export function whileAsking<T>(asking: Asking, work: () => T): T {
  return current.run(asking, work);
}

/** The request that is being answered, if one is. */
export const thisAsking = (): Asking | undefined => current.getStore();
