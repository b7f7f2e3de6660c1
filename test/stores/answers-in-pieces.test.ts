import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSurvey } from '#app/survey/run-survey.server.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import { responsesByDay, responsesByKind, responsesByVersion } from '#db/answer-counts.ts';
import { answersInPages, piecesOfSurvey } from '#db/answer-pages.ts';
import { newId } from '#db/ids.ts';
import { responses } from '#db/schema/index.ts';
import { theStore } from '#db/store.server.ts';
import { insertResponse, insertSurveyVersion, latestVersion } from '#db/survey.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough } from '../people.ts';

// Very many answers are counted and read in pieces, because SQLite answers nobody else meanwhile. However
// large a piece is, what comes out is what one look at all of them says.

const DAYS = ['2026-03-02', '2026-03-03', '2026-03-03', '2026-03-03', '2026-03-09'];
const HOW = [
  { channel: 'web', language: null, flag: '' },
  { channel: 'web', language: 'pl', flag: 'fast' },
  { channel: 'paper', language: null, flag: '' },
];
const sets = Array.from({ length: 41 }, (_, at) => ({
  answeredOn: DAYS[(at * 7) % DAYS.length] ?? '',
  ...(HOW[(at * 5) % HOW.length] ?? { channel: 'web', language: null, flag: '' }),
  version: at % 4 === 0 ? 0 : 1,
  answers: { number: at },
}));
let of: { authorityId: string; surveyId: string };
let versionIds: string[] = [];

beforeAll(async () => {
  await freshStore();
  const { priya, programme, authorityId } = await makeBorough();
  // Somebody else's answers stand between ours wherever rows are not found by whose they are.
  for (const title of ['Ours', 'Another']) {
    const surveyId = await startSurvey(priya, programme, {
      ...{ templateId: 'family-needs', title, opensOn: null, closesOn: null },
      ...{
        privacyNotice: 'We ask to plan help. Staff see the answers, until {keepUntil}.',
        keepUntil: '2099-12-31',
      },
    });
    await openSurvey(priya, programme, surveyId, '2026-03-01');
    const first = await latestVersion(theStore().read, authorityId, surveyId);
    if (!first) throw new Error('It was not opened.');
    const second = { ...first, id: newId(), number: 2 };
    await theStore().write(null, async (tx) => {
      await insertSurveyVersion(tx, second);
      for (const { version, ...set } of sets) {
        const [id, reference, submissionKey] = [newId(), newId(), newId()];
        const versionId = version === 0 ? first.id : second.id;
        await insertResponse(tx, {
          ...set,
          ...{ id, authorityId, surveyId, versionId, reference, submissionKey, importId: null },
        });
      }
    });
    if (title === 'Ours') {
      of = { authorityId, surveyId };
      versionIds = [first.id, second.id];
    }
  }
});
afterAll(() => theStore().close());

const sizes = fc.integer({ min: 1, max: sets.length + 1 });
const inAnySize = (seen: (size: number) => Promise<void>) =>
  fc.assert(fc.asyncProperty(sizes, seen), { numRuns: 12, examples: [[1], [3], [sets.length]] });

function tallyOf<Key>(keyOf: (set: (typeof sets)[number]) => Key): Map<Key, number> {
  const tally = new Map<Key, number>();
  for (const set of sets) tally.set(keyOf(set), (tally.get(keyOf(set)) ?? 0) + 1);
  return tally;
}

test('days are counted, also where one has more answers than a piece', async () => {
  const days = [...tallyOf(({ answeredOn }) => answeredOn)].sort();
  await inAnySize(async (size) => {
    const found = await responsesByDay(theStore().read, of.authorityId, of.surveyId, size);
    expect(found.map(({ day, answers }) => [day, answers])).toEqual(days);
  });
});

test('languages, ways and marks are counted', async () => {
  const kinds = tallyOf(({ channel, language, flag }) => `${channel} ${language} ${flag !== ''}`);
  await inAnySize(async (size) => {
    const found = await responsesByKind(theStore().read, of.authorityId, of.surveyId, size);
    const told = found.map((one): [string, number] => [
      `${one.channel} ${one.language} ${one.flagged > 0}`,
      one.answers,
    ]);
    expect(new Map(told)).toEqual(kinds);
    expect(found).toHaveLength(kinds.size);
    for (const { flagged, answers } of found) expect([0, answers]).toContain(flagged);
  });
});

test('versions are counted', async () => {
  const versions = tallyOf(({ version }) => versionIds[version]);
  await inAnySize(async (size) => {
    const { read } = theStore();
    expect(await responsesByVersion(read, of.authorityId, of.surveyId, size)).toEqual(versions);
  });
});

test('every set of answers is read once, in the order of days', async () => {
  await inAnySize(async (size) => {
    const days: string[] = [];
    const numbers: unknown[] = [];
    for await (const page of answersInPages(theStore().read, of.authorityId, of.surveyId, size)) {
      expect(page.length).toBeLessThanOrEqual(size);
      days.push(...page.map(({ answeredOn }) => answeredOn));
      numbers.push(...page.map(({ answers }) => answers['number']));
    }
    expect(days).toEqual([...days].sort());
    expect(new Set(numbers).size).toBe(sets.length);
    expect(numbers).toHaveLength(sets.length);
  });
});

test('pieces lie side by side', async () => {
  await inAnySize(async (size) => {
    const counts: number[] = [];
    for await (const piece of piecesOfSurvey(theStore().read, of.authorityId, of.surveyId, size)) {
      counts.push(await theStore().read.$count(responses, piece));
    }
    const last = counts.pop() ?? 0;
    expect(counts.every((n) => n === size)).toBe(true);
    expect(counts.length * size + last).toBe(sets.length);
  });
});
