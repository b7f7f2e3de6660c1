import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as packing from '#app/routes/outreach.pack.$batchId/route.ts';
import * as takingOut from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.outreach/route.tsx';
import { eraseFamily } from '#app/privacy/family-data.server.ts';
import { correctForm, withdrawForm } from '#app/survey/entry/enter-form.server.ts';
import { enterAgain, settleForm } from '#app/survey/entry/read-again.server.ts';
import { changeBatch, finishEntering } from '#app/survey/entry/run-batch.server.ts';
import { mixAnswers } from '#app/survey/mix-answers.server.ts';
import { receiveParcels } from '#app/survey/outreach/receive-parcels.server.ts';
import {
  PARCELS_AT_ONCE,
  PROTOCOL,
  type Delivery,
  type Pack,
} from '#app/survey/outreach/tablet.ts';
import { referenceFrom } from '#app/survey/reference.ts';
import { openSurvey } from '#app/survey/run-survey.server.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { engine } from '#db/dialect.ts';
import { batchById, entriesOf, entryById, secondEntriesOf } from '#db/entry.ts';
import { shuffledId } from '#db/ids.ts';
import { forgetResponses } from '#db/retention.ts';
import { openStore, setTheStore, type Store } from '#db/store.server.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshPlace } from '../fresh-store.ts';
import { goTogether, ordersOf } from '../orders.ts';
import { makeBorough, type Borough } from '../people.ts';
import { ANSWERS, parcelOf } from '../tablets.ts';

// Whoever handed a tablet round knows in which order families had it in their hands. Mutations: with numbers
// in order of arrival in app/survey/outreach/receive-parcels.server.ts the number tells it; without 'outreach'
// in BY_ARRIVAL of db/mixed.ts the places of the rows do; without `noteUnmixed` those of what came late; without
// the second look in app/survey/mix-answers.server.ts those of what came while it was at work.

const HOW_MANY = 60;
const DAY = 24 * 3_600_000;
let store: Store;
let place: Awaited<ReturnType<typeof freshPlace>>;
let pack: Pack;
let authorityId: string;
/** The day on which the tablet was out. */
let today: string;
let borough: Borough;
let surveyId: string;
const arrived: string[] = [];
/** Noon, so many days after that day. */
const noonAfter = (days: number) => new Date(Date.parse(`${today}T12:00:00Z`) + days * DAY);

beforeAll(async () => {
  place = await freshPlace();
  store = await openStore(place);
  setTheStore(store);
  borough = await makeBorough();
  const { priya, tom, programme } = borough;
  authorityId = programme.authorityId;
  surveyId = await startSurvey(priya, programme, {
    templateId: 'family-needs',
    title: 'What families need',
    opensOn: null,
    closesOn: null,
    privacyNotice: 'What it is for, who sees it and that we keep it until {keepUntil}.',
    keepUntil: '2099-12-31',
  });
  await openSurvey(priya, programme, surveyId, dayOf(new Date()));
  const tablet = await BrowserOf.signedIn(tom);
  const where = { programmeId: programme.id, surveyId };
  const begun = await tablet.post(takingOut.action, '/', { place: 'Summer fair' }, where);
  const batchId = new URL(begun.location ?? '', 'http://x').searchParams.get('batch') ?? '';
  pack = JSON.parse((await tablet.post(packing.action, '/', {}, { batchId })).text) as Pack;
  today = dayOf(new Date());
});
afterAll(() => store.close());

/** So many families, one after another; the tablet sends in the order in which it was used. */
async function families(howMany: number, sentAt: Date): Promise<void> {
  for (let sent = 0; sent < howMany; sent += PARCELS_AT_ONCE) {
    const references = Array.from({ length: PARCELS_AT_ONCE }, () =>
      referenceFrom(Buffer.from(shuffledId(), 'hex')),
    );
    arrived.push(...references);
    const parcels = [];
    for (const reference of references) {
      parcels.push(await parcelOf(pack, ANSWERS, today, reference));
    }
    const delivery: Delivery = { protocol: PROTOCOL, token: pack.token, parcels };
    const answer = await receiveParcels(delivery, sentAt);
    expect(answer).toMatchObject({
      receipts: parcels.map(({ key }) => ({ key, outcome: 'stored' })),
    });
  }
}

const told = async () => {
  await store.leaveNoTrace();
  const orders = Object.entries(await ordersOf(place, arrived));
  return orders.map(([by, order]) => {
    expect(order, by).toHaveLength(arrived.length);
    return { by, much: Math.abs(goTogether(arrived, order)) > 0.65 };
  });
};
const telling = async () => (await told()).filter(({ much }) => much).map(({ by }) => by);

test('on the day itself the places of the rows tell who came first: so the attack works; the numbers do not', async () => {
  await families(HOW_MANY, noonAfter(0));
  const places = await telling();
  expect(places.length).toBeGreaterThan(0);
  expect(places).not.toContain('number of its entry');
});

test('a day is over a good while after midnight: what was begun before it may be stored after it', async () => {
  const five = 5 * 60_000;
  let midnight = noonAfter(0).getTime();
  while (dayOf(new Date(midnight)) === today) midnight += five;
  expect(await mixAnswers(new Date(midnight + five))).toBe(0);
});

test('from the next night on nothing does, and who brought them in is still known', async () => {
  const before = await entriesOf(store.read, authorityId, pack.batchId);
  expect(await mixAnswers(noonAfter(1))).toBe(HOW_MANY);
  expect(await telling()).toEqual([]);
  const after = await entriesOf(store.read, authorityId, pack.batchId);
  expect(after).toEqual(before);
  expect(after).toHaveLength(HOW_MANY);
  expect(await mixAnswers(noonAfter(2))).toBe(0);
});

test('what a tablet sends late is mixed with the rest of its day', async () => {
  await families(PARCELS_AT_ONCE, noonAfter(2));
  expect(await mixAnswers(noonAfter(3))).toBe(HOW_MANY + PARCELS_AT_ONCE);
  expect(await telling()).toEqual([]);
});

/** One family on a day so many after the first, whose answers the tablet sends on another one. */
async function family(answeredAfter: number, sentAfter: number): Promise<void> {
  const reference = referenceFrom(Buffer.from(shuffledId(), 'hex'));
  const parcel = await parcelOf(pack, ANSWERS, dayOf(noonAfter(answeredAfter)), reference);
  const delivery: Delivery = { protocol: PROTOCOL, token: pack.token, parcels: [parcel] };
  expect(await receiveParcels(delivery, noonAfter(sentAfter))).toMatchObject({
    receipts: [{ outcome: 'stored' }],
  });
}

test('what a tablet sends while answers are mixed is mixed the night after', async () => {
  await family(3, 3);
  // After it looked which answers there are, and before it writes.
  let sent = false;
  const write: Store['write'] = async (scope, work) => {
    if (!sent) {
      sent = true;
      await family(3, 4);
    }
    return store.write(scope, work);
  };
  setTheStore({ ...store, write });
  try {
    expect(await mixAnswers(noonAfter(4))).toBe(1);
  } finally {
    setTheStore(store);
  }
  expect(sent).toBe(true);
  expect(await mixAnswers(noonAfter(5))).toBe(2);
  expect(await mixAnswers(noonAfter(6))).toBe(0);
});

// On SQLite writes follow one another in any case. Mutations: with `batch:ID` as the scope of `inBatch` in
// app/survey/entry/run-batch.server.ts, or of `receiveOne` in app/survey/outreach/receive-parcels.server.ts, they
// go on, as erasing does with `family:ID` in app/privacy/family-data.server.ts; with the rows of `putBackAs` read
// before they are deleted, what was deleted comes back.
describe.runIf(engine === 'postgres')('while somebody else writes', () => {
  let looking: pg.Client;
  beforeAll(async () => {
    looking = new pg.Client({ connectionString: place.ownerUrl });
    await looking.connect();
  });
  afterAll(() => looking.end());

  function gate() {
    let open = () => {};
    const passed = new Promise<void>((resolve) => (open = resolve));
    return { open, passed };
  }

  /** How many transactions of this database wait for another one. */
  const waiting = async () => {
    const { rows } = await looking.query<{ many: number }>(
      `select count(*)::int as many from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows[0]?.many ?? 0;
  };

  /** Begins a job inside a write, gives whether it waits for that write, and lets both come to their end. */
  async function beside<T>(
    scope: string | null,
    work: Parameters<Store['write']>[1],
    job: () => Promise<T>,
  ): Promise<{ how: string; result: T }> {
    const opened = gate();
    const done = gate();
    const first = store.write(scope, async (tx) => {
      await work(tx);
      opened.open();
      await done.passed;
    });
    await Promise.race([opened.passed, first]);
    let ended = false;
    const second = job().finally(() => (ended = true));
    second.catch(() => undefined);
    let how = '';
    try {
      const state = async () => (how = ended ? 'went on' : (await waiting()) > 0 ? 'waited' : '');
      await expect.poll(state, { timeout: 60_000 }).not.toBe('');
    } finally {
      done.open();
      await first;
    }
    return { how, result: await second };
  }

  const entries = () => entriesOf(store.read, authorityId, pack.batchId);
  const stored = async (entryId: string) =>
    (await entryById(store.read, authorityId, pack.batchId, entryId))?.response.answers;

  test('what is deleted between the look and the write of mixing does not come back', async () => {
    const before = new Set((await entries()).map(({ id }) => id));
    await family(6, 6);
    const late = (await entries()).find(({ id }) => !before.has(id));
    const forget: Parameters<Store['write']>[1] = (tx) =>
      forgetResponses(tx, authorityId, [late?.responseId ?? '']);
    const { how, result } = await beside(null, forget, () => mixAnswers(noonAfter(7)));
    expect([how, result]).toEqual(['waited', 1]);
    expect(new Set((await entries()).map(({ id }) => id))).toEqual(before);
    expect(await mixAnswers(noonAfter(8))).toBe(0);
  });

  test('nothing changes what a tablet brought while its survey is mixed', async () => {
    const { asha, priya, tom, programme } = borough;
    // Of days that are mixed already, because their numbers, and so their order, are by chance.
    const [gone, other, last, asked] = (await entries()).map(({ id }) => id) as [
      string,
      string,
      string,
      string,
    ];
    await family(8, 8);
    const { reference = '' } =
      (await entryById(store.read, authorityId, pack.batchId, asked))?.response ?? {};
    const form = (entryId: string) => ({ surveyId, batchId: pack.batchId, entryId });
    const batch = await batchById(store.read, authorityId, surveyId, pack.batchId);
    const place = { place: 'Fair', receivedOn: today, expected: null, sampleShare: 100 };
    const jobs: Record<string, () => Promise<unknown>> = {
      'a parcel': () => family(8, 8),
      withdrawing: () => withdrawForm(tom, programme, form(gone), 'family'),
      correcting: () =>
        correctForm(tom, programme, form(other), { ...ANSWERS, barriers: ['stigma'] }),
      erasing: () => eraseFamily(asha, reference),
      'a share': () => changeBatch(tom, programme, form(''), batch?.version ?? 0, place),
      'a sample': () => finishEntering(tom, programme, form('')),
      'a second reading': () =>
        enterAgain(priya, programme, form(last), { ...ANSWERS, hubUse: 'once' }),
      settling: () => settleForm(tom, programme, form(last), { hubUse: 'neither' }),
    };
    const went = [];
    for (const [name, job] of Object.entries(jobs)) {
      const { how } = await beside(`survey:${surveyId}`, async () => undefined, job);
      went.push(`${name} ${how}`);
    }
    expect(went).toEqual(Object.keys(jobs).map((name) => `${name} waited`));
    const seconds = () => secondEntriesOf(store.read, authorityId, pack.batchId);
    const before = { entries: await entries(), seconds: await seconds() };
    expect(before.seconds).toHaveLength(1);
    expect(await mixAnswers(noonAfter(9))).toBe(2);
    expect({ entries: await entries(), seconds: await seconds() }).toEqual(before);
    const left = before.entries.map(({ id }) => id);
    expect([left.includes(gone), left.includes(asked)]).toEqual([false, false]);
    expect(await stored(other)).toMatchObject({ barriers: ['stigma'] });
  });
});
