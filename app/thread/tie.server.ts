import { allow } from '#app/people/allow.server.ts';
import type { Action, Person } from '#app/people/can.ts';
import { NotAllowed, NotFound } from '#app/people/errors.ts';
import { programmeById, record } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { theoryCache } from '#db/thread-theory.ts';
import { thingsOf } from '#db/thread-things.ts';
import { tie, untie } from '#db/thread.ts';
import { KIND_NAMES, mayTie, PRIVATE, type ThreadEnd, type ThreadKind } from './kinds.ts';
import { endKey } from './trace.ts';

/** Who ties something changes what it is tied to: the same right as for editing that. */
const RIGHT: Readonly<Record<ThreadKind, Action>> = {
  response: 'themes.edit',
  note: 'themes.edit',
  'meeting-note': 'themes.edit',
  poll: 'themes.edit',
  vote: 'themes.edit',
  asked: 'panel.manage',
  theme: 'themes.edit',
  evidence: 'needs.edit',
  need: 'needs.edit',
  box: 'theory.edit',
  link: 'theory.edit',
  'plan-line': 'plan.edit',
  requirement: 'plan.edit',
  reply: 'replies.publish',
};

interface Ends {
  from: ThreadEnd;
  to: ThreadEnd;
}

/**
 * Ties two things of a programme together: `to` rests on `from` from now on. Both must be there, in
 * this authority and this programme, and the line must allow it. What is tied already stays so.
 *
 * @param requirementTitle what a requirement says, by its id on the thread; undefined for one of a
 *   pack that the programme does not follow
 */
export async function tieEnds(
  by: Person,
  programmeId: string,
  { from, to, note = '' }: Ends & { note?: string },
  requirementTitle: (key: string) => string | undefined,
): Promise<void> {
  allow(by, RIGHT[to.kind], { authorityId: by.authorityId });
  if (!mayTie(from.kind, to.kind)) {
    const [a, b] = [KIND_NAMES[to.kind].toLowerCase(), KIND_NAMES[from.kind].toLowerCase()];
    throw new NotAllowed(`A ${a} cannot rest on a ${b}.`);
  }
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const { authorityId } = by;
    if (!(await programmeById(tx, authorityId, programmeId))) throw new NotFound('programme');
    const theories = theoryCache(tx, authorityId, programmeId);
    const where = { db: tx, authorityId, programmeId, theories };
    const things = await thingsOf(where, [from, to], requirementTitle);
    const found = new Map(things.map((thing) => [endKey(thing.end), thing]));
    const [source, target] = [found.get(endKey(from)), found.get(endKey(to))];
    if (!source) throw new NotFound(KIND_NAMES[from.kind].toLowerCase());
    if (!target) throw new NotFound(KIND_NAMES[to.kind].toLowerCase());
    const at = new Date();
    const wordsThen = PRIVATE.has(from.kind) ? '' : source.title;
    await tie(tx, [{ authorityId, programmeId, from, to, note, at, by: by.id, wordsThen }]);
    await record(tx, by, 'thread.tied', to, {
      from: source.what.toLowerCase(),
      to: target.what.toLowerCase(),
    });
  });
}

/** Takes a tie away; harmless when it is gone already. */
export async function untieEnds(
  by: Person,
  programmeId: string,
  { from, to }: Ends,
): Promise<void> {
  allow(by, RIGHT[to.kind], { authorityId: by.authorityId });
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const { authorityId } = by;
    if (!(await programmeById(tx, authorityId, programmeId))) throw new NotFound('programme');
    if (!(await untie(tx, authorityId, from, to))) return;
    await record(tx, by, 'thread.untied', to, {
      from: KIND_NAMES[from.kind].toLowerCase(),
      to: KIND_NAMES[to.kind].toLowerCase(),
    });
  });
}
