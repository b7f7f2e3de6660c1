import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deleteExpiredAnswers } from '#app/survey/delete-expired-answers.server.ts';
import { DRAFT_DAYS } from '#app/survey/survey.ts';
import { updateFlag } from '#db/care.ts';
import { newId } from '#db/ids.ts';
import { auditOf } from '#db/people.ts';
import { drafts, excerpts, responses, surveys, surveyVersions, themes } from '#db/schema/index.ts';
import { inChunks, type Store } from '#db/store.server.ts';
import { aWorry, keptOf, WORRIED } from '../a-worry.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// "We delete the answers after 31 March 2029": true on 1 April, and not a day before.
// Mutation: without forgetFlagged in `forgetWords` (db/coding.ts) the worrying words stand there for good.

let store: Store;
let borough: Borough;
const surveyId = newId();
const versionId = newId();

beforeAll(async () => {
  store = await freshStore();
  borough = await makeBorough();
  const { authorityId } = borough;
  const createdAt = new Date('2026-05-01T09:00:00Z');
  const answers = Array.from({ length: 1200 }, (_, n) => ({
    id: newId(),
    authorityId,
    surveyId,
    versionId,
    reference: `REF-${n}`,
    submissionKey: `key-${n}`,
    channel: 'web',
    answeredOn: '2026-05-02',
    answers: { comment: 'Open later' },
    flag: '',
  }));
  await store.write(null, async (tx) => {
    await tx.insert(surveys).values({
      id: surveyId,
      authorityId,
      programmeId: borough.programme.id,
      title: 'What families need',
      code: 'abc234',
      status: 'closed',
      opensOn: '2026-05-01',
      closesOn: '2026-06-01',
      privacyNotice: 'We keep it until {keepUntil}.',
      keepUntil: '2029-03-31',
      definition: {},
      minutes: 8,
      version: 1,
      createdAt,
    });
    await tx.insert(surveyVersions).values({
      id: versionId,
      authorityId,
      surveyId,
      number: 1,
      definition: {},
      publishedAt: createdAt,
    });
    await inChunks(answers, (chunk) => tx.insert(responses).values(chunk));
    await tx.insert(themes).values({
      id: 'theme',
      authorityId,
      programmeId: borough.programme.id,
      name: 'Later hours',
      definition: '',
      createdAt,
      createdBy: borough.tom.id,
    });
    await tx.insert(excerpts).values({
      id: 'excerpt',
      authorityId,
      themeId: 'theme',
      sourceKind: 'response',
      sourceId: answers[0]?.id ?? '',
      question: 'comment',
      words: 'Open later',
      digest: 'x',
      addedAt: createdAt,
      addedBy: borough.tom.id,
    });
    await tx.insert(drafts).values(aDraft('draft', new Date('2029-03-30T12:00:00Z')));
  });
});
afterAll(() => store.close());

/** What a family began and has not sent. */
const aDraft = (tokenHash: string, updatedAt: Date) => ({
  ...{ tokenHash, authorityId: borough.authorityId, surveyId, versionId, updatedAt },
  ...{ answers: { comment: 'half' }, submissionKey: `never-sent ${tokenHash}`, flag: '' },
});

/** Cases about words of two answers: one that somebody still looks after, and one that is closed. */
const cases = { open: '', closed: '' };
beforeAll(async () => {
  const [first, second] = await store.read.select({ id: responses.id }).from(responses).limit(2);
  cases.open = await aWorry(store, borough, 'response', first?.id ?? '');
  cases.closed = await aWorry(store, borough, 'response', second?.id ?? '');
  const { authorityId } = borough;
  await store.write(null, (tx) =>
    updateFlag(tx, authorityId, cases.closed, { state: 'closed', closedAt: new Date() }),
  );
});

const left = () => store.read.$count(responses, eq(responses.surveyId, surveyId));

// Mutation: without forgetOldDrafts (db/retention.ts) the earlier one stays until the survey's own day.
test('what a family began and did not come back to goes after its days, and not before', async () => {
  const now = new Date('2028-06-01T12:00:00Z');
  const end = now.getTime() - DRAFT_DAYS * 86_400_000;
  await store.write(null, async (tx) => {
    await tx.insert(drafts).values(aDraft('earlier', new Date(end - 1)));
    await tx.insert(drafts).values(aDraft('later', new Date(end)));
  });
  await deleteExpiredAnswers(now);
  const rows = await store.read.select({ which: drafts.tokenHash }).from(drafts);
  expect(rows.map(({ which }) => which).sort()).toEqual(['draft', 'later']);
});

test('on the last day everything is still here', async () => {
  expect(await deleteExpiredAnswers(new Date('2029-03-31T22:30:00Z'))).toBe(0);
  expect(await left()).toBe(1200);
});

test('the day after, answers, drafts and their words are gone, and the history says so', async () => {
  expect(await deleteExpiredAnswers(new Date('2029-04-01T00:30:00Z'))).toBe(1200);
  expect(await left()).toBe(0);
  expect(await store.read.$count(drafts)).toBe(0);
  expect(await store.read.$count(excerpts)).toBe(0);
  expect(await keptOf(store, cases.closed)).toMatchObject({ words: '' });
  const looked = { words: WORRIED, forgetWords: true, state: 'open' };
  expect(await keptOf(store, cases.open), 'until nobody has to look any more').toEqual(looked);
  const [row] = await auditOf(store.read, borough.authorityId, 0, 1);
  expect(row).toMatchObject({
    personName: 'Throughline',
    action: 'answers.expired',
    details: { rows: 1200 },
  });
});

test('nothing is left to do the next time', async () => {
  expect(await deleteExpiredAnswers(new Date('2029-04-02T00:30:00Z'))).toBe(0);
});
