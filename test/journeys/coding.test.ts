import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as sample from '#app/routes/programmes.$programmeId.needs.themes.agreement.$sampleId._index/route.tsx';
import * as second from '#app/routes/programmes.$programmeId.needs.themes.agreement.$sampleId.code/route.tsx';
import * as agreement from '#app/routes/programmes.$programmeId.needs.themes.agreement._index/route.tsx';
import * as code from '#app/routes/programmes.$programmeId.needs.themes.code/route.tsx';
import * as compare from '#app/routes/programmes.$programmeId.needs.themes.compare.$themeId/route.tsx';
import * as counts from '#app/routes/programmes.$programmeId.needs.themes.counts/route.tsx';
import * as files from '#app/routes/programmes.$programmeId.needs.themes.export.$what/route.tsx';
import * as codebook from '#app/routes/programmes.$programmeId.needs.themes.import/route.tsx';
import * as home from '#app/routes/programmes.$programmeId.needs.themes._index/route.tsx';
import * as list from '#app/routes/programmes.$programmeId.needs.themes.list/route.tsx';
import * as quotes from '#app/routes/programmes.$programmeId.needs.themes.quotes/route.tsx';
import * as redact from '#app/routes/programmes.$programmeId.needs.themes.redact/route.tsx';
import { links } from '#app/http/links.ts';
import { exportAnswers } from '#app/survey/export/export-answers.server.ts';
import { openSurvey } from '#app/survey/run-survey.server.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { readCoding } from '#app/themes/read-coding.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { newId } from '#db/ids.ts';
import { auditOf } from '#db/people.ts';
import { forgetResponses } from '#db/retention.ts';
import type { Store } from '#db/store.server.ts';
import { insertResponse, latestVersion } from '#db/survey.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// Twelve families write about buses and about times; Tom codes, Priya codes a sample again.

let store: Store;
let borough: Borough;
let tom: BrowserOf;
let priya: BrowserOf;
let grace: BrowserOf;
let at: { programmeId: string };
let surveyId: string;

const WORDS = [
  'The bus does not come',
  'Two buses and a pram',
  'The fare is too much',
  'No bus on Sundays',
  'It is a long walk',
  'The bus stops at five',
  'Open on Saturdays',
  'Evening groups',
  'Late groups for shift workers',
  'Not at ten on a Tuesday',
  'School holidays',
  'My son Jaz waits in Aldermere',
];
/** Every second family agreed that its words are published. */
const mayQuote = (n: number) => (n % 2 === 0 ? 'yes' : 'no');

beforeAll(async () => {
  store = await freshStore();
  borough = await makeBorough();
  tom = await BrowserOf.signedIn(borough.tom);
  priya = await BrowserOf.signedIn(borough.priya);
  grace = await BrowserOf.signedIn(borough.grace);
  at = { programmeId: borough.programme.id };
  await familiesWrite();
});

afterAll(() => store.close());

async function familiesWrite() {
  const { authorityId, priya, programme } = borough;
  surveyId = await startSurvey(priya, programme, {
    templateId: 'family-needs',
    title: 'What would help your family?',
    opensOn: null,
    closesOn: null,
    privacyNotice:
      'We ask as our public task, to plan help for families. Staff of the council read the answers, and we delete them after {keepUntil}.',
    keepUntil: '2099-12-31',
  });
  await openSurvey(priya, programme, surveyId, dayOf(new Date()));
  const version = await latestVersion(store.read, authorityId, surveyId);
  await store.write(null, async (tx) => {
    for (const [n, words] of WORDS.entries()) {
      await insertResponse(tx, {
        id: `answer-${String(n).padStart(2, '0')}`,
        authorityId,
        surveyId,
        versionId: version?.id ?? '',
        reference: `REF-${n}`,
        submissionKey: newId(),
        channel: 'web',
        importId: null,
        answeredOn: dayOf(new Date()),
        answers: { oneThing: words, quoteAllowed: mayQuote(n) },
        flag: '',
      });
    }
  });
}

const post = (
  who: BrowserOf,
  route: { action: unknown },
  fields: Record<string, string | string[]>,
  more: Record<string, string> = {},
  url = '/',
) => who.post(route.action as never, url, fields, { ...at, ...more });
const get = <T>(who: BrowserOf, route: { loader: T }, url = '/', more = {}) =>
  who.get(route.loader as never, url, { ...at, ...more }) as Promise<{
    status: number;
    data: never;
    text: string;
    location: string | null;
  }>;
const keyOf = (n: number) => `response:answer-${String(n).padStart(2, '0')}:oneThing`;
const themeIds = async () => {
  const { tree } = await readCoding(borough.programme);
  return Object.fromEntries(tree.map(({ name, id }) => [name, id]));
};

describe('coding what people wrote', () => {
  test('a codebook comes in whole or not at all', async () => {
    const file = (text: string) => new File([text], 'codebook.csv', { type: 'text/csv' });
    const upload = (text: string) => tom.post(codebook.action, '/', { file: file(text) }, at);
    const bad = await upload('Number,Theme,What belongs here\n1,Getting there,\n');
    expect(bad.status).toBe(422);
    expect((await readCoding(borough.programme)).tree).toEqual([]);
    const good = [
      'Number,Theme,What belongs here,Example,What does not belong here,Notes',
      '1,Getting there,How families reach a hub,,,',
      '1.1,Buses,Anything about buses,,Fares,',
      '2,Times,When things are open,,,',
    ].join('\n');
    expect((await upload(good)).status).toBe(302);
    expect(
      (await readCoding(borough.programme)).tree.map(({ number, name }) => [number, name]),
    ).toEqual([
      ['1', 'Getting there'],
      ['1.1', 'Buses'],
      ['2', 'Times'],
    ]);
    // Again: everything is there.
    await upload(good);
    expect((await readCoding(borough.programme)).tree).toHaveLength(3);
  });

  test('numbers and Enter code one comment after the other', async () => {
    const first = await get(tom, code);
    expect(first.data).toMatchObject({
      comment: { key: keyOf(0) },
      progress: expect.stringContaining('0 of 12') as string,
    });
    const wrong = await post(tom, code, { key: keyOf(0), numbers: '1.7', theme: [] });
    expect(wrong.data).toMatchObject({
      problems: [{ field: 'numbers', message: 'There is no theme 1.7' }],
      typed: { numbers: '1.7' },
    });
    const saved = await post(tom, code, { key: keyOf(0), numbers: '1.1' });
    expect(saved.status).toBe(302);
    const next = await get(tom, code, saved.location ?? '/');
    expect(next.data).toMatchObject({ comment: { key: keyOf(1) } });
  });

  test('a list codes the rows that are filled, or none while one is wrong', async () => {
    const rows = (numbers: (n: number) => string) =>
      Object.fromEntries(
        WORDS.slice(1).flatMap((_, i) => [
          [`key-${i}`, keyOf(i + 1)],
          [`numbers-${i}`, numbers(i + 1)],
        ]),
      );
    const wrong = await post(
      tom,
      list,
      rows((n) => (n === 5 ? '9' : '1')),
    );
    expect(wrong.data).toMatchObject({ problems: [{ field: 'numbers-4' }] });
    await post(
      tom,
      list,
      rows((n) => (n < 4 ? '1.1' : n < 6 ? '1' : n < 11 ? '2' : '')),
    );
    expect((await get(tom, home)).data).toMatchObject({
      progress: { all: 12, read: 11, themed: 11 },
    });
    await post(tom, code, { key: keyOf(11), numbers: '2' });
    expect((await get(tom, code)).data).toMatchObject({ comment: null });
  });

  test('counts hide what is small, for everybody', async () => {
    const { data } = await get(grace, counts);
    expect(data).toMatchObject({
      byQuestion: [
        { name: 'Getting there', people: 6 },
        { name: 'Buses', people: HIDDEN },
        { name: 'Times', people: 6 },
      ],
    });
    expect((await get(grace, compare, '/', { themeId: 'x' })).status).toBe(403);
  });

  test('a theme is split, merged back, and all of it undone', async () => {
    const ids = await themeIds();
    const before = (await readCoding(borough.programme)).codings;
    const fares = before.find(({ sourceId }) => sourceId === 'answer-02');
    const split = await post(
      tom,
      compare,
      {
        intent: 'split',
        coding: [fares?.id ?? ''],
        name: 'Fares',
        definition: 'What it costs',
        where: 'beside',
      },
      { themeId: ids['Buses'] ?? '' },
    );
    expect(split.status).toBe(302);
    const split2 = await readCoding(borough.programme);
    expect(split2.tree.map(({ number, name }) => `${number} ${name}`)).toContain('1.2 Fares');
    await post(
      tom,
      compare,
      { intent: 'merge', into: (await themeIds())['Getting there'] ?? '' },
      { themeId: ids['Buses'] ?? '' },
    );
    const merged = await readCoding(borough.programme);
    expect(merged.codings).toHaveLength(12);
    expect(merged.comments.every(({ themes }) => themes.length === 1)).toBe(true);
    for (let left = 2; left > 0; left -= 1) {
      const { data } = await get(tom, home);
      const { changes } = data as { changes: { id: string; undone: boolean }[] };
      const last = changes.find(({ undone }) => !undone);
      expect((await post(tom, home, { change: last?.id ?? '' })).status).toBe(302);
    }
    const after = (await readCoding(borough.programme)).codings;
    const places = (rows: typeof after) =>
      rows.map(({ themeId, sourceId }) => `${themeId} ${sourceId}`).sort();
    expect(places(after)).toEqual(places(before));
  });

  test('what is taken out of a comment is out of everything, and reading it is recorded', async () => {
    const url = links.redact(at.programmeId, keyOf(11));
    const fields = {
      intent: 'redact',
      words: 'My son [a name] waits in [a place]',
      reason: 'Names a child',
    };
    await post(tom, redact, fields, {}, url);
    const { comments } = await readCoding(borough.programme);
    expect(comments.find(({ key }) => key === keyOf(11))).toMatchObject({
      words: fields.words,
      state: 'read',
      redacted: 'Names a child',
    });
    expect((await get(grace, files, '/', { what: 'codings.csv' })).status).toBe(403);
    const codings = await get(priya, files, '/', { what: 'codings.csv' });
    expect(codings.text).not.toContain('Jaz');
    expect(codings.text).toContain('[a name]');
    const { pieces } = await exportAnswers(
      borough.priya,
      borough.programme,
      surveyId,
      'own-words.csv',
      true,
    );
    const own: Uint8Array[] = [];
    for await (const piece of pieces) own.push(piece);
    expect(Buffer.concat(own).toString()).toContain('[a name]');
    expect(Buffer.concat(own).toString()).not.toContain('Jaz');
    expect((await post(tom, redact, { intent: 'original' }, {}, url)).status).toBe(403);
    expect((await post(priya, redact, { intent: 'original' }, {}, url)).data).toEqual({
      original: 'My son Jaz waits in Aldermere',
    });
    const rows = await auditOf(store.read, borough.authorityId, 0, 50);
    expect(rows.map(({ action }) => action)).toContain('words.original-read');
    expect(JSON.stringify(rows)).not.toContain('Jaz');
  });

  test('words are quoted only with leave', async () => {
    const ids = await themeIds();
    const choose = (n: number, words: string, theme = 'Getting there') =>
      post(tom, quotes, { intent: 'choose', key: keyOf(n), words, theme: ids[theme] ?? '' });
    expect((await choose(1, 'Two buses')).data).toMatchObject({ problems: [{ field: 'words' }] });
    expect((await choose(0, 'other words')).status).toBe(422);
    await choose(4, 'a long walk', 'Times');
    await choose(0, 'The bus', 'Buses');
    const { data } = await get(grace, quotes);
    expect(data).toMatchObject({
      quotes: [
        { words: 'a long walk', whyNot: null },
        // Four people raised it: too few, and Grace does not read it.
        { words: '', whyNot: expect.stringContaining('Too few') as string },
      ],
    });
  });

  test('a second coder sees nothing of the first, and both are compared', async () => {
    const drawn = await post(tom, agreement, { coder: borough.priya.id, size: '12' });
    const sampleId = (drawn.location ?? '').split('/').at(-1) ?? '';
    expect((await get(tom, second, '/', { sampleId })).status).toBe(403);
    for (let left = 12; left > 0; left -= 1) {
      const { data, text } = await get(priya, second, '/', { sampleId });
      const { item } = data as { item: { id: string; words: string } };
      expect(text).not.toContain('firstThemes');
      const numbers = /bus/i.test(item.words) ? '1.1' : /walk/.test(item.words) ? '0' : '2';
      await post(priya, second, { item: item.id, numbers }, { sampleId });
    }
    const { data } = await get(tom, sample, '/', { sampleId });
    const { figures, differences } = data as {
      figures: { name: string; n: number; both: number; firstOnly: number; secondOnly: number }[];
      differences: { id: string }[];
    };
    // Tom: 0–3 under buses (2, "the fare", too), 4 and 5 under getting there, the rest under times.
    expect(figures.find(({ name }) => name === 'Buses')).toMatchObject({
      n: 12,
      both: 3,
      firstOnly: 1,
      secondOnly: 1,
    });
    expect(differences).toHaveLength(3);
    const ids = await themeIds();
    const [one] = differences;
    await post(tom, sample, { item: one?.id ?? '', theme: [ids['Times'] ?? ''] }, { sampleId });
    const again = (await get(tom, sample, '/', { sampleId })).data as { figures: unknown };
    expect(again.figures).toEqual(figures);
  });

  test('what a family erases is gone from codings, quotations and samples', async () => {
    await store.write(null, (tx) =>
      forgetResponses(tx, borough.authorityId, ['answer-04', 'answer-00']),
    );
    const { comments, codings } = await readCoding(borough.programme);
    expect(comments).toHaveLength(10);
    expect(codings.some(({ sourceId }) => sourceId === 'answer-04')).toBe(false);
    expect((await get(tom, quotes)).data).toMatchObject({ quotes: [] });
  });
});
