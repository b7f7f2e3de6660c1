import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as helpNow from '#app/routes/help-now/route.tsx';
import * as myPanel from '#app/routes/panel._index/route.tsx';
import * as mine from '#app/routes/panel.consultations.$consultationId._index/route.tsx';
import * as propose from '#app/routes/panel.consultations.$consultationId.propose/route.tsx';
import * as myData from '#app/routes/panel.my-data._index/route.tsx';
import * as eraseMe from '#app/routes/panel.my-data.erase/route.tsx';
import * as home from '#app/routes/programmes.$programmeId._index/route.tsx';
import * as care from '#app/routes/programmes.$programmeId.care._index/route.tsx';
import * as contact from '#app/routes/programmes.$programmeId.care.contact/route.tsx';
import * as hide from '#app/routes/programmes.$programmeId.care.hide/route.tsx';
import * as worry from '#app/routes/programmes.$programmeId.care.worry/route.tsx';
import * as worryCase from '#app/routes/programmes.$programmeId.care.worries.$flagId/route.tsx';
import * as erase from '#app/routes/programmes.$programmeId.panel.members.$memberId.erase/route.tsx';
import * as asked from '#app/routes/programmes.$programmeId.panel.consultations.$consultationId._index/route.tsx';
import * as opinion from '#app/routes/programmes.$programmeId.panel.consultations.$consultationId.opinion/route.tsx';
import * as proposals from '#app/routes/programmes.$programmeId.panel.consultations.$consultationId.proposals/route.tsx';
import * as newMeeting from '#app/routes/programmes.$programmeId.panel.meetings.new/route.tsx';
import * as minutes from '#app/routes/programmes.$programmeId.panel.meetings.$meetingId.minutes/route.tsx';
import * as notes from '#app/routes/programmes.$programmeId.panel.meetings.$meetingId.notes/route.tsx';
import * as held from '#app/routes/programmes.$programmeId.panel.members.$memberId.held.$format/route.tsx';
import { links } from '#app/http/links.ts';
import { addMember } from '#app/panel/add-member.server.ts';
import { changeStatements } from '#app/panel/change-statements.server.ts';
import { MemberForm } from '#app/panel/members.ts';
import { openConsultation } from '#app/panel/open-consultation.server.ts';
import { panelWaits } from '#app/panel/panel-waits.server.ts';
import { startConsultation } from '#app/panel/start-consultation.server.ts';
import type { Person } from '#app/people/can.ts';
import { readComments } from '#app/themes/read-comments.server.ts';
import { redactWords } from '#app/themes/redact-words.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { votesIn } from '#db/consultations.ts';
import { LOOKED_AT, NOT_SHOWN } from '#db/hidden-words.ts';
import { newId } from '#db/ids.ts';
import { auditOf, record } from '#db/people.ts';
import { meetingActions, messages } from '#db/schema/index.ts';
import { statementsOf } from '#db/statements.ts';
import type { Store } from '#db/store.server.ts';
import { gatherThread } from '#db/thread-trace.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

let store: Store;
let borough: Borough;
let tom: BrowserOf;
let priya: BrowserOf;
let at: { programmeId: string };
let consultationId: string;
let statementIds: string[];

const inDays = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000));

async function onPanel(name: string, email: string): Promise<{ memberId: string; person: Person }> {
  const fields = { name, email, preferred: 'email', kind: 'parent-or-carer' };
  const joinedOn = inDays(-60);
  return addMember(borough.tom, borough.programme, MemberForm.parse({ ...fields, joinedOn }));
}

beforeAll(async () => {
  store = await freshStore();
  borough = await makeBorough();
  tom = await BrowserOf.signedIn(borough.tom);
  priya = await BrowserOf.signedIn(borough.priya);
  at = { programmeId: borough.programme.id };
  await onPanel('Olive Keeper', 'olive@example.org');
  consultationId = await startConsultation(borough.tom, borough.programme, {
    title: 'Hours',
    purpose: 'The hours.',
    standing: 'engagement',
  });
  for (const text of ['Evenings', 'Saturdays']) {
    await changeStatements(borough.tom, borough.programme, consultationId, { do: 'add', text });
  }
  await openConsultation(borough.tom, borough.programme, consultationId, inDays(14));
  const here = await statementsOf(store.read, borough.authorityId, consultationId);
  statementIds = here.map(({ id }) => id);
});
afterAll(() => store.close());

const answer = (who: BrowserOf, n: number, comment: string, vote = 'agree') =>
  who.post(
    mine.action,
    `/panel/consultations/${consultationId}?statement=${n + 1}`,
    { statementId: statementIds[n] ?? '', vote, comment },
    { consultationId },
  );
const comments = async () =>
  (await readComments(store.read, borough.programme)).map(({ words }) => words);
const voteOf = async (comment: string) => {
  const votes = await votesIn(store.read, borough.authorityId, consultationId);
  return votes.find((vote) => vote.comment === comment)?.id ?? '';
};

describe('words that may say that somebody is at risk', () => {
  const WORDS = 'Evenings are hard. My husband hits me when I come home late.';
  let flagId: string;

  test('are kept, and their writer sees where help is, before they go on', async () => {
    const { person } = await onPanel('Mara Lindqvist', 'mara@example.org');
    const mara = await BrowserOf.signedIn(person);
    const sent = await answer(mara, 0, WORDS);
    expect(sent.location).toMatch(/^\/help-now\?sent&to=%2Fpanel/);
    const page = await mara.get(helpNow.loader, sent.location ?? '');
    expect(page.data).toMatchObject({ sent: true, line: null });
    expect(page.data.to).toMatch(/^\/panel\/consultations\//);
    const elsewhere = await mara.get(helpNow.loader, '/help-now?sent&to=//evil.example');
    expect(elsewhere.data.to).toBeNull();
    const everyday = await answer(mara, 1, 'Saturdays suit us, my son hit his knee on a Monday.');
    expect(everyday.location).not.toContain('help-now');
    // The writer reads their own words as they wrote them.
    const again = await mara.get(mine.loader, `/x?statement=1`, { consultationId });
    expect(JSON.stringify(again.data)).toContain(WORDS);
  });

  test('are read by those who look after safeguarding only, and every look is kept', async () => {
    expect(await comments()).toContain(LOOKED_AT);
    expect(await comments()).not.toContain(WORDS);
    expect((await tom.get(care.loader, '/x', at)).data.cases).toBeNull();
    const list = (await priya.get(care.loader, '/x', at)).data.cases ?? [];
    expect(list).toMatchObject([{ state: 'open', looks: 0 }]);
    expect(JSON.stringify(list)).not.toContain('husband');
    flagId = list[0]?.id ?? '';
    // Where they act they see that something waits; others do not learn even that.
    expect((await priya.get(home.loader, '/x', at)).data.cases).toBe(1);
    expect((await tom.get(home.loader, '/x', at)).data.cases).toBe(0);
    const hrefs = async (by: Person) =>
      (await panelWaits(by, borough.programme, inDays(0))).map(({ href }) => href);
    expect(await hrefs(borough.priya)).toContain(links.care(at.programmeId));
    expect(await hrefs(borough.tom)).not.toContain(links.care(at.programmeId));
    expect((await tom.get(worryCase.loader, '/x', { ...at, flagId })).status).toBe(403);
    const seen = await priya.get(worryCase.loader, '/x', { ...at, flagId });
    expect(seen.data.worry).toMatchObject({ words: WORDS, state: 'open' });
    const after = (await priya.get(care.loader, '/x', at)).data.cases ?? [];
    expect(after[0]?.looks).toBe(1);
    // The notice holds nothing of the words.
    const waiting = await store.read.select().from(messages);
    expect(waiting.filter(({ kind }) => kind === 'worry-raised')).toHaveLength(1);
    expect(JSON.stringify(waiting)).not.toContain('husband');
  });

  test('are closed with what was done, and stand again for others', async () => {
    const params = { ...at, flagId };
    const bare = await priya.post(worryCase.action, '/x', { intent: 'close' }, params);
    expect(bare.status).toBe(422);
    await priya.post(worryCase.action, '/x', { intent: 'did', done: 'Rang her.' }, params);
    const closing = { intent: 'close', outcome: 'social-care', closing: 'Passed on.' };
    expect((await priya.post(worryCase.action, '/x', closing, params)).status).toBe(302);
    const twice = await priya.post(worryCase.action, '/x', closing, params);
    expect(twice.data).toMatchObject({ typed: { closing: 'Passed on.' } });
    expect(await comments()).toContain(WORDS);
    const log = (await priya.get(worryCase.loader, '/x', params)).data.worry.log;
    expect(log.map(({ what }) => what).slice(-3)).toEqual([
      'did something',
      'closed this',
      'looked at these words',
    ]);
  });

  test('are flagged by a person too, of the own programme only', async () => {
    const key = `vote:${await voteOf(WORDS)}:`;
    const url = `/x?at=${encodeURIComponent(key)}`;
    expect((await tom.post(worry.action, url, { note: '' }, at)).status).toBe(422);
    expect((await tom.post(worry.action, url, { note: 'I think of her.' }, at)).status).toBe(302);
    expect(await comments()).toContain(LOOKED_AT);
    const other = await tom.post(worry.action, '/x?at=vote:nobodys:', { note: 'Hm' }, at);
    expect(other.status).toBe(404);
  });
});

test('whom to tell is named by those who may, and families see the authority’s own line', async () => {
  expect((await tom.get(contact.loader, '/x', at)).status).toBe(403);
  // Whoever asks families is warned while nobody is named, and can ask them all the same.
  const warned = async () => (await tom.get(asked.loader, '/x', { ...at, consultationId })).data;
  expect(await warned()).toMatchObject({ state: 'open', dutyNamed: false });
  const fields = {
    name: 'Ines Duarte',
    role: 'Designated safeguarding lead',
    phone: '01632 960 001',
    hours: 'Monday to Friday, 9 to 5',
    outOfHours: 'Ring the emergency duty team.',
    familyLine: 'Testborough front door',
    familyPhone: '',
  };
  const half = await priya.post(contact.action, '/x', fields, at);
  expect(half.data).toMatchObject({ problems: [{ field: 'familyPhone' }] });
  await priya.post(contact.action, '/x', { ...fields, familyPhone: '01632 960 003' }, at);
  expect((await tom.get(care.loader, '/x', at)).data.contact).toMatchObject({
    name: 'Ines Duarte',
  });
  expect((await warned()).dutyNamed).toBe(true);
  const page = await new BrowserOf().get(helpNow.loader, '/help-now');
  expect(page.data.line).toEqual({ name: 'Testborough front door', phone: '01632 960 003' });
});

test('words that moderation took out are shown to nobody, and can be put back', async () => {
  const { person } = await onPanel('Nadia Petrov', 'nadia@example.org');
  const words = 'Mrs Blenkinsop at number 9 never comes.';
  await answer(await BrowserOf.signedIn(person), 0, words, 'disagree');
  const url = `/x?at=${encodeURIComponent(`vote:${await voteOf(words)}:`)}`;
  expect((await tom.post(hide.action, url, { intent: 'remove', reason: '' }, at)).status).toBe(422);
  const reason = 'You named a neighbour.';
  expect((await tom.post(hide.action, url, { intent: 'remove', reason }, at)).status).toBe(302);
  const twice = await tom.post(hide.action, url, { intent: 'remove', reason }, at);
  expect(twice.data).toMatchObject({ typed: { reason } });
  expect(await comments()).toContain(NOT_SHOWN);
  expect(await comments()).not.toContain(words);
  await tom.post(hide.action, url, { intent: 'restore', reason: 'Asked her.' }, at);
  expect(await comments()).toContain(words);
  // Whoever moderates reads no name that was taken out, unless they may read what stood there.
  const key = `vote:${await voteOf(words)}:`;
  const clean = { words: 'A neighbour never comes.', reason: 'Names somebody.' };
  await redactWords(borough.priya, borough.programme, key, clean);
  expect((await tom.get(hide.loader, url, at)).data.words).toBe(clean.words);
  expect((await priya.get(hide.loader, url, at)).data.words).toBe(words);
});

describe('words that somebody looks at stand nowhere that staff or other members read', () => {
  const WORDS = 'I am scared because my husband hits me.';

  test('neither as a proposal nor, once everybody was asked it, in the results', async () => {
    const fields = { title: 'Asked', purpose: 'What else?', standing: 'engagement' as const };
    const id = await startConsultation(borough.tom, borough.programme, {
      ...fields,
      proposals: true,
    });
    await changeStatements(borough.tom, borough.programme, id, { do: 'add', text: 'Mornings' });
    await openConsultation(borough.tom, borough.programme, id, inDays(14));
    const { person } = await onPanel('Rosa Whitlock', 'rosa@example.org');
    const rosa = await BrowserOf.signedIn(person);
    const params = { ...at, consultationId: id };
    const sent = await rosa.post(propose.action, '/x', { text: WORDS }, { consultationId: id });
    expect(sent.location).toContain('/help-now');
    // Everybody else reads that somebody looks; nobody decides on it before that is done.
    const page = (await tom.get(proposals.loader, '/x', params)).data;
    expect(page.waiting.map(({ text }) => text)).toEqual([LOOKED_AT]);
    const statementId = page.waiting[0]?.id ?? '';
    const accept = { intent: 'accept', statementId };
    expect((await tom.post(proposals.action, '/x', accept, params)).status).toBe(422);
    const my = await rosa.get(mine.loader, '/x', { consultationId: id });
    expect(JSON.stringify(my.data)).toContain(WORDS);
    await closeCases();
    expect((await tom.post(proposals.action, '/x', accept, params)).status).toBe(302);
    expect(JSON.stringify((await tom.get(asked.loader, '/x', params)).data)).toContain(WORDS);
    await tom.post(worry.action, `/x?at=statement:${statementId}:`, { note: 'Again.' }, at);
    const other = await onPanel('Sam Idowu', 'sam@example.org');
    const sam = await BrowserOf.signedIn(other.person);
    const pages = [
      (await tom.get(asked.loader, '/x', params)).data,
      (await tom.get(opinion.loader, '/x', params)).data,
      (await sam.get(mine.loader, '/x', params)).data,
    ];
    for (const read of pages) {
      expect(JSON.stringify(read)).toContain('Mornings');
      expect(JSON.stringify(read)).not.toContain('scared');
    }
    // Nor beside what others answered to it: on their own page, in themes, on the thread.
    await sam.post(
      mine.action,
      '/panel',
      { statementId, vote: 'agree', comment: 'So am I.' },
      { consultationId: id },
    );
    const votes = await votesIn(store.read, borough.authorityId, id);
    const vote = votes.find(({ comment }) => comment === 'So am I.')?.id ?? '';
    const said = await readComments(store.read, borough.programme);
    expect(said.find(({ words }) => words === 'So am I.')?.asked).toBe(LOOKED_AT);
    const home = (await sam.get(myPanel.loader, '/panel')).data;
    expect(JSON.stringify(home)).toContain('So am I.');
    expect(JSON.stringify(home)).not.toContain('scared');
    const { authorityId, programme } = borough;
    const end = { kind: 'vote', id: vote } as const;
    const thread = await gatherThread(store.read, authorityId, programme.id, end, () => undefined);
    expect(thread.things.map(({ title }) => title)).toEqual([
      `A panel member’s comment on “${LOOKED_AT}”`,
    ]);
    const own = await rosa.get(mine.loader, '/x', { consultationId: id });
    expect(JSON.stringify(own.data)).toContain(WORDS);
    await closeCases();
  });

  test('nor in the notes and minutes of a meeting', async () => {
    const about = {
      title: 'Autumn meeting',
      heldOn: inDays(9),
      startsAt: '10:00',
      endsAt: '11:30',
      how: 'in-person',
      place: 'Kiln Lane hub',
    };
    const to = (await tom.post(newMeeting.action, '/x', about, at)).location;
    const params = { ...at, meetingId: to?.split('?')[0]?.split('/').at(-1) ?? '' };
    const comment = { intent: 'comment', said: WORDS, saidBy: 'parent-or-carer' };
    await tom.post(notes.action, '/x', comment, params);
    const pages = [
      (await tom.get(notes.loader, '/x', params)).data,
      (await tom.get(minutes.loader, '/x', params)).data,
    ];
    for (const data of pages) {
      expect(JSON.stringify(data)).toContain(LOOKED_AT);
      expect(JSON.stringify(data)).not.toContain('scared');
    }
    await closeCases();
  });

  async function closeCases() {
    for (const { id: flagId, state } of (await priya.get(care.loader, '/x', at)).data.cases ?? []) {
      const closing = { intent: 'close', outcome: 'advice', closing: 'Spoken with.' };
      if (state === 'open') await priya.post(worryCase.action, '/x', closing, { ...at, flagId });
    }
  }
});

describe('a member who wants to be forgotten', () => {
  test('reads everything that is held, deletes it, and is out', async () => {
    const { person } = await onPanel('Petra Holloway', 'petra@example.org');
    const petra = await BrowserOf.signedIn(person);
    await answer(petra, 1, 'Saturdays at ten, said Petra.');
    const all = JSON.stringify((await petra.get(myData.loader, '/x')).data);
    for (const one of ['Petra Holloway', 'petra@example.org', 'Saturdays at ten, said Petra.']) {
      expect(all).toContain(one);
    }
    expect(all).not.toContain('olive@example.org');
    expect((await petra.post(eraseMe.action, '/x', {})).status).toBe(422);
    const before = (await votesIn(store.read, borough.authorityId, consultationId)).length;
    const gone = await petra.post(eraseMe.action, '/x', { words: 'words' });
    expect(gone.location).toBe('/erased');
    expect((await petra.get(myPanel.loader, '/panel')).location).toBe('/m');
    expect(await votesIn(store.read, borough.authorityId, consultationId)).toHaveLength(before);
    expect(JSON.stringify(await comments())).not.toContain('said Petra');
    const trail = JSON.stringify(await auditOf(store.read, borough.authorityId, 0, 200));
    expect(trail).not.toContain('Petra');
  });

  test('is erased by staff once, with a copy before', async () => {
    const { memberId } = await onPanel('Quentin Abara', 'quentin@example.org');
    const params = { ...at, memberId };
    const copy = await tom.get(held.loader, '/x', { ...params, format: 'html' });
    expect(copy.text).toContain('quentin@example.org');
    expect((await priya.get(held.loader, '/x', { ...params, format: 'json' })).status).toBe(403);
    expect((await tom.post(erase.action, '/x', { words: 'stay' }, params)).status).toBe(302);
    expect((await tom.post(erase.action, '/x', { words: 'stay' }, params)).status).toBe(409);
    expect((await tom.get(erase.loader, '/x', params)).data.name).toBe('A former member');
  });

  test.each([
    ['Zoë "Zed" O’Brien', ['Zoë "Zed" O’Brien', 'ZOË  "ZED" O’BRIEN', 'zoë\n"zed" o’brien']],
    ['মরিয়ম বেগম', ['মরিয়ম বেগম', 'মরিয়ম  বেগম']],
    ['Back\\slash 50%_off', ['Back\\slash 50%_off', 'BACK\\SLASH 50%_OFF']],
  ])('is named nowhere any more, however staff wrote %s', async (name, ways) => {
    const { memberId } = await onPanel(name, 'ways@example.org');
    const about = { title: 'Named', heldOn: inDays(9), startsAt: '10:00', endsAt: '11:30' };
    const where = { how: 'in-person', place: 'Kiln Lane hub' };
    const to = (await tom.post(newMeeting.action, '/x', { ...about, ...where }, at)).location;
    const meetingId = to?.split('?')[0]?.split('/').at(-1) ?? '';
    const others = `With ${name}sson, Olive Keeper.`;
    const texts = [...ways.map((way) => `With ${way}.`), others];
    const { authorityId, id: programmeId } = borough.programme;
    await store.write(null, async (tx) => {
      for (const text of texts) {
        const now = { state: 'open', settledOn: null, version: 1, createdAt: new Date() };
        const action = { text, owner: text, outcome: '', dueOn: inDays(9), itemId: null, ...now };
        const id = newId();
        await tx
          .insert(meetingActions)
          .values({ id, authorityId, programmeId, meetingId, ...action });
        await record(tx, borough.tom, 'meeting.changed', { kind: 'x', id: meetingId }, { text });
      }
    });
    await tom.post(erase.action, '/x', { words: 'stay' }, { ...at, memberId });
    const left = [...ways.map(() => 'With A former member.'), others].sort();
    const trail = (await auditOf(store.read, authorityId, 0, 500)).filter(
      ({ thingKind, thingId }) => thingKind === 'x' && thingId === meetingId,
    );
    expect(trail.map(({ details }) => details['text']).sort()).toEqual(left);
    const actions = (await store.read.select().from(meetingActions)).filter(
      (one) => one.meetingId === meetingId,
    );
    expect(actions.map(({ text }) => text).sort()).toEqual(left);
    expect(actions.map(({ owner }) => owner).sort()).toEqual(left);
  });
});
