import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as assessment from '#app/routes/panel.consultations.$consultationId.assessment/route.tsx';
import * as why from '#app/routes/panel.consultations.$consultationId.why/route.tsx';
import * as formal from '#app/routes/programmes.$programmeId.panel.consultations.$consultationId.formal._index/route.tsx';
import * as part from '#app/routes/programmes.$programmeId.panel.consultations.$consultationId.formal.$part/route.tsx';
import * as recordRoute from '#app/routes/programmes.$programmeId.panel.consultations.$consultationId.formal.record.$format/route.tsx';
import * as lineRoute from '#app/routes/programmes.$programmeId.plan.lines.$lineId._index/route.tsx';
import * as newReview from '#app/routes/programmes.$programmeId.plan.reviews.new/route.tsx';
import * as thread from '#app/routes/programmes.$programmeId.thread.$kind.$objectId/route.tsx';
import * as consultingTime from '#app/routes/consulting-time/route.tsx';
import { links } from '#app/http/links.ts';
import { addMember } from '#app/panel/add-member.server.ts';
import { castVote } from '#app/panel/cast-vote.server.ts';
import { changeStatements } from '#app/panel/change-statements.server.ts';
import { closeConsultation } from '#app/panel/close-consultation.server.ts';
import { MemberForm } from '#app/panel/members.ts';
import { openConsultation } from '#app/panel/open-consultation.server.ts';
import { startConsultation } from '#app/panel/start-consultation.server.ts';
import type { Person } from '#app/people/can.ts';
import { addPlanLine } from '#app/plan/lines/keep-plan-line.server.ts';
import { LineForm } from '#app/plan/lines/line-form.ts';
import { dayOf } from '#app/ui/words.ts';
import { auditOf } from '#db/people.ts';
import { statementsOf } from '#db/statements.ts';
import { theStore } from '#db/store.server.ts';
import { BrowserOf } from '#test/browser-of.ts';
import { freshStore } from '#test/fresh-store.ts';
import { makeBorough, type Borough } from '#test/people.ts';

let borough: Borough;
let tom: BrowserOf;
let asha: BrowserOf;
let dan: BrowserOf;
let member: Person;
const params: Record<string, string> = {};
const at = (days: number) => new Date(Date.now() + days * 86_400_000);
const day = (days: number) => dayOf(at(days));

beforeAll(async () => {
  await freshStore();
  borough = await makeBorough();
  [tom, asha, dan] = await Promise.all([
    BrowserOf.signedIn(borough.tom),
    BrowserOf.signedIn(borough.asha),
    BrowserOf.signedIn(borough.dan),
  ]);
  const fields = { name: 'A Member', kind: 'parent-or-carer', preferred: 'post' };
  const joined = MemberForm.parse({ ...fields, joinedOn: '2026-01-05' });
  member = (await addMember(borough.tom, borough.programme, joined)).person;
  params['programmeId'] = borough.programme.id;
  const about = { title: 'Hub hours', purpose: 'We may change them.', standing: 'formal' as const };
  // Drafted long ago, so that it can open, close and be decided within the test.
  params['consultationId'] = await startConsultation(
    borough.tom,
    borough.programme,
    about,
    at(-90),
  );
  const text = 'Hubs should open late on Thursdays';
  await changeStatements(borough.tom, borough.programme, id(), { do: 'add', text });
});
afterAll(() => theStore().close());

const id = () => params['consultationId'] ?? '';
const open = (closes: number) =>
  openConsultation(borough.tom, borough.programme, id(), day(closes), at(-80));
const page = async () => (await tom.get(formal.loader, '/formal', params)).data;

let version = 0;
async function write(which: string, fields: Record<string, string | Blob>, more = {}) {
  const url = links.formalPart(borough.programme.id, id(), which);
  const sent = { intent: 'keep', version: String(version), ...fields, ...more };
  const came = await tom.post(part.action, url, sent, { ...params, part: which });
  if (came.location !== null) version += 1;
  return came;
}

const option = (optionName: string, optionPreferred: string) => ({
  ...{ optionId: '', optionName, optionPreferred },
  ...{ optionWords: 'What it means.', optionWhy: 'The reason.' },
});

describe('before it opens', () => {
  test('each thing that is missing is named, and nothing opens', async () => {
    const lacks = await open(-30);
    expect(lacks.map(({ field }) => field)).toEqual([
      'formal-duty',
      'formal-formative',
      'formal-reasons',
      'formal-options',
      'formal-equality',
    ]);
  });

  test('it is written down part by part, and a stale page overwrites nothing', async () => {
    expect((await write('duty', { duty: 'other', dutyNote: '' })).status).toBe(422);
    await write('duty', { duty: 'childrens-centres', dutyNote: '' });
    const formative = { stillOpen: 'Which day.', decides: 'Cabinet', decidesOn: day(-5) };
    await write('formative', formative);
    await write('reasons', { reasons: 'Nobody can come by day.', reasonsLink: '' });
    await write('options', option('Open late', 'yes'));
    await write('options', option('Leave it', 'no'));
    const stale = await write('reasons', { reasons: 'Others.', reasonsLink: '' }, { version: '1' });
    expect(stale.status).toBe(422);
    const { record } = await page();
    expect(record.reasons).toMatchObject({ reasons: 'Nobody can come by day.' });
    expect(record.reasons?.kept.by).toBe('Tom Okafor');
    expect(record.options?.list.map(({ preferred }) => preferred)).toEqual([true, false]);
  });

  test('the assessment comes as a file of a known type, and as nothing else', async () => {
    const equality = { equalityTitle: 'Hours', equalityOn: day(-85), equalityLink: '' };
    expect((await write('equality', equality)).status).toBe(422);
    const script = new File(['<script>'], 'eia.html');
    expect((await write('equality', { ...equality, equalityFile: script })).status).toBe(422);
    const file = new File(['%PDF-1.7 pages'], 'eia.pdf');
    expect((await write('equality', { ...equality, equalityFile: file })).status).toBe(302);
    expect((await page()).record.equality?.fileName).toBe('eia.pdf');
  });

  test('the authority says how long is long enough', async () => {
    const fields = { leastDays: '56', why: 'We promised eight weeks.', elections: '2027-05-06' };
    const no = await tom
      .post(consultingTime.action, '/consulting-time', fields)
      .catch((thrown: unknown) => thrown);
    expect(no).toMatchObject({ status: 403 });
    await asha.post(consultingTime.action, '/consulting-time', fields);
    expect((await open(-30)).map(({ field }) => field)).toEqual(['formal-time']);
    expect(await open(-20)).toEqual([]);
  });
});

describe('while it is open', () => {
  test('members read why, the options and the assessment; a stranger does not', async () => {
    const leanne = await BrowserOf.signedIn(member);
    const read = await leanne.get(why.loader, links.memberReasons(id()), params);
    expect(read.data.record.options?.list).toHaveLength(2);
    const file = await leanne.get(assessment.loader, '/assessment', params);
    expect(file.response?.headers.get('Content-Disposition')).toContain('attachment');
    expect(file.text).toBe('%PDF-1.7 pages');
    const stranger = await BrowserOf.signedIn(borough.leanne);
    const no = await stranger.get(why.loader, '/why', params).catch((thrown: unknown) => thrown);
    expect(no).toMatchObject({ status: 404 });
  });

  test('what people were told can only be put right with a reason, and what stood stays', async () => {
    const reasons = { reasons: 'Few can come by day.', reasonsLink: '' };
    expect((await write('reasons', reasons)).status).toBe(422);
    await write('reasons', reasons, { why: 'The first words were too strong.' });
    expect((await page()).corrections).toMatchObject([
      { part: 'reasons', what: 'corrected', why: 'The first words were too strong.' },
    ]);
  });

  test('it cannot be cut short below its time, nor decided before the answers are weighed', async () => {
    const { programme, tom: who } = borough;
    await expect(closeConsultation(who, programme, id(), at(-60))).rejects.toThrow(
      /your rule is 56/,
    );
    const [statement] = await statementsOf(theStore().read, borough.authorityId, id());
    await castVote(member, id(), statement?.id ?? '', { vote: 'agree', comment: '' }, at(-40));
    const considered = {
      readBy: 'Cabinet',
      readOn: day(-10),
      said: 'Yes.',
      weighed: 'It counted.',
    };
    expect((await write('decision', decision, {})).status).toBe(422);
    await write('considered', considered);
  });
});

const decision = {
  decided: 'another',
  decision: 'Open late on Wednesdays.',
  decidedBy: 'Cabinet',
  decidedOn: day(-4),
  changed: 'The day.',
  decisionReasons: 'Most can come then.',
};

describe('after it has closed', () => {
  test('it is decided only on answers that were weighed, and not before they were read', async () => {
    const early = await write('decision', { ...decision, decidedOn: day(-11) });
    expect(early.status).toBe(422);
    expect((await write('decision', decision)).status).toBe(302);
    const { tests, record } = await page();
    expect(tests.map(({ state }) => state)).toEqual(['met', 'met', 'met', 'met']);
    expect(record.decision?.decision).toBe('Open late on Wednesdays.');
  });

  test('the record prints as HTML, DOCX and PDF, with the law and the correction in it', async () => {
    const print = (format: string) => dan.get(recordRoute.loader, '/record', { ...params, format });
    const html = await print('html');
    for (const words of ['Section 5D', 'Open late on Wednesdays', 'too strong', 'Cabinet']) {
      expect(html.text).toContain(words);
    }
    // One person answered: the paper does not say what.
    expect(html.text).not.toMatch(/Agree: 1/);
    for (const format of ['docx', 'pdf']) {
      const file = await print(format);
      expect(file.response?.headers.get('Content-Disposition')).toContain(`hub-hours.${format}`);
    }
  });

  test('a decision is taken back with a reason only, and before what it rests on', async () => {
    const back = (which: string, reason: string) =>
      write(which, {}, { intent: 'take-back', why: reason });
    expect((await back('considered', 'Wrong.')).status).toBe(422);
    expect((await back('decision', '')).status).toBe(422);
    expect((await back('decision', 'Called in by the committee.')).status).toBe(302);
    expect((await page()).record.decision).toBeNull();
    const rows = await auditOf(theStore().read, borough.authorityId, 0, 100);
    const actions = rows.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['formal.decided', 'formal.taken-back']));
  });
});

test('a plan line is asked about in plain words, with another in the same draft', async () => {
  const made = async (title: string) => {
    const fields = LineForm.parse({
      title,
      owner: 'Hub managers',
      endsOn: '2027-03-31',
      cost: '4000',
    });
    const kept = await addPlanLine(borough.priya, borough.programme.id, fields);
    if (kept.outcome !== 'saved') throw new Error('The line is not kept');
    return kept.lineId;
  };
  const lines = [await made('Open Testborough hub on Saturdays'), await made('A van')];
  const url = links.reviewLine(borough.programme.id, lines[0] ?? '');
  const { data } = await tom.get(newReview.loader, url, params);
  expect(data.hint).toContain('between £1,000 and £10,000');
  const about = { title: 'Saturdays', purpose: 'It can change.', standing: 'engagement' };
  const words = { text: data.text, hint: data.hint };
  const came = await tom.post(newReview.action, url, { into: 'new', ...words, ...about }, params);
  const draftId = came.location?.split('/').at(-1) ?? '';
  const second = links.reviewLine(borough.programme.id, lines[1] ?? '');
  const joining = { into: 'draft', draftId, text: 'We plan a van.', hint: '' };
  await tom.post(newReview.action, second, joining, params);
  expect((await tom.post(newReview.action, second, joining, params)).status).toBe(422);
  await openConsultation(borough.tom, borough.programme, draftId, day(10));
  const [first] = await statementsOf(theStore().read, borough.authorityId, draftId);
  await castVote(member, draftId, first?.id ?? '', { vote: 'change', comment: 'Sundays too' });
  const seen = async (who: BrowserOf) =>
    (await who.get(lineRoute.loader, '/line', { ...params, lineId: lines[0] ?? '' })).data.reviews;
  expect((await seen(tom))[0]).toMatchObject({ base: 1, written: [{ words: 'Sundays too' }] });
  expect((await seen(dan))[0]).toMatchObject({ base: null, written: [] });
  const end = { kind: 'plan-line', objectId: lines[0] ?? '' };
  const { upstream } = (await dan.get(thread.loader, '/thread', { ...params, ...end })).data.seen
    .trace;
  const asked = upstream.find(({ kind }) => kind === 'asked')?.steps[0];
  expect(asked?.thing.title).toContain('Saturdays: We plan to do this');
  expect(asked?.hops[0]?.sentence).toContain('Members of the panel were asked about the plan line');
  // It is still open: nothing on the thread says what anybody answered.
  expect(JSON.stringify(upstream)).not.toMatch(/Sundays|change it \d/);
});
