import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotAllowed, NotFound } from '#app/people/errors.ts';
import { programmeById, record } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { theoryCache } from '#db/thread-theory.ts';
import { thingsOf } from '#db/thread-things.ts';
import { confirmTie, tie, untie } from '#db/thread.ts';
import { KIND_NAMES, mayTie, PRIVATE, type ThreadEnd } from './kinds.ts';
import { RIGHT_TO_TIE } from './rights.ts';
import { endKey } from './trace.ts';

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
  allow(by, RIGHT_TO_TIE[to.kind], { authorityId: by.authorityId });
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
    const toWordsThen = target.says ?? '';
    await tie(tx, [
      { authorityId, programmeId, from, to, note, at, by: by.id, wordsThen, toWordsThen },
    ]);
    await record(tx, by, 'thread.tied', to, {
      from: source.what.toLowerCase(),
      to: target.what.toLowerCase(),
    });
  });
}

/**
 * Lets a tie stand although one of its ends says something else by now: somebody looked at it again.
 * What was kept when they were tied stays. Nothing can stand on something that is gone.
 */
export async function letStand(
  by: Person,
  programmeId: string,
  { from, to }: Ends,
  requirementTitle: (key: string) => string | undefined,
): Promise<void> {
  allow(by, RIGHT_TO_TIE[to.kind], { authorityId: by.authorityId });
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const { authorityId } = by;
    if (!(await programmeById(tx, authorityId, programmeId))) throw new NotFound('programme');
    const theories = theoryCache(tx, authorityId, programmeId);
    const where = { db: tx, authorityId, programmeId, theories };
    const things = await thingsOf(where, [from, to], requirementTitle);
    const found = new Map(things.map((thing) => [endKey(thing.end), thing]));
    const [source, target] = [found.get(endKey(from)), found.get(endKey(to))];
    if (!source || !target) throw new NotFound('what this rests on');
    const words = PRIVATE.has(from.kind) ? '' : source.title;
    const again = { words, toWords: target.says ?? '', by: by.id, at: new Date() };
    if (!(await confirmTie(tx, { authorityId, programmeId }, { from, to }, again)))
      throw new NotFound('tie');
    await record(tx, by, 'thread.stands', to, {
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
  allow(by, RIGHT_TO_TIE[to.kind], { authorityId: by.authorityId });
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const { authorityId } = by;
    if (!(await programmeById(tx, authorityId, programmeId))) throw new NotFound('programme');
    if (!(await untie(tx, { authorityId, programmeId }, from, to))) return;
    await record(tx, by, 'thread.untied', to, {
      from: KIND_NAMES[from.kind].toLowerCase(),
      to: KIND_NAMES[to.kind].toLowerCase(),
    });
  });
}
