import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { config } from '#app/config.server.ts';
import { sentenceOf } from '#app/people/audit.ts';
import { forgetWaitingFiles } from '#app/survey/import/forget-waiting-files.server.ts';
import {
  exportAnswers,
  EXPORTS,
  type ExportName,
} from '#app/survey/export/export-answers.server.ts';
import { importAnswers } from '#app/survey/import/import-answers.server.ts';
import { openSurvey } from '#app/survey/run-survey.server.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { answerFilesOf } from '#db/answer-files.ts';
import { auditOf } from '#db/people.ts';
import { waitingPieces } from '#db/schema/index.ts';
import { theStore } from '#db/store.server.ts';
import { surveysOf } from '#db/survey.ts';
import { BrowserOf } from '#test/browser-of.ts';
import { freshStore } from '#test/fresh-store.ts';
import { makeBorough, type Borough } from '#test/people.ts';
import * as overview from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId._index/route.tsx';
import * as bookPage from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.codebook/route.tsx';
import * as importing from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.import/route.tsx';
import * as undoing from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.imports.$importId/route.tsx';
import * as taking from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.take.$file/route.tsx';
import * as onItsWay from '#app/routes/programmes.$programmeId.needs.surveys.files.$fileId/route.tsx';
import * as fromFile from '#app/routes/programmes.$programmeId.needs.surveys.import/route.tsx';
import { responsesTo } from '../answers-to.ts';

let borough: Borough;
beforeAll(async () => {
  await freshStore();
  borough = await makeBorough();
});
afterAll(() => theStore().close());

const NOTICE =
  'We ask to plan help for families. Only the council’s own staff see the answers until {keepUntil}.';
const GOOD = `Name,Date,hubUse,How old are you?,channel,Email
Ann,27/03/2026,"Yes, once",25 to 34,paper,ann@example.org
Bob,28/03/2026,knew,35 to 44,paper,bob@example.org`;

async function openFamilySurvey(): Promise<string> {
  const id = await startSurvey(borough.priya, borough.programme, {
    templateId: 'family-needs',
    title: 'What would help your family?',
    opensOn: '2026-01-01',
    closesOn: null,
    privacyNotice: NOTICE,
    keepUntil: '2099-12-31',
  });
  await openSurvey(borough.priya, borough.programme, id, dayOf(new Date()));
  return id;
}

const programmeId = () => borough.programme.id;
const needs = (rest: string) => `/programmes/${programmeId()}/needs/surveys${rest}`;
const answersTo = (id: string) => responsesTo(theStore().read, borough.authorityId, id);
/** The files that wait: in the data folder of the one server, or in the database that several share. */
async function waiting(): Promise<string[]> {
  if (theStore().engine === 'postgres') {
    const rows = await theStore().read.select({ id: waitingPieces.fileId }).from(waitingPieces);
    return rows.map(({ id }) => id);
  }
  const folder = path.join(config.dataFolder, 'waiting');
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Somebody at the pages of a file on its way in. */
class Bringer {
  private constructor(
    private readonly browser: BrowserOf,
    readonly fileId: string,
  ) {}

  static async upload(
    browser: BrowserOf,
    surveyId: string | null,
    text: string | Uint8Array<ArrayBuffer>,
  ) {
    const file = new File([text], 'paper.csv', { type: 'text/csv' });
    const came =
      surveyId === null
        ? await browser.post(
            fromFile.action,
            needs('/import'),
            { file },
            { programmeId: programmeId() },
          )
        : await browser.post(
            importing.action,
            needs(`/${surveyId}/import`),
            { file },
            { programmeId: programmeId(), surveyId },
          );
    const fileId = /\/files\/([\w-]+)$/.exec(came.location ?? '')?.[1];
    return fileId === undefined ? came : new Bringer(browser, fileId);
  }

  private get params() {
    return { programmeId: programmeId(), fileId: this.fileId };
  }

  async page() {
    return this.browser.get(onItsWay.loader, needs(`/files/${this.fileId}`), this.params);
  }

  async does(fields: Record<string, string>) {
    return this.browser.post(onItsWay.action, needs(`/files/${this.fileId}`), fields, this.params);
  }

  /** Goes on with the guess as it is. */
  async check(change: Record<string, string> = {}) {
    const { columns } = (await this.page()).data;
    if (!columns) throw new Error('The file is not at its columns.');
    const fields: Record<string, string> = { intent: 'check' };
    if (columns.to === 'survey') {
      for (const column of columns.columns) fields[`place-${column.at}`] = column.chosen;
    } else {
      columns.plan.forEach(({ role, kind, title }, at) => {
        fields[`role-${at}`] = role;
        fields[`kind-${at}`] = kind;
        fields[`title-${at}`] = title;
      });
    }
    return this.does({ ...fields, ...change });
  }
}

async function bring(
  browser: BrowserOf,
  surveyId: string | null,
  text: string | Uint8Array<ArrayBuffer>,
) {
  const bringer = await Bringer.upload(browser, surveyId, text);
  if (!(bringer instanceof Bringer)) throw new Error(JSON.stringify(bringer.data));
  return bringer;
}

describe('a file of answers to a survey', () => {
  it('comes in once, when somebody saw what each column becomes; what points to people does not', async () => {
    const id = await openFamilySurvey();
    const priya = await BrowserOf.signedIn(borough.priya);
    const bringer = await bring(priya, id, GOOD);
    const { columns } = (await bringer.page()).data;
    expect(columns?.columns.map(({ header, never }) => [header, never])).toEqual([
      ['Name', false],
      ['Date', false],
      ['hubUse', false],
      ['How old are you?', false],
      ['channel', false],
      ['Email', true],
    ]);
    // What the cells themselves show is not a choice, whatever a form says.
    await bringer.check({ 'place-5': 'question:oneThing' });
    const checked = (await bringer.page()).data.file;
    expect(checked).toMatchObject({ step: 'checked', outcome: { preview: { answers: 2 } } });
    expect(await answersTo(id)).toEqual([]);
    // A file whose answers take long to move: how far it came is told from inside the write that moves them.
    let now = Date.now();
    const slowly = vi.spyOn(Date, 'now').mockImplementation(() => (now += 1500));
    await bringer.does({ intent: 'store' });
    slowly.mockRestore();
    expect((await bringer.page()).data.file).toMatchObject({
      step: 'done',
      outcome: { kind: 'stored', rows: 2, surveyId: id },
    });
    const rows = await answersTo(id);
    expect(rows.map(({ answeredOn, channel }) => [answeredOn, channel])).toEqual([
      ['2026-03-27', 'paper'],
      ['2026-03-28', 'paper'],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Ann|Bob|example\.org/);
    expect(await waiting()).not.toContain(bringer.fileId);
    const again = await Bringer.upload(priya, id, GOOD);
    expect(again).toMatchObject({
      status: 422,
      data: {
        problems: [
          { message: expect.stringContaining('was brought into this survey before') as string },
        ],
      },
    });
    expect(await answersTo(id)).toHaveLength(2);
  });

  it('does not come in when one line is not understood, and its line is told', async () => {
    const id = await openFamilySurvey();
    const priya = await BrowserOf.signedIn(borough.priya);
    const bringer = await bring(priya, id, `${GOOD}\nCat,29/03/2026,perhaps,45 to 54,paper,`);
    await bringer.check();
    const { file } = (await bringer.page()).data;
    expect(file.outcome).toMatchObject({ preview: { problems: [{ line: 4, column: 'hubUse' }] } });
    await bringer.does({ intent: 'store' });
    expect((await bringer.page()).data.file.step).toBe('columns');
    expect(await answersTo(id)).toEqual([]);
    await bringer.check({ 'place-2': 'nothing' });
    expect((await bringer.page()).data.file.outcome).toMatchObject({ preview: { problems: [] } });
    await bringer.does({ intent: 'back' });
    expect((await bringer.does({ intent: 'leave' })).location).toBe(needs(`/${id}/import`));
    expect((await bringer.page()).status).toBe(404);
    expect(await waiting()).not.toContain(bringer.fileId);
    const torn = await bring(priya, id, 'a,b\n"1,2');
    expect((await torn.page()).data.file).toMatchObject({
      step: 'refused',
      outcome: { problems: [{ line: 2 }] },
    });
    expect(await waiting()).not.toContain(torn.fileId);
    expect(await answersTo(id)).toEqual([]);
  });

  it('is taken back whole, and may then come again', async () => {
    const id = await openFamilySurvey();
    const priya = await BrowserOf.signedIn(borough.priya);
    const other = `${GOOD}\nCat,29/03/2026,never-heard,45 to 54,paper,`;
    for (const text of [GOOD, other]) {
      const bringer = await bring(priya, id, text);
      await bringer.check();
      await bringer.does({ intent: 'store' });
    }
    expect(await answersTo(id)).toHaveLength(5);
    const where = { programmeId: programmeId(), surveyId: id };
    const { imports } = (await priya.get(overview.loader, needs(`/${id}`), where)).data.overview;
    const importId = imports.find(({ rows }) => rows === 3)?.id ?? '';
    const undo = { ...where, importId };
    const url = needs(`/${id}/imports/${importId}`);
    expect((await priya.get(undoing.loader, url, undo)).data).toMatchObject({ rows: 3, left: 3 });
    const grace = await BrowserOf.signedIn(borough.grace);
    expect((await grace.post(undoing.action, url, {}, undo)).status).toBe(403);
    expect((await priya.post(undoing.action, url, {}, undo)).location).toBe(needs(`/${id}`));
    expect(await answersTo(id)).toHaveLength(2);
    expect((await priya.get(undoing.loader, url, undo)).status).toBe(404);
    const history = await auditOf(theStore().read, borough.authorityId, 0, 3);
    expect(history.map(sentenceOf)).toContain(
      `${borough.priya.name} took back the 3 answers to “What would help your family?” that the file “paper.csv” had brought`,
    );
    await (await bring(priya, id, other)).check();
  });

  it('that nobody goes on with is deleted after a day', async () => {
    const id = await openFamilySurvey();
    const bringer = await bring(await BrowserOf.signedIn(borough.priya), id, GOOD);
    expect(await waiting()).toContain(bringer.fileId);
    await forgetWaitingFiles(new Date());
    expect((await bringer.page()).status).toBe(200);
    await forgetWaitingFiles(new Date(Date.now() + 25 * 3_600_000));
    expect((await bringer.page()).status).toBe(404);
    expect(await waiting()).toEqual([]);
    expect(await answerFilesOf(theStore().read, borough.authorityId, programmeId())).toEqual([]);
  });
});

describe('a survey that was asked elsewhere', () => {
  const FORMS =
    `Timestamp,Your name,Do you use the hub?,What would help? [A bus],What would help? [Longer hours],What would help? [Other],Anything else?
27/03/2026 10:15,Ann,Often,Yes,,,A bus, please
27/03/2026 11:00,Bob,Never,,Yes,A lift that works at the hub,
28/03/2026 09:30,Cat,Often,Yes,Yes,Warm rooms for babies,`.replace(
      'A bus, please',
      '"A bus, please"',
    );
  const about = {
    title: 'Last year’s survey',
    keepUntil: '2030-01-01',
    minutes: '10',
    opensOn: '',
    closesOn: '',
    specialCondition: '',
  };

  it('is made of its file, closed, with its questions as they were guessed and corrected', async () => {
    const priya = await BrowserOf.signedIn(borough.priya);
    const bringer = await bring(priya, null, FORMS);
    const missing = await bringer.check({ ...about, privacyNotice: '' });
    expect(missing.status).toBe(422);
    expect(missing.data).toMatchObject({ problems: [{ field: 'privacyNotice' }] });
    const wrong = await bringer.check({
      ...about,
      privacyNotice: NOTICE,
      lawfulBasis: 'public-task',
      'role-2': 'part',
    });
    expect(wrong.data).toMatchObject({
      problems: [{ field: 'role-2' }],
      typed: { 'role-2': 'part' },
    });
    const right = {
      ...about,
      privacyNotice: NOTICE,
      lawfulBasis: 'public-task',
      'title-2': 'Do you come to the hub?',
    };
    await bringer.check(right);
    expect((await bringer.page()).data.file).toMatchObject({
      step: 'checked',
      outcome: { preview: { answers: 3, problems: [] } },
    });
    await bringer.does({ intent: 'store' });
    const all = await surveysOf(theStore().read, borough.authorityId, programmeId());
    const made = all.find(({ survey }) => survey.title === about.title);
    expect(made).toMatchObject({
      answers: 3,
      survey: { status: 'closed', keepUntil: '2030-01-01' },
    });
    const rows = await answersTo(made?.survey.id ?? '');
    expect(rows.map(({ answeredOn }) => answeredOn)).toEqual([
      '2026-03-27',
      '2026-03-27',
      '2026-03-28',
    ]);
    expect(JSON.stringify(rows)).not.toContain('Bob');
    const page = await priya.get(bookPage.loader, needs(`/${made?.survey.id}/codebook`), {
      programmeId: programmeId(),
      surveyId: made?.survey.id ?? '',
    });
    expect(page.data.variables.map(({ question }) => question)).toContain(
      'Do you come to the hub?',
    );
    // The same file again: said, and left to people.
    const again = await bring(priya, null, FORMS);
    expect((await again.page()).data.before).toContain('“Last year’s survey”');
    await again.does({ intent: 'leave' });
  });
});

describe('the answers taken away', () => {
  it('come back the same from every file with own words, and the history says who took them', async () => {
    const id = await openFamilySurvey();
    const other = await openFamilySurvey();
    const text = `Date,channel,hubUse,childrenAges,oneThing,barriers/transport,barriers/other,barriers/other-words
27/03/2026,paper,once,Under 1; 3 to 4,"=HYPERLINK(""http://x"")",1,1,"no reply"
28/03/2026,telephone,knew,,One\u2028Two and ＝3,0,0,
28/03/2026,web,never-heard,1 to 2,,,,`;
    const bytes = new TextEncoder().encode(text);
    const today = dayOf(new Date());
    const { priya, programme } = borough;
    const first = await importAnswers(priya, programme, id, { fileName: 'a.csv', bytes }, today);
    expect(first).toMatchObject({ ok: true, rows: 3 });
    const kept = async (of: string) =>
      (await answersTo(of))
        .map(({ answeredOn, channel, answers }) => JSON.stringify([answeredOn, channel, answers]))
        .sort();
    const before = await kept(id);
    const names = (Object.keys(EXPORTS) as ExportName[]).filter((name) => name !== 'own-words.csv');
    for (const name of names) {
      const taken = await exportAnswers(priya, programme, id, name, true);
      const pieces: Uint8Array[] = [];
      for await (const piece of taken.pieces) pieces.push(piece);
      const back = { fileName: name, bytes: new Uint8Array(Buffer.concat(pieces)) };
      const came = await importAnswers(priya, programme, other, back, today);
      expect(came, name).toMatchObject({ ok: true, rows: 3 });
      const times = names.indexOf(name) + 1;
      const expected = Array.from({ length: times }, () => before).flat();
      expect(await kept(other), name).toEqual(expected.sort());
    }
    const history = await auditOf(theStore().read, borough.authorityId, 0, 20);
    expect(history.map(sentenceOf)).toContain(
      `${borough.priya.name} exported the answers to “What would help your family?” (Excel workbook, with own words)`,
    );
  });

  it('are for a lead, without own words unless asked for; what explains them is for all staff', async () => {
    const id = await openFamilySurvey();
    const bytes = new TextEncoder().encode('hubUse,oneThing\nonce,=1+1 Mrs Example\nknew,');
    await importAnswers(
      borough.priya,
      borough.programme,
      id,
      { fileName: 'a.csv', bytes },
      '2026-03-27',
    );
    const take = async (as: BrowserOf, file: string) =>
      as.get(taking.loader, needs(`/${id}/take/${file}`), {
        programmeId: programmeId(),
        surveyId: id,
        file: file.split('?')[0] ?? '',
      });
    const priya = await BrowserOf.signedIn(borough.priya);
    const tom = await BrowserOf.signedIn(borough.tom);
    const sheet = await take(priya, 'answers.csv');
    expect(sheet.response?.headers.get('content-disposition')).toMatch(/^attachment; filename="/);
    expect(sheet.text).not.toContain('Example');
    expect((await take(priya, 'answers.csv?words=with')).text).toContain(`,'=1+1 Mrs Example`);
    expect((await take(priya, 'answers-codes.csv')).text).toMatch(
      /^answeredOn,channel,childrenAges/,
    );
    const [row] = await answersTo(id);
    expect(sheet.text).not.toContain(row?.reference ?? 'no row');
    expect((await take(priya, 'own-words.csv')).text).toContain(`'=1+1 Mrs Example`);
    for (const file of ['answers.csv', 'answers.xlsx', 'own-words.csv']) {
      expect((await take(tom, file)).status, file).toBe(403);
    }
    expect((await take(tom, 'answers.sps')).text).toMatch(
      /VALUE LABELS\r\n[^]*98 "Prefer not to say"/,
    );
    expect((await take(tom, 'answers.R')).text).toContain('read.csv("what-would-help-your-family-');
    expect((await take(tom, 'codebook.csv')).text).toContain('Asked, no reply');
    expect((await take(tom, 'secrets.csv')).status).toBe(404);
  });
});
