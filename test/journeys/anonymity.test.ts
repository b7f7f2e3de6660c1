import { readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptied } from '#app/people/system/findings.ts';
import { gatherFacts } from '#app/people/system/gather-facts.server.ts';
import { emptyHeldLog, emptyLog } from '#app/privacy/empty-log.server.ts';
import { mixAnswers } from '#app/survey/mix-answers.server.ts';
import { deleteExpiredAnswers } from '#app/survey/delete-expired-answers.server.ts';
import { responsesInBatches } from '#db/survey.ts';
import { engine } from '#db/dialect.ts';
import { newId, shuffledId } from '#db/ids.ts';
import { answerReviews, responses, surveys, surveyVersions } from '#db/schema/index.ts';
import { openStore, setTheStore, type Store } from '#db/store.server.ts';
import { freshPlace } from '../fresh-store.ts';
import { goTogether, ordersOf } from '../orders.ts';
import { makeBorough, type Borough } from '../people.ts';

// Somebody holds the database itself, and knows in which order people came to the door: who is who?
// Mutations: without the write of `putBackAs` in app/survey/mix-answers.server.ts the order is read by rowid,
// by ctid and by place in the file; without `secure_delete` in db/sqlite.server.ts the deleted words are read
// from the file's free pages; without the body of its `leaveNoTrace` they are read from the log, and
// with `return true` there nobody is told that it could not be emptied.

const HOW_MANY = 160;
let store: Store;
let borough: Borough;
let place: { file?: string; url?: string; ownerUrl?: string };
const surveyId = newId();
const versionId = newId();
/** In the order in which they came. */
const arrived = Array.from({ length: HOW_MANY }, (_, n) => ({
  id: shuffledId(),
  reference: `R${shuffledId().slice(0, 12)}`,
  words: `words-of-${shuffledId()}-${'x'.repeat((n * 37) % 900)}`,
}));

beforeAll(async () => {
  place = await freshPlace();
  store = await openStore(place);
  setTheStore(store);
  borough = await makeBorough();
  const { authorityId, programme } = borough;
  const createdAt = new Date('2026-05-01T09:00:00Z');
  await store.write(null, async (tx) => {
    await tx.insert(surveys).values({
      ...{ id: surveyId, authorityId, programmeId: programme.id, title: 'What families need' },
      ...{ code: 'abc234', status: 'open', opensOn: '2026-05-01', closesOn: '2026-06-01' },
      ...{ privacyNotice: 'Until {keepUntil}.', keepUntil: '2026-09-30', definition: {} },
      ...{ minutes: 8, version: 1, createdAt },
    });
    const version = { id: versionId, authorityId, surveyId, number: 1, definition: {} };
    await tx.insert(surveyVersions).values({ ...version, publishedAt: createdAt });
  });
  for (const { id, reference, words } of arrived) {
    const row = { id, authorityId, surveyId, versionId, reference, submissionKey: shuffledId() };
    const rest = { channel: 'web', answeredOn: '2026-05-02', answers: { words }, flag: '' };
    await store.write(null, (tx) => tx.insert(responses).values({ ...row, ...rest }));
  }
});
afterAll(() => store.close());

const orders = () =>
  ordersOf(
    place,
    arrived.map(({ reference }) => reference),
  );
const together = (order: readonly string[]) =>
  goTogether(
    arrived.map(({ reference }) => reference),
    order,
  );

test('on the day itself whoever holds the database can tell who came first: so the attack works', async () => {
  await store.leaveNoTrace();
  const found = Object.values(await orders()).map((order) => Math.abs(together(order)));
  expect(Math.max(...found)).toBeGreaterThan(0.95);
});

test('from the next night on nobody can, by any place that a row has', async () => {
  await store.write(null, (tx) =>
    tx.insert(answerReviews).values({
      ...{
        id: newId(),
        authorityId: borough.authorityId,
        surveyId,
        responseId: arrived[3]?.id ?? '',
      },
      ...{ decision: 'keep', reason: '', decidedAt: new Date(), decidedBy: 'Priya' },
    }),
  );
  expect(await mixAnswers(new Date('2026-05-02T23:30:00Z'))).toBe(HOW_MANY);
  await store.leaveNoTrace();
  // By chance it would be above 0.35 once in 100,000 times.
  for (const [by, order] of Object.entries(await orders())) {
    expect(order, by).toHaveLength(HOW_MANY);
    expect(Math.abs(together(order)), by).toBeLessThan(0.35);
  }
  expect(await store.read.$count(responses)).toBe(HOW_MANY);
  expect(await store.read.$count(answerReviews)).toBe(1);
  expect(await mixAnswers(new Date('2026-05-03T23:30:00Z'))).toBe(0);
});

test('an export gives them in an order that says no more', async () => {
  const order: string[] = [];
  for await (const rows of responsesInBatches(store.read, borough.authorityId, surveyId, 50)) {
    order.push(...rows.map(({ id }) => arrived.find((one) => one.id === id)?.reference ?? ''));
  }
  expect(order).toHaveLength(HOW_MANY);
  expect(Math.abs(together(order))).toBeLessThan(0.35);
});

test('a row holds a day, and no moment, address or token', async () => {
  const [row] = await store.read.select().from(responses).limit(1);
  expect(Object.values(row ?? {}).filter((value) => (value as unknown) instanceof Date)).toEqual(
    [],
  );
  expect(JSON.stringify(row)).not.toMatch(/\d\d:\d\d/);
  expect(row?.id).toMatch(/^[0-9a-f]{32}$/);
});

test.runIf(engine === 'sqlite')(
  'what was deleted is in no byte of the file or its log',
  async () => {
    expect(await deleteExpiredAnswers(new Date('2026-10-01T09:00:00Z'))).toBe(HOW_MANY);
    const log = `${place.file}-wal`;
    expect(statSync(log).size).toBeGreaterThan(0);
    // As Litestream does, and a backup for a while: somebody reads, and holds the log.
    const holder = new Database(place.file ?? '', { readonly: true });
    holder.exec('BEGIN');
    holder.prepare('select count(*) from surveys').get();
    const stands = async () => {
      const { log: found } = await gatherFacts(new Date(), { deeply: false });
      return emptied({ now: Date.now(), log: found }).map(({ standing }) => standing);
    };
    let told = 0;
    const how = { pause: 1, onHeld: () => (told += 1) };
    const [first, ...more] = [1, 2, 3, 4].map(() => emptyLog(new Date(), how));
    expect(await Promise.all([first, ...more])).toEqual([false, false, false, false]);
    // One run under way, and one after it for all the others.
    expect(told).toBe(2);
    expect(statSync(log).size).toBeGreaterThan(0);
    expect(await stands()).toEqual(['warn']);
    holder.close();
    expect(await emptyHeldLog(new Date(), how)).toBe(true);
    expect(await stands()).toEqual(['ok']);
    expect(await store.leaveNoTrace()).toBe(true);
    expect(statSync(log).size).toBe(0);
    const bytes = readFileSync(place.file ?? '');
    const left = arrived.filter(({ words, reference }) => {
      return bytes.includes(words.slice(0, 41)) || bytes.includes(reference);
    });
    expect(left).toHaveLength(0);
    expect(bytes.includes('What families need')).toBe(true);
  },
);
