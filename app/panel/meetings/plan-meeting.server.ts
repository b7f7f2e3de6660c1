import { newId } from '#db/ids.ts';
import { invitedTo } from '#db/meeting-people.ts';
import { boardsOf, insertMeeting, meetingById, updateMeeting, type Meeting } from '#db/meetings.ts';
import { record, type Programme } from '#db/people.ts';
import { registerRowById } from '#db/registers.ts';
import { theStore, type Reader, type Writer } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { movesDiaries, whyNotThatDay, type MeetingFields } from './meeting.ts';
import { remindMembers, tellMembers } from './tell-members.server.ts';

export type Planned =
  { ok: true; meetingId: string } | { ok: false; problems: { field: string; message: string }[] };

/** Plans a meeting, or writes down one that was held. Nobody is told before members are asked. */
export async function planMeeting(
  by: Person,
  programme: Programme,
  fields: MeetingFields,
  today: string,
  createdAt = new Date(),
): Promise<Planned> {
  allow(by, 'panel.manage', programme);
  const problems = whyNotThatDay(fields, today);
  if (problems.length > 0) return { ok: false, problems };
  const { authorityId, id: programmeId } = programme;
  const id = newId(createdAt);
  const state = fields.already ? 'held' : 'planned';
  const planned = await storedFields(theStore().read, programme, fields);
  await theStore().write(null, async (tx) => {
    await insertMeeting(tx, {
      id,
      authorityId,
      programmeId,
      ...planned,
      state,
      reason: '',
      sequence: 0,
      papersAt: null,
      minutesAt: null,
      approvedOn: null,
      approvedAt: null,
      version: 1,
      createdAt,
    });
    const { title } = fields;
    const what = fields.already ? 'meeting.written-down' : 'meeting.planned';
    await record(tx, by, what, { kind: 'meeting', id }, { title });
  });
  return { ok: true, meetingId: id };
}

/**
 * Changes a meeting. Where day, hour or place change of one that members were asked to, each of them
 * is told, and their calendars learn of it.
 */
export async function changeMeeting(
  by: Person,
  programme: Programme,
  id: string,
  fields: MeetingFields,
  today: string,
  at = new Date(),
): Promise<Planned> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  const planned = await storedFields(theStore().read, programme, fields);
  return theStore().write(`meeting:${id}`, async (tx): Promise<Planned> => {
    const before = await meetingById(tx, authorityId, programme.id, id);
    if (!before) throw new NotFound('meeting');
    if (before.state === 'cancelled') {
      throw new Conflict('This meeting is cancelled. Plan another one instead.');
    }
    const already = before.state === 'held';
    // The day is looked at where it changes only: a note can be added on the day after.
    const moved = fields.heldOn !== before.heldOn;
    const problems = moved ? whyNotThatDay({ ...fields, already }, today) : [];
    if (problems.length > 0) return { ok: false, problems };
    const after = { ...before, ...planned };
    const tells = movesDiaries(before, after);
    const sequence = before.sequence + (tells ? 1 : 0);
    if (!(await updateMeeting(tx, authorityId, id, fields.version, { ...planned, sequence }))) {
      throw new Conflict(
        'Somebody else changed this meeting while you did. Look at how it stands now, and change it again.',
      );
    }
    if (tells && !already) await sayItMoved(tx, after, at);
    await record(tx, by, 'meeting.changed', { kind: 'meeting', id }, { title: fields.title });
    return { ok: true, meetingId: id };
  });
}

async function sayItMoved(tx: Writer, meeting: Meeting, at: Date): Promise<void> {
  const invited = await invitedTo(tx, meeting.authorityId, meeting.id);
  const here = invited.filter(({ leftOn }) => leftOn === null);
  const all = here.map(({ memberId }) => memberId);
  await tellMembers(tx, meeting, all, 'meeting-moved', { at });
  const perhaps = here.filter(({ reply }) => reply !== 'cannot');
  await remindMembers(
    tx,
    meeting,
    perhaps.map(({ memberId }) => memberId),
    at,
  );
}

/** The fields as they are kept: of a site of the register its name and address, as they stand now. */
async function storedFields(db: Reader, { authorityId, id }: Programme, fields: MeetingFields) {
  const { offers, groupId, already: _already, version: _version, ...kept } = fields;
  const boards = groupId === '' ? [] : await boardsOf(db, authorityId, id);
  if (groupId !== '' && !boards.some((board) => board.id === groupId)) throw new NotFound('board');
  const row =
    fields.how === 'online' || fields.siteId === ''
      ? undefined
      : await registerRowById(db, authorityId, id, 'sites', fields.siteId);
  const address = row?.fields['address'];
  const site = row && [row.name, typeof address === 'string' ? address : ''].filter(Boolean);
  const place = fields.how === 'online' ? '' : fields.place || (site?.join(', ') ?? '');
  return {
    ...kept,
    place,
    siteId: row?.id ?? null,
    groupId: groupId === '' ? null : groupId,
    joiningLink: fields.how === 'in-person' ? '' : fields.joiningLink,
    childcare: offers.includes('childcare'),
    travel: offers.includes('travel'),
    easyRead: offers.includes('easyRead'),
  };
}
