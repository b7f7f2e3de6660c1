import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Definition, questionsOf, titleOf } from '#app/survey/definition.ts';
import {
  exportAnswers,
  EXPORTS,
  type ExportName,
} from '#app/survey/export/export-answers.server.ts';
import { readCsv, unescapeForExcel, writeCsv } from '#app/survey/csv.ts';
import { importAnswers, importAsSurvey } from '#app/survey/import/import-answers.server.ts';
import { tidyText } from '#app/survey/posted.ts';
import { latestVersion, surveysOf } from '#db/survey.ts';
import { stagedAnswers } from '#db/schema/index.ts';
import { theStore } from '#db/store.server.ts';
import { freshStore } from '#test/fresh-store.ts';
import { makeBorough, type Borough } from '#test/people.ts';
import { describeRealData, realBytes, realPath } from '#test/real-data.ts';
import { responsesTo } from '../answers-to.ts';

// Real exports of survey tools and files made to break readers, each brought in as a survey of its
// own, by the deed that the pages and the command line use: what must come of every one of them.

let borough: Borough;
beforeAll(async () => {
  await freshStore();
  borough = await makeBorough();
});
afterAll(() => theStore().close());

const fields = (title: string) => ({
  title,
  opensOn: null,
  closesOn: null,
  keepUntil: '2099-12-31',
  privacyNotice: 'These answers were given to a survey that was asked with another tool.',
});
const TODAY = '2026-03-27';

async function bring(file: string, bytes: Uint8Array) {
  const { priya, programme } = borough;
  return importAsSurvey(priya, programme, fields(file), { fileName: file, bytes }, TODAY);
}

async function made(surveyId: string) {
  const { read } = theStore();
  const version = await latestVersion(read, borough.authorityId, surveyId);
  const questions = questionsOf(Definition.parse(version?.definition));
  const rows = await responsesTo(read, borough.authorityId, surveyId);
  return { questions, rows, titles: questions.map((one) => titleOf(one)) };
}

async function nothingStored(surveys: number): Promise<void> {
  const { read } = theStore();
  const all = await surveysOf(read, borough.authorityId, borough.programme.id);
  expect(all).toHaveLength(surveys);
  expect(await read.$count(stagedAnswers)).toBe(0);
}

const surveysNow = async () =>
  (await surveysOf(theStore().read, borough.authorityId, borough.programme.id)).length;

interface Expected {
  file: string;
  rows: number;
  questions: number;
  /** How many questions there are of some kinds. */
  kinds: Record<string, number>;
  /** Words in headings or cells that must not be among what is stored. */
  never: RegExp;
  /** How many families gave one answer: question (as it begins), answer (as stored), count. */
  cells: [string, unknown, number][];
  days: [string, string];
}

const SURVEYS: readonly Expected[] = [
  {
    file: '538-comma-survey.csv',
    rows: 1129,
    questions: 12,
    kinds: { radiogroup: 10, boolean: 2 },
    never: /RespondentID|3292953864/,
    cells: [
      ['Gender', 'male', 489],
      ['Age', '18-29', 221],
    ],
    days: [TODAY, TODAY],
  },
  {
    file: '538-star-wars_surveymonkey_latin1.csv',
    rows: 1186,
    questions: 32,
    kinds: { boolean: 5, checkbox: 1, radiogroup: 20 },
    never: /RespondentID|3292879998|\uFFFD/,
    cells: [
      ['Have you seen any of the 6 films', true, 936],
      ['Which character shot first', 'han', 325],
    ],
    days: [TODAY, TODAY],
  },
  {
    file: 'carpentries-longterm-2017.csv',
    rows: 476,
    questions: 26,
    kinds: { radiogroup: 16, checkbox: 6, comment: 3, rating: 1 },
    never: /Column\d/,
    cells: [
      ['Country', 'usa', 231],
      ['Position', 'graduate-student', 156],
    ],
    days: [TODAY, TODAY],
  },
  {
    file: 'edinburgh-council-natural-neighbourhoods.csv',
    rows: 2955,
    questions: 3,
    kinds: { radiogroup: 2, text: 1 },
    never: /EH\d+ \d[A-Z]{2}|326549|Xcord/,
    cells: [
      ['Data Source', 'staff-survey', 468],
      ['Allocated', 'Leith', 367],
    ],
    days: ['2013-09-04', '2013-12-11'],
  },
  {
    file: 'jupyter-2015-notebook-ux_surveygizmo.csv',
    rows: 1092,
    questions: 32,
    kinds: { radiogroup: 5, comment: 15, text: 11, checkbox: 1 },
    never: /"Complete"|Time Started/,
    cells: [['How often do you use Jupyter', 'daily', 530]],
    days: ['2015-12-22', '2016-01-15'],
  },
  {
    file: 'jupyter-2016-education_googleforms.csv',
    rows: 125,
    questions: 23,
    kinds: { text: 4, radiogroup: 7, checkbox: 6, comment: 6 },
    never: /names of the course instructors/,
    cells: [['How often is this course taught', 'every-year', 69]],
    days: ['2016-04-22', '2016-05-07'],
  },
  {
    file: 'k8s-contribex-2018_surveymonkey.csv',
    rows: 160,
    questions: 59,
    kinds: { radiogroup: 40, checkbox: 7, comment: 6 },
    never: /Respondent ID|Collector ID/,
    cells: [['World Region', 'europe', 45]],
    days: ['2018-09-08', '2018-10-01'],
  },
  {
    file: 'rse-2017-nl_limesurvey.csv',
    rows: 77,
    questions: 60,
    kinds: { radiogroup: 38, boolean: 13, checkbox: 3 },
    never: /\[SQ001\]/,
    cells: [
      ['In which country do you work', 'netherlands', 77],
      ['Do you write code', true, 75],
    ],
    days: [TODAY, TODAY],
  },
  {
    file: 'semicolon_bom_lisbon_green_spaces.csv',
    rows: 372,
    questions: 5,
    kinds: { radiogroup: 1, text: 4 },
    never: /Jardim Maria|-9\.2039890587|Lx187/,
    cells: [['TIPOLOGIA', 'cemiterio', 7]],
    days: [TODAY, TODAY],
  },
];

describeRealData('exports of real survey tools', () => {
  it('are all nine named here', () => {
    expect(readdirSync(realPath('surveys')).sort()).toEqual(SURVEYS.map(({ file }) => file));
  });

  it.each(SURVEYS)('$file', async (expected) => {
    const came = await bring(expected.file, realBytes('surveys', expected.file));
    if (!came.ok) throw new Error(JSON.stringify(came.problems.slice(0, 5)));
    expect(came.rows).toBe(expected.rows);
    const { questions, rows, titles } = await made(came.surveyId);
    expect(rows).toHaveLength(expected.rows);
    expect(questions).toHaveLength(expected.questions);
    for (const [kind, count] of Object.entries(expected.kinds)) {
      expect([kind, questions.filter(({ type }) => type === kind).length]).toEqual([kind, count]);
    }
    expect(JSON.stringify([titles, rows.map(({ answers }) => answers)])).not.toMatch(
      expected.never,
    );
    for (const [question, answer, count] of expected.cells) {
      const name = questions.find((one) => titleOf(one).startsWith(question))?.name ?? '';
      const gave = rows.filter(({ answers }) => answers[name] === answer).length;
      expect([question, answer, gave]).toEqual([question, answer, count]);
    }
    expect([rows[0]?.answeredOn, rows.at(-1)?.answeredOn]).toEqual(expected.days);
    expect(await theStore().read.$count(stagedAnswers)).toBe(0);
  });
});

/** A cell as a person reads it: on one line, with nothing around it. */
const seen = (cell: unknown) => String(cell).replaceAll(/\s+/g, ' ').trim();

async function tableOf(surveyId: string): Promise<string[][]> {
  const { priya, programme } = borough;
  const taken = await exportAnswers(priya, programme, surveyId, 'answers.csv', true);
  const pieces: Uint8Array[] = [];
  for await (const piece of taken.pieces) pieces.push(piece);
  const read = readCsv(Buffer.concat(pieces));
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return read.rows.map((row) => row.slice(2).map(unescapeForExcel));
}

describeRealData('files made to break readers', () => {
  it.each(readdirSync(realPath('csv-torture', 'csv-spectrum', 'csvs')))(
    'csv-spectrum: %s is what its JSON says',
    async (file) => {
      const came = await bring(file, realBytes('csv-torture', 'csv-spectrum', 'csvs', file));
      if (!came.ok) throw new Error(JSON.stringify(came.problems));
      const [headings = [], ...rows] = await tableOf(came.surveyId);
      const json = realBytes('csv-torture', 'csv-spectrum', 'json', file.replace('.csv', '.json'));
      const wanted = [JSON.parse(new TextDecoder().decode(json)) as unknown].flat() as Record<
        string,
        string
      >[];
      // Columns in which a telephone number, an address or a name stands are left out.
      const got = rows.map((row) =>
        headings.map((heading, at) => [heading, seen(row[at] === 'no reply' ? '' : row[at])]),
      );
      const expected = wanted.map((one) => {
        const cells = Object.entries(one).filter(([heading]) => headings.includes(heading));
        return cells.map(([heading, cell]) => [heading, seen(cell)]);
      });
      if (file === 'location_coordinates.csv') return expect(got).toHaveLength(1);
      expect(headings.length).toBeGreaterThan(0);
      expect(got.map(String).sort()).toEqual(expected.map(String).sort());
    },
  );

  it.each([
    ['normal.csv', 1135, 'CONTENT TYPE'],
    ['utf-8-bom-sample.csv', 1, 'A'],
    // It has no line of headings: its first line is taken for one, and people see that it is.
    ['long-sample.csv', 7, 'Grant'],
  ])('papaparse: %s', async (file, rows, heading) => {
    const came = await bring(file, realBytes('csv-torture', 'papaparse', file));
    expect(came).toMatchObject({ ok: true, rows });
    const [headings] = came.ok ? await tableOf(came.surveyId) : [];
    expect(headings?.[0]).toBe(heading);
  });

  it('papaparse: malformed.tsv is refused at its line, and nothing of it is stored', async () => {
    const before = await surveysNow();
    const came = await bring('m.tsv', realBytes('csv-torture', 'papaparse', 'malformed.tsv'));
    expect(came).toMatchObject({
      ok: false,
      problems: [{ line: 9, message: expect.stringContaining('not closed') as string }],
    });
    await nothingStored(before);
  });

  it('blns.txt and blns.json are no tables: refused or one column, and never half stored', async () => {
    for (const file of ['blns.txt', 'blns.json']) {
      const before = await surveysNow();
      const came = await bring(file, realBytes('csv-torture', file));
      if (came.ok) expect((await made(came.surveyId)).rows).toHaveLength(came.rows);
      else {
        expect(came.problems[0]?.message, file).not.toBe('');
        await nothingStored(before);
      }
    }
  });

  it('every naughty string: in, through the store, out in every file and back', async () => {
    const { priya, programme, authorityId } = borough;
    const blns = new TextDecoder().decode(realBytes('csv-torture', 'blns.json'));
    const strings = (JSON.parse(blns) as string[]).map(tidyText).filter((text) => text !== '');
    const table = [
      ['How many children?', 'What is the one thing?'],
      ...strings.map((text) => ['1', text]),
    ];
    const bytes = new TextEncoder().encode(writeCsv(table, { forExcel: false }));
    const given = { fileName: 'naughty.csv', bytes };
    const came = await importAsSurvey(priya, programme, fields('Naughty'), given, TODAY);
    if (!came.ok) throw new Error(JSON.stringify(came.problems));
    const { rows, questions } = await made(came.surveyId);
    const name = questions[1]?.name ?? '';
    const said = (all: typeof rows) => all.map(({ answers }) => String(answers[name])).sort();
    expect(said(rows)).toEqual([...strings].sort());
    const names = (Object.keys(EXPORTS) as ExportName[]).filter((one) => one !== 'own-words.csv');
    for (const [times, one] of names.entries()) {
      const taken = await exportAnswers(priya, programme, came.surveyId, one, true);
      const pieces: Uint8Array[] = [];
      for await (const piece of taken.pieces) pieces.push(piece);
      const back = { fileName: one, bytes: new Uint8Array(Buffer.concat(pieces)) };
      const again = await importAnswers(priya, programme, came.surveyId, back, TODAY);
      expect(again, one).toMatchObject({ ok: true, rows: strings.length * 2 ** times });
    }
    const all = await responsesTo(theStore().read, authorityId, came.surveyId);
    const expected = Array.from({ length: 2 ** names.length }, () => strings).flat();
    expect(said(all)).toEqual(expected.sort());
  });
});
