import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as meetingByLink from '#app/routes/meeting.$token._index/route.tsx';
import * as fileByLink from '#app/routes/meeting.$token.take.$file/route.tsx';
import * as myMinutes from '#app/routes/panel.meetings.$meetingId.minutes/route.tsx';
import * as myFile from '#app/routes/panel.meetings.$meetingId.take.$file/route.tsx';
import * as myMeeting from '#app/routes/panel.meetings.$meetingId._index/route.tsx';
import * as myHome from '#app/routes/panel._index/route.tsx';
import * as panelHome from '#app/routes/programmes.$programmeId.panel._index/route.tsx';
import * as actions from '#app/routes/programmes.$programmeId.panel.meetings.actions/route.tsx';
import * as meetings from '#app/routes/programmes.$programmeId.panel.meetings._index/route.tsx';
import * as newMeeting from '#app/routes/programmes.$programmeId.panel.meetings.new/route.tsx';
import * as agenda from '#app/routes/programmes.$programmeId.panel.meetings.$meetingId.agenda/route.tsx';
import * as attendance from '#app/routes/programmes.$programmeId.panel.meetings.$meetingId.attendance/route.tsx';
import * as editMeeting from '#app/routes/programmes.$programmeId.panel.meetings.$meetingId.edit/route.tsx';
import * as meeting from '#app/routes/programmes.$programmeId.panel.meetings.$meetingId._index/route.tsx';
import * as minutes from '#app/routes/programmes.$programmeId.panel.meetings.$meetingId.minutes/route.tsx';
import * as notes from '#app/routes/programmes.$programmeId.panel.meetings.$meetingId.notes/route.tsx';
import * as take from '#app/routes/programmes.$programmeId.panel.meetings.$meetingId.take.$file/route.tsx';
import { BoardForm, CYCLES } from '#app/panel/governance/board.ts';
import { addBoard, endBoard } from '#app/panel/governance/run-board.server.ts';
import { addMember } from '#app/panel/add-member.server.ts';
import { howField, namedField } from '#app/panel/meetings/attendance.ts';
import { changeStatements } from '#app/panel/change-statements.server.ts';
import { MemberForm } from '#app/panel/members.ts';
import { openConsultation } from '#app/panel/open-consultation.server.ts';
import { startConsultation } from '#app/panel/start-consultation.server.ts';
import { makeLink } from '#app/panel/post/make-link.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { meetingComments } from '#db/meeting-notes.ts';
import { messages } from '#db/schema/index.ts';
import type { Store } from '#db/store.server.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

let store: Store;
let borough: Borough;
let tom: BrowserOf;
let grace: BrowserOf;
let at: { programmeId: string };
/** Leanne says what she thinks; Ravi cannot come; Ola comes online. */
let leanne: { memberId: string; browser: BrowserOf };
let ravi: { memberId: string; browser: BrowserOf };

beforeAll(async () => {
  store = await freshStore();
  borough = await makeBorough();
  tom = await BrowserOf.signedIn(borough.tom);
  grace = await BrowserOf.signedIn(borough.grace);
  at = { programmeId: borough.programme.id };
  leanne = await onPanel('Leanne Moss');
  ravi = await onPanel('Ravi Nair');
});
afterAll(() => store.close());

const inDays = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000));
const idIn = (location: string | null) => location?.split('/').at(-1) ?? '';

async function onPanel(name: string) {
  const fields = MemberForm.parse({
    name,
    kind: 'parent-or-carer',
    joinedOn: inDays(-60),
    email: `${name.split(' ')[0]?.toLowerCase() ?? ''}@families.example`,
    preferred: 'email',
  });
  const { memberId, person } = await addMember(borough.tom, borough.programme, fields);
  return { memberId, browser: await BrowserOf.signedIn(person) };
}

const FIELDS = {
  title: 'Spring meeting: opening hours',
  startsAt: '10am',
  endsAt: '11.30',
  how: 'both',
  place: 'Brookside Hall, Mill Lane',
  joiningLink: 'https://meet.example/abc',
  offers: ['childcare', 'easyRead'],
  quorum: '2',
};

const plan = async (change: Record<string, string | string[]> = {}) =>
  idIn(
    (await tom.post(newMeeting.action, '/x', { ...FIELDS, heldOn: inDays(9), ...change }, at))
      .location,
  );

/** A consultation that is open now. */
async function openOne(title: string) {
  const { tom: by, programme } = borough;
  const fields = { title, purpose: 'Hours are not decided yet.', standing: 'engagement' } as const;
  const id = await startConsultation(by, programme, fields);
  await changeStatements(by, programme, id, { do: 'add', text: 'Evenings suit me.' });
  await openConsultation(by, programme, id, inDays(20));
}

const waitingMessages = async () =>
  (await store.read.select().from(messages)).filter(({ kind }) => kind.startsWith('meeting-'));

describe('planning a meeting', () => {
  test('says what is wrong and keeps what was typed', async () => {
    const wrong = { ...FIELDS, heldOn: inDays(9), startsAt: '2pm', endsAt: '10am', place: '' };
    const back = await tom.post(newMeeting.action, '/x', wrong, at);
    expect(back.status).toBe(422);
    expect(back.data).toMatchObject({
      problems: [{ field: 'endsAt' }, { field: 'place' }],
      typed: { title: FIELDS.title, startsAt: '2pm' },
    });
    const past = await tom.post(newMeeting.action, '/x', { ...FIELDS, heldOn: inDays(-1) }, at);
    expect(past.data).toMatchObject({ problems: [{ field: 'heldOn' }] });
    const springForward = { ...FIELDS, heldOn: '2027-03-28', startsAt: '01:30', endsAt: '03:00' };
    const never = await tom.post(newMeeting.action, '/x', springForward, at);
    expect(never.data).toMatchObject({ problems: [{ field: 'startsAt' }] });
    expect((await grace.post(newMeeting.action, '/x', {}, at)).status).toBe(403);
  });
});

describe('a meeting', () => {
  let meetingId: string;
  let params: { programmeId: string; meetingId: string };

  test('is planned, and each member is asked once, with a reminder two days before', async () => {
    meetingId = await plan();
    params = { ...at, meetingId };
    await tom.post(meeting.action, '/x', { intent: 'ask' }, params);
    await tom.post(meeting.action, '/x', { intent: 'ask' }, params);
    const page = (await tom.get(meeting.loader, '/x', params)).data;
    expect(page.replies).toMatchObject({ asked: 2, waiting: 2 });
    expect(page.notAsked).toBe(0);
    const queued = await waitingMessages();
    expect(queued.map(({ kind }) => kind).sort()).toEqual([
      'meeting-invitation',
      'meeting-invitation',
      'meeting-reminder',
      'meeting-reminder',
    ]);
    const reminder = queued.find(({ kind }) => kind === 'meeting-reminder');
    expect(dayOf(reminder?.sendAfter ?? new Date(0))).toBe(inDays(7));
    expect(JSON.stringify(queued)).not.toMatch(/Leanne|Ravi|families\.example/);
  });

  test('members answer on their page, and by the link of their invitation', async () => {
    const home = await leanne.browser.get(myHome.loader, '/panel');
    expect(home.data.panels[0]?.meetings.coming).toMatchObject([
      { id: meetingId, reply: 'waiting' },
    ]);
    const empty = await leanne.browser.post(myMeeting.action, '/x', {}, { meetingId });
    expect(empty.data).toMatchObject({ problems: [{ field: 'reply' }] });
    const yes = { reply: 'coming', needs: 'Childcare for two. شکریہ' };
    await leanne.browser.post(myMeeting.action, '/x', yes, { meetingId });

    const token = await store.write(null, (tx) =>
      makeLink(tx, {
        authorityId: borough.authorityId,
        person: { member: ravi.memberId },
        purpose: 'meeting',
        about: { kind: 'meeting', id: meetingId },
        days: 90,
        once: false,
      }),
    );
    const nobody = new BrowserOf();
    const open = await nobody.get(meetingByLink.loader, '/x', { token });
    expect(open.data.page?.meeting).toMatchObject({ title: FIELDS.title });
    expect(open.data.page?.items).toBeNull();
    await nobody.post(meetingByLink.action, '/x', { reply: 'cannot', needs: '' }, { token });
    const altered = await nobody.get(meetingByLink.loader, '/x', { token: `${token}x` });
    expect([altered.status, altered.data.page]).toEqual([404, null]);
    const calendar = await nobody.get(fileByLink.loader, '/x', { token, file: 'meeting.ics' });
    expect(calendar.text).toContain('BEGIN:VEVENT');
    expect(calendar.text).not.toContain(token);
    const secret = await nobody.get(fileByLink.loader, '/x', { token, file: 'minutes.pdf' });
    expect(secret.status).toBe(404);

    const page = (await tom.get(meeting.loader, '/x', params)).data;
    expect(page.replies).toMatchObject({ coming: 1, cannot: 1, waiting: 0 });
    expect(page.invited?.[0]?.needs).toContain('شکریہ');
    // Whoever cannot come is not reminded.
    const reminded = (await waitingMessages()).filter(({ kind }) => kind === 'meeting-reminder');
    expect(reminded.map(({ memberId }) => memberId)).toEqual([leanne.memberId]);
    expect((await grace.get(meeting.loader, '/x', params)).data.invited).toBeNull();
  });

  test('moves: members are told, and their calendars learn of it', async () => {
    const ics = async () =>
      (await tom.get(take.loader, '/x', { ...params, file: 'meeting.ics' })).text;
    const before = await ics();
    const { data: form } = await tom.get(editMeeting.loader, '/x', params);
    const moved = { ...FIELDS, heldOn: inDays(10), version: String(form.meeting.version) };
    await tom.post(editMeeting.action, '/x', moved, params);
    const after = await ics();
    const uid = (text: string) => /UID:(.*)/.exec(text)?.[1];
    expect(uid(after)).toBe(uid(before));
    expect(before).toContain('SEQUENCE:0');
    expect(after).toContain('SEQUENCE:1');
    const told = (await waitingMessages()).filter(({ kind }) => kind === 'meeting-moved');
    expect(told).toHaveLength(2);
    // The reminder of the old day is taken back. Had it gone already, there would be one for the new day.
    const reminders = async () =>
      (await waitingMessages()).filter(({ kind }) => kind === 'meeting-reminder');
    expect((await reminders()).map((one) => dayOf(one.sendAfter ?? new Date(0)))).toEqual([
      inDays(8),
    ]);
    const sent = { state: 'sent' };
    await store.write(null, (tx) =>
      tx.update(messages).set(sent).where(eq(messages.kind, 'meeting-reminder')),
    );
    const { data: again } = await tom.get(editMeeting.loader, '/x', params);
    const later = { ...moved, heldOn: inDays(12), version: String(again.meeting.version) };
    await tom.post(editMeeting.action, '/x', later, params);
    const waiting = (await reminders()).filter(({ state }) => state === 'waiting');
    expect(waiting.map((one) => dayOf(one.sendAfter ?? new Date(0)))).toEqual([inDays(10)]);
    const stale = await tom.post(editMeeting.action, '/x', moved, params);
    expect(stale.data).toMatchObject({ typed: { title: FIELDS.title } });
  });

  test('has an agenda that is drawn from what is open, and papers that members read', async () => {
    await openOne('When should hubs open?');
    await tom.post(agenda.action, '/x', { intent: 'draw' }, params);
    await tom.post(agenda.action, '/x', { intent: 'draw' }, params);
    const drawn = (await tom.get(agenda.loader, '/x', params)).data.items;
    expect(drawn.map(({ title }) => title)).toEqual([
      'Welcome, and who is here',
      'When should hubs open?',
      'Anything else, and what you want to talk about next time',
    ]);
    const last = drawn.at(-1)?.id ?? '';
    await tom.post(agenda.action, '/x', { intent: 'up', itemId: last }, params);
    const add = {
      intent: 'add',
      title: 'Our multi-agency stakeholder offer',
      minutes: '45',
      leads: 'Tom',
      paper: 'We will signpost families.',
    };
    await tom.post(agenda.action, '/x', add, params);
    const { data: page } = await tom.get(agenda.loader, '/x', params);
    expect(page.items.map(({ from }) => from)).toEqual(['10:00', '10:10', '10:20', '10:40']);
    expect(page.left).toBe(90 - 10 - 10 - 20 - 45);
    expect(page.items.at(-1)?.notes.join()).toContain('stakeholder');
    const bad = await tom.post(agenda.action, '/x', { ...add, minutes: '0' }, params);
    expect(bad.data).toMatchObject({
      problems: [{ field: 'minutes' }],
      typed: { title: add.title },
    });

    expect((await leanne.browser.get(myMeeting.loader, '/x', { meetingId })).data.items).toBeNull();
    await tom.post(agenda.action, '/x', { intent: 'publish' }, params);
    const mine = await leanne.browser.get(myMeeting.loader, '/x', { meetingId });
    expect(mine.data.items).toHaveLength(4);
    const file = { meetingId, file: 'papers-large.pdf' };
    const large = await leanne.browser.get(myFile.loader, '/x', file);
    expect(large.text.slice(0, 5)).toBe('%PDF-');
    const told = (await waitingMessages()).filter(({ kind }) => kind === 'meeting-papers');
    expect(told.map(({ memberId }) => memberId)).toEqual([leanne.memberId]);
  });

  test('is called off with a reason that members read', async () => {
    const other = await plan({ title: 'Extra meeting' });
    const here = { ...at, meetingId: other };
    await tom.post(meeting.action, '/x', { intent: 'ask' }, here);
    const why = await tom.post(meeting.action, '/x', { intent: 'cancel', reason: '' }, here);
    expect(why.data).toMatchObject({ problems: [{ field: 'reason' }] });
    await tom.post(
      meeting.action,
      '/x',
      { intent: 'cancel', reason: 'The hall is flooded.' },
      here,
    );
    const mine = await leanne.browser.get(myMeeting.loader, '/x', { meetingId: other });
    expect(mine.data.meeting).toMatchObject({ state: 'cancelled', reason: 'The hall is flooded.' });
    const ics = await tom.get(take.loader, '/x', { ...here, file: 'meeting.ics' });
    expect(ics.text).toContain('STATUS:CANCELLED');
    const late = { reply: 'coming', needs: '' };
    const back = await leanne.browser.post(myMeeting.action, '/x', late, { meetingId: other });
    expect(back.data).toMatchObject({ problems: [{ message: 'This meeting is cancelled.' }] });
    const left = (await waitingMessages()).filter(
      ({ kind, about }) => kind === 'meeting-reminder' && about?.id === other,
    );
    expect(left).toEqual([]);
  });
});

describe('the meeting of a board', () => {
  test('stays its own when the board has ended, and no other board can be named', async () => {
    const { tom: by, programme } = borough;
    const board = BoardForm.parse({ name: 'Hubs board', kind: 'decides', cycle: CYCLES[0]?.value });
    const boardId = await addBoard(by, programme, board);
    const id = await plan({ title: 'Board in spring', groupId: boardId });
    await endBoard(by, programme, boardId, inDays(0));
    const here = { ...at, meetingId: id };
    const { data } = await tom.get(editMeeting.loader, '/x', here);
    expect(data.choices.groups.map((one) => one.id)).toEqual([boardId]);
    const version = String(data.meeting.version);
    const fields = { ...FIELDS, heldOn: inDays(9), title: 'Board in May', version };
    await tom.post(editMeeting.action, '/x', { ...fields, groupId: boardId }, here);
    const after = await tom.get(meeting.loader, '/x', here);
    expect(after.data.meeting).toMatchObject({ title: 'Board in May', groupId: boardId });
    const foreign = { ...FIELDS, heldOn: inDays(9), groupId: 'of-another-authority' };
    expect((await tom.post(newMeeting.action, '/x', foreign, at)).status).toBe(404);
  });
});

describe('what a meeting came to', () => {
  let params: { programmeId: string; meetingId: string };

  test('is written down, and makes minutes that count and do not name', async () => {
    const meetingId = await plan({ title: 'Winter meeting', heldOn: inDays(-20), already: 'yes' });
    params = { ...at, meetingId };
    await tom.post(meeting.action, '/x', { intent: 'ask' }, params);
    const who = {
      [howField(leanne.memberId)]: 'present',
      [namedField(leanne.memberId)]: 'yes',
      [howField(ravi.memberId)]: 'online',
      'count-officer': '2',
      'names-officer': 'Jo Bell and Sam Ade',
    };
    const wrong = await tom.post(
      attendance.action,
      '/x',
      { ...who, 'count-other': 'many' },
      params,
    );
    expect(wrong.data).toMatchObject({ problems: [{ field: 'count-other' }], typed: who });
    await tom.post(attendance.action, '/x', who, params);
    const down = (fields: Record<string, string>) => tom.post(notes.action, '/x', fields, params);
    await down({ intent: 'note', noted: 'Tom said how the survey went.' });
    await down({
      intent: 'comment',
      said: 'Mornings are no use to me.',
      saidBy: 'parent-or-carer',
    });
    const decision = { intent: 'decide', decided: 'Open on Tuesday evenings.', votesFor: '2' };
    const half = await down(decision);
    expect(half.data).toMatchObject({ problems: [{ field: 'because' }, { field: 'votesFor' }] });
    await down({ ...decision, votesAgainst: '0', because: 'Most answers asked for it.' });
    const act = { intent: 'act', doing: 'Ask about the key.', owner: 'Tom Okafor' };
    await down({ ...act, dueOn: inDays(-3) });

    const { data: page } = await tom.get(minutes.loader, '/x', params);
    const words = JSON.stringify(page.model);
    expect(words).toContain('2 parents and carers of the panel');
    expect(words).toContain('agreed to be named: Leanne Moss.');
    expect(words).toContain('2 officers of the council');
    expect(words).toContain('2 for, 0 against');
    expect(words).toContain('A parent or carer said that: Mornings');
    expect(words).not.toMatch(/Ravi|Jo Bell/);
    const comments = await meetingComments(store.read, borough.authorityId, at.programmeId);
    expect(comments).toMatchObject([{ text: 'Mornings are no use to me.', quotable: false }]);
    const docx = await tom.get(take.loader, '/x', { ...params, file: 'minutes.docx' });
    expect(docx.response?.headers.get('Content-Type')).toContain('wordprocessingml');
    expect((await leanne.browser.get(myMinutes.loader, '/x', params)).status).toBe(404);
    await tom.post(minutes.action, '/x', { intent: 'share' }, params);
    const mine = await leanne.browser.get(myMinutes.loader, '/x', params);
    expect(mine.data.model.cover).toContain('Draft: not approved yet');
  });

  test('comes back until it is done: late on the panel’s home, at the next meeting, settled', async () => {
    const home = await tom.get(panelHome.loader, '/x', at);
    expect(home.data.waits.map(({ words }) => words)).toContain(
      '1 action of meetings is past the day',
    );
    const next = await plan({ title: 'Next meeting', heldOn: inDays(0), endsAt: '11:45' });
    const here = { ...at, meetingId: next };
    await tom.post(agenda.action, '/x', { intent: 'draw' }, here);
    const titles = (await tom.get(agenda.loader, '/x', here)).data.items.map(({ title }) => title);
    expect(titles).toContain('What we said we would do');
    expect(titles).toContain('Notes of the last meeting: are they right?');

    const [action] = (await tom.get(actions.loader, '/x', at)).data.actions;
    expect(action).toMatchObject({ late: true, cameBack: 0 });
    const settle = { actionId: action?.id ?? '', version: '1', state: 'done', outcome: '' };
    const why = await tom.post(actions.action, '/x', settle, at);
    expect(why.data).toMatchObject({ problems: [{ field: 'outcome' }] });
    await tom.post(actions.action, '/x', { ...settle, outcome: 'Two keys were made.' }, at);
    const again = await tom.post(actions.action, '/x', { ...settle, outcome: 'No.' }, at);
    expect(again.status).toBe(422);

    await tom.post(meeting.action, '/x', { intent: 'held' }, here);
    const words = JSON.stringify((await tom.get(minutes.loader, '/x', here)).data.model);
    expect(words).toContain('Done: Two keys were made.');
    await tom.post(minutes.action, '/x', { intent: 'approve', laterId: next }, params);
    const approved = await tom.get(minutes.loader, '/x', params);
    expect(approved.data.meeting.approvedOn).toBe(inDays(0));
    const guests = (await tom.get(attendance.loader, '/x', params)).data.guests;
    expect(guests).toMatchObject({ officer: { count: 2, names: '' } });
    const named = {
      [howField(leanne.memberId)]: 'present',
      [howField(ravi.memberId)]: 'online',
      'count-officer': '1',
      'names-officer': 'Jo Bell',
    };
    await tom.post(attendance.action, '/x', named, params);
    const after = (await tom.get(attendance.loader, '/x', params)).data.guests;
    expect(after).toMatchObject({ officer: { count: 1, names: '' } });
    const list = (await grace.get(meetings.loader, '/x', at)).data;
    expect(list.missing).toBeNull();
    expect(list.year.map(({ attended, of }) => [attended, of])).toContainEqual([2, 2]);
  });
});
