import { guestsAt, invitedTo, withoutGuestNames } from '#db/meeting-people.ts';
import { meetingById, meetingsOf, updateMeeting, type Meeting } from '#db/meetings.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { AuditAction } from '#app/people/audit.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { forgetReminders, tellMembers } from './tell-members.server.ts';

/** Calls a meeting off, with the reason that members read. Everybody who was asked is told. */
export async function cancelMeeting(
  by: Person,
  programme: Programme,
  id: string,
  reason: string,
  at = new Date(),
): Promise<void> {
  await changeState(by, programme, id, 'meeting.cancelled', async (tx, meeting) => {
    if (meeting.state !== 'planned') {
      throw new Conflict('Only a meeting that lies ahead can be cancelled.');
    }
    const after = { ...meeting, state: 'cancelled', reason };
    const invited = await invitedTo(tx, meeting.authorityId, id);
    const here = invited.filter(({ leftOn }) => leftOn === null);
    await forgetReminders(
      tx,
      meeting,
      invited.map(({ memberId }) => memberId),
    );
    await tellMembers(
      tx,
      after,
      here.map(({ memberId }) => memberId),
      'meeting-cancelled',
      { at },
    );
    return { state: 'cancelled', reason, sequence: meeting.sequence + 1 };
  });
}

/** Notes that a meeting took place: from now on it is counted, and its notes make the minutes. */
export async function holdMeeting(
  by: Person,
  programme: Programme,
  id: string,
  today: string,
): Promise<void> {
  await changeState(by, programme, id, 'meeting.held', (_tx, meeting) => {
    if (meeting.state === 'cancelled') throw new Conflict('This meeting was cancelled.');
    if (meeting.heldOn > today) {
      throw new Conflict('This meeting has not begun yet. Change its day if it was held earlier.');
    }
    return Promise.resolve({ state: 'held' });
  });
}

/** Lets members read the minutes, as a draft until they are approved. */
export async function shareMinutes(
  by: Person,
  programme: Programme,
  id: string,
  at = new Date(),
): Promise<void> {
  await changeState(by, programme, id, 'meeting.minutes-shared', (_tx, meeting) => {
    mustBeHeld(meeting);
    return Promise.resolve({ minutesAt: meeting.minutesAt ?? at });
  });
}

/**
 * Records that a later meeting found the minutes right. Names of guests, which were kept for the
 * organiser alone, go with that: the counts stay.
 */
export async function approveMinutes(
  by: Person,
  programme: Programme,
  id: string,
  laterId: string,
  at = new Date(),
): Promise<void> {
  await changeState(by, programme, id, 'meeting.minutes-approved', async (tx, meeting) => {
    mustBeHeld(meeting);
    if (meeting.approvedOn !== null) throw new Conflict('These minutes are approved already.');
    const { authorityId, programmeId, groupId } = meeting;
    const group = await meetingsOf(tx, authorityId, programmeId, groupId);
    const later = group.find((one) => one.id === laterId);
    if (later?.state !== 'held' || later.heldOn < meeting.heldOn || later.id === id) {
      throw new Conflict('Minutes are approved at a later meeting that was held.');
    }
    if ((await guestsAt(tx, authorityId, [id])).length > 0) {
      await withoutGuestNames(tx, authorityId, id);
    }
    return {
      approvedOn: later.heldOn,
      approvedAt: later.id,
      minutesAt: meeting.minutesAt ?? at,
    };
  });
}

function mustBeHeld({ state }: Meeting): void {
  if (state !== 'held') throw new Conflict('Minutes are of a meeting that was held.');
}

/** Loads, changes, saves and records: what every step of a meeting's life has in common. */
async function changeState(
  by: Person,
  programme: Programme,
  id: string,
  action: AuditAction,
  change: (tx: Writer, meeting: Meeting) => Promise<Parameters<typeof updateMeeting>[4]>,
): Promise<void> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  await theStore().write(`meeting:${id}`, async (tx) => {
    const meeting = await meetingById(tx, authorityId, programme.id, id);
    if (!meeting) throw new NotFound('meeting');
    const what = await change(tx, meeting);
    if (!(await updateMeeting(tx, authorityId, id, meeting.version, what))) {
      throw new Conflict('Somebody else changed this meeting. Look at how it stands now.');
    }
    await record(tx, by, action, { kind: 'meeting', id }, { title: meeting.title });
  });
}
