import { randomBytes } from 'node:crypto';
import { newId } from '#db/ids.ts';
import { invitationsOf } from '#db/invitations.ts';
import { record, type Programme } from '#db/people.ts';
import {
  callById,
  contactsOfInterests,
  drawsOf,
  insertDraw,
  interestsOf,
  type CallRow,
  type InterestRow,
} from '#db/recruitment.ts';
import { interestsToRead, invitationsToRead } from '#db/shown-words.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { drawPanel } from '../selection/draw.ts';
import { fairLottery } from '../selection/fair-lottery.server.ts';
import { poolOf, type Pool } from '../selection/pool.ts';
import { standingFor, type Invited } from './invitation.ts';
import { balancing, quotasOf } from './open-call.ts';

/** A call with everybody who answered it, and what they wrote as it may be read. */
export async function readCall(by: Person, programme: Programme, callId: string) {
  allow(by, 'panel.see', programme);
  const { read } = theStore();
  const call = await callById(read, programme.authorityId, programme.id, callId);
  if (!call) throw new NotFound('call');
  const where = { authorityId: call.authorityId, programmeId: call.programmeId };
  const people = await interestsToRead(read, where, call.id);
  const contacts = await contactsOfInterests(
    read,
    call.authorityId,
    people.map(({ id }) => id),
  );
  const draws = await drawsOf(read, call.authorityId, call.id);
  const invitations = await invitationsToRead(read, where, call.id);
  return { call, people, contacts, draws, invitations };
}

/**
 * Those who can be drawn: who has neither joined nor said no, and was not caught in the trap. Whoever
 * is on the panel by this call already takes a place, and counts towards what was asked of it.
 */
export function poolFor(call: CallRow, people: readonly InterestRow[]): Pool {
  const joined = people
    .filter(({ outcome }) => outcome === 'member')
    .map(({ about }) => balancing(about));
  const quotas = quotasOf(call.quotas).map((quota) => {
    const there = joined.filter((about) => about[quota.about] === quota.value).length;
    return { ...quota, min: Math.max(0, quota.min - there), max: Math.max(0, quota.max - there) };
  });
  const candidates = people
    .filter(({ outcome, flag }) => outcome === 'waiting' && flag === '')
    .map(({ id, about }) => ({ id, about: balancing(about) }));
  return poolOf(candidates, quotas, Math.max(0, call.size - joined.length));
}

/**
 * Draws a panel by lot from those who are waiting. Drawn anew only for a reason: else one could draw
 * until the result pleases.
 */
export async function drawPanelFor(
  by: Person,
  programme: Programme,
  callId: string,
  reason: string,
): Promise<'drawn' | 'not-possible' | 'reason-needed' | 'invitations-out'> {
  allow(by, 'panel.manage', programme);
  const { call, people, draws, invitations } = await readCall(by, programme, callId);
  const not = whyNotDrawn(draws.length, reason, people, invitations);
  if (not !== null) return not;
  const pool = poolFor(call, people);
  if (pool.size === 0) return 'not-possible';
  const lottery = await fairLottery(pool);
  if (!lottery.possible) return 'not-possible';
  const drawnAt = new Date();
  const seed = randomBytes(12).toString('hex');
  const { drawn } = drawPanel(pool, lottery.panels, seed);
  return theStore().write(`call:${callId}`, async (tx) => {
    const now = await interestsOf(tx, call.authorityId, callId);
    const drawsNow = await drawsOf(tx, call.authorityId, callId);
    const invitedNow = await invitationsOf(tx, call.authorityId, callId);
    const meanwhile = whyNotDrawn(drawsNow.length, reason, now, invitedNow);
    if (meanwhile !== null) return meanwhile;
    if (!samePool(poolFor(call, now), pool)) {
      throw new Conflict('Somebody answered the call meanwhile. Draw again, with them in it.');
    }
    await insertDraw(tx, {
      id: newId(drawnAt),
      authorityId: call.authorityId,
      callId,
      seed,
      pool,
      panels: lottery.panels,
      drawn,
      reason,
      drawnAt,
      drawnBy: by.id,
    });
    await record(
      tx,
      by,
      'panel.drawn',
      { kind: 'call', id: callId },
      {
        title: call.title,
        size: drawn.length,
      },
    );
    return 'drawn';
  });
}

/** Why nobody is drawn as things stand: looked at before the lot is worked out, and where it is kept. */
function whyNotDrawn(
  draws: number,
  reason: string,
  people: readonly InterestRow[],
  invitations: ReadonlyMap<string, Invited>,
): 'reason-needed' | 'invitations-out' | null {
  if (draws > 0 && reason === '') return 'reason-needed';
  return openInvitations(people, invitations) > 0 ? 'invitations-out' : null;
}

/** How many were invited and can still say yes: nobody is drawn over their heads. */
export function openInvitations(
  people: readonly InterestRow[],
  invitations: ReadonlyMap<string, Invited>,
): number {
  return people.filter(({ id, outcome }) => {
    const standing = standingFor(outcome, invitations.get(id), false);
    return standing === 'invited' || standing === 'asks';
  }).length;
}

const samePool = (a: Pool, b: Pool) => JSON.stringify(a) === JSON.stringify(b);
