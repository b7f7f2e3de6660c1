import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotAllowed, NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { deletePrivate, endTermsOn, panelSettingsOf } from '#db/membership.ts';
import { memberById, membershipsOf, updateMember } from '#db/panel.ts';
import { record, replaceLinksOf, updatePerson, type Programme } from '#db/people.ts';
import { deleteSessionsOf } from '#db/sessions.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { daysAfter } from './days.ts';
import { whyNotLeft } from './members.ts';
import { USUAL_SETTINGS } from './members/settings.ts';
import { endLinks } from './post/find-link.server.ts';

interface Leaving {
  leftOn: string;
  /** A code of LEFT_BECAUSE, or empty. */
  leftWhy: string;
}

/**
 * Records that a member left. What they said stays counted; how to reach them and what they need is
 * deleted, at once or after the days that the authority set, and their personal link ends unless they
 * sit on another panel of the authority. Gives what is wrong with the day, or nothing when it is done.
 */
export async function recordLeaving(
  by: Person,
  programme: Programme,
  memberId: string,
  leftOn: string,
  leftWhy = '',
): Promise<{ field: string; message: string }[]> {
  allow(by, 'panel.manage', programme);
  const at = new Date();
  return theStore().write(`member:${memberId}`, async (tx) => {
    const why = await leave(tx, programme, memberId, { leftOn, leftWhy }, at);
    if (why.length === 0) await record(tx, by, 'member.left', { kind: 'member', id: memberId });
    return why;
  });
}

/** The member leaves by themselves, from today. */
export async function leaveMyself(
  member: Person,
  programme: { id: string; authorityId: string },
  memberId: string,
  leftWhy: string,
): Promise<void> {
  allow(member, 'consultation.answer', programme);
  const at = new Date();
  await theStore().write(`member:${memberId}`, async (tx) => {
    const mine = await memberById(tx, programme.authorityId, programme.id, memberId);
    if (mine?.personId !== member.id) throw new NotAllowed('This is not your membership.');
    // Somebody may leave on the day before their first: the day that they joined is kept then.
    const leftOn = [dayOf(at), mine.joinedOn].sort().at(-1) ?? mine.joinedOn;
    await leave(tx, programme, memberId, { leftOn, leftWhy }, at, leftOn);
    // Without the name: whoever leaves shall not be named by the trail for ever.
    const doer = { authorityId: programme.authorityId, name: 'A member' };
    await record(tx, doer, 'member.left-themselves', { kind: 'member', id: memberId });
  });
}

async function leave(
  tx: Writer,
  programme: { id: string; authorityId: string },
  memberId: string,
  { leftOn, leftWhy }: Leaving,
  at: Date,
  latest = dayOf(at),
): Promise<{ field: string; message: string }[]> {
  const { authorityId, id: programmeId } = programme;
  const member = await memberById(tx, authorityId, programmeId, memberId);
  if (!member) throw new NotFound('member');
  if (member.leftOn !== null) throw new Conflict('It is recorded already that this member left.');
  const why = whyNotLeft(leftOn, member.joinedOn, latest);
  if (why !== null) return [{ field: 'leftOn', message: why }];
  const { contactDays } = (await panelSettingsOf(tx, authorityId, programmeId)) ?? USUAL_SETTINGS;
  const until = daysAfter(leftOn, contactDays);
  const contactsUntil = until > dayOf(at) ? until : null;
  await updateMember(tx, authorityId, memberId, {
    leftOn,
    leftWhy: leftWhy === '' ? 'not-said' : leftWhy,
    contactsUntil,
  });
  if (contactsUntil === null) await deletePrivate(tx, authorityId, [memberId]);
  await endTermsOn(tx, authorityId, memberId, leftOn);
  await endLinks(tx, authorityId, { member: memberId }, at);
  if ((await membershipsOf(tx, authorityId, member.personId)).length === 0) {
    await updatePerson(tx, authorityId, member.personId, { closedAt: at });
    await replaceLinksOf(tx, authorityId, member.personId, at);
    await deleteSessionsOf(tx, authorityId, member.personId);
  }
  return [];
}
