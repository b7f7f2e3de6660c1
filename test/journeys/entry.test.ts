import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  loader as batchPage,
  action as onBatch,
} from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.entry.$batchId._index/route.tsx';
import {
  loader as againPage,
  action as enterAgain,
} from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.entry.$batchId.again.$entryId/route.tsx';
import {
  loader as formPage,
  action as enterForm,
} from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.entry.$batchId.form/route.tsx';
import {
  loader as enteredPage,
  action as onEntered,
} from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.entry.$batchId.forms.$entryId/route.tsx';
import {
  loader as settlePage,
  action as settle,
} from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.entry.$batchId.settle.$entryId/route.tsx';
import { action as startBatch } from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.entry.new/route.tsx';
import { deleteExpiredAnswers } from '#app/survey/delete-expired-answers.server.ts';
import { openSurvey } from '#app/survey/run-survey.server.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import { boxOf } from '#app/survey/entry/typed-form.ts';
import { entriesOf } from '#db/entry.ts';
import { batchEntries, secondEntries } from '#db/schema/index.ts';
import type { Store } from '#db/store.server.ts';
import { responsesTo } from '../answers-to.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// A pile of paper forms: entered by number, a sample read by somebody else, differences settled.

let store: Store;
let borough: Borough;
let priya: BrowserOf;
let tom: BrowserOf;
let surveyId: string;
let batchId: string;
let params: Record<string, string>;

beforeAll(async () => {
  store = await freshStore();
  borough = await makeBorough();
  priya = await BrowserOf.signedIn(borough.priya);
  tom = await BrowserOf.signedIn(borough.tom);
  surveyId = await startSurvey(borough.priya, borough.programme, {
    templateId: 'family-needs',
    title: 'What families need',
    opensOn: '2026-05-01',
    closesOn: null,
    privacyNotice: 'What it is for, who sees it and that we keep it until {keepUntil}.',
    keepUntil: '2029-03-31',
  });
  await openSurvey(borough.priya, borough.programme, surveyId, '2026-05-01');
});
afterAll(() => store.close());

const stored = () => responsesTo(store.read, borough.authorityId, surveyId);
const forms = () => entriesOf(store.read, borough.authorityId, batchId);
const typedOf = (typed: Record<string, string>) =>
  Object.fromEntries(Object.entries(typed).map(([name, value]) => [boxOf(name), value]));

async function type(typed: Record<string, string>, more: Record<string, string> = {}) {
  const page = await priya.get(formPage, '/', params);
  const fields = { intent: 'save', key: page.data.key, number: '', ...typedOf(typed), ...more };
  return { page, fields, came: await priya.post(enterForm, '/', fields, params) };
}

test('a batch is started and its forms are entered by number', async () => {
  const where = { programmeId: borough.programme.id, surveyId };
  const batch = {
    channel: 'paper',
    place: 'Brookside Library',
    receivedOn: '2026-06-03',
    expected: '3',
    sampleShare: '100',
  };
  const refused = await priya.post(startBatch, '/', { ...batch, place: '' }, where);
  expect(refused.data.problems[0]?.field).toBe('place');
  const started = await priya.post(startBatch, '/', batch, where);
  batchId = /entry\/([^/]+)\/form/.exec(started.location ?? '')?.[1] ?? '';
  params = { ...where, batchId };

  const { came, fields } = await type({
    relationship: '1',
    ages: '1 2',
    comments: 'Open on Saturdays',
  });
  expect(came.status).toBe(302);
  // Pressed twice: the same key, one form.
  expect((await priya.post(enterForm, '/', fields, params)).status).toBe(302);
  const [response] = await stored();
  expect(await stored()).toHaveLength(1);
  expect(response).toMatchObject({ channel: 'paper', answeredOn: '2026-06-03' });
  // The id of a row that leads to answers says nothing of when they came.
  const id: unknown = expect.stringMatching(/^[0-9a-f]{32}$/);
  expect(await forms()).toMatchObject([
    { id, number: 1, by: 'Priya Shah', reference: response?.reference },
  ]);
});

test('what cannot be understood is said, with everything typed kept', async () => {
  const { came } = await type({ relationship: '55', ages: '1' });
  expect(came.status).toBe(422);
  expect(came.data.problems[0]?.field).toBe(boxOf('relationship'));
  expect(came.data.typed[boxOf('ages')]).toBe('1');
  const blank = await type({});
  expect(blank.came.data.problems[0]?.message).toMatch(/blank form/);
  const taken = await type({ relationship: '1' }, { number: '1' });
  expect(taken.came.data.problems[0]?.field).toBe('number');
  const { page } = taken;
  const on = await priya.post(
    enterForm,
    '/',
    { intent: 'on', key: page.data.key, number: '', ...typedOf({ relationship: '1' }) },
    params,
  );
  expect(on.status).toBe(200);
  expect(await stored()).toHaveLength(1);
});

test('a form is corrected or taken out, and the trail says so without an answer', async () => {
  await type({ relationship: '2' });
  const wrong = (await forms())[1];
  const at = { ...params, entryId: wrong?.id ?? '' };
  const page = await priya.get(enteredPage, '/', at);
  expect(page.data.typed[boxOf('relationship')]).toBe('2');
  const corrected = await priya.post(
    onEntered,
    '/',
    { intent: 'save', key: page.data.key, ...typedOf({ relationship: '1' }) },
    at,
  );
  expect(corrected.status).toBe(302);
  expect((await priya.post(onEntered, '/', { intent: 'withdraw', reason: '' }, at)).status).toBe(
    422,
  );
  await priya.post(onEntered, '/', { intent: 'withdraw', reason: 'twice' }, at);
  expect(await stored()).toHaveLength(1);
  await type({ relationship: '2', comments: 'No buses' }, { number: '2' });
  expect((await forms()).map(({ number }) => number)).toEqual([1, 2]);
});

test('the sample is read again by somebody else, blind, and settled', async () => {
  await priya.post(onBatch, '/', { intent: 'finish' }, params);
  expect((await priya.post(onBatch, '/', { intent: 'close' }, params)).status).toBe(409);
  // Pressed too early: nobody has begun to read, so the draw is taken back and done again.
  await priya.post(onBatch, '/', { intent: 'reopen' }, params);
  expect((await forms()).map(({ sampled }) => sampled)).toEqual([false, false]);
  await priya.post(onBatch, '/', { intent: 'finish' }, params);
  expect((await forms()).map(({ sampled }) => sampled)).toEqual([true, true]);
  const [one, two] = await forms();
  const first = { ...params, entryId: one?.id ?? '' };
  const second = { ...params, entryId: two?.id ?? '' };
  // Not by the same person, and nobody sees what was entered before.
  expect((await priya.get(againPage, '/', first)).status).toBe(403);
  const blind = await tom.get(enteredPage, '/', first);
  expect(blind.data).toMatchObject({ hidden: true, typed: {} });
  const read = (at: Record<string, string>, typed: Record<string, string>) =>
    tom.post(enterAgain, '/', { intent: 'save', key: 'a'.repeat(32), ...typedOf(typed) }, at);
  await read(first, { relationship: '1', ages: '1 2', comments: 'open on saturdays.' });
  await read(second, { relationship: '1', comments: 'No buses' });
  expect((await read(second, { relationship: '1' })).status).toBe(409);

  expect((await tom.post(onBatch, '/', { intent: 'reopen' }, params)).status).toBe(409);
  const page = await tom.get(batchPage, '/', params);
  expect(page.data.report).toMatchObject({ forms: 2, formsApart: 1, apart: 1, unsettled: 1 });
  expect(page.data.rate?.verdict).toBe('unsettled');
  expect((await tom.post(onBatch, '/', { intent: 'close' }, params)).status).toBe(409);
  const differ = await tom.get(settlePage, '/', second);
  expect(differ.data.differences.map(({ name }) => name)).toEqual(['relationship']);
  expect((await tom.post(settle, '/', {}, second)).status).toBe(422);
  await tom.post(settle, '/', { 'r-relationship': 'second' }, second);
  const after = await tom.get(batchPage, '/', params);
  expect(after.data.report).toMatchObject({ wrong: 1, unsettled: 0 });
  await tom.post(onBatch, '/', { intent: 'close' }, params);
  const answers = (await stored()).map((row) => row.answers['relationship']);
  expect(new Set(answers).size).toBe(1);
});

test('a partner enters nothing, and another borough finds no batch', async () => {
  const dan = await BrowserOf.signedIn(borough.dan);
  expect((await dan.get(formPage, '/', params)).status).toBe(403);
  const elsewhere = await makeBorough('Elsewhere');
  const other = await BrowserOf.signedIn(elsewhere.priya);
  const there = { ...params, programmeId: elsewhere.programme.id };
  expect((await other.get(batchPage, '/', there)).status).toBe(404);
});

test('when the answers are deleted, both readings of every form go with them', async () => {
  expect(await store.read.select().from(secondEntries)).toHaveLength(2);
  await deleteExpiredAnswers(new Date('2029-04-01T12:00:00Z'));
  expect(await stored()).toEqual([]);
  expect(await store.read.select().from(batchEntries)).toEqual([]);
  expect(await store.read.select().from(secondEntries)).toEqual([]);
});
