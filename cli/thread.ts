import type { Programme } from '#db/people.ts';
import { authoritiesHere, programmesOf } from '#db/people.ts';
import { NotFound } from '#app/people/errors.ts';
import { isThreadKind, type ThreadEnd } from '#app/thread/kinds.ts';
import type { ThreadJson } from '#app/thread/thread-json.ts';
import type { Reader } from '#db/store.server.ts';
import { readArgs, UsageError, type Exit, type Io, type Verb } from './io.ts';
import { programmeNamed } from './programme-named.ts';
import { withStore } from './with-store.ts';

export const thread: Verb = {
  usage: 'thread ID|KIND:ID [--programme ID|demo] [--json]',
  about:
    'Follows one thing both ways: what it rests on, up to what families said, and what came of it, down to the newest figure.',
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      programme: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [name, ...others] = positionals;
    if (name === undefined || others.length > 0) throw new UsageError('Name one thing by its id.');
    const { wholeThread } = await import('#app/thread/see-thread.server.ts');
    const { lookUpOf } = await import('#app/plan/thread/look-up.server.ts');
    const { threadJson } = await import('#app/thread/thread-json.ts');
    return withStore<Exit>(async (store) => {
      const found = await find(store.read, name, values.programme);
      if (found === undefined) throw new NotFound(`thing on the thread with the id “${name}”`);
      const { programme, end } = found;
      const { trace, more } = await wholeThread(programme, end, await lookUpOf(programme));
      if (values.json) io.json(threadJson(trace, more));
      else print(threadJson(trace, more), io);
      return 0;
    });
  },
};

interface Found {
  programme: Programme;
  end: ThreadEnd;
}

/** The thing that a name means, in the programme that was named or in any of this installation. */
async function find(db: Reader, name: string, within?: string): Promise<Found | undefined> {
  for (const programme of await programmesToSearch(db, within)) {
    const end = await endIn(db, programme, name);
    if (end !== undefined) return { programme, end };
  }
  return undefined;
}

async function programmesToSearch(db: Reader, within?: string): Promise<Programme[]> {
  if (within !== undefined) return [await programmeNamed(db, within)];
  const all: Programme[] = [];
  for (const { id } of await authoritiesHere(db)) all.push(...(await programmesOf(db, id)));
  return all;
}

async function endIn(db: Reader, programme: Programme, name: string) {
  const { endOfId } = await import('#db/thread-trace.ts');
  const { followedTitle } = await import('#app/plan/coverage/read-packs.server.ts');
  const { authorityId, id } = programme;
  const [first = '', ...rest] = name.split(':');
  const asked = isThreadKind(first) && rest.length > 0 ? first : undefined;
  const itsId = asked === undefined ? name : rest.join(':');
  const end = await endOfId(db, authorityId, id, itsId, await followedTitle(programme, db), asked);
  return end;
}

function print(told: ThreadJson, io: Io): void {
  io.print(`${told.object.what}: ${told.object.title}`);
  for (const [heading, stretches] of [
    ['What it rests on', told.upstream],
    ['What came of it', told.downstream],
  ] as const) {
    io.print(`${heading}:`);
    for (const stretch of stretches) {
      if ('says' in stretch) io.print(`  ${stretch.says}`);
      else for (const step of stretch.steps) io.print(`  ${step.what}: ${step.title}`);
    }
  }
  io.print(told.stale === 0 ? 'Every step holds.' : `${told.stale} no longer hold.`);
}
