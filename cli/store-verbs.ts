import { readArgs, type Verb } from './io.ts';
import { withStore } from './with-store.ts';

export const migrate: Verb = {
  usage: 'migrate',
  about: 'Brings the database up to date. The server does the same when it starts.',
  run: async (args, io) => {
    readArgs(args, {});
    await withStore(async (store) => io.print(`The ${store.engine} database is up to date.`));
    return 0;
  },
};
