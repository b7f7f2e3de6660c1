import type { Coverage } from '#app/plan/coverage/coverage.ts';
import type { PackDifference } from '#app/plan/coverage/succession.ts';
import type { Reader } from '#db/store.server.ts';
import { readArgs, UsageError, type Exit, type Io, type Verb } from './io.ts';
import { programmeNamed } from './programme-named.ts';
import { withStore } from './with-store.ts';

export const coverage: Verb = {
  usage: 'coverage ID|demo [--pack PACK] [--against PACK] [--json]',
  about:
    'Says which requirements of a guidance pack the plan covers, and why; and against an older pack, what is new, changed and gone.',
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      pack: { type: 'string' },
      against: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [name, ...others] = positionals;
    if (name === undefined || others.length > 0)
      throw new UsageError('Name one programme, or demo.');
    const { readCoverages } = await import('#app/plan/read-plan.server.ts');
    const { readPackDifference } = await import('#app/plan/coverage/pack-changes.server.ts');
    const { coverageJson, differenceJson } = await import('#app/plan/export/export-json.ts');
    return withStore<Exit>(async (store) => {
      const programme = await programmeNamed(store.read, name);
      for (const id of [values.pack, values.against]) {
        if (id !== undefined) await mustBePack(store.read, programme.authorityId, id);
      }
      // A pack that the programme does not follow can be asked about: what would be missing?
      const wanted = values.pack ?? programme.packs[0];
      if (wanted === undefined) throw new UsageError('Choose a pack with --pack.');
      const [found] = await readCoverages({ ...programme, packs: [wanted] }, store.read);
      if (!found) return 1;
      if (values.against === undefined) {
        if (values.json) io.json(coverageJson(found));
        else printCoverage(found, io);
        return 0;
      }
      await mustBeFollowed(values.against, wanted);
      const difference = await readPackDifference(programme, values.against, wanted, store.read);
      if (values.json) io.json(differenceJson(found, difference));
      else printDifference(difference, io);
      return 0;
    });
  },
};

/** One of the packs that ship, or one that the authority brought in. */
async function mustBePack(db: Reader, authorityId: string, id: string): Promise<void> {
  const { packsOfAuthority } = await import('#app/plan/coverage/read-packs.server.ts');
  const ids = (await packsOfAuthority(db, authorityId)).map((pack) => pack.id);
  if (ids.includes(id)) return;
  throw new UsageError(`There is no pack “${id}”. Choose one of: ${ids.join(', ')}.`);
}

async function mustBeFollowed(from: string, to: string): Promise<void> {
  const { successions } = await import('#templates/frameworks/successions.ts');
  if (successions().some((one) => one.from === from && one.to === to)) return;
  const known = successions().map((one) => `--pack ${one.to} --against ${one.from}`);
  throw new UsageError(
    `Nothing is known of what ${from} became in ${to}. Known is: ${known.join('; ')}.`,
  );
}

function printCoverage({ requirements, totals }: Coverage, io: Io): void {
  for (const { requirement, state, because } of requirements) {
    io.print(`${requirement.id}\t${state}\t${because}`);
  }
  const { covered, partly, not, toCover } = totals;
  io.print(`${covered} of ${toCover} covered, ${partly} in part, ${not} not.`);
}

function printDifference(difference: PackDifference, io: Io): void {
  for (const { requirement, state } of difference.new) {
    io.print(`new\t\t${requirement.id}\t${state}\t${requirement.text}`);
  }
  for (const change of ['changed', 'same'] as const) {
    for (const { before, after, what } of difference[change]) {
      const now = after.map(({ requirement, state }) => `${requirement.id} ${state}`).join(', ');
      io.print(`${change}\t${before.requirement.id}\t${now}\t${what}`);
    }
  }
  for (const { before, what } of difference.gone) {
    io.print(`gone\t${before.requirement.id}\t\t${what}`);
  }
  const { changed, same, gone, missing } = difference;
  io.print(
    `${difference.new.length} new, ${changed.length} changed, ${same.length} the same, ${gone.length} gone; ${missing.length} of the new and changed are not covered, or only in part.`,
  );
}
