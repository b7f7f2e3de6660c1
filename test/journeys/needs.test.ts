import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { links } from '#app/http/links.ts';
import { sourceQuery, type FindingSource } from '#app/needs/finding-source.ts';
import { questionnaireFor } from '#app/survey/from-template.ts';
import { importAnswers } from '#app/survey/import/import-answers.server.ts';
import { openSurvey } from '#app/survey/run-survey.server.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import {
  action as fileAction,
  loader as fileLoader,
} from '#app/routes/programmes.$programmeId.needs.areas.$fileId/route.tsx';
import { loader as filesLoader } from '#app/routes/programmes.$programmeId.needs.areas._index/route.tsx';
import { action as importAreas } from '#app/routes/programmes.$programmeId.needs.areas.import/route.tsx';
import { loader as homeLoader } from '#app/routes/programmes.$programmeId.needs._index/route.tsx';
import {
  action as needAction,
  loader as needLoader,
} from '#app/routes/programmes.$programmeId.needs.register.$needId._index/route.tsx';
import {
  action as editAction,
  loader as editLoader,
} from '#app/routes/programmes.$programmeId.needs.register.$needId.edit/route.tsx';
import { loader as registerLoader } from '#app/routes/programmes.$programmeId.needs.register._index/route.tsx';
import {
  action as newNeedAction,
  loader as newNeedLoader,
} from '#app/routes/programmes.$programmeId.needs.register.new/route.tsx';
import { loader as resultsLoader } from '#app/routes/programmes.$programmeId.needs.surveys.$surveyId.results/route.tsx';
import {
  action as tableAction,
  loader as tableLoader,
} from '#app/routes/programmes.$programmeId.needs.tables.$tableId/route.tsx';
import { action as importTable } from '#app/routes/programmes.$programmeId.needs.tables.import/route.tsx';
import { areaFilesOf } from '#db/area-files.ts';
import { evidenceOf, needsOf } from '#db/needs.ts';
import { auditOf } from '#db/people.ts';
import { printedTablesOf } from '#db/printed-tables.ts';
import { theStore } from '#db/store.server.ts';
import { tiesInto } from '#db/thread.ts';
import { surveyTemplate } from '#templates/surveys/index.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

let borough: Borough;
let other: Borough;
let priya: BrowserOf;
let tom: BrowserOf;
let dan: BrowserOf;
let stranger: BrowserOf;

beforeAll(async () => {
  await freshStore();
  borough = await makeBorough();
  other = await makeBorough('Elsewhere');
  priya = await BrowserOf.signedIn(borough.priya);
  tom = await BrowserOf.signedIn(borough.tom);
  dan = await BrowserOf.signedIn(borough.dan);
  stranger = await BrowserOf.signedIn(other.priya);
});

afterAll(() => theStore().close());

const here = () => ({ programmeId: borough.programme.id });
const where = () => [theStore().read, borough.authorityId, borough.programme.id] as const;
const csv = (name: string, ...lines: string[]) => new File([lines.join('\n')], name);
const lastOf = (location: string | null) => location?.split('/').at(-1) ?? '';

const NEED = {
  statement: 'Hubs open when parents who work can come',
  who: 'Parents in work',
  place: 'Testborough',
  howMany: '12 of 20',
  priority: 'high',
  priorityReason: 'Named most often',
};

/** A survey with `hours` families who name opening hours, and `others` who do not. */
async function surveyWith(hours: number, others: number): Promise<string> {
  const { programme, priya: by } = borough;
  const template = surveyTemplate('family-needs');
  if (!template) throw new Error('no template');
  const surveyId = await startSurvey(by, programme, {
    templateId: 'family-needs',
    title: 'What would help?',
    opensOn: '2026-05-01',
    closesOn: null,
    privacyNotice: template.privacyNotice,
    keepUntil: '2030-01-01',
  });
  await openSurvey(by, programme, surveyId, '2026-05-01');
  await moreAnswers(surveyId, hours, others);
  return surveyId;
}

async function moreAnswers(surveyId: string, hours: number, others: number): Promise<void> {
  const template = surveyTemplate('family-needs');
  if (!template) throw new Error('no template');
  expect(questionnaireFor(template, borough.programme).pages.length).toBeGreaterThan(3);
  const lines = [
    'barriers,hubUse',
    ...Array.from({ length: hours }, () => 'opening-hours,often'),
    ...Array.from({ length: others }, () => 'transport,often'),
  ];
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const given = { fileName: `answers-${hours}.csv`, bytes };
  const came = await importAnswers(borough.priya, borough.programme, surveyId, given, '2026-05-02');
  expect(came).toMatchObject({ ok: true, rows: hours + others });
}

describe('from a finding to a need', () => {
  let surveyId = '';
  let source: FindingSource;
  let needId = '';
  const from = () => links.newNeedFrom(borough.programme.id, sourceQuery(source));

  beforeAll(async () => {
    surveyId = await surveyWith(12, 8);
    source = { from: 'survey', survey: surveyId, question: 'barriers', row: 'opening-hours' };
  });

  test('Priya sees the results with their base', async () => {
    const { data } = await priya.get(resultsLoader, '/', { ...here(), surveyId });
    const question = data.results?.questions.find(({ name }) => name === 'barriers');
    expect(question).toMatchObject({ base: 20 });
    expect(question?.rows.find(({ value }) => value === 'opening-hours')).toMatchObject({
      count: 12,
      share: 0.6,
    });
    expect(data.mayTake.yes).toBe(true);
  });

  test('Dan reads the results and is told why he cannot make a need of them', async () => {
    const { data } = await dan.get(resultsLoader, '/', { ...here(), surveyId });
    expect(data.mayTake).toMatchObject({
      yes: false,
      reason: expect.stringContaining('Only') as string,
    });
    expect((await dan.get(newNeedLoader, from(), here())).status).toBe(403);
    expect((await dan.post(newNeedAction, from(), { intent: 'add', ...NEED }, here())).status).toBe(
      403,
    );
  });

  test('one press opens a need with every field suggested, and one more saves it', async () => {
    const { data } = await priya.get(newNeedLoader, from(), here());
    expect(data.finding?.sentence).toBe(
      '12 of 20 answers (60%) chose “It is not open when I can go” under “What makes it hard for your family to use a family hub?”.',
    );
    const fields = { ...data.suggested, intent: 'add', seen: data.seen ?? '' };
    const saved = await priya.post(newNeedAction, from(), fields, here());
    expect(saved.status).toBe(302);
    needId = lastOf(saved.location);
    const need = await priya.get(needLoader, '/', { ...here(), needId });
    expect(need.data.need).toMatchObject({ priority: 'high', version: 1 });
    expect(need.data.behind).toMatchObject([{ kind: 'survey-finding', stale: null }]);
    const ties = await tiesInto(theStore().read, borough.authorityId, 'need', [needId]);
    expect(ties).toMatchObject([{ fromKind: 'evidence', toId: needId }]);
  });

  test('the figures stay frozen when more answers come, and say that they are out of date', async () => {
    await moreAnswers(surveyId, 3, 17);
    const { data } = await tom.get(needLoader, '/', { ...here(), needId });
    expect(data.behind[0]?.sentence).toContain('12 of 20');
    expect(data.behind[0]?.stale?.now).toContain('15 of 40');
    const evidence = data.behind[0]?.id ?? '';
    await tom.post(needAction, '/', { intent: 'freshen', evidence }, { ...here(), needId });
    const fresh = await tom.get(needLoader, '/', { ...here(), needId });
    expect(fresh.data.behind).toMatchObject([{ stale: null }]);
    expect(fresh.data.behind[0]?.sentence).toContain('15 of 40');
  });

  test('figures that changed while somebody wrote are not saved unseen', async () => {
    const { data } = await priya.get(newNeedLoader, from(), here());
    await moreAnswers(surveyId, 5, 0);
    const fields = { intent: 'add', ...NEED, seen: data.seen ?? '' };
    const before = (await needsOf(...where())).length;
    const came = await priya.post(newNeedAction, from(), fields, here());
    expect(came.status).toBe(422);
    expect(came.data).toMatchObject({
      problems: [{ field: 'finding' }],
      typed: { statement: NEED.statement },
    });
    expect(await needsOf(...where())).toHaveLength(before);
  });

  test('the same finding twice is one piece of evidence, behind two needs if need be', async () => {
    const press = async (fields: Record<string, string>) => {
      const { data } = await priya.get(newNeedLoader, from(), here());
      return priya.post(newNeedAction, from(), { ...fields, seen: data.seen ?? '' }, here());
    };
    const before = (await evidenceOf(...where())).length;
    const second = lastOf((await press({ intent: 'add', ...NEED })).location);
    await press({ intent: 'support', needId });
    await press({ intent: 'support', needId });
    expect(await evidenceOf(...where())).toHaveLength(before + 1);
    const behind = await tiesInto(theStore().read, borough.authorityId, 'need', [needId, second]);
    expect(behind).toHaveLength(3);
  });

  test('a finding that rests on fewer than five people cannot be taken by its address', async () => {
    source = { from: 'survey', survey: surveyId, question: 'barriers', row: 'cost' };
    const none = { ...source, row: 'no-such-answer' };
    const address = links.newNeedFrom(borough.programme.id, sourceQuery(none));
    const { data } = await priya.get(newNeedLoader, address, here());
    expect(data).toMatchObject({ finding: null, isGone: true });
    const came = await priya.post(newNeedAction, address, { intent: 'add', ...NEED }, here());
    expect(came.status).toBe(422);
  });
});

describe('the register of needs', () => {
  let needId = '';
  const at = () => ({ ...here(), needId });

  test('what is missing is asked for, with what was typed kept', async () => {
    const fields = { intent: 'add', ...NEED, who: '' };
    const { status, data } = await priya.post(
      newNeedAction,
      links.newNeed(here().programmeId),
      fields,
      here(),
    );
    expect(status).toBe(422);
    expect(data).toMatchObject({
      problems: [{ field: 'who', message: 'Enter who has this need' }],
      typed: { statement: NEED.statement },
    });
  });

  test('a need without a finding is added and changed, and every change is in the history', async () => {
    const added = await tom.post(newNeedAction, '/new', { intent: 'add', ...NEED }, here());
    needId = lastOf(added.location);
    const { data } = await priya.get(editLoader, '/', at());
    const changed = { ...NEED, statement: 'Hubs open on Saturdays', version: String(data.version) };
    expect((await priya.post(editAction, '/', changed, at())).status).toBe(302);
    const rows = await auditOf(theStore().read, borough.authorityId, 0, 100);
    const actions = rows.filter((row) => row.thingId === needId).map((row) => row.action);
    expect(actions.sort()).toEqual(['need.added', 'need.changed']);
  });

  test('two people who change it at once both see what the other wrote', async () => {
    const { data } = await priya.get(editLoader, '/', at());
    const version = String(data.version);
    await tom.post(editAction, '/', { ...NEED, who: 'Parents on shifts', version }, at());
    const late = await priya.post(editAction, '/', { ...NEED, who: 'Carers', version }, at());
    expect(late.status).toBe(409);
    expect(late.data).toMatchObject({
      differences: [{ field: 'who', saved: 'Parents on shifts', typed: 'Carers' }],
      typed: { who: 'Carers' },
    });
    const now = await priya.get(editLoader, '/', at());
    expect(now.data.need.who).toBe('Parents on shifts');
  });

  test('a need is put aside only with a reason, and taken up again', async () => {
    const version = String((await priya.get(editLoader, '/', at())).data.version);
    const bare = await priya.post(
      needAction,
      '/',
      { intent: 'not-now', version, notNowBecause: '' },
      at(),
    );
    expect(bare.data).toMatchObject({ problems: [{ field: 'notNowBecause' }] });
    const because = 'No money before April 2027';
    await priya.post(needAction, '/', { intent: 'not-now', version, notNowBecause: because }, at());
    const register = await priya.get(registerLoader, '/', here());
    expect(
      register.data.lines.map(({ need }) => need.notNowBecause).filter((why) => why !== ''),
    ).toEqual([because]);
    const again = String((await priya.get(editLoader, '/', at())).data.version);
    await priya.post(needAction, '/', { intent: 'take-up', version: again }, at());
    const after = (await priya.get(registerLoader, '/', here())).data.lines;
    expect(after.every(({ need }) => need.notNowBecause === '')).toBe(true);
  });

  test('another authority’s need is not found, whatever is tried with it', async () => {
    const theirs = { programmeId: other.programme.id, needId };
    expect((await stranger.get(needLoader, '/', theirs)).status).toBe(404);
    expect((await stranger.get(needLoader, '/', at())).status).toBe(404);
    const tries: Record<string, string>[] = [
      { intent: 'remove' },
      { intent: 'take-up', version: '1' },
    ];
    for (const fields of tries) {
      expect((await stranger.post(needAction, '/', fields, theirs)).status).toBe(404);
    }
    const change = { ...NEED, version: '1' };
    expect((await stranger.post(editAction, '/', change, theirs)).status).toBe(404);
    expect(await needsOf(...where())).toContainEqual(expect.objectContaining({ id: needId }));
  });

  test('a need is taken out, its evidence stays', async () => {
    const evidence = (await evidenceOf(...where())).length;
    const tied = { intent: 'tie', evidence: (await evidenceOf(...where()))[0]?.id ?? '' };
    expect((await priya.post(needAction, '/', tied, at())).status).toBe(302);
    expect((await priya.get(needLoader, '/', at())).data.behind).toHaveLength(1);
    expect((await priya.post(needAction, '/', { intent: 'remove' }, at())).status).toBe(302);
    expect((await priya.get(needLoader, '/', at())).status).toBe(404);
    expect(await evidenceOf(...where())).toHaveLength(evidence);
    expect(await tiesInto(theStore().read, borough.authorityId, 'need', [needId])).toEqual([]);
  });
});

describe('official figures by area', () => {
  const HEAD =
    'LSOA code (2021),LSOA name (2021),Local Authority District code (2024),Local Authority District name (2024),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs),Dependent Children aged 0-15: mid 2022';
  const areas = [
    HEAD,
    'E01999001,Testborough 001A,E06999999,Testborough,1,300',
    'E01999002,Testborough 001B,E06999999,Testborough,8,100',
    'E01999003,Testborough 001C,E06999999,Testborough,,',
  ];
  let fileId = '';

  test('a file with a wrong line changes nothing, and the line is named', async () => {
    const file = csv('indices.csv', ...areas, 'E01999004,D,E06999999,Testborough,11,5');
    const came = await priya.post(importAreas, '/', { file, only: '' }, here());
    expect(came.status).toBe(422);
    expect(came.data).toMatchObject({ problems: [{ field: 'file' }], lines: [{ line: 5 }] });
    expect(await areaFilesOf(...where())).toEqual([]);
  });

  test('a file comes in whole, missing figures stay missing, and the same one is recognised', async () => {
    const file = () => csv('indices.csv', ...areas);
    const came = await priya.post(importAreas, '/', { file: file() }, here());
    fileId = lastOf(came.location);
    const { data } = await dan.get(fileLoader, '/?measure=imd-decile', { ...here(), fileId });
    expect(data.page.areas.map(({ figures }) => figures['imd-decile'])).toEqual([1, 8, null]);
    expect(data.page.deciles).toMatchObject({ withFigure: 2, withoutFigure: 1 });
    const again = await priya.post(importAreas, '/', { file: file() }, here());
    expect(again.data).toMatchObject({
      problems: [{ message: expect.stringContaining('before') as string }],
    });
    expect(await areaFilesOf(...where())).toHaveLength(1);
  });

  test('an official figure becomes evidence of a need', async () => {
    const query = new URLSearchParams({
      from: 'deciles',
      file: fileId,
      measure: 'imd-decile',
      upTo: '1',
    });
    const address = links.newNeedFrom(here().programmeId, query.toString());
    const { data } = await priya.get(newNeedLoader, address, here());
    expect(data.finding?.sentence).toBe(
      '1 of 2 areas (50%) are in the most deprived tenth of England by IMD decile. 300 of 400 children (75%) live there. 1 more have no figure.',
    );
    const saved = await priya.post(
      newNeedAction,
      address,
      { intent: 'add', ...NEED, seen: data.seen ?? '' },
      here(),
    );
    const needId = lastOf(saved.location);
    await priya.post(fileAction, '/', { intent: 'remove' }, { ...here(), fileId });
    const { data: after } = await priya.get(needLoader, '/', { ...here(), needId });
    expect(after.behind).toMatchObject([{ kind: 'area-figure', stale: { now: null } }]);
  });

  test('a file of another authority is not found', async () => {
    await priya.post(importAreas, '/', { file: csv('indices.csv', ...areas) }, here());
    const [file] = await areaFilesOf(...where());
    const theirs = { programmeId: other.programme.id, fileId: file?.id ?? '' };
    expect((await stranger.get(fileLoader, '/', theirs)).status).toBe(404);
    expect((await stranger.post(fileAction, '/', { intent: 'remove' }, theirs)).status).toBe(404);
    const list = await stranger.get(filesLoader, '/', { programmeId: other.programme.id });
    expect(list.data.files).toEqual([]);
    const query = new URLSearchParams({
      from: 'deciles',
      file: file?.id ?? '',
      measure: 'imd-decile',
      upTo: '1',
    });
    const address = links.newNeedFrom(other.programme.id, query.toString());
    const { data } = await stranger.get(newNeedLoader, address, {
      programmeId: other.programme.id,
    });
    expect(data.isGone).toBe(true);
  });

  test('nothing chosen is said at the field', async () => {
    const { data } = await priya.post(importAreas, '/', { file: new File([], '') }, here());
    expect(data).toMatchObject({
      problems: [{ field: 'file', message: 'Choose the file to bring in' }],
    });
  });
});

describe('tables from reports', () => {
  const lines = ['Hub,Number,%', 'A,20,40%', 'B,30,70%', 'C,50,50%', 'Total,101,100%'];
  let tableId = '';

  test('a table is checked before anything is kept, then kept as printed', async () => {
    const checked = await priya.post(
      importTable,
      '/',
      { intent: 'check', file: csv('hub_attendance.csv', ...lines) },
      here(),
    );
    expect(checked.data).toMatchObject({ typed: { title: 'Hub attendance' } });
    expect(await printedTablesOf(...where())).toEqual([]);
    const { typed } = checked.data as { typed: Record<string, string> };
    const untitled = await priya.post(
      importTable,
      '/',
      { ...typed, intent: 'keep', title: '' },
      here(),
    );
    expect(untitled.status).toBe(422);
    expect(untitled.data).toMatchObject({ problems: [{ field: 'title' }] });
    const kept = await priya.post(importTable, '/', { ...typed, intent: 'keep' }, here());
    tableId = lastOf(kept.location);
    const { data } = await dan.get(tableLoader, '/', { ...here(), tableId });
    expect(data.table.problems).toContainEqual(
      expect.objectContaining({ row: 'Total', printed: 101, computed: 100 }),
    );
    expect((await priya.get(homeLoader, '/', here())).data.tables).toMatchObject([
      { title: 'Hub attendance' },
    ]);
  });

  test('a printed figure becomes evidence, with the doubt about it', async () => {
    const query = new URLSearchParams({ from: 'table', table: tableId, cell: '3-1' });
    const { data } = await priya.get(
      newNeedLoader,
      links.newNeedFrom(here().programmeId, query.toString()),
      here(),
    );
    expect(data.finding?.sentence).toBe(
      'Total: 101 (Number), printed in “Hub attendance”. The table’s own figures give 100.',
    );
  });

  test('a file without figures, and cells that were tampered with, are refused', async () => {
    const words = await priya.post(
      importTable,
      '/',
      { intent: 'check', file: csv('x.csv', 'a,b', 'c,d') },
      here(),
    );
    expect(words.data).toMatchObject({ problems: [{ field: 'file' }] });
    const keep = { intent: 'keep', title: 'X', fileName: 'x.csv', cells: '{"not":"cells"}' };
    const bad = await priya.post(importTable, '/', keep, here());
    expect(bad.status).toBe(422);
    expect(await printedTablesOf(...where())).toHaveLength(1);
  });

  test('another authority’s table is not found; a partner may read and not take it out', async () => {
    const theirs = { programmeId: other.programme.id, tableId };
    expect((await stranger.get(tableLoader, '/', theirs)).status).toBe(404);
    expect((await stranger.post(tableAction, '/', { intent: 'remove' }, theirs)).status).toBe(404);
    const removed = await dan.post(tableAction, '/', { intent: 'remove' }, { ...here(), tableId });
    expect(removed.status).toBe(403);
    expect(await printedTablesOf(...where())).toHaveLength(1);
  });
});
