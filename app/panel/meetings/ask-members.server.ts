import { newId } from '#db/ids.ts';
import { insertInvitations, meetingOfPerson, putReply } from '#db/meeting-people.ts';
import { meetingById, meetingByItsId, type Meeting } from '#db/meetings.ts';
import { memberAnywhere, membersOf } from '#db/panel.ts';
import { record, type Doer, type Programme } from '#db/people.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { findLink, spendLink } from '../post/find-link.server.ts';
import { repliesTo, type MeetingReply } from './meeting.ts';
import { forgetReminders, remindMembers, tellMembers } from './tell-members.server.ts';

/**
 * Asks every member who is on the panel now and was not asked before. Pressed again it asks those who
 * joined since, and nobody twice. Gives how many were asked.
 */
export async function askMembers(
  by: Person,
  programme: Programme,
  id: string,
  at = new Date(),
): Promise<number> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  return theStore().write(`meeting:${id}`, async (tx) => {
    const meeting = await meetingById(tx, authorityId, programme.id, id);
    if (!meeting) throw new NotFound('meeting');
    if (meeting.state === 'cancelled') throw new Conflict('This meeting is cancelled.');
    const members = await membersOf(tx, authorityId, programme.id);
    const made = await insertInvitations(
      tx,
      members
        .filter(({ leftOn }) => leftOn === null)
        .map(({ id: memberId }) => ({
          id: newId(at),
          authorityId,
          meetingId: id,
          memberId,
          invitedAt: at,
          reply: 'waiting',
          needs: '',
          repliedAt: null,
        })),
    );
    const asked = made.map(({ memberId }) => memberId);
    // Of a meeting that was held, nobody needs to be told: they see its minutes on their page.
    if (meeting.state === 'planned') {
      await tellMembers(tx, meeting, asked, 'meeting-invitation', { at });
      await remindMembers(tx, meeting, asked, at);
    }
    const details = { title: meeting.title, count: asked.length };
    if (asked.length > 0) await record(tx, by, 'meeting.asked', { kind: 'meeting', id }, details);
    return asked.length;
  });
}

export interface Replied {
  reply: MeetingReply;
  needs: string;
}

/** A member says whether they come. The last reply stands, however often it is sent. */
export async function replyToMeeting(
  by: Person,
  id: string,
  replied: Replied,
  at = new Date(),
): Promise<void> {
  allow(by, 'consultation.answer', by);
  await theStore().write(`meeting:${id}`, async (tx) => {
    const found = await meetingOfPerson(tx, by.authorityId, by.id, id);
    if (!found) throw new NotFound('meeting');
    await keepReply(tx, found.meeting, found.invitation.memberId, replied, at);
    // Who comes is not for the trail: it says only that somebody on the panel answered.
    await record(
      tx,
      aMember(by),
      'meeting.replied',
      { kind: 'meeting', id },
      titleOf(found.meeting),
    );
  });
}

/** The same by the link of an invitation. False when the link does not work any more. */
export async function replyByLink(
  token: string,
  replied: Replied,
  at = new Date(),
): Promise<boolean> {
  // Looked for first: only then is it known of which authority the write is.
  if (!(await findLink(token, 'meeting', at))) return false;
  return theStore().write(null, async (tx) => {
    const link = await spendLink(tx, token, 'meeting', at);
    const memberId = link?.memberId ?? null;
    if (!link || memberId === null || link.about?.kind !== 'meeting') return false;
    const { authorityId, about } = link;
    const meeting = await meetingByItsId(tx, authorityId, about.id);
    const member = await memberAnywhere(tx, authorityId, memberId);
    if (!meeting || member?.leftOn !== null) return false;
    await keepReply(tx, meeting, memberId, replied, at);
    const thing = { kind: 'meeting', id: meeting.id };
    await record(tx, aMember({ authorityId }), 'meeting.replied', thing, titleOf(meeting));
    return true;
  });
}

/** What a member said by telephone or at the school gate, typed by staff. */
export async function typeReply(
  by: Person,
  programme: Programme,
  id: string,
  memberId: string,
  replied: Replied,
  at = new Date(),
): Promise<void> {
  allow(by, 'panel.manage', programme);
  await theStore().write(`meeting:${id}`, async (tx) => {
    const meeting = await meetingById(tx, programme.authorityId, programme.id, id);
    if (!meeting) throw new NotFound('meeting');
    await keepReply(tx, meeting, memberId, replied, at);
    await record(tx, by, 'meeting.reply-typed', { kind: 'meeting', id }, titleOf(meeting));
  });
}

async function keepReply(
  tx: Writer,
  meeting: Meeting,
  memberId: string,
  { reply, needs }: Replied,
  at: Date,
): Promise<void> {
  const { authorityId, id } = meeting;
  if (meeting.state === 'cancelled') throw new Conflict('This meeting is cancelled.');
  if (meeting.state === 'held') throw new Conflict('This meeting is over.');
  if (!repliesTo(meeting.how).includes(reply)) {
    throw new Conflict('How people take part has changed. Look at the meeting again.');
  }
  const change = { reply, needs: reply === 'cannot' ? '' : needs, repliedAt: at };
  if (!(await putReply(tx, authorityId, id, memberId, change))) throw new NotFound('meeting');
  if (reply === 'cannot') await forgetReminders(tx, meeting, [memberId]);
  else await remindMembers(tx, meeting, [memberId], at);
}

const titleOf = ({ title }: Meeting) => ({ title });
const aMember = ({ authorityId }: { authorityId: string }): Doer => ({
  authorityId,
  name: 'A member of the panel',
});
