import { flagIfWorrying } from '#db/care.ts';
import { newId } from '#db/ids.ts';
import {
  actionById,
  deleteAction,
  deleteDecision,
  deleteMeetingNote,
  insertAction,
  insertDecision,
  insertMeetingNote,
  MEETING_NOTE_SOURCE,
  updateAction,
} from '#db/meeting-notes.ts';
import { replaceAttendance } from '#db/meeting-people.ts';
import { agendaOf, meetingById, updateMeeting, type Meeting } from '#db/meetings.ts';
import { membersOf } from '#db/panel.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { forgetWords } from '#db/coding.ts';
import { allow } from '#app/people/allow.server.ts';
import type { AuditAction } from '#app/people/audit.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import type { ActionFields, SettleFields } from './actions.ts';
import type { AttendanceFields } from './attendance.ts';
import type { DecisionFields, Speaker } from './notes.ts';

/** What is written down of a meeting, one thing at a time. */
export type WrittenDown =
  | { what: 'note'; itemId: string; text: string }
  | { what: 'comment'; itemId: string; said: string; saidBy: Speaker; quote: boolean }
  | { what: 'decision'; itemId: string; fields: Omit<DecisionFields, 'itemId'> }
  | { what: 'action'; itemId: string; fields: ActionFields };

const TRAIL: Readonly<Record<WrittenDown['what'], AuditAction>> = {
  note: 'meeting.noted',
  comment: 'meeting.noted',
  decision: 'meeting.decided',
  action: 'meeting.action-added',
};

/** Writes something down under an item of the agenda, or under none. Gives its id. */
export async function writeDown(
  by: Person,
  programme: Programme,
  meetingId: string,
  down: WrittenDown,
  createdAt = new Date(),
): Promise<string> {
  const id = newId(createdAt);
  await onMeeting(by, programme, meetingId, TRAIL[down.what], async (tx, meeting) => {
    const { authorityId, programmeId } = meeting;
    const itemId = await itemOf(tx, meeting, down.itemId);
    const row = { id, authorityId, programmeId, meetingId, itemId, createdAt };
    switch (down.what) {
      case 'note': {
        const { text } = down;
        await insertMeetingNote(tx, { ...row, kind: 'note', text, saidBy: '', consent: '' });
        await lookAt(tx, row, text);
        break;
      }
      case 'comment': {
        const { said: text, saidBy, quote } = down;
        const consent = quote ? 'quote' : 'no-quote';
        await insertMeetingNote(tx, { ...row, kind: 'comment', text, saidBy, consent });
        await lookAt(tx, row, text);
        break;
      }
      case 'decision': {
        const { decided: text, because, restsOn, ...votes } = down.fields;
        await insertDecision(tx, { ...row, text, because, restsOn, ...votes });
        break;
      }
      case 'action':
        await insertAction(tx, {
          ...row,
          ...down.fields,
          state: 'open',
          outcome: '',
          settledOn: null,
          version: 1,
        });
    }
  });
  return id;
}

async function itemOf(tx: Writer, meeting: Meeting, itemId: string): Promise<string | null> {
  if (itemId === '') return null;
  const items = await agendaOf(tx, meeting.authorityId, meeting.id);
  if (!items.some(({ id }) => id === itemId)) {
    throw new Conflict('That item is not on the agenda any more. Choose another one.');
  }
  return itemId;
}

/** Takes something out of what was written down. A comment goes from the themes it was under too. */
export async function strikeOut(
  by: Person,
  programme: Programme,
  meetingId: string,
  what: 'note' | 'decision' | 'action',
  id: string,
): Promise<void> {
  const trail: AuditAction =
    what === 'note'
      ? 'meeting.note-removed'
      : what === 'decision'
        ? 'meeting.decision-removed'
        : 'meeting.action-removed';
  await onMeeting(by, programme, meetingId, trail, async (tx, { authorityId }) => {
    if (what === 'decision') await deleteDecision(tx, authorityId, meetingId, id);
    else if (what === 'action') await deleteAction(tx, authorityId, meetingId, id);
    else {
      const gone = await deleteMeetingNote(tx, authorityId, meetingId, id);
      if (gone?.kind === 'comment') await forgetWords(tx, authorityId, MEETING_NOTE_SOURCE, [id]);
    }
  });
}

/** Records who was there, in place of what was recorded before; the meeting counts as held. */
export async function recordAttendance(
  by: Person,
  programme: Programme,
  meetingId: string,
  fields: AttendanceFields,
  today: string,
): Promise<void> {
  await onMeeting(by, programme, meetingId, 'meeting.attendance', async (tx, meeting) => {
    const { authorityId } = meeting;
    if (meeting.heldOn > today) {
      throw new Conflict('This meeting has not begun yet: nobody can have come.');
    }
    const members = await membersOf(tx, authorityId, programme.id);
    const known = new Set(members.map(({ id }) => id));
    await replaceAttendance(
      tx,
      authorityId,
      meetingId,
      fields.members
        .filter(({ memberId }) => known.has(memberId))
        .map((one) => ({ ...one, id: newId(), authorityId, meetingId })),
      // Guests' names are deleted when the minutes are approved: none is kept after that.
      fields.guests.map((one) => ({
        ...one,
        names: meeting.approvedOn === null ? one.names : '',
        id: newId(),
        authorityId,
        meetingId,
      })),
    );
    if (meeting.state === 'planned') {
      await updateMeeting(tx, authorityId, meetingId, meeting.version, { state: 'held' });
    }
  });
}

async function onMeeting(
  by: Person,
  programme: Programme,
  id: string,
  action: AuditAction,
  work: (tx: Writer, meeting: Meeting) => Promise<void>,
): Promise<void> {
  allow(by, 'panel.manage', programme);
  await theStore().write(`meeting:${id}`, async (tx) => {
    const meeting = await meetingById(tx, programme.authorityId, programme.id, id);
    if (!meeting) throw new NotFound('meeting');
    if (meeting.state === 'cancelled') throw new Conflict('This meeting was cancelled.');
    await work(tx, meeting);
    await record(tx, by, action, { kind: 'meeting', id }, { title: meeting.title });
  });
}

/** Says how far an action has come, with what came of it, or gives it another day. */
export async function settleAction(
  by: Person,
  programme: Programme,
  fields: SettleFields,
  today: string,
): Promise<void> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  const { actionId, state, outcome, dueOn, version } = fields;
  await theStore().write(`action:${actionId}`, async (tx) => {
    const action = await actionById(tx, authorityId, programme.id, actionId);
    if (!action) throw new NotFound('action');
    const saved = await updateAction(tx, authorityId, actionId, version, {
      state,
      outcome,
      settledOn: state === 'open' ? null : today,
      ...(state === 'open' ? { dueOn } : {}),
    });
    if (!saved) {
      throw new Conflict('Somebody else said something about this action. Look at it again.');
    }
    await record(tx, by, 'meeting.action-settled', { kind: 'meeting', id: action.meetingId });
  });
}

/** Has somebody look at a note where the cautious list of words finds something in it. */
async function lookAt(
  tx: Writer,
  { authorityId, programmeId, id }: { authorityId: string; programmeId: string; id: string },
  words: string,
): Promise<void> {
  const source = { kind: 'meeting-note', id, question: '' };
  await flagIfWorrying(tx, { authorityId, programmeId, source, words });
}
