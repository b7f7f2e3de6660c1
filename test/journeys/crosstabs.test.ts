import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { links } from '#app/http/links.ts';
import { sourceQuery, type FindingSource } from '#app/needs/finding-source.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { importAnswers } from '#app/survey/import/import-answers.server.ts';
import { openSurvey } from '#app/survey/run-survey.server.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import {
  action as newNeedAction,
  loader as newNeedLoader,
} from '#app/routes/programmes.$programmeId.needs.register.new/route.tsx';
import { loader as compareLoader } from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.compare._index/route.tsx';
import { loader as fileLoader } from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.compare.$format/route.tsx';
import { loader as toldLoader } from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.told/route.tsx';
import { publishedOf } from '#db/published.ts';
import { evidenceOf } from '#db/needs.ts';
import { theStore } from '#db/store.server.ts';
import { surveyTemplate } from '#templates/surveys/index.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

let borough: Borough;
let priya: BrowserOf;
let dan: BrowserOf;
let stranger: BrowserOf;
let surveyId = '';

beforeAll(async () => {
  await freshStore();
  borough = await makeBorough();
  priya = await BrowserOf.signedIn(borough.priya);
  dan = await BrowserOf.signedIn(borough.dan);
  stranger = await BrowserOf.signedIn((await makeBorough('Elsewhere')).priya);
  const template = surveyTemplate('family-needs');
  surveyId = await startSurvey(borough.priya, borough.programme, {
    templateId: 'family-needs',
    title: 'What would help?',
    opensOn: '2026-05-01',
    closesOn: null,
    privacyNotice: template?.privacyNotice ?? '',
    lawfulBasis: 'public-task',
    keepUntil: '2030-01-01',
  });
  await openSurvey(borough.priya, borough.programme, surveyId, '2026-05-01');
  await answersCome('first', [
    ['transport', 'never-heard', 20],
    ['transport', 'often', 30],
    ['opening-hours', 'never-heard', 40],
    ['opening-hours', 'often', 12],
    ['cost', 'never-heard', 3],
    ['cost', 'often', 25],
  ]);
});

afterAll(() => theStore().close());

async function answersCome(
  name: string,
  groups: readonly (readonly [barrier: string, use: string, n: number])[],
): Promise<void> {
  const rows = groups.flatMap(([barrier, use, n]) =>
    Array.from({ length: n }, () => `${barrier},${use}`),
  );
  const bytes = new TextEncoder().encode(['barriers,hubUse', ...rows].join('\n'));
  const given = { fileName: `${name}.csv`, bytes };
  const came = await importAnswers(borough.priya, borough.programme, surveyId, given, '2026-05-02');
  expect(came).toMatchObject({ ok: true, rows: rows.length });
}

const here = () => ({ programmeId: borough.programme.id, surveyId });
const query = 'row=barriers&by=hubUse';
const compare = (browser: BrowserOf, asked = query) =>
  browser.get(compareLoader, links.crosstab(borough.programme.id, surveyId, asked), here());
const file = (browser: BrowserOf, format: string, asked = query) =>
  browser.get(fileLoader, links.crosstabFile(borough.programme.id, surveyId, format, asked), {
    ...here(),
    format,
  });

interface Shown {
  told: {
    ok: boolean;
    why?: string;
    answers: number;
    answersNow: number;
    table: {
      base: number;
      columns: { value: string }[];
      rows: { value: string; cells: { count: number | string; share: number | null }[] }[];
      tests: { about: string }[];
    };
  } | null;
}

const countsOf = ({ told }: Shown) =>
  Object.fromEntries(
    (told?.table.rows ?? []).map(({ value, cells }) => [value, cells.map(({ count }) => count)]),
  );

describe('one question by another', () => {
  test('Priya compares barriers by use; three are hidden, and so is what would give them away', async () => {
    const { status, data } = await compare(priya);
    expect(status).toBe(200);
    const shown = data as Shown;
    const use = shown.told?.table.columns.map(({ value }) => value);
    expect(use).toEqual(['often', 'never-heard']);
    expect(countsOf(shown)).toEqual({
      'opening-hours': [12, 40],
      transport: [30, 20],
      cost: [HIDDEN, HIDDEN],
    });
    expect(shown.told?.table.base).toBe(130);
  });

  test('Dan of a partner sees the same, and cannot take a cell; a stranger sees nothing', async () => {
    const { data } = await compare(dan);
    expect(countsOf(data as Shown).cost).toEqual([HIDDEN, HIDDEN]);
    expect(data).toMatchObject({ mayTake: false });
    expect((await compare(stranger)).status).toBe(404);
  });

  test('says why a table cannot be shown, with what was chosen still there', async () => {
    const { status, data } = await compare(priya, 'row=barriers&by=barriers');
    expect(status).toBe(200);
    expect(data).toMatchObject({ told: { ok: false }, asked: { row: 'barriers', by: 'barriers' } });
    const odd = await compare(priya, 'row=%00nothing&by=__proto__&filter==&share=x');
    expect(odd.data).toMatchObject({ told: { ok: false } });
  });

  test('the files hide the same numbers', async () => {
    const csv = await file(dan, 'csv');
    expect(csv.text).toContain('It is not open when I can go');
    const lines = csv.text.split('\r\n');
    expect(lines.filter((line) => line.includes(HIDDEN)).length).toBe(2);
    expect(lines.some((line) => /,(3|25),/.test(line))).toBe(false);
    const { text } = await file(priya, 'xlsx');
    expect(text.slice(0, 2)).toBe('PK');
    expect((await file(priya, 'pdf')).status).toBe(404);
  });

  test('what was told is in the ledger with its use, and not who looked', async () => {
    const told = await publishedOf(theStore().read, borough.authorityId, surveyId, {
      page: 0,
      most: 10,
    });
    expect(told.map(({ answers, uses }) => [answers, uses])).toEqual([[130, 'shown exported']]);
    expect(JSON.stringify(told)).not.toContain(borough.priya.id);
    const url = links.toldTables(borough.programme.id, surveyId);
    const { data } = await dan.get(toldLoader, url, here());
    expect((data as { lines: unknown[] }).lines).toHaveLength(1);
  });

  test('three more answers change no table; five do', async () => {
    await answersCome('three more', [['transport', 'often', 3]]);
    const still = (await compare(priya)).data as Shown;
    expect(still.told).toMatchObject({ answers: 130 });
    expect(countsOf(still).transport).toEqual([30, 20]);
    // Neither laid out the other way round, nor by rows.
    const turned = (await compare(priya, 'row=hubUse&by=barriers&share=rows')).data as Shown;
    expect(turned.told).toMatchObject({ answers: 130 });
    await answersCome('more again', [['transport', 'often', 2]]);
    const counted = (await compare(priya)).data as Shown;
    expect(counted.told).toMatchObject({ answers: 135, answersNow: 135 });
    expect(countsOf(counted).transport).toEqual([35, 20]);
  });
});

describe('a cell as evidence', () => {
  const source = (row: string): FindingSource => ({
    from: 'crosstab',
    survey: surveyId,
    question: 'barriers',
    by: 'hubUse',
    filter: '',
    share: 'columns',
    row,
    column: 'never-heard',
  });
  const from = (row: string) => links.newNeedFrom(borough.programme.id, sourceQuery(source(row)));

  test('becomes a need with its group, its base and its share', async () => {
    const { data } = await priya.get(newNeedLoader, from('opening-hours'), here());
    const { finding, seen } = data;
    if (!finding || seen === null) throw new Error('no finding');
    expect(finding.sentence).toMatch(/^40 of 63 answers with “.+” under “.+” \(63%\) chose “.+”/);
    const fields = { ...data.suggested, intent: 'add', seen };
    expect((await priya.post(newNeedAction, from('opening-hours'), fields, here())).status).toBe(
      302,
    );
    const [evidence] = await evidenceOf(theStore().read, borough.authorityId, borough.programme.id);
    expect(evidence?.sentence).toBe(finding.sentence);
    expect(evidence?.source).toMatchObject({ from: 'crosstab', by: 'hubUse' });
  });

  test('never where the cell is hidden', async () => {
    const { data } = await priya.get(newNeedLoader, from('cost'), here());
    expect(JSON.stringify(data)).not.toContain('with “No, I had not heard');
  });
});

test('the Excel file says what it is', async () => {
  const { crosstabFile } = await import('#app/needs/crosstabs/export-crosstab.server.ts');
  const asked = { row: 'barriers', by: 'hubUse', filter: null, share: 'columns' } as const;
  const made = await crosstabFile(borough.programme, surveyId, asked, 'xlsx');
  if (!made) throw new Error('no file');
  const [table, figures, about] = await readXlsxFile(Buffer.from(made.bytes));
  expect(table?.data[0]?.length).toBe(4);
  expect(figures?.data.flat()).toContain(HIDDEN);
  expect(about?.data.flat().join(' ')).toContain('These people chose to answer');
});
