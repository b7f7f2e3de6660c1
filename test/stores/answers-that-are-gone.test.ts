import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSurvey } from '#app/survey/run-survey.server.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import { replaceAnswers } from '#db/entry.ts';
import { newId } from '#db/ids.ts';
import { forgetResponses } from '#db/retention.ts';
import { responses } from '#db/schema/index.ts';
import { theStore } from '#db/store.server.ts';
import { insertResponse, latestVersion } from '#db/survey.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// Nobody is told that answers were put right or deleted which were not there, or are another authority’s.

let ours: Borough;
let theirs: Borough;
const id = newId();

beforeAll(async () => {
  await freshStore();
  ours = await makeBorough('Ourborough');
  theirs = await makeBorough('Theirborough');
  const { priya, programme, authorityId } = theirs;
  const surveyId = await startSurvey(priya, programme, {
    ...{ templateId: 'family-needs', title: 'Theirs', opensOn: null, closesOn: null },
    privacyNotice: 'We ask to plan help. Staff see the answers, until {keepUntil}.',
    keepUntil: '2099-12-31',
  });
  await openSurvey(priya, programme, surveyId, '2026-03-01');
  const version = await latestVersion(theStore().read, authorityId, surveyId);
  const whose = { id, authorityId, surveyId, versionId: version?.id ?? '', importId: null };
  const how = { channel: 'paper', language: null, flag: '', answeredOn: '2026-03-02' };
  const known = { reference: 'AAAA-BBBB', submissionKey: newId(), answers: { hubUse: 'often' } };
  const row = { ...whose, ...how, ...known, ownWords: 0 };
  await theStore().write(null, (tx) => insertResponse(tx, row));
});
afterAll(() => theStore().close());

const replace = (authorityId: string, which: string) =>
  theStore().write(null, (tx) => replaceAnswers(tx, authorityId, which, { hubUse: 'never' }));
const forget = (authorityId: string, which: string) =>
  theStore().write(null, (tx) => forgetResponses(tx, authorityId, [which]));
const left = async () =>
  (await theStore().read.select({ answers: responses.answers }).from(responses)).map(
    ({ answers }) => answers,
  );

test('are not said to be replaced or deleted', async () => {
  for (const [authorityId, which] of [
    [ours.authorityId, id],
    [theirs.authorityId, newId()],
  ] as const) {
    await expect(replace(authorityId, which)).rejects.toThrow('are gone');
    expect(await forget(authorityId, which)).toBe(0);
  }
  expect(await left()).toEqual([{ hubUse: 'often' }]);
});

test('those that are there are', async () => {
  await replace(theirs.authorityId, id);
  expect(await left()).toEqual([{ hubUse: 'never' }]);
  // What was said of the first answers does not hold for the others: they may have words.
  const [now] = await theStore().read.select({ words: responses.ownWords }).from(responses);
  expect(now?.words).toBeNull();
  expect(await forget(theirs.authorityId, id)).toBe(1);
  expect(await left()).toEqual([]);
});
