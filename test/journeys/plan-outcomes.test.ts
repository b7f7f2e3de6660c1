import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringRowsIn } from '#app/needs/registers/keep-row.server.ts';
import { planToExport } from '#app/plan/export/export-plan.server.ts';
import { outcomesBlocks } from '#app/plan/outcomes/blocks.ts';
import {
  action as onSite,
  loader as sitePage,
} from '#app/routes/programmes.$programmeId.plan.outcomes.reach.$quarter.site/route.tsx';
import {
  action as onReturn,
  loader as returnPage,
} from '#app/routes/programmes.$programmeId.plan.outcomes.reach.$quarter._index/route.tsx';
import { loader as returnFile } from '#app/routes/programmes.$programmeId.plan.outcomes.reach.$quarter.reach[.]csv/route.tsx';
import { loader as reachPage } from '#app/routes/programmes.$programmeId.plan.outcomes.reach._index/route.tsx';
import { action as bring } from '#app/routes/programmes.$programmeId.plan.outcomes.bring/route.tsx';
import {
  action as addScores,
  loader as newScores,
} from '#app/routes/programmes.$programmeId.plan.outcomes.change.new/route.tsx';
import { action as onScores } from '#app/routes/programmes.$programmeId.plan.outcomes.change.$scoresId/route.tsx';
import { loader as changePage } from '#app/routes/programmes.$programmeId.plan.outcomes.change._index/route.tsx';
import {
  action as onOutcome,
  loader as outcomePage,
} from '#app/routes/programmes.$programmeId.plan.outcomes.measures.$measureId/route.tsx';
import { loader as boardPage } from '#app/routes/programmes.$programmeId.plan.outcomes.board/route.tsx';
import { action as addMeasure } from '#app/routes/programmes.$programmeId.theory.measures.add/route.tsx';
import type { ReadReach } from '#app/plan/outcomes/reach/read-file.ts';
import { insertAreaFile } from '#db/area-files.ts';
import { newId } from '#db/ids.ts';
import { factRows } from '#db/records.ts';
import { auditRows, registerRows, toolScores } from '#db/schema/index.ts';
import { theStore, type Store } from '#db/store.server.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough } from '../people.ts';
import { begin, stamp, startedFrom } from '../theory-begun.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const QUARTER = '2026-27-Q1';
const SITES = ['Aldermere Family Hub', 'Brookside Family Hub'];

/** A borough with two sites, and its commissioner at the reach return of a quarter that is over. */
async function atReach() {
  const borough = await makeBorough();
  const { programme } = borough;
  const rows = SITES.map((name) => ({ name, fields: { type: 'hub' } }));
  await bringRowsIn(borough.priya, programme, 'sites', rows);
  const grace = await BrowserOf.signedIn(borough.grace);
  const params = { programmeId: programme.id, quarter: QUARTER };
  const base = `/programmes/${programme.id}/plan/outcomes`;
  const address = `${base}/reach/${QUARTER}`;
  const page = async () => (await grace.get(returnPage, address, params)).data;
  const form = (intent: string, more: Record<string, string> = {}) =>
    grace.post(onReturn, address, { intent, ...more }, params);
  const brought = (text: string, intent = 'keep') =>
    grace.post(bring, `${base}/bring`, { intent, quarter: QUARTER, what: 'users', text }, params);
  return { borough, programme, grace, params, base, address, page, form, brought };
}

describe('a reach return', () => {
  test('comes from a file, is put right at a site, submitted, and corrected with the reason', async () => {
    const { borough, grace, params, address, page, form, brought } = await atReach();
    const wrong = await brought('Site,People\nBrookside Hub,40');
    expect(wrong.status).toBe(422);
    expect((wrong.data as { read: ReadReach }).read.problems[0]?.message).toContain(
      'Did you mean “Brookside Family Hub”?',
    );
    expect((await page()).counts).toEqual([]);
    const file = `Site,People,Female,Male\n${SITES[0]},120,80,40\n${SITES[1]},156,101,64\nTotal,270,,`;
    expect((await brought(file, 'check')).status).toBe(200);
    expect((await page()).counts).toEqual([]);
    expect((await brought(file)).location).toBe(address);
    const before = await page();
    expect(before.checks[0]).toMatchObject({ weight: 'error', siteName: SITES[1] });
    const refused = await form('submit', { version: String(before.version) });
    expect(refused.status).toBe(422);

    const site = before.sites.find(({ name }) => name === SITES[1])?.id ?? '';
    const at = `${address}/site?site=${site}`;
    const { data } = await grace.get(sitePage, at, params);
    expect(data.values).toMatchObject({ users: '156', 'users-sex-0': '101' });
    const typed = { ...data.values, users: '165', seen: data.seen };
    const noCount = await grace.post(onSite, at, { ...typed, users: 'many' }, params);
    expect(noCount.status).toBe(422);
    expect((await grace.post(onSite, at, typed, params)).location).toBe(address);
    // Somebody else still has the old page: both are shown, and nothing is lost.
    const late = await grace.post(onSite, at, { ...typed, users: '150' }, params);
    expect(late.status).toBe(409);
    expect(late.data).toMatchObject({ typed: { users: '150' } });

    const ready = await page();
    expect(ready.checks.filter(({ weight }) => weight === 'error')).toEqual([]);
    expect((await form('submit', { version: '1' })).status).toBe(422);
    expect((await form('submit', { version: String(ready.version) })).location).toBe(address);
    expect((await brought(file)).status).toBe(422);
    expect((await grace.post(onSite, at, typed, params)).status).toBe(422);
    expect((await form('again', { why: '' })).status).toBe(422);
    expect((await form('again', { why: 'The register came late' })).location).toBe(address);
    expect(await page()).toMatchObject({ number: 2, submitted: null });
    const old = await grace.get(returnPage, `${address}?number=1`, params);
    expect(old.data).toMatchObject({ number: 1, submitted: { by: 'Grace Whitfield' } });

    const taken = await grace.get(returnFile, `${address}/reach.csv?number=1`, params);
    expect(taken.text).toContain('Brookside Family Hub,People who used a service,Sex,Female,101');
    const audit = await theStore().read.select().from(auditRows);
    const mine = audit.filter(({ authorityId }) => authorityId === borough.authorityId);
    expect(mine.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['reach.brought', 'reach.submitted', 'reach.reopened']),
    );
  });

  test('shows what its newest submitted version counts, once each', async () => {
    const { borough, programme, grace, address, params, form, page, brought } = await atReach();
    const shown = async () => {
      const { authorityId } = borough;
      const facts = await factRows(theStore().read, authorityId, programme.id, '2026-11-22');
      return facts
        .filter(({ kind }) => kind === 'reach-return')
        .map(({ detail }) => detail)
        .sort();
    };
    const submit = async () => form('submit', { version: String((await page()).version) });
    await brought(`Site,People,Female,Male\n${SITES[0]},120,80,40\nTotal,120,80,40`);
    expect(await shown(), 'a draft shows nothing').toEqual([]);
    await submit();
    expect(await shown()).toEqual(['users', 'users:sex']);
    await form('again', { why: 'Sex was of another quarter' });
    expect(await shown(), 'the submitted one stands').toEqual(['users', 'users:sex']);
    for (const site of ['all', (await page()).sites[0]?.id ?? '']) {
      const at = `${address}/site?site=${site}`;
      const { data } = await grace.get(sitePage, at, params);
      const { seen } = data;
      await grace.post(onSite, at, { users: '120', seen }, params);
    }
    await submit();
    expect(await shown()).toEqual(['users']);
  });

  test('follows a site that is renamed, and lets go of a name that is no site', async () => {
    const { grace, base, params, page, form, address } = await atReach();
    const text = `Site,People\n${SITES[0]},120\nOld hall,30`;
    const brought = { intent: 'keep', quarter: QUARTER, what: 'users', keepStrange: 'yes', text };
    expect((await grace.post(bring, `${base}/bring`, brought, params)).location).toBe(address);
    const { sites } = await page();
    const [site] = sites;
    const rename = { name: 'Aldermere House' };
    await theStore().write(null, (tx) =>
      tx
        .update(registerRows)
        .set(rename)
        .where(eq(registerRows.id, site?.id ?? '')),
    );
    const names = async () => (await page()).counts.map(({ siteName }) => siteName).toSorted();
    expect(await names()).toEqual(['Aldermere House', 'Old hall']);
    const at = `${address}/site?site=${site?.id ?? ''}`;
    const { data } = await grace.get(sitePage, at, params);
    expect(data.values).toEqual({ users: '120' });
    await grace.post(onSite, at, { users: '125', seen: data.seen }, params);
    expect(await names()).toEqual(['Aldermere House', 'Old hall']);
    const version = String((await page()).version);
    const gone = await form('take-out', { site: 'Old hall', version });
    expect(gone.location).toBe(address);
    expect(await names()).toEqual(['Aldermere House']);
    expect((await form('take-out', { site: 'Old hall', version })).status).toBe(422);
  });

  test('keeps no note over one that was written meanwhile, and shows both', async () => {
    const { form, page, address } = await atReach();
    expect((await form('note', { note: 'Closed in May', version: '0' })).location).toBe(address);
    const late = await form('note', { note: 'All open', version: '0' });
    expect([late.status, late.data]).toMatchObject([
      409,
      { typed: { note: 'All open' }, theirs: { note: 'Closed in May' } },
    ]);
    const now = await page();
    expect(now.note).toBe('Closed in May');
    await form('note', { note: 'All open', version: String(now.version) });
    expect((await page()).note).toBe('All open');
  });

  test('shows small counts to whoever enters them, and to nobody else', async () => {
    const { borough, base, params, brought, programme } = await atReach();
    await brought(`Site,People\n${SITES[0]},80\n${SITES[1]},3\nTotal,83`);
    const dan = await BrowserOf.signedIn(borough.dan);
    const seen = await dan.get(reachPage, `${base}/reach`, params);
    expect(seen.data.seen?.totals[0]).toMatchObject({
      all: [83],
      sites: [{ counts: ['[c]'] }, { counts: ['[c]'] }],
    });
    const full = await dan.get(returnPage, `${base}/reach/${QUARTER}`, params);
    expect(full.status).toBe(403);
    const plan = await planToExport(borough.authorityId, programme.id, '2026-11-22');
    const printed = JSON.stringify(outcomesBlocks(plan));
    expect(printed).toContain('[c]');
    expect(printed).not.toContain('"80"');
  });
});

describe('before and after', () => {
  test('pairs are summed up and forgotten; what says who somebody is does not come in', async () => {
    const { grace, base, params } = await atReach();
    const about = { toolId: 'phq-9', service: 'Listening visits', period: 'Apr to Jun 2026' };
    const address = `${base}/change/new`;
    expect((await grace.get(newScores, address, params)).data.there).toBeNull();
    const named = await grace.post(
      addScores,
      address,
      { ...about, pairsText: 'name,before,after\nAnn,12,8' },
      params,
    );
    expect(named.status).toBe(422);
    expect(JSON.stringify(named.data)).toContain('nothing that says who somebody is');
    const scores = [20, 19, 18, 17, 16, 15, 14, 13];
    const pairsText = ['before,after', ...scores.map((one, at) => `${one},${one - 9 + at}`), '11,'];
    const fields = { ...about, reliability: '0.89', pairsText: pairsText.join('\n') };
    const strange = { ...fields, measureId: 'of-another-programme' };
    expect((await grace.post(addScores, address, strange, params)).status).toBe(404);
    const kept = await grace.post(addScores, address, fields, params);
    expect(kept.location).toBe(`${base}/change`);
    const { data } = await grace.get(changePage, `${base}/change`, params);
    expect(data.scores[0]).toMatchObject({ tool: 'PHQ-9', pairs: 8, way: 'better' });
    expect(data.scores[0]?.says.join(' ')).toContain('fell by 5.5 points, from 16.5 to 11.0');
    const rows = await theStore().read.select().from(toolScores);
    expect(JSON.stringify(rows)).not.toContain('20,11');

    const id = data.scores[0]?.id ?? '';
    const mine = { ...params, scoresId: id };
    const typed = { intent: 'save', ...about, pairs: '8', meanBefore: '16.5', meanAfter: '99' };
    const outside = await grace.post(onScores, `${base}/change/${id}`, typed, mine);
    expect(JSON.stringify(outside.data)).toContain('PHQ-9 runs from 0 to 27');
    const right = { ...typed, meanAfter: '11', version: '1' };
    expect((await grace.post(onScores, `${base}/change/${id}`, right, mine)).status).toBe(302);
    const late = await grace.post(onScores, `${base}/change/${id}`, right, mine);
    expect([late.status, late.data]).toMatchObject([409, { version: 2 }]);
  });
});

describe('an outcome', () => {
  test('stands beside England, and what it means is kept for each quarter with what was before', async () => {
    const begun = await begin();
    const theory = await startedFrom(begun, 'reach-and-access');
    const box = theory.boxes.find(({ type }) => type === 'intermediateOutcome');
    const measureId = newId();
    const facts = { label: 'Parents who feel confident', counts: 'change', unit: 'per cent' };
    const added = { ...stamp(theory, measureId), ...facts, on: box?.id ?? '', shared: 'local' };
    await begun.priya.post(addMeasure, `${begun.base}/measures/add`, added, begun.params);
    const base = `/programmes/${begun.params.programmeId}/plan/outcomes`;
    const address = `${base}/measures/${measureId}`;
    const params = { ...begun.params, measureId };
    const post = (fields: Record<string, string>) =>
      begun.priya.post(onOutcome, address, fields, params);
    const england = { intent: 'benchmark', kind: 'england', period: '2024/25', source: 'ONS' };
    expect((await post({ ...england, value: '140' })).status).toBe(422);
    expect((await post({ ...england, value: '52.7' })).location).toBe(address);
    const fileId = await fileOfAuthorities(begun);
    const look = await begun.priya.get(
      outcomePage,
      `${address}?from=${fileId}+confident&area=E12000003`,
      params,
    );
    expect(look.data.files.chosen?.areas.map(({ name }) => name)).toEqual([
      'England',
      'Yorkshire and The Humber',
    ]);
    const { filled } = look.data.files;
    expect(filled).toMatchObject({ kind: 'region', value: '48.2' });
    const taken = { intent: 'benchmark', period: '2025', ...filled };
    expect((await post(taken)).location).toBe(address);
    const note = { intent: 'note', quarter: QUARTER, next: 'Ask again in autumn' };
    const kept = await post({ ...note, seen: '0', means: 'Too early to say' });
    expect(kept.location).toBe(`${address}?quarter=${QUARTER}`);
    const late = await post({ ...note, seen: '0', means: 'Something else' });
    expect([late.status, late.data]).toMatchObject([
      409,
      { theirs: { means: 'Too early to say' } },
    ]);
    await post({ ...note, seen: '1', means: 'Better than it was' });
    const { data } = await begun.dan.get(outcomePage, address, params);
    expect(data.notes.map(({ means }) => means)).toEqual([
      'Better than it was',
      'Too early to say',
    ]);
    expect(data.row.benchmarks.map(({ benchmark }) => [benchmark.name, benchmark.value])).toEqual([
      ['England', 52.7],
      ['Yorkshire and The Humber', 48.2],
    ]);
    expect((await begun.dan.post(onOutcome, address, england, params)).status).toBe(403);
    const scores = {
      ...{ toolId: 'phq-9', service: 'Listening visits', period: 'Apr to Jun 2026', measureId },
      ...{ pairs: '8', meanBefore: '16.5', meanAfter: '11' },
    };
    expect((await begun.priya.post(addScores, `${base}/change/new`, scores, params)).status).toBe(
      302,
    );
    const after = await begun.dan.get(outcomePage, address, params);
    expect(after.data.scores).toMatchObject([{ tool: 'PHQ-9', service: 'Listening visits' }]);
    const board = await begun.dan.get(boardPage, `${base}/board`, params);
    const meant = board.data.rows.map(({ note }) => note?.means);
    expect(meant).toContain('Better than it was');
  });
});

/** An imported file with figures of England, of a region and of a small area. */
async function fileOfAuthorities({ borough }: Awaited<ReturnType<typeof begin>>): Promise<string> {
  const id = newId();
  const { authorityId, id: programmeId } = borough.programme;
  const area = (code: string, name: string, confident: number) => ({
    ...{ id: newId(), authorityId, fileId: id, code, name, level: '' },
    figures: { confident },
  });
  await theStore().write(null, (tx) =>
    insertAreaFile(
      tx,
      {
        ...{ id, authorityId, programmeId, title: 'Parents in 2025', kind: 'own' },
        ...{ fileName: 'parents.csv', digest: id, level: '', boundaries: '', notes: [] },
        measures: [{ key: 'confident', header: 'Parents who feel confident (%)' }],
        ...{ areas: 3, isOwnCount: false, importedAt: new Date(), importedBy: borough.priya.id },
      },
      [
        area('E12000003', 'Yorkshire and The Humber', 48.2),
        area('E01007317', 'Doncaster 001A', 40),
        area('E92000001', 'England', 51),
      ],
    ),
  );
  return id;
}
