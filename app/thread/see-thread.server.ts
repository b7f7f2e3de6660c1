import { can, type Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { theStore } from '#db/store.server.ts';
import { gatherThread } from '#db/thread-trace.ts';
import type { ThreadEnd } from './kinds.ts';
import { traceOf, withoutQuotes, type Trace } from './trace.ts';

/** A thread as one person may see it. */
export interface SeenThread {
  trace: Trace;
  /** True when there is more than anybody would read, and some was left out. */
  more: boolean;
  /** Why this person reads no single answers; null when they may. */
  hidden: string | null;
}

/**
 * The thread of an object, both ways. Whoever may not read single answers sees that they are there,
 * and not what they say.
 */
export async function seeThread(
  person: Person,
  programme: { id: string; authorityId: string },
  object: ThreadEnd,
  requirementTitle: (key: string) => string | undefined,
): Promise<SeenThread> {
  const { authorityId, id } = programme;
  const db = theStore().read;
  const gathered = await gatherThread(db, authorityId, id, object, requirementTitle);
  const trace = traceOf(object, gathered.hops, gathered.things);
  if (!trace) throw new NotFound('thing on the thread');
  const mayRead = can(person, 'answers.read', programme);
  return mayRead.yes
    ? { trace, more: gathered.more, hidden: null }
    : { trace: withoutQuotes(trace), more: gathered.more, hidden: mayRead.reason };
}
