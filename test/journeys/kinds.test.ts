import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as door from '#app/routes/p.$code._index/route.tsx';
import * as screen from '#app/routes/p.$code.screen/route.tsx';
import * as picture from '#app/routes/pictures.$pictureId.$size/route.tsx';
import * as myPanel from '#app/routes/panel._index/route.tsx';
import * as mine from '#app/routes/panel.consultations.$consultationId._index/route.tsx';
import * as propose from '#app/routes/panel.consultations.$consultationId.propose/route.tsx';
import * as consultation from '#app/routes/programmes.$programmeId.panel.consultations.$consultationId._index/route.tsx';
import * as item from '#app/routes/programmes.$programmeId.panel.consultations.$consultationId.items.$itemId/route.tsx';
import * as list from '#app/routes/programmes.$programmeId.panel.consultations._index/route.tsx';
import * as poll from '#app/routes/programmes.$programmeId.panel.consultations.$consultationId.poll/route.tsx';
import * as poster from '#app/routes/programmes.$programmeId.panel.consultations.$consultationId.poster[.]pdf/route.tsx';
import * as printed from '#app/routes/programmes.$programmeId.panel.consultations.$consultationId.print/route.tsx';
import * as proposals from '#app/routes/programmes.$programmeId.panel.consultations.$consultationId.proposals/route.tsx';
import * as take from '#app/routes/programmes.$programmeId.panel.consultations.$consultationId.take.$file/route.tsx';
import * as member from '#app/routes/programmes.$programmeId.panel.members.$memberId._index/route.tsx';
import * as newConsultation from '#app/routes/programmes.$programmeId.panel.consultations.new/route.tsx';
import { links } from '#app/http/links.ts';
import { addMember } from '#app/panel/add-member.server.ts';
import { castVote } from '#app/panel/cast-vote.server.ts';
import { closeConsultation } from '#app/panel/close-consultation.server.ts';
import { panelWaits } from '#app/panel/panel-waits.server.ts';
import { MemberForm } from '#app/panel/members.ts';
import type { Person } from '#app/people/can.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { dayOf } from '#app/ui/words.ts';
import { changesIn, votesIn } from '#db/consultations.ts';
import { membersOf } from '#db/panel.ts';
import { auditOf } from '#db/people.ts';
import { pollAnswersOf } from '#db/polls.ts';
import { voteHistory } from '#db/schema/index.ts';
import { statementsOf } from '#db/statements.ts';
import type { Store } from '#db/store.server.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

let store: Store;
let borough: Borough;
let tom: BrowserOf;
let grace: BrowserOf;
let at: { programmeId: string };
/** Seven parents and a practitioner. */
const parents: Person[] = [];
let midwife: Person;

beforeAll(async () => {
  store = await freshStore();
  borough = await makeBorough();
  tom = await BrowserOf.signedIn(borough.tom);
  grace = await BrowserOf.signedIn(borough.grace);
  at = { programmeId: borough.programme.id };
  const onPanel = async (name: string, kind: string) => {
    const fields = MemberForm.parse({ name, kind, joinedOn: inDays(-60) });
    return (await addMember(borough.tom, borough.programme, fields)).person;
  };
  for (const name of ['Ann', 'Bea', 'Cat', 'Dee', 'Eve', 'Fay', 'Gil']) {
    parents.push(await onPanel(`${name} Reed`, 'parent-or-carer'));
  }
  midwife = await onPanel('Moira Kendrick', 'practitioner');
});
afterAll(() => store.close());

const inDays = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000));
const lastOf = (location: string | null) => location?.split('?')[0]?.split('/').at(-1) ?? '';

async function draft(kind: string, change: Record<string, string> = {}): Promise<string> {
  const fields = {
    title: `Our ${kind}`,
    purpose: 'Nothing is decided yet.',
    standing: 'engagement',
  };
  const sent = { ...fields, kind, ...change };
  return lastOf((await tom.post(newConsultation.action, '/x', sent, at)).location);
}

async function ask(consultationId: string, fields: Record<string, string>): Promise<string> {
  const params = { ...at, consultationId, itemId: 'new' };
  const { location, data } = await tom.post(item.action, '/x', fields, params);
  if (location === null) throw new Error(JSON.stringify(data));
  const here = await statementsOf(store.read, borough.authorityId, consultationId);
  return here.at(-1)?.id ?? '';
}

const open = (consultationId: string, closesOn = inDays(14)) =>
  tom.post(consultation.action, '/x', { intent: 'open', closesOn }, { ...at, consultationId });

const itemsOf = (id: string) => statementsOf(store.read, borough.authorityId, id);

describe('a ballot between two pictures', () => {
  let id: string;
  let itemId: string;
  let options: { id: string; words: string; pictureId?: string }[];
  const params = () => ({ ...at, consultationId: id, itemId });
  const readOptions = async () => (await itemsOf(id))[0]?.options ?? [];

  test('is drafted with options, each with its picture drawn anew', async () => {
    id = await draft('ballot');
    const none = await tom.post(
      item.action,
      '/x',
      { type: 'choice', text: 'Which design?', options: 'Sunrise' },
      { ...at, consultationId: id, itemId: 'new' },
    );
    expect(none.data).toMatchObject({
      problems: [{ field: 'options', message: 'Write at least two options, each on its own line' }],
      typed: { text: 'Which design?', options: 'Sunrise' },
    });
    itemId = await ask(id, { type: 'choice', text: 'Which design?', options: 'Sunrise\nBridge' });
    options = await readOptions();
    const photo = await sharp({ create: { width: 80, height: 40, channels: 3, background: 'red' } })
      .withExif({ IFD0: { Artist: 'SECRETNAME' } })
      .jpeg()
      .toBuffer();
    const [sunrise, bridge] = options;
    const bring = (option: string | undefined, change: object) =>
      tom.post(
        item.action,
        '/x',
        {
          intent: 'picture',
          optionId: option ?? '',
          'alt-0': 'A yellow sun',
          'picture-0': new File([new Uint8Array(photo)], 'x.jpg'),
          ...change,
        },
        params(),
      );
    const wrong = await bring(sunrise?.id, { 'picture-0': new File(['<svg/>'], 'x.png') });
    expect(wrong.data).toMatchObject({
      problems: [{ field: 'picture-0' }],
      typed: { 'alt-0': 'A yellow sun' },
    });
    expect((await bring(sunrise?.id, { 'alt-0': '' })).data).toMatchObject({
      problems: [{ field: 'alt-0' }],
    });
    await bring(sunrise?.id, {});
    // One picture of two: it does not open yet, and says why.
    expect((await open(id)).data).toMatchObject({
      problems: [{ message: 'Give every option of “Which design?” a picture, or none' }],
    });
    await bring(bridge?.id, { 'alt-0': 'A bridge over a river' });
    options = await readOptions();
    // Words changed in their place keep their picture.
    const fields = { type: 'choice', text: 'Which design?', options: 'Sunrise\nThe bridge' };
    await tom.post(item.action, '/x', fields, params());
    expect((await readOptions()).map(({ words, pictureId }) => [words, pictureId])).toEqual([
      ['Sunrise', options[0]?.pictureId],
      ['The bridge', options[1]?.pictureId],
    ]);
    options = await readOptions();
  });

  test('shows its pictures to those who are asked, once it is open, and to nobody else', async () => {
    const ann = await BrowserOf.signedIn(parents[0] ?? borough.leanne);
    const look = (browser: BrowserOf) =>
      browser.get(picture.loader, '/x', { pictureId: options[0]?.pictureId ?? '', size: 'small' });
    expect((await look(tom)).text).not.toContain('SECRETNAME');
    expect((await look(ann)).status).toBe(404);
    expect((await open(id)).status).toBe(302);
    const seen = await look(ann);
    expect(seen.response?.headers.get('content-type')).toBe('image/webp');
    const elsewhere = await makeBorough('Otherborough');
    expect((await look(await BrowserOf.signedIn(elsewhere.tom))).status).toBe(404);
    expect((await look(new BrowserOf())).status).toBe(404);
    const fields = { type: 'choice', text: 'Another?', options: 'A\nB' };
    expect((await tom.post(item.action, '/x', fields, params())).data).toMatchObject({
      problems: [{ field: 'main' }],
    });
  });

  test('counts once however often it is sent, and keeps apart what stood before', async () => {
    const ann = await BrowserOf.signedIn(parents[0] ?? borough.leanne);
    const url = links.memberStatement(id, 1);
    const send = (fields: Record<string, string>) =>
      ann.post(mine.action, url, { statementId: itemId, ...fields }, { consultationId: id });
    expect((await send({ comment: 'Nice' })).data).toMatchObject({
      problems: [{ field: 'choice' }],
      typed: { comment: 'Nice' },
    });
    const [sunrise, bridge] = options.map((option) => option.id);
    await send({ choice: sunrise ?? '', comment: 'Warm' });
    await send({ choice: sunrise ?? '', comment: 'Warm' });
    await send({ choice: bridge ?? '', comment: '' });
    const votes = await votesIn(store.read, borough.authorityId, id);
    expect(votes).toMatchObject([{ choice: [bridge], comment: '' }]);
    expect(await changesIn(store.read, borough.authorityId, id)).toBe(1);
    const kept = await store.read.select().from(voteHistory);
    expect(kept).toMatchObject([{ choice: [sunrise] }]);
    expect(JSON.stringify(kept)).not.toContain('Warm');
  });

  test('is closed: parents and practitioners apart, small numbers hidden, answers without writers', async () => {
    const [sunrise, bridge] = options.map((option) => option.id);
    for (const [n, person] of parents.entries()) {
      const choice = [(n < 5 ? sunrise : bridge) ?? ''];
      await castVote(person, id, itemId, { vote: '', choice, comment: n === 0 ? 'Warm' : '' });
    }
    await castVote(midwife, id, itemId, { vote: '', choice: [bridge ?? ''], comment: '' });
    const where = { ...at, consultationId: id };
    expect((await grace.get(consultation.loader, '/x', where)).data.answers).toBeNull();
    await closeConsultation(borough.tom, borough.programme, id);
    const closely = (await tom.get(consultation.loader, '/x', where)).data;
    expect(closely.answers?.[0]?.counts.map(({ count }) => count)).toEqual([5, 2]);
    expect(closely.practitioners?.[0]?.counts.map(({ count }) => count)).toEqual([0, 1]);
    expect(closely).toMatchObject({ changes: 2, people: 8 });
    const masked = (await grace.get(consultation.loader, '/x', where)).data;
    expect(masked.answers?.[0]?.counts.map(({ count }) => count)).toEqual([HIDDEN, HIDDEN]);
    expect(masked.practitioners?.[0]?.base).toBe(HIDDEN);
    expect(masked).toMatchObject({ people: null, changes: null });

    const file = (browser: BrowserOf, name: string) =>
      browser.get(take.loader, '/x', { ...where, file: name });
    expect((await file(grace, 'counts.csv')).text).toContain('Sunrise,[c]');
    const answers = (await file(await BrowserOf.signedIn(borough.priya), 'answers.csv')).text;
    expect(answers.match(/Sunrise/g)).toHaveLength(5);
    expect(answers).toContain('Warm');
    expect(answers).not.toMatch(/Reed|Kendrick/);
    for (const person of parents) expect(answers).not.toContain(person.id);
    expect((await file(tom, 'answers.csv')).status).toBe(403);
    expect((await file(grace, 'answers.csv')).status).toBe(403);
    const paper = (await tom.get(printed.loader, '/x', where)).data;
    expect(paper.answers?.[0]).toMatchObject({ written: [], counts: [{ count: HIDDEN }, {}] });

    const ann = await BrowserOf.signedIn(parents[0] ?? borough.leanne);
    const page = await ann.get(mine.loader, '/x', { consultationId: id });
    expect(page.data.heard[0]?.counts.map(({ count }) => count)).toEqual([HIDDEN, HIDDEN]);
    const late = await ann.post(
      mine.action,
      links.memberStatement(id, 1),
      { statementId: itemId, choice: bridge ?? '', comment: 'I changed my mind' },
      { consultationId: id },
    );
    expect(late).toMatchObject({
      status: 409,
      data: { kept: [{ words: 'The bridge' }, { label: 'Why?', words: 'I changed my mind' }] },
    });
  });
});

test('a ranking tells duplicates, loses nothing, and says when ways of counting disagree', async () => {
  const id = await draft('ranking');
  const itemId = await ask(id, {
    type: 'ranking',
    text: 'Which name?',
    options: 'Memphis\nNashville\nKnoxville',
  });
  await open(id);
  const [m = '', n = '', k = ''] = ((await itemsOf(id))[0]?.options ?? []).map((one) => one.id);
  const ann = await BrowserOf.signedIn(parents[0] ?? borough.leanne);
  const url = links.memberStatement(id, 1);
  const send = (ranks: Record<string, string>) =>
    ann.post(mine.action, url, { statementId: itemId, ...ranks }, { consultationId: id });
  const twice = { [`rank-${m}`]: '1', [`rank-${n}`]: '1', comment: 'Both' };
  expect((await send(twice)).data).toMatchObject({
    problems: [
      {
        field: `rank-${n}`,
        message: 'You gave number 1 to “Memphis” and “Nashville”. Use it once',
      },
    ],
    typed: twice,
  });
  expect((await send({ [`rank-${m}`]: '1', [`rank-${n}`]: '2' })).status).toBe(302);
  const orders = [
    [m, n, k],
    [m, n, k],
    [m, n, k],
    [n, k, m],
    [n, k, m],
    [k, n, m],
    [k, n, m],
  ];
  for (const [at, person] of parents.entries()) {
    await castVote(person, id, itemId, { vote: '', choice: orders[at] ?? [], comment: '' });
  }
  await expect(
    castVote(midwife, id, itemId, { vote: '', choice: [m, m], comment: '' }),
  ).rejects.toThrow('asked in another way');
  const page = (await tom.get(consultation.loader, '/x', { ...at, consultationId: id })).data;
  const [result] = page.answers ?? [];
  expect(result?.says.join(' ')).toContain('do not agree');
  expect(result?.ranking?.points.map(({ label, points }) => [label, points])).toEqual([
    ['Nashville', 9],
    ['Memphis', 6],
    ['Knoxville', 6],
  ]);
});

test('open questions are answered in words, skipped, and read by staff only', async () => {
  const id = await draft('questions');
  await ask(id, { type: 'question', text: 'What would make you come back?' });
  await ask(id, { type: 'statement', text: 'I felt welcome' });
  await open(id);
  const params = { consultationId: id };
  const ann = await BrowserOf.signedIn(parents[0] ?? borough.leanne);
  const first = (await ann.get(mine.loader, links.memberStatement(id, 1), params)).data;
  expect(first.skipTo).toBe(links.memberStatement(id, 2));
  const send = (comment: string) => {
    const fields = { statementId: first.statement?.id ?? '', comment };
    return ann.post(mine.action, links.memberStatement(id, 1), fields, params);
  };
  expect((await send('')).data).toMatchObject({
    problems: [{ field: 'comment', message: 'Write your answer, or skip this one' }],
  });
  expect((await send('x'.repeat(2001))).data).toMatchObject({
    problems: [{ message: 'Your answer: write 2,000 characters or fewer. It is 1 too long.' }],
  });
  expect((await send('چائے اور کھلونے')).status).toBe(302);
  const overview = (await ann.get(mine.loader, '/x', params)).data.mine;
  expect(overview.progress).toEqual({ answered: 1, of: 2, next: 2 });
  const page = (await tom.get(consultation.loader, '/x', { ...at, consultationId: id })).data;
  expect(page.answers?.[0]?.written).toMatchObject([{ asked: '', words: 'چائے اور کھلونے' }]);
});

describe('statements that members propose', () => {
  let id: string;
  let ann: BrowserOf;
  const here = () => ({ ...at, consultationId: id });
  const proposed = async () => (await tom.get(proposals.loader, '/x', here())).data.waiting;
  const decide = (fields: Record<string, string>) =>
    tom.post(proposals.action, '/x', fields, here());
  const offer = (text: string) => ann.post(propose.action, '/x', { text }, { consultationId: id });

  beforeAll(async () => {
    id = await draft('statements', { proposals: 'yes' });
    await tom.post(consultation.action, '/x', { intent: 'add', text: 'Evenings' }, here());
    await open(id);
    ann = await BrowserOf.signedIn(parents[0] ?? borough.leanne);
  });

  test('wait unseen, are sent once, and are counted to nobody', async () => {
    expect((await offer('')).data).toMatchObject({ problems: [{ field: 'text' }] });
    await offer('Open on Saturday mornings');
    await offer('Open on Saturday mornings');
    await offer('Hubs should have warm drinks for free');
    await offer('Mrs Jones at the desk is rude');
    expect((await offer('One more of mine')).data).toMatchObject({
      problems: [{ field: 'text' }],
      typed: { text: 'One more of mine' },
    });
    expect(await proposed()).toHaveLength(3);
    expect(JSON.stringify(await proposed())).not.toMatch(/Reed|memberId/);
    expect(await itemsOf(id)).toHaveLength(1);
    const waits = await panelWaits(borough.tom, borough.programme, inDays(0));
    expect(waits.map(({ href }) => href)).toContain(links.proposals(at.programmeId, id));
    expect(await panelWaits(borough.grace, borough.programme, inDays(0))).toEqual([]);
    expect((await grace.get(proposals.loader, '/x', here())).status).toBe(403);
  });

  test('are asked as written, in other words, or refused, each with its reason for the writer', async () => {
    const bea = await BrowserOf.signedIn(parents[1] ?? borough.leanne);
    const [evenings] = await itemsOf(id);
    await castVote(parents[1] ?? borough.leanne, id, evenings?.id ?? '', {
      vote: 'agree',
      comment: '',
    });
    const [saturdays, drinks, rude] = await proposed();
    await decide({ intent: 'accept', statementId: saturdays?.id ?? '' });
    const bare = { intent: 'refuse', statementId: rude?.id ?? '' };
    expect((await decide(bare)).data).toMatchObject({ problems: [{ field: 'refusal' }] });
    await decide({ ...bare, refusal: 'It names one person. Tell us by telephone.' });
    await decide({
      intent: 'reword',
      statementId: drinks?.id ?? '',
      text: 'Hot drinks should be free',
      reason: 'Shorter',
    });
    expect((await decide(bare)).status).toBe(422);
    const my = (await ann.get(mine.loader, '/x', { consultationId: id })).data.proposals.mine;
    expect(my.map(({ state, askedAs, reason }) => [state, askedAs, reason])).toEqual([
      ['asked', null, ''],
      ['asked', 'Hot drinks should be free', 'Shorter'],
      ['refused', null, 'It names one person. Tell us by telephone.'],
    ]);
    // Bea had finished: two new ones wait for her, and she does not see who wrote them.
    const page = (await bea.get(mine.loader, '/x', { consultationId: id })).data;
    expect(page.mine.statements.filter((one) => one.isNew)).toHaveLength(2);
    expect(page.mine.progress.next).toBe(2);
    expect(page.proposals.mine).toEqual([]);
    const waiting = (await bea.get(myPanel.loader, '/panel')).data.panels[0]?.open;
    expect(waiting).toContainEqual(expect.objectContaining({ id, statements: 3, answered: 1 }));
    const trail = JSON.stringify(await auditOf(store.read, borough.authorityId, 0, 300));
    expect(trail).not.toMatch(/Saturday|Mrs Jones|warm drinks/);
  });
});

describe('a poll in the room', () => {
  let id: string;
  let code: string;
  const staff = () => ({ ...at, consultationId: id });
  let options: string[];
  const fields = (option: number) => ({ 'q1-choice': options[option] ?? '' });

  test('is open for a day at a short address, with a poster', async () => {
    id = await draft('poll');
    await ask(id, { type: 'choice', text: 'Was it useful?', options: 'Yes\nNo' });
    await ask(id, { type: 'question', text: 'What next?' });
    options = ((await itemsOf(id))[0]?.options ?? []).map((one) => one.id);
    ({ code } = (await tom.get(poll.loader, '/x', staff())).data);
    const stranger = new BrowserOf();
    expect((await stranger.get(door.loader, '/x', { code })).status).toBe(404);
    expect((await open(id, inDays(0))).status).toBe(302);
    expect((await stranger.get(door.loader, '/x', { code })).data.items).toHaveLength(2);
    const pdf = await grace.get(poster.loader, '/x', staff());
    expect(pdf.response?.headers.get('content-type')).toBe('application/pdf');
    // It is no consultation of the panel: nobody signed in is asked.
    const ann = await BrowserOf.signedIn(parents[0] ?? borough.leanne);
    expect((await ann.get(mine.loader, '/x', { consultationId: id })).status).toBe(404);
  });

  test('counts once a telephone, names nobody, and asks the young for their consent', async () => {
    const telephone = new BrowserOf();
    await telephone.get(door.loader, '/x', { code });
    expect((await telephone.post(door.action, '/x', {}, { code })).data).toMatchObject({
      problems: [{ field: 'q1-choice', message: 'Answer at least one question' }],
    });
    await telephone.post(door.action, '/x', fields(0), { code });
    await telephone.post(door.action, '/x', { ...fields(1), 'q2-comment': 'More' }, { code });
    const page = (await tom.get(consultation.loader, '/x', staff())).data;
    expect(page.people).toBe(1);
    expect(page.answers?.[0]?.counts.map(({ count }) => count)).toEqual([0, 1]);

    // Who may not read single answers is told nothing while the count can grow.
    const listed = async (who: BrowserOf) =>
      (await who.get(list.loader, '/x', at)).data.consultations.find((one) => one.id === id);
    expect((await listed(tom))?.people).toBe(1);
    expect((await listed(grace))?.people).toBeNull();

    // An answer that is changed stays the same answer: what was hidden or raised of it hangs on it.
    const words = async () =>
      (await pollAnswersOf(store.read, borough.authorityId, id)).find(({ comment }) => comment);
    const first = await words();
    await telephone.post(door.action, '/x', { ...fields(1), 'q2-comment': 'More!' }, { code });
    expect(await words()).toEqual({ ...first, comment: 'More!' });
    await telephone.post(door.action, '/x', fields(1), { code });
    expect(await words()).toBeUndefined();

    await tom.post(poll.action, '/x', { audience: 'young', onScreen: 'yes' }, staff());
    const child = new BrowserOf();
    await child.get(door.loader, '/x', { code });
    expect((await child.post(door.action, '/x', fields(0), { code })).data).toMatchObject({
      problems: [{ field: 'consent' }],
      typed: fields(0),
    });
    expect(
      (await child.post(door.action, '/x', { ...fields(0), consent: 'yes' }, { code })).status,
    ).toBe(302);
  });

  test('shows a screen in steps of five and everybody the rest when it is over', async () => {
    const onScreen = async () =>
      (await new BrowserOf().get(screen.loader, '/x', { code })).data.room[0]?.counts;
    expect((await onScreen())?.map(({ count }) => count)).toEqual([0, 0]);
    for (let n = 0; n < 7; n += 1) {
      const one = new BrowserOf();
      await one.get(door.loader, '/x', { code });
      await one.post(door.action, '/x', { ...fields(0), consent: 'yes' }, { code });
    }
    // Nine have answered: the first five are shown, and one of them said no.
    expect((await onScreen())?.map(({ count }) => count)).toEqual([HIDDEN, HIDDEN]);
    await closeConsultation(borough.tom, borough.programme, id);
    const over = (await new BrowserOf().get(door.loader, '/x', { code })).data;
    expect(over.room[0]?.base).toBe(9);
    const late = await new BrowserOf().post(
      door.action,
      '/x',
      { ...fields(0), 'q2-comment': 'Too late', consent: 'yes' },
      { code },
    );
    expect(late).toMatchObject({ status: 409, data: { typed: { 'q2-comment': 'Too late' } } });
    expect(late.data.kept?.map(({ words }) => words)).toEqual(['Yes', 'Too late']);
    expect((await new BrowserOf().get(door.loader, '/x', { code: 'nothere' })).status).toBe(404);
  });
});

test('whoever left is still counted, and can answer no more', async () => {
  const id = await draft('ballot');
  const itemId = await ask(id, { type: 'choice', text: 'Which?', options: 'This\nThat' });
  await open(id);
  const [option] = (await itemsOf(id))[0]?.options ?? [];
  const gil = parents.at(-1) ?? borough.leanne;
  const answer = { vote: '', choice: [option?.id ?? ''], comment: '' };
  await castVote(gil, id, itemId, answer);
  const everybody = await membersOf(store.read, borough.authorityId, at.programmeId);
  const memberId = everybody.find(({ personId }) => personId === gil.id)?.id ?? '';
  const left = { intent: 'left', leftOn: inDays(0) };
  await tom.post(member.action, '/x', left, { ...at, memberId });
  await expect(castVote(gil, id, itemId, answer)).rejects.toThrow();
  const page = (await tom.get(consultation.loader, '/x', { ...at, consultationId: id })).data;
  expect(page.answers?.[0]?.counts.map(({ count }) => count)).toEqual([1, 0]);
});
