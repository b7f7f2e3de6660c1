import { openStore, storeIsOpen, theStore, setTheStore, type Store } from '#db/store.server.ts';

/** Opens the store of the data folder for a verb, and closes it afterwards. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  // In a test, and in a running server, the process has its store already.
  if (storeIsOpen()) return work(theStore());
  const store = await openStore();
  setTheStore(store);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
