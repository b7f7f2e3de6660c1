import { afterAll, beforeAll, expect, test } from 'vitest';
import * as packing from '#app/routes/outreach.pack.$batchId/route.ts';
import * as sending from '#app/routes/outreach.send/route.ts';
import * as takingOut from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.outreach/route.tsx';
import * as batchPage from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.entry.$batchId._index/route.tsx';
import type { DeliveryAnswer, Pack } from '#app/survey/outreach/tablet.ts';
import { closeSurvey, openSurvey } from '#app/survey/run-survey.server.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { entriesOf } from '#db/entry.ts';
import { updatePerson } from '#db/people.ts';
import type { Store } from '#db/store.server.ts';
import { BrowserOf } from '#test/browser-of.ts';
import { freshStore } from '#test/fresh-store.ts';
import { makeBorough, type Borough } from '#test/people.ts';
import { responsesTo } from '../answers-to.ts';
import { ANSWERS, parcelOf, send } from '../tablets.ts';

// What a tablet sends when it is back on line, and everything that can have changed meanwhile.

let store: Store;
let borough: Borough;
let surveyId: string;
let pack: Pack;
let tablet: BrowserOf;
let where: Record<string, string>;
const today = dayOf(new Date());

beforeAll(async () => {
  store = await freshStore();
  borough = await makeBorough();
  surveyId = await startSurvey(borough.priya, borough.programme, {
    templateId: 'family-needs',
    title: 'What families need',
    opensOn: null,
    closesOn: null,
    privacyNotice: 'What it is for, who sees it and that we keep it until {keepUntil}.',
    keepUntil: '2099-12-31',
  });
  await openSurvey(borough.priya, borough.programme, surveyId, today);
  where = { programmeId: borough.programme.id, surveyId };
});
afterAll(() => store.close());

const stored = () => responsesTo(store.read, borough.authorityId, surveyId);

/** Tom takes a tablet out; gives its pack. */
async function takeOut(place: string): Promise<{ browser: BrowserOf; pack: Pack }> {
  const browser = await BrowserOf.signedIn(borough.tom);
  const begun = await browser.post(takingOut.action, '/', { place }, where);
  const batchId = new URL(begun.location ?? '', 'http://x').searchParams.get('batch') ?? '';
  const given = await browser.post(packing.action, '/', {}, { batchId });
  return { browser, pack: JSON.parse(given.text) as Pack };
}

const receiptsOf = (answer: DeliveryAnswer) =>
  answer.outcome === 'received' ? answer.receipts.map(({ outcome }) => outcome) : answer.outcome;
const reasonsOf = (answer: DeliveryAnswer) =>
  answer.outcome === 'received' ? answer.receipts.map(({ reason }) => reason).join(' ') : '';

test('whoever prepares a tablet is signed out on it', async () => {
  ({ browser: tablet, pack } = await takeOut('Summer fair'));
  expect(pack.survey.title).toBe('What families need');
  expect((await tablet.get(takingOut.loader, '/', where)).status).toBe(302);
  expect((await tablet.get(packing.loader, '/', { batchId: pack.batchId })).status).toBe(302);
  const dan = await BrowserOf.signedIn(borough.dan);
  expect((await dan.post(packing.action, '/', {}, { batchId: pack.batchId })).status).toBe(403);
});

test('each set of answers is stored once, however often it is sent', async () => {
  const parcels = [await parcelOf(pack), await parcelOf(pack, { ...ANSWERS, hubUse: 'often' })];
  // The second one leaves out a question that it was asked: it is kept, and the reason said.
  const first = await send(tablet, pack, parcels);
  expect(receiptsOf(first)).toEqual(['stored', 'kept']);
  expect(reasonsOf(first)).toMatch(/does not fit the questions/);
  expect(receiptsOf(await send(tablet, pack, parcels))).toEqual(['stored', 'kept']);
  expect(await stored()).toMatchObject([
    { channel: 'outreach', answeredOn: today, reference: 'CDFG-HJKM' },
  ]);
  const entries = await entriesOf(store.read, borough.authorityId, pack.batchId);
  expect(entries).toMatchObject([{ by: 'Tom Okafor' }]);
});

test('two families whose tablets made the same reference both count', async () => {
  expect(receiptsOf(await send(tablet, pack, [await parcelOf(pack)]))).toEqual(['stored']);
  expect(new Set((await stored()).map(({ reference }) => reference)).size).toBe(2);
});

test('what was changed on the way, or sealed for another server, is not taken', async () => {
  const [one, other] = [await parcelOf(pack), await parcelOf(pack)];
  const swapped = { ...one, sealed: other.sealed };
  expect(receiptsOf(await send(tablet, pack, [swapped]))).toEqual(['kept']);
  const wrong = await tablet.post(sending.action, '/', { delivery: '{"protocol":1}' });
  expect(wrong.status).toBe(400);
  expect(await stored()).toHaveLength(2);
});

test('a tablet with a strange token is told to sign in', async () => {
  const stranger = { ...pack, token: 'x'.repeat(43) };
  expect(await send(tablet, stranger, [await parcelOf(pack)])).toEqual({ outcome: 'sign-in' });
});

test('prepared again after its person left, it sends what it had sealed before', async () => {
  const parcel = await parcelOf(pack);
  const { authorityId } = borough;
  await store.write(null, (tx) =>
    updatePerson(tx, authorityId, borough.tom.id, { closedAt: new Date() }),
  );
  expect(await send(tablet, pack, [parcel])).toEqual({ outcome: 'sign-in' });
  const priya = await BrowserOf.signedIn(borough.priya);
  const again = await priya.post(packing.action, '/', {}, { batchId: pack.batchId });
  const renewed = JSON.parse(again.text) as Pack;
  expect(receiptsOf(await send(priya, renewed, [parcel]))).toEqual(['stored']);
  await store.write(null, (tx) =>
    updatePerson(tx, authorityId, borough.tom.id, { closedAt: null }),
  );
});

test('a survey that closed meanwhile takes what was answered before', async () => {
  await closeSurvey(borough.priya, borough.programme, surveyId);
  expect(receiptsOf(await send(tablet, pack, [await parcelOf(pack)]))).toEqual(['stored']);
});

test('a batch that was closed keeps the answers on the tablet until it is opened again', async () => {
  const lead = await BrowserOf.signedIn(borough.priya);
  const at = { ...where, batchId: pack.batchId };
  await lead.post(batchPage.action, '/', { intent: 'finish' }, at);
  const parcel = await parcelOf(pack);
  const refused = await send(tablet, pack, [parcel]);
  expect(reasonsOf(refused)).toMatch(/“Summer fair” was closed/);
  await lead.post(batchPage.action, '/', { intent: 'reopen' }, at);
  expect(receiptsOf(await send(tablet, pack, [parcel]))).toEqual(['stored']);
});
