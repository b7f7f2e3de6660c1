import { loadDemonstration } from '#db/demo/load.server.ts';
import { authoritiesHere } from '#db/people.ts';
import { readArgs, type Verb } from './io.ts';
import { withStore } from './with-store.ts';

export const demo: Verb = {
  usage: 'demo [--json]',
  about: 'Loads the demonstration borough into an empty database.',
  run: (args, io) => {
    const { values } = readArgs(args, { json: { type: 'boolean' } });
    return withStore(async (store) => {
      const there = await authoritiesHere(store.read);
      if (there.length > 0) {
        io.say('The database is not empty. Choose an empty folder with THROUGHLINE_DATA.');
        return 1;
      }
      const { authorityId, programme } = await loadDemonstration();
      if (values.json) io.json({ authorityId, programmeId: programme.id, title: programme.title });
      else io.print(`Loaded. The programme is ${programme.id}: ${programme.title}`);
      return 0;
    });
  },
};
