import { afterAll, beforeAll, expect, test } from 'vitest';
import { action as familyAction } from '#app/routes/privacy.family/route.tsx';
import { loader as keptLoader } from '#app/routes/privacy.kept/route.tsx';
import { action as newRequest } from '#app/routes/privacy.requests.new/route.tsx';
import {
  action as changeRequest,
  loader as oneRequest,
} from '#app/routes/privacy.requests.$requestId/route.tsx';
import { loader as requestsLoader } from '#app/routes/privacy.requests._index/route.tsx';
import {
  action as recordAction,
  loader as recordLoader,
} from '#app/routes/privacy.record._index/route.tsx';
import { loader as recordFile } from '#app/routes/privacy.record.take.$format/route.tsx';
import {
  action as assess,
  loader as assessment,
} from '#app/routes/programmes.$programmeId.privacy._index/route.tsx';
import { loader as assessmentFile } from '#app/routes/programmes.$programmeId.privacy.take.$format/route.tsx';
import { ASSESSMENT_FIELDS, RECORD_FIELDS } from '#app/privacy/documents/fields.ts';
import { RISKS } from '#app/privacy/documents/risks.ts';
import { eraseFamily, familyData } from '#app/privacy/family-data.server.ts';
import { NotAllowed } from '#app/people/errors.ts';
import { KEPT } from '#db/retention-list.ts';
import { newId, shuffledId } from '#db/ids.ts';
import { readingsOf } from '#db/readings.ts';
import { excerpts, responses, surveys, surveyVersions, themes } from '#db/schema/index.ts';
import type { Store } from '#db/store.server.ts';
import { aWorry, keptOf, WORRIED } from '../a-worry.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// Where an authority keeps its promises: requests, what is held of one family, and both documents.

let store: Store;
let borough: Borough;
let asha: BrowserOf;
let priya: BrowserOf;
const REFERENCE = 'K7QM-4RXD';
const definition = {
  title: 'What families need',
  pages: [
    {
      name: 'page',
      elements: [
        { type: 'comment', name: 'comment', title: 'What gets in the way?' },
        {
          type: 'radiogroup',
          name: 'ethnicity',
          title: 'What is your ethnic group?',
          choices: [
            { value: 'a', text: 'Asian' },
            { value: 'w', text: 'White' },
          ],
        },
      ],
    },
  ],
};

beforeAll(async () => {
  store = await freshStore();
  borough = await makeBorough();
  asha = await BrowserOf.signedIn(borough.asha);
  priya = await BrowserOf.signedIn(borough.priya);
  const { authorityId, programme } = borough;
  const [surveyId, versionId, themeId, id] = [newId(), newId(), newId(), shuffledId()];
  const createdAt = new Date('2026-05-01T09:00:00Z');
  const answers = { comment: 'Everything shuts at four', ethnicity: 'a' };
  await store.write(null, async (tx) => {
    await tx.insert(surveys).values({
      ...{ id: surveyId, authorityId, programmeId: programme.id, title: 'What families need' },
      ...{ code: 'abc234', status: 'open', opensOn: '2026-05-01', closesOn: '2026-06-01' },
      ...{ privacyNotice: 'Until {keepUntil}.', keepUntil: '2029-09-30', definition },
      ...{ lawfulBasis: 'public-task', specialCondition: 'equality' },
      ...{ minutes: 8, version: 1, createdAt },
    });
    const version = { id: versionId, authorityId, surveyId, number: 1, definition };
    await tx.insert(surveyVersions).values({ ...version, publishedAt: createdAt });
    await tx.insert(responses).values({
      ...{
        id,
        authorityId,
        surveyId,
        versionId,
        reference: REFERENCE,
        submissionKey: shuffledId(),
      },
      ...{ channel: 'import', answeredOn: '2026-05-02', answers, flag: '' },
    });
    const theme = { id: themeId, authorityId, programmeId: programme.id, name: 'Later hours' };
    await tx.insert(themes).values({ ...theme, definition: '', createdAt, createdBy: 'Tom' });
    await tx.insert(excerpts).values({
      ...{ id: newId(), authorityId, themeId, sourceKind: 'response', sourceId: id },
      ...{ question: 'comment', words: answers.comment, digest: 'x' },
      ...{ addedAt: createdAt, addedBy: 'Tom' },
    });
  });
});
afterAll(() => store.close());

test('a request is noted, is due in a month, and is answered', async () => {
  const fields = { kind: 'access', about: 'family', who: 'Case 14', receivedOn: '2026-01-31' };
  const came = await asha.post(newRequest, '/privacy/requests/new', fields);
  const requestId = came.location?.split('/').at(-1) ?? '';
  const list = await asha.get(requestsLoader, '/privacy/requests');
  expect(list.data.requests[0]).toMatchObject({
    who: 'Case 14',
    due: '28 Feb 2026',
    stands: 'Late',
  });
  const given = { extendedBy: '0', extendedBecause: '', note: 'Handed over', version: '1' };
  const wrong = { ...given, outcome: 'done', answeredOn: '' };
  expect((await asha.post(changeRequest, '/x', wrong, { requestId })).status).toBe(422);
  const right = { ...wrong, answeredOn: '2026-02-10' };
  expect((await asha.post(changeRequest, '/x', right, { requestId })).status).toBe(302);
  const again = await asha.post(changeRequest, '/x', right, { requestId });
  expect(JSON.stringify(again.data)).toContain('Somebody else changed this request');
  const other = await makeBorough('Otherborough');
  const stranger = await BrowserOf.signedIn(other.asha);
  expect((await stranger.get(oneRequest, '/x', { requestId })).status).toBe(404);
  expect((await priya.get(requestsLoader, '/x')).status).toBe(403);
});

test('what is held of one family is shown by its reference, however its answers came, and erased', async () => {
  const [answer] = await store.read.select({ id: responses.id }).from(responses);
  const flagId = await aWorry(store, borough, 'response', answer?.id ?? '');
  const see = { intent: 'see', reference: 'k7qm 4rxd' };
  const seen = JSON.stringify((await asha.post(familyAction, '/privacy/family', see)).data);
  for (const one of [
    'Everything shuts at four',
    'Asian',
    'What gets in the way?',
    'Later hours',
    WORRIED,
  ]) {
    expect(seen).toContain(one);
  }
  const [row] = await readingsOf(store.read, borough.authorityId, {}, 0, 1);
  expect(row).toMatchObject({ what: 'held', count: 1, path: '/privacy/family' });
  const file = await asha.post(familyAction, '/x', { ...see, intent: 'json' });
  expect(JSON.parse(file.text)).toMatchObject({
    held: [{ rows: [{ reference: REFERENCE }] }, {}, {}, {}],
  });
  expect((await priya.post(familyAction, '/x', see)).status).toBe(403);
  // Mutation: without `allow` in the deeds, behind that of the page.
  for (const deed of [familyData, eraseFamily]) {
    await expect(deed(borough.priya, REFERENCE)).rejects.toThrow(NotAllowed);
  }
  expect((await asha.post(familyAction, '/x', { ...see, intent: 'erase' })).status).toBe(302);
  expect(await store.read.$count(responses)).toBe(0);
  expect(await store.read.$count(excerpts)).toBe(0);
  expect(await keptOf(store, flagId)).toMatchObject({ forgetWords: true });
  const none = await asha.post(familyAction, '/x', see);
  expect(JSON.stringify(none.data)).toContain('No answers have this reference');
});

test('every promise stands on the page of what is kept', async () => {
  const { data } = await asha.get(keptLoader, '/privacy/kept');
  for (const { what } of KEPT) expect(data.promises.map((one) => one.what)).toContain(what);
});

test('the impact assessment is written from the surveys, rated by the authority, and printed', async () => {
  const params = { programmeId: borough.programme.id };
  const before = await priya.get(assessment, '/x', params);
  const text = JSON.stringify(before.data.model);
  for (const one of [
    'What is your ethnic group?',
    'Public task',
    'Schedule 1 paragraph 8',
    '(proposed)',
  ]) {
    expect(text).toContain(one);
  }
  const fields = {
    ...Object.fromEntries(ASSESSMENT_FIELDS.map(({ name }) => [name, ''])),
    ...Object.fromEntries(
      RISKS.flatMap(({ id }) => [
        [`likelihood-${id}`, 'high'],
        [`severity-${id}`, 'high'],
        [`more-${id}`, ''],
      ]),
    ),
    ...{ dpo: 'Dora Okafor', version: '0' },
  };
  expect((await priya.post(assess, '/x', fields, params)).status).toBe(302);
  expect((await priya.post(assess, '/x', fields, params)).status).toBe(422);
  const after = JSON.stringify((await priya.get(assessment, '/x', params)).data.model);
  expect(after).toContain('Dora Okafor');
  expect(after).not.toContain('(proposed)');
  for (const format of ['docx', 'html', 'json']) {
    expect((await priya.get(assessmentFile, '/x', { ...params, format })).status).toBe(200);
  }
  const grace = await BrowserOf.signedIn(borough.grace);
  expect((await grace.get(assessment, '/x', params)).status).toBe(403);
});

test('the record of processing holds what Article 30 asks for', async () => {
  const { data } = await asha.get(recordLoader, '/x');
  const titles = data.model.sections.map(({ title }) => title);
  expect(titles).toEqual(
    expect.arrayContaining([
      'Purposes',
      'People and data',
      'Recipients and processors',
      'Transfers abroad',
      'Until when',
      'Security',
    ]),
  );
  const fields = Object.fromEntries(RECORD_FIELDS.map(({ name }) => [name, `${name} of ours`]));
  expect((await asha.post(recordAction, '/x', { ...fields, version: '0' })).status).toBe(302);
  const file = await asha.get(recordFile, '/x', { format: 'json' });
  expect(file.text).toContain('transfers of ours');
  expect((await priya.get(recordLoader, '/x')).status).toBe(403);
});
