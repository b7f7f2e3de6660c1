import { randomBytes } from 'node:crypto';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import {
  callById,
  contactsOfInterests,
  drawsOf,
  insertDraw,
  interestById,
  interestsOf,
  setOutcome,
  type CallRow,
  type InterestRow,
} from '#db/recruitment.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { addMember } from '../add-member.server.ts';
import { drawPanel } from '../selection/draw.ts';
import { fairLottery } from '../selection/fair-lottery.server.ts';
import { poolOf, type Pool } from '../selection/pool.ts';
import { balancing, quotasOf } from './open-call.ts';

/** A call with everybody who answered it. */
export async function readCall(by: Person, programme: Programme, callId: string) {
  allow(by, 'panel.see', programme);
  const { read } = theStore();
  const call = await callById(read, programme.authorityId, programme.id, callId);
  if (!call) throw new NotFound('call');
  const people = await interestsOf(read, call.authorityId, call.id);
  const contacts = await contactsOfInterests(
    read,
    call.authorityId,
    people.map(({ id }) => id),
  );
  const draws = await drawsOf(read, call.authorityId, call.id);
  return { call, people, contacts, draws };
}

/** Those who can be drawn: who has neither joined nor said no, and was not caught in the trap. */
export function poolFor(call: CallRow, people: readonly InterestRow[]): Pool {
  const candidates = people
    .filter(({ outcome, flag }) => outcome === 'waiting' && flag === '')
    .map(({ id, about }) => ({ id, about: balancing(about) }));
  return poolOf(candidates, quotasOf(call.quotas), call.size);
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
): Promise<'drawn' | 'not-possible' | 'reason-needed'> {
  allow(by, 'panel.manage', programme);
  const { call, people, draws } = await readCall(by, programme, callId);
  if (draws.length > 0 && reason === '') return 'reason-needed';
  const pool = poolFor(call, people);
  const lottery = await fairLottery(pool);
  if (!lottery.possible) return 'not-possible';
  const drawnAt = new Date();
  const seed = randomBytes(12).toString('hex');
  const { drawn } = drawPanel(pool, lottery.panels, seed);
  await theStore().write(`call:${callId}`, async (tx) => {
    const now = await interestsOf(tx, call.authorityId, callId);
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
  });
  return 'drawn';
}

const samePool = (a: Pool, b: Pool) => JSON.stringify(a) === JSON.stringify(b);

/** Puts somebody who was drawn on the panel, with what they said and how to reach them. */
export async function takeOntoPanel(
  by: Person,
  programme: Programme,
  callId: string,
  interestId: string,
  today: string,
): Promise<{ memberId: string; name: string }> {
  allow(by, 'panel.manage', programme);
  const { read } = theStore();
  const interest = await waitingInterest(programme, callId, interestId);
  const contacts = await contactsOfInterests(read, programme.authorityId, [interest.id]);
  const contact = contacts.get(interest.id);
  if (!contact) throw new NotFound('person');
  const { about } = interest;
  const { memberId } = await addMember(
    by,
    programme,
    {
      name: contact.name,
      kind: 'parent-or-carer',
      joinedOn: today,
      sex: about['sex'] ?? '',
      ageBand: about['ageBand'] ?? '',
      ethnicGroup: about['ethnicGroup'] ?? '',
      caresAs: about['caresAs'] ?? '',
      area: about['area'] ?? '',
      email: contact.email,
      phone: contact.phone,
      preferred: contact.preferred,
      language: contact.language,
    },
    (tx) => setOutcome(tx, programme.authorityId, interest.id, 'member'),
  );
  return { memberId, name: contact.name };
}

/** Notes that somebody who was drawn said no: the next of those alike them is asked. */
export async function noteDeclined(
  by: Person,
  programme: Programme,
  callId: string,
  interestId: string,
): Promise<void> {
  allow(by, 'panel.manage', programme);
  const interest = await waitingInterest(programme, callId, interestId);
  await theStore().write(`call:${callId}`, async (tx) => {
    await setOutcome(tx, programme.authorityId, interest.id, 'declined');
    await record(tx, by, 'interest.declined', { kind: 'call', id: callId });
  });
}

async function waitingInterest(programme: Programme, callId: string, interestId: string) {
  const { read } = theStore();
  const call = await callById(read, programme.authorityId, programme.id, callId);
  if (!call) throw new NotFound('call');
  const interest = await interestById(read, call.authorityId, call.id, interestId);
  if (!interest) throw new NotFound('person');
  if (interest.outcome !== 'waiting') {
    throw new Conflict(
      'Somebody else has answered for this person meanwhile. Load the page again.',
    );
  }
  return interest;
}
