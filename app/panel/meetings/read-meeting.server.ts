import { actionsOf, decisionsOf } from '#db/meeting-notes.ts';
import { attendanceAt, guestsAt } from '#db/meeting-people.ts';
import { agendaOf, boardsOf, meetingsOf, type Meeting } from '#db/meetings.ts';
import { consultationsOf } from '#db/consultations.ts';
import { notesToRead } from '#db/shown-words.ts';
import { theStore } from '#db/store.server.ts';
import { themesOf } from '#db/themes.ts';
import { followed, lookedBackOn } from './actions.ts';
import { whoWasThere } from './attendance.ts';
import type { MeetingRecord } from './minutes.ts';
import { restOf } from './notes.ts';

/** What a decision of a programme can rest on, as the form offers it. */
export async function restsOf(
  authorityId: string,
  programmeId: string,
): Promise<{ value: string; label: string }[]> {
  const { read } = theStore();
  const consultations = await consultationsOf(read, authorityId, programmeId);
  const themes = await themesOf(read, authorityId, programmeId);
  return [
    ...consultations
      .filter(({ consultation }) => consultation.status !== 'draft')
      .map(({ consultation: { id, title } }) => ({
        value: `consultation:${id}`,
        label: `Consultation: ${title}`,
      })),
    ...themes.map(({ theme: { id, name } }) => ({ value: `theme:${id}`, label: `Theme: ${name}` })),
  ];
}

/** A meeting with everything that was written down of it. The caller has checked who asks. */
export async function readMeeting(meeting: Meeting, today: string): Promise<MeetingRecord> {
  const { read } = theStore();
  const { authorityId, programmeId, groupId, id } = meeting;
  const group = await meetingsOf(read, authorityId, programmeId, groupId);
  const all = followed(await actionsOf(read, authorityId, programmeId), group, today);
  const earlier = group.find((one) => one.state === 'held' && one.heldOn < meeting.heldOn);
  const decisions = await decisionsOf(read, authorityId, programmeId, id);
  const names = decisions.some(({ restsOn }) => restOf(restsOn))
    ? new Map((await restsOf(authorityId, programmeId)).map(({ value, label }) => [value, label]))
    : new Map<string, string>();
  const boards = groupId === null ? [] : await boardsOf(read, authorityId, programmeId);
  return {
    meeting,
    group: groupId === null ? null : (boards.find((one) => one.id === groupId)?.name ?? 'a board'),
    items: await agendaOf(read, authorityId, id),
    notes: await notesToRead(read, { authorityId, programmeId }, id),
    decisions: decisions.map(({ restsOn, ...decision }) => ({
      ...decision,
      rests: names.get(restsOn) ?? '',
    })),
    actions: all.filter(({ from }) => from.id === id),
    before: lookedBackOn(all, meeting, earlier?.heldOn ?? null),
    who: whoWasThere(
      await attendanceAt(read, authorityId, [id]),
      await guestsAt(read, authorityId, [id]),
    ),
  };
}
