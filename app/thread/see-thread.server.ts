import { can, type Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { noteReading } from '#app/people/note-reading.server.ts';
import { theStore } from '#db/store.server.ts';
import { gatherThread } from '#db/thread-trace.ts';
import type { ThreadEnd } from './kinds.ts';
import { hasQuotes, withoutQuotes } from './quiet.ts';
import { traceOf, type Thing, type Trace } from './trace.ts';

/** A thread as one person may see it. */
export interface SeenThread {
  trace: Trace;
  /** True when there is more than anybody would read, and some was left out. */
  more: boolean;
  /** Why this person reads no single answers; null when they may. */
  hidden: string | null;
}

/** What the rooms further along the line know: they stand above this one, and hand it down. */
export interface LookUp {
  /** What a requirement says, by its id on the thread. */
  requirementTitle: (key: string) => string | undefined;
  /** Of these pieces of evidence those whose source says something else now, or nothing (null). */
  outdated: (evidenceIds: readonly string[]) => Promise<ReadonlyMap<string, string | null>>;
}

async function checked(things: readonly Thing[], look: LookUp): Promise<Thing[]> {
  const ids = things.filter(({ end }) => end.kind === 'evidence').map(({ end }) => end.id);
  const outdated = ids.length === 0 ? new Map<string, string | null>() : await look.outdated(ids);
  return things.map((thing) => {
    const now = thing.end.kind === 'evidence' ? outdated.get(thing.end.id) : undefined;
    return now === undefined ? thing : { ...thing, outdated: { now } };
  });
}

/**
 * The thread of an object, both ways. Whoever may not read single answers is told that there are
 * some, and neither what they say nor how many.
 */
export async function seeThread(
  person: Person,
  programme: { id: string; authorityId: string },
  object: ThreadEnd,
  look: LookUp,
): Promise<SeenThread> {
  const { trace, more } = await wholeThread(programme, object, look);
  const mayRead = can(person, 'answers.read', programme);
  const quoted = hasQuotes(trace);
  if (mayRead.yes && quoted) noteReading(person, 'answers');
  if (mayRead.yes) return { trace, more, hidden: null };
  const hidden = quoted ? mayRead.reason : null;
  return { trace: withoutQuotes(trace), more, hidden };
}

/** The thread of an object with everything on it: what leaves here for people goes through seeThread. */
export async function wholeThread(
  { id, authorityId }: { id: string; authorityId: string },
  object: ThreadEnd,
  look: LookUp,
): Promise<{ trace: Trace; more: boolean }> {
  const db = theStore().read;
  const { hops, things, more } = await gatherThread(
    db,
    authorityId,
    id,
    object,
    look.requirementTitle,
  );
  const trace = traceOf(object, hops, await checked(things, look));
  if (!trace) throw new NotFound('thing on the thread');
  return { trace, more };
}
