import { consultationsOf } from '#db/consultations.ts';
import { newId } from '#db/ids.ts';
import { actionsOf } from '#db/meeting-notes.ts';
import { invitedTo } from '#db/meeting-people.ts';
import {
  agendaOf,
  deleteItem,
  insertItems,
  meetingById,
  meetingsOf,
  updateItem,
  updateMeeting,
  type AgendaItem,
  type Meeting,
} from '#db/meetings.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Reader, type Writer } from '#db/store.server.ts';
import { changedBoxes } from '#db/theory-changes.ts';
import { themesOf } from '#db/themes.ts';
import { allow } from '#app/people/allow.server.ts';
import type { AuditAction } from '#app/people/audit.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { sayDay } from '#app/ui/words.ts';
import { moved, stateOf } from '../consultation.ts';
import { answerState } from '../reply.ts';
import { drawnItems, MOST_ITEMS, type ItemFields, type NewItem, type ToDraw } from './agenda.ts';
import { tellMembers } from './tell-members.server.ts';

export type AgendaStep =
  | { do: 'add'; fields: ItemFields }
  | { do: 'change'; id: string; fields: ItemFields }
  | { do: 'remove'; id: string }
  | { do: 'move'; id: string; by: -1 | 1 };

/** Changes one item of an agenda. */
export async function changeAgenda(
  by: Person,
  programme: Programme,
  meetingId: string,
  step: AgendaStep,
): Promise<void> {
  await onMeeting(by, programme, meetingId, 'meeting.agenda-changed', async (tx, meeting) => {
    const { authorityId } = meeting;
    const items = await agendaOf(tx, authorityId, meetingId);
    switch (step.do) {
      case 'add':
        await addItems(tx, meeting, items, [{ ...step.fields, aboutKind: '', aboutId: '' }]);
        break;
      case 'change':
        if (!(await updateItem(tx, authorityId, meetingId, step.id, step.fields))) {
          throw new Conflict('Somebody else took this item off the agenda.');
        }
        break;
      case 'remove':
        await deleteItem(tx, authorityId, meetingId, step.id);
        break;
      case 'move': {
        const ids = items.map(({ id }) => id);
        for (const [at, id] of moved(ids, step.id, step.by).entries()) {
          if (ids[at] !== id)
            await updateItem(tx, authorityId, meetingId, id, { position: at + 1 });
        }
      }
    }
    return {};
  });
}

/** Draws what is open onto the agenda, without what stands there already. Gives how many items. */
export async function drawAgenda(
  by: Person,
  programme: Programme,
  meetingId: string,
  today: string,
): Promise<number> {
  let drawn = 0;
  await onMeeting(by, programme, meetingId, 'meeting.agenda-drawn', async (tx, meeting) => {
    const there = await agendaOf(tx, meeting.authorityId, meetingId);
    const items = drawnItems(await whatIsOpen(tx, meeting, today), there, sayDay);
    await addItems(tx, meeting, there, items);
    drawn = items.length;
    return { count: drawn };
  });
  return drawn;
}

async function addItems(
  tx: Writer,
  { authorityId, id: meetingId }: Meeting,
  there: readonly AgendaItem[],
  items: readonly NewItem[],
): Promise<void> {
  if (there.length + items.length > MOST_ITEMS) {
    throw new Conflict(
      `An agenda holds ${MOST_ITEMS} items at most. Take some out, or hold two meetings.`,
    );
  }
  const last = there.at(-1)?.position ?? 0;
  await insertItems(
    tx,
    items.map((item, at) => ({
      ...item,
      id: newId(),
      authorityId,
      meetingId,
      position: last + at + 1,
    })),
  );
}

async function whatIsOpen(db: Reader, meeting: Meeting, today: string): Promise<ToDraw> {
  const { authorityId, programmeId, groupId, id, heldOn, startsAt } = meeting;
  const before = (await meetingsOf(db, authorityId, programmeId, groupId)).filter(
    (one) =>
      one.id !== id &&
      one.state === 'held' &&
      `${one.heldOn}${one.startsAt}` < `${heldOn}${startsAt}`,
  );
  const [last] = before;
  const ids = new Set(before.map((one) => one.id));
  const since = new Date(`${last?.heldOn ?? '1970-01-01'}T00:00:00Z`);
  const theory = await changedBoxes(db, authorityId, programmeId, since);
  const consultations = await consultationsOf(db, authorityId, programmeId);
  const themes = await themesOf(db, authorityId, programmeId);
  const actions = await actionsOf(db, authorityId, programmeId);
  return {
    minutes: last && last.approvedOn === null ? { id: last.id, title: last.title } : null,
    consultations: consultations
      .map(({ consultation }) => consultation)
      // A poll is for whoever comes to an event: there is nothing in it to talk about.
      .filter((one) => one.kind !== 'poll' && stateOf(one, today) === 'open'),
    theory: theory ? { id: theory.id, changed: theory.labels } : null,
    themes: themes
      .filter(({ reply }) => answerState(reply ?? undefined) !== 'published')
      .map(({ theme }) => theme),
    actions: actions.filter((one) => one.state === 'open' && ids.has(one.meetingId)),
  };
}

/** Shows agenda and papers to members, and tells those who were asked and may come. */
export async function publishPapers(
  by: Person,
  programme: Programme,
  meetingId: string,
  at = new Date(),
): Promise<void> {
  await onMeeting(by, programme, meetingId, 'meeting.papers-published', async (tx, meeting) => {
    const { authorityId } = meeting;
    if ((await agendaOf(tx, authorityId, meetingId)).length === 0) {
      throw new Conflict('There is nothing on the agenda yet. Add an item first.');
    }
    await updateMeeting(tx, authorityId, meetingId, meeting.version, { papersAt: at });
    if (meeting.state !== 'planned' || meeting.papersAt !== null) return {};
    const invited = await invitedTo(tx, authorityId, meetingId);
    const perhaps = invited.filter(({ reply, leftOn }) => reply !== 'cannot' && leftOn === null);
    const ids = perhaps.map(({ memberId }) => memberId);
    // Taken back and published again, they are told of once.
    const onceKey = (memberId: string) => `meeting-papers:${meetingId}:${memberId}`;
    await tellMembers(tx, meeting, ids, 'meeting-papers', { at, onceKey });
    return {};
  });
}

/** Hides the papers from members again, to mend them. */
export async function takePapersBack(
  by: Person,
  programme: Programme,
  meetingId: string,
): Promise<void> {
  await onMeeting(by, programme, meetingId, 'meeting.papers-taken-back', async (tx, meeting) => {
    await updateMeeting(tx, meeting.authorityId, meetingId, meeting.version, { papersAt: null });
    return {};
  });
}

async function onMeeting(
  by: Person,
  programme: Programme,
  id: string,
  action: AuditAction,
  work: (tx: Writer, meeting: Meeting) => Promise<Record<string, number>>,
): Promise<void> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  await theStore().write(`meeting:${id}`, async (tx) => {
    const meeting = await meetingById(tx, authorityId, programme.id, id);
    if (!meeting) throw new NotFound('meeting');
    if (meeting.state === 'cancelled') throw new Conflict('This meeting is cancelled.');
    const details = await work(tx, meeting);
    await record(tx, by, action, { kind: 'meeting', id }, { title: meeting.title, ...details });
  });
}
