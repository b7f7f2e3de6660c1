import { readArgs, UsageError, type Exit, type Verb } from './io.ts';
import { programmeNamed } from './programme-named.ts';
import { withStore } from './with-store.ts';

export const coverage: Verb = {
  usage: 'coverage ID|demo [--pack PACK] [--json]',
  about: 'Says which requirements of a guidance pack the plan covers, and why.',
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      pack: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [name, ...others] = positionals;
    if (name === undefined || others.length > 0)
      throw new UsageError('Name one programme, or demo.');
    const { readPlan } = await import('#app/plan/read-plan.server.ts');
    const { coverageJson } = await import('#app/plan/export-json.ts');
    const { packById, packs } = await import('#templates/frameworks/index.ts');
    if (values.pack !== undefined && !packById(values.pack)) {
      const ids = packs().map((pack) => pack.id);
      throw new UsageError(`There is no pack “${values.pack}”. Choose one of: ${ids.join(', ')}.`);
    }
    return withStore<Exit>(async (store) => {
      const programme = await programmeNamed(store.read, name);
      // A pack that the programme does not follow can be asked about: what would be missing?
      const wanted = values.pack ?? programme.packs[0];
      if (wanted === undefined) throw new UsageError('Choose a pack with --pack.');
      const { coverages } = await readPlan({ ...programme, packs: [wanted] }, store.read);
      for (const one of coverages) {
        if (values.json) {
          io.json(coverageJson(one));
          continue;
        }
        for (const { requirement, state, because } of one.requirements) {
          io.print(`${requirement.id}\t${state}\t${because}`);
        }
        const { covered, partly, not, toCover } = one.totals;
        io.print(`${covered} of ${toCover} covered, ${partly} in part, ${not} not.`);
      }
      return 0;
    });
  },
};
