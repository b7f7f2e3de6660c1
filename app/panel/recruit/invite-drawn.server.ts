import { newId } from '#db/ids.ts';
import {
  insertInvitations,
  invitationsOf,
  updateInvitation,
  type InvitationRow,
} from '#db/invitations.ts';
import { panelSettingsOf } from '#db/membership.ts';
import { record, type Programme } from '#db/people.ts';
import { queueMessage } from '#db/post.ts';
import { callById, drawsOf, interestsOf, type CallRow } from '#db/recruitment.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { dayOf, sayDay } from '#app/ui/words.ts';
import { USUAL_SETTINGS } from '../members/settings.ts';
import { daysAfter } from '../days.ts';
import { type InvitationStanding } from './invitation.ts';
import { standingsOf, turnsOf, type Turns } from './turns.ts';

/** A call inside a write: whose turn it is and where everybody stands. */
export async function callInWrite(
  tx: Writer,
  programme: { id: string; authorityId: string },
  callId: string,
) {
  const { authorityId, id: programmeId } = programme;
  const call = await callById(tx, authorityId, programmeId, callId);
  if (!call) throw new NotFound('call');
  const people = await interestsOf(tx, authorityId, callId);
  const invitations = await invitationsOf(tx, authorityId, callId);
  const [draw] = await drawsOf(tx, authorityId, callId);
  const turns: Turns | null = draw ? turnsOf(draw, people, invitations) : null;
  const standings: Map<string, InvitationStanding> = standingsOf(
    people,
    invitations,
    turns?.asked ?? [],
  );
  return { call, people, invitations, turns, standings };
}

/**
 * Invites everybody whose turn it is and who has no invitation that is out: those drawn, and later
 * those who follow the ones who gave way. Gives how many.
 */
export async function inviteDrawn(
  by: Person,
  programme: Programme,
  callId: string,
  at = new Date(),
): Promise<number> {
  allow(by, 'panel.manage', programme);
  const { authorityId, id: programmeId } = programme;
  return theStore().write(`call:${callId}`, async (tx) => {
    const { call, invitations, turns, standings } = await callInWrite(tx, programme, callId);
    if (!turns) throw new Conflict('Nobody is drawn yet. Draw the panel first.');
    const { answerDays } = (await panelSettingsOf(tx, authorityId, programmeId)) ?? USUAL_SETTINGS;
    const answerBy = daysAfter(dayOf(at), answerDays);
    const due = turns.asked.filter((id) => {
      const standing = standings.get(id);
      return standing === 'drawn' || standing === 'no-answer' || standing === 'late-yes';
    });
    const fresh: InvitationRow[] = [];
    for (const interestId of due) {
      const open = { ...unanswered, invitedAt: at, answerBy };
      const before = invitations.get(interestId);
      const id = before?.id ?? newId(at);
      if (before) await updateInvitation(tx, authorityId, id, open);
      else fresh.push({ id, authorityId, callId, interestId, ...open });
    }
    await insertInvitations(tx, fresh);
    const now = await invitationsOf(tx, authorityId, callId);
    for (const interestId of due) {
      const invitation = now.get(interestId);
      if (invitation)
        await sendInvitation(tx, programmeId, call, invitation, 'panel-invitation', at);
    }
    if (due.length > 0) {
      const details = { title: call.title, count: due.length };
      await record(tx, by, 'panel.invited', { kind: 'call', id: callId }, details);
    }
    return due.length;
  });
}

const unanswered = {
  reminders: 0,
  remindedAt: null,
  answer: '',
  answeredAt: null,
  how: '',
  question: '',
  lapsedAt: null,
};

/** Puts an invitation or a reminder of it into the outbox; each of them once. */
export async function sendInvitation(
  tx: Writer,
  programmeId: string,
  call: Pick<CallRow, 'title' | 'authorityId'>,
  { id, interestId, answerBy, reminders }: InvitationRow,
  kind: 'panel-invitation' | 'panel-invitation-reminder',
  at: Date,
): Promise<void> {
  await queueMessage(tx, {
    authorityId: call.authorityId,
    programmeId,
    to: { interest: interestId },
    kind,
    about: { kind: 'invitation', id },
    data: { answerBy: sayDay(answerBy), title: call.title },
    onceKey: `${kind}:${id}:${answerBy}:${reminders}`,
    at,
  });
}

/** Gives somebody who was invited, or who let the day pass, until another day to answer. */
export async function giveMoreTime(
  by: Person,
  programme: Programme,
  callId: string,
  interestId: string,
  answerBy: string,
  at = new Date(),
): Promise<{ field: string; message: string }[]> {
  allow(by, 'panel.manage', programme);
  return theStore().write(`call:${callId}`, async (tx) => {
    const { invitations, standings } = await callInWrite(tx, programme, callId);
    const invitation = invitations.get(interestId);
    const standing = standings.get(interestId);
    if (!invitation || (standing !== 'invited' && standing !== 'asks')) {
      throw new Conflict('This person does not wait to answer any more. Load the page again.');
    }
    if (answerBy < dayOf(at)) {
      return [{ field: 'answerBy', message: 'Enter today or a day after it' }];
    }
    // Whoever asked something has heard from us by now: they are invited, and reminded, as before.
    const change = { answerBy, reminders: 0, answer: '', answeredAt: null, how: '' };
    await updateInvitation(tx, programme.authorityId, invitation.id, change);
    await record(tx, by, 'invitation.longer', { kind: 'call', id: callId });
    return [];
  });
}

/** Tells everybody who was not drawn, once; gives how many were not told before. */
export async function tellTheRest(
  by: Person,
  programme: Programme,
  callId: string,
  at = new Date(),
): Promise<number> {
  allow(by, 'panel.manage', programme);
  const { authorityId, id: programmeId } = programme;
  return theStore().write(`call:${callId}`, async (tx) => {
    const { call, people, turns, standings } = await callInWrite(tx, programme, callId);
    if (!turns) throw new Conflict('Nobody is drawn yet. Draw the panel first.');
    let told = 0;
    for (const { id, flag } of people) {
      if (standings.get(id) !== 'waiting' || flag !== '') continue;
      const queued = await queueMessage(tx, {
        authorityId,
        programmeId,
        to: { interest: id },
        kind: 'panel-not-drawn',
        about: { kind: 'call', id: callId },
        data: { title: call.title, keepUntil: sayDay(call.keepUntil), code: call.code },
        onceKey: `panel-not-drawn:${id}`,
        at,
      });
      if (queued !== null) told += 1;
    }
    const details = { title: call.title, count: told };
    if (told > 0) await record(tx, by, 'panel.rest-told', { kind: 'call', id: callId }, details);
    return told;
  });
}
