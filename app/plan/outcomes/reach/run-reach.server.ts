import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { newId } from '#db/ids.ts';
import {
  deleteCountsAt,
  insertCounts,
  insertReachReturn,
  reachReturnsOf,
  updateReachReturn,
  type Place,
} from '#db/outcomes.ts';
import { record, type Programme } from '#db/people.ts';
import { isUniqueViolation, theStore, type Writer } from '#db/store.server.ts';
import { quarterAfter, sayQuarter, type Quarter } from '../quarters.ts';
import { checksOf, type Check } from './check-reach.ts';
import { readSites } from './read-reach.server.ts';
import {
  cellOf,
  countsAt,
  sitesIn,
  standingReturns,
  stateOf,
  underNames,
  type Count,
  type ReachReturn,
  type Site,
} from './reach.ts';

const SUBMITTED = 'This version was submitted. Begin a new version to change anything.';
const MEANWHILE =
  'Somebody else changed this return meanwhile. Load it again: what they entered is there.';

const placeOf = ({ authorityId, id }: Programme) => ({ authorityId, programmeId: id });
const about = ({ id }: ReachReturn) => ({ kind: 'reach-return', id });

/** Does something to the draft of a quarter's return, which is made where there is none. */
async function inDraft<T>(
  by: Person,
  programme: Programme,
  quarter: Quarter,
  at: Date,
  work: (tx: Writer, draft: ReachReturn, isNew: boolean) => Promise<T>,
): Promise<T> {
  const place = placeOf(programme);
  const sites = await readSites(programme);
  try {
    return await theStore().write(`programme:${programme.id}`, async (tx) => {
      const [newest] = await reachReturnsOf(tx, place, [quarter]);
      if (newest?.submittedAt) throw new Conflict(SUBMITTED);
      if (newest) return work(tx, await renamed(tx, place, newest, sites), false);
      const first = blank(by.name, quarter, 1, at);
      await insertReachReturn(tx, place, first);
      return work(tx, first, true);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Conflict(MEANWHILE);
  }
}

/** A draft with its counts under the names of the register, kept so. */
async function renamed(
  tx: Writer,
  place: Place,
  draft: ReachReturn,
  sites: readonly Site[],
): Promise<ReachReturn> {
  const counts = underNames(draft.counts, sites);
  const isSame = counts.length === draft.counts.length;
  if (isSame && counts.every((one, at) => one === draft.counts[at])) return draft;
  await deleteCountsAt(tx, place, draft.id, sitesIn(draft.counts));
  const atSites = counts.filter(({ siteName }) => siteName !== '');
  await insertCounts(tx, place, draft.id, atSites);
  return { ...draft, counts };
}

function blank(createdBy: string, quarter: Quarter, number: number, at: Date): ReachReturn {
  const empty = { note: '', reason: '', submittedAt: null, submittedBy: null, counts: [] };
  return { id: newId(at), quarter, number, createdBy, createdAt: at, version: 1, ...empty };
}

/**
 * Keeps what was counted at a site, in place of what stood there.
 *
 * @param seen what stood there when the form was shown (`stateOf`); somebody else's counts come back
 *   where they are others now
 */
export async function keepSite(
  by: Person,
  programme: Programme,
  quarter: Quarter,
  site: { id: string; name: string },
  counts: readonly Count[],
  seen: string,
  at = new Date(),
): Promise<{ outcome: 'saved' } | { outcome: 'changed-meanwhile'; theirs: Count[] }> {
  allow(by, 'measures.enter', programme);
  return inDraft(by, programme, quarter, at, async (tx, draft) => {
    const theirs = countsAt(draft.counts, site.name);
    if (stateOf(theirs) !== seen) return { outcome: 'changed-meanwhile', theirs };
    await deleteCountsAt(tx, programme, draft.id, [site.name]);
    await insertCounts(tx, placeOf(programme), draft.id, counts);
    await touch(tx, programme, draft);
    await record(tx, by, 'reach.changed', about(draft), { quarter: sayQuarter(quarter) });
    return { outcome: 'saved' };
  });
}

async function touch(tx: Writer, programme: Programme, draft: ReachReturn) {
  if (!(await updateReachReturn(tx, programme, draft, {}))) throw new Conflict(MEANWHILE);
}

/** Takes out what a draft counts at a name that is not in the register. */
export async function takeOutSite(
  by: Person,
  programme: Programme,
  quarter: Quarter,
  { name, seen }: { name: string; seen: number },
  at = new Date(),
): Promise<void> {
  allow(by, 'measures.enter', programme);
  await inDraft(by, programme, quarter, at, async (tx, draft) => {
    if (draft.version !== seen) throw new Conflict(MEANWHILE);
    if (countsAt(draft.counts, name).length === 0) throw new NotFound('site');
    await deleteCountsAt(tx, programme, draft.id, [name]);
    await touch(tx, programme, draft);
    await record(tx, by, 'reach.changed', about(draft), { quarter: sayQuarter(quarter) });
  });
}

/** Brings counts of a file in. A count for a cell that has one takes its place; others stay. */
export async function bringCounts(
  by: Person,
  programme: Programme,
  quarter: Quarter,
  counts: readonly Count[],
  at = new Date(),
): Promise<{ added: number; changed: number; same: number }> {
  allow(by, 'measures.enter', programme);
  return inDraft(by, programme, quarter, at, async (tx, draft) => {
    const there = new Map(draft.counts.map((one) => [cellOf(one), one]));
    const done = { added: 0, changed: 0, same: 0 };
    for (const one of counts) {
      const was = there.get(cellOf(one));
      done[was === undefined ? 'added' : was.count === one.count ? 'same' : 'changed'] += 1;
      there.set(cellOf(one), one);
    }
    if (done.added + done.changed === 0) return done;
    const sites = [...new Set(counts.map(({ siteName }) => siteName))];
    const fresh = [...there.values()].filter(({ siteName }) => sites.includes(siteName));
    await deleteCountsAt(tx, programme, draft.id, sites);
    await insertCounts(tx, placeOf(programme), draft.id, fresh);
    await touch(tx, programme, draft);
    const details = { quarter: sayQuarter(quarter), count: done.added + done.changed };
    await record(tx, by, 'reach.brought', about(draft), details);
    return done;
  });
}

/**
 * Keeps the note of a draft.
 *
 * @param seen the version that the form was shown with, 0 where there was no draft; somebody else's
 *   note comes back where the draft is another now
 */
export async function noteReturn(
  by: Person,
  programme: Programme,
  quarter: Quarter,
  { note, seen }: { note: string; seen: number },
  at = new Date(),
): Promise<{ outcome: 'saved' } | { outcome: 'changed-meanwhile'; theirs: ReachReturn }> {
  allow(by, 'measures.enter', programme);
  return inDraft(by, programme, quarter, at, async (tx, draft, isNew) => {
    const version = isNew && seen === 0 ? draft.version : seen;
    if (!(await updateReachReturn(tx, programme, { ...draft, version }, { note }))) {
      return { outcome: 'changed-meanwhile', theirs: draft };
    }
    await record(tx, by, 'reach.changed', about(draft), { quarter: sayQuarter(quarter) });
    return { outcome: 'saved' };
  });
}

/** Freezes the draft as it was submitted; says what stands in its way. */
export async function submitReach(
  by: Person,
  programme: Programme,
  quarter: Quarter,
  seen: number,
  at = new Date(),
): Promise<Check[]> {
  allow(by, 'measures.enter', programme);
  const sites = await readSites(programme);
  return inDraft(by, programme, quarter, at, async (tx, draft) => {
    if (draft.version !== seen) throw new Conflict(MEANWHILE);
    const last = await reachReturnsOf(tx, placeOf(programme), [quarterAfter(quarter, -1)]);
    const before = underNames(standingReturns(last)[0]?.counts ?? [], sites);
    const errors = checksOf(draft.counts, { quarter, today: dayOf(at), sites, before }).filter(
      ({ weight }) => weight === 'error',
    );
    if (errors.length > 0) return errors;
    const submitted = { submittedAt: at, submittedBy: by.name };
    if (!(await updateReachReturn(tx, programme, draft, submitted))) throw new Conflict(MEANWHILE);
    const details = { quarter: sayQuarter(quarter), number: draft.number };
    await record(tx, by, 'reach.submitted', about(draft), details);
    return [];
  });
}

/** Begins a new version of a return that was submitted, with its counts and the reason. */
export async function correctReach(
  by: Person,
  programme: Programme,
  quarter: Quarter,
  why: string,
  at = new Date(),
): Promise<void> {
  allow(by, 'measures.enter', programme);
  const place = placeOf(programme);
  await theStore().write(`programme:${programme.id}`, async (tx) => {
    const [newest] = await reachReturnsOf(tx, place, [quarter]);
    if (!newest) throw new NotFound('reach return');
    if (!newest.submittedAt) throw new Conflict('There is a version that was not submitted yet.');
    const { note, counts } = newest;
    const next = { ...blank(by.name, quarter, newest.number + 1, at), note, reason: why, counts };
    await insertReachReturn(tx, place, next);
    const details = { quarter: sayQuarter(quarter), number: next.number, why };
    await record(tx, by, 'reach.reopened', about(next), details);
  });
}
