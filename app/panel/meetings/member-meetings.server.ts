import {
  meetingOfMember,
  meetingOfPerson,
  meetingsOfMember,
  type Invitation,
} from '#db/meeting-people.ts';
import { agendaOf, type Meeting } from '#db/meetings.ts';
import { memberAnywhere } from '#db/panel.ts';
import { authorityById, type Authority } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { findLink } from '../post/find-link.server.ts';
import { timed } from './agenda.ts';

/** A meeting that a member was asked to. */
export async function myMeeting(
  by: Person,
  id: string,
): Promise<{ meeting: Meeting; invitation: Invitation }> {
  allow(by, 'consultation.answer', by);
  const found = await meetingOfPerson(theStore().read, by.authorityId, by.id, id);
  if (!found) throw new NotFound('meeting');
  return found;
}

/** The meeting that the link of an invitation opens, while it works; nothing is changed. */
export async function meetingOfLink(
  token: string,
): Promise<{ meeting: Meeting; invitation: Invitation; authority: Authority } | undefined> {
  const link = await findLink(token, 'meeting');
  const memberId = link?.memberId ?? null;
  if (!link || memberId === null || link.about?.kind !== 'meeting') return undefined;
  const { read } = theStore();
  const member = await memberAnywhere(read, link.authorityId, memberId);
  const found = await meetingOfMember(read, link.authorityId, memberId, link.about.id);
  const authority = await authorityById(read, link.authorityId);
  return found && authority && member?.leftOn === null ? { ...found, authority } : undefined;
}

/** The agenda with its hours as members may read it: null before its papers are published. */
export async function agendaForMembers(meeting: Meeting) {
  if (meeting.papersAt === null) return null;
  const items = await agendaOf(theStore().read, meeting.authorityId, meeting.id);
  return timed(items, meeting.startsAt).map(({ id, title, paper, from }) => ({
    id,
    title,
    paper,
    from,
  }));
}

/** What of a meeting its members may read; the link to join is for those who were asked. */
export function forMembers(meeting: Meeting) {
  const { papersAt, minutesAt, version: _v, authorityId: _a, programmeId: _p, ...shown } = meeting;
  return { ...shown, hasPapers: papersAt !== null, hasMinutes: minutesAt !== null };
}

/** How many past meetings with minutes stand on a member's page. */
const MOST_MINUTES = 4;

/** The meetings on a member's own page: those that come, and the last ones with minutes. */
export async function meetingsOnMyPage(member: { id: string; authorityId: string }, today: string) {
  const all = await meetingsOfMember(theStore().read, member.authorityId, member.id);
  return {
    coming: all
      .filter(({ meeting }) => meeting.state !== 'held' && meeting.heldOn >= today)
      .map(({ meeting, invitation }) => {
        const { id, title, heldOn, startsAt, endsAt, how, place, state } = meeting;
        return { id, title, heldOn, startsAt, endsAt, how, place, state, reply: invitation.reply };
      }),
    minutes: all
      .filter(({ meeting }) => meeting.state === 'held' && meeting.minutesAt !== null)
      .map(({ meeting: { id, title, heldOn } }) => ({ id, title, heldOn }))
      .reverse()
      .slice(0, MOST_MINUTES),
  };
}
