import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { action as onPlan } from '#app/routes/programmes.$programmeId.plan._index/route.tsx';
import { loader as coveragePage } from '#app/routes/programmes.$programmeId.plan.coverage._index/route.tsx';
import { loader as requirement } from '#app/routes/programmes.$programmeId.plan.coverage.$packId.$requirementId/route.tsx';
import { loader as duties } from '#app/routes/programmes.$programmeId.plan.duties/route.tsx';
import { loader as hubs } from '#app/routes/programmes.$programmeId.plan.hubs/route.tsx';
import { loader as packs } from '#app/routes/programmes.$programmeId.plan.packs._index/route.tsx';
import * as onePack from '#app/routes/programmes.$programmeId.plan.packs.$packId._index/route.tsx';
import { loader as packFile } from '#app/routes/programmes.$programmeId.plan.packs.$packId.file/route.tsx';
import * as item from '#app/routes/programmes.$programmeId.plan.packs.$packId.$requirementId/route.tsx';
import * as newPack from '#app/routes/programmes.$programmeId.plan.packs.new/route.tsx';
import { loader as readiness } from '#app/routes/programmes.$programmeId.plan.readiness/route.tsx';
import { addRow } from '#app/needs/registers/keep-row.server.ts';
import {
  readCoverageWithChanges,
  readPackDifference,
} from '#app/plan/coverage/pack-changes.server.ts';
import { editProgramme } from '#app/people/run-programme.server.ts';
import { auditOf, programmeById } from '#db/people.ts';
import type { Store } from '#db/store.server.ts';
import { aVoiceInTheTheory } from '../a-voice.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// From guidance as it ships to guidance as the authority knows it, and from records to coverage.

let store: Store;
let ours: Borough;
let theirs: Borough;
let priya: BrowserOf;
let grace: BrowserOf;
let dan: BrowserOf;
let at: { programmeId: string };

beforeAll(async () => {
  store = await freshStore();
  ours = await makeBorough();
  theirs = await makeBorough();
  await aVoiceInTheTheory(ours);
  priya = await BrowserOf.signedIn(ours.priya);
  grace = await BrowserOf.signedIn(ours.grace);
  dan = await BrowserOf.signedIn(ours.dan);
  at = { programmeId: ours.programme.id };
  await follow('fhsl-2025-26');
});
afterAll(() => store.close());

async function follow(...more: string[]) {
  const programme = await programmeById(store.read, ours.authorityId, ours.programme.id);
  if (!programme) throw new Error('The programme is gone.');
  const all = [...new Set([...programme.packs, 'bsfh-2026', ...more])];
  const { title, startsOn, endsOn, places, version } = programme;
  const rest = { title, startsOn, endsOn, places, version };
  await editProgramme(ours.priya, programme.id, { ...rest, stage: 'draft', packs: all });
}

const stateOf = async (packId: string, requirementId: string) => {
  const params = { ...at, packId, requirementId };
  return (await dan.get(requirement, '/x', params)).data.page.row;
};

test('the page of coverage counts what changed since an older pack as the page of changes does', async () => {
  const programme = await programmeById(store.read, ours.authorityId, ours.programme.id);
  if (!programme) throw new Error('The programme is gone.');
  for (const packs of [programme.packs, ['bsfh-2026']]) {
    const following = { ...programme, packs };
    const { coverages, follows } = await readCoverageWithChanges(following, 'bsfh-2026');
    expect(coverages.map(({ pack }) => pack.id)).toEqual(packs);
    const older = follows.find(({ counts }) => counts !== null);
    const found = await readPackDifference(following, older?.from ?? '', 'bsfh-2026');
    const { new: fresh, changed, gone, missing } = found;
    expect(older?.counts).toEqual({
      ...{ new: fresh.length, changed: changed.length },
      ...{ gone: gone.length, missing: missing.length },
    });
  }
});

describe('an item of guidance', () => {
  const params = () => ({ ...at, packId: 'fhsl-2025-26', requirementId: 'FHSL-SVC-07' });
  const confirm = {
    intent: 'confirm',
    checkedOn: '2026-05-04',
    says: 'Offer health visiting at the hub, or connect families to it.',
    place: 'Annex F, item 7',
    seen: '',
  };

  test('that was recalled counts as guidance once somebody has checked it', async () => {
    expect((await stateOf('fhsl-2025-26', 'FHSL-SVC-07')).state).toBe('to-be-confirmed');
    const wrong = await priya.post(item.action, '/x', { ...confirm, checkedOn: '' }, params());
    expect(wrong.status).toBe(422);
    expect(wrong.data.typed['says']).toBe(confirm.says);
    const later = await priya.post(
      item.action,
      '/x',
      { ...confirm, checkedOn: '2999-01-01' },
      params(),
    );
    expect(later.data.problems).toMatchObject([{ field: 'checkedOn' }]);
    await priya.post(item.action, '/x', confirm, params());
    const row = await stateOf('fhsl-2025-26', 'FHSL-SVC-07');
    expect(row).toMatchObject({
      state: 'not',
      text: confirm.says,
      source: { grade: 'A', heading: 'Annex F, item 7' },
      corrected: { why: 'Checked in the official copy on Monday 4 May 2026.' },
    });
    const { page } = (await dan.get(item.loader, '/x', params())).data;
    expect(page.affected).toMatchObject([{ id: ours.programme.id, state: 'not' }]);
  });

  test('is put right by one person at a time, and nothing typed is lost', async () => {
    const { page } = (await priya.get(item.loader, '/x', params())).data;
    const fields = {
      intent: 'correct',
      text: 'Offer health visiting.',
      kind: 'minimum',
      strand: 'Core services',
      grade: 'A',
      heading: 'Annex F, item 7',
      where: 'Department for Education',
      url: '',
      countsAsCovered: '',
      why: 'Shorter.',
      seen: page.seen,
    };
    const bad = await grace.post(item.action, '/x', { ...fields, url: 'javascript:x' }, params());
    expect(bad.data.problems).toMatchObject([{ field: 'url' }]);
    expect((await grace.post(item.action, '/x', fields, params())).status).toBe(302);
    const late = await priya.post(item.action, '/x', { ...fields, text: 'Mine' }, params());
    expect([late.status, late.data.typed['text']]).toEqual([422, 'Mine']);
    expect((await dan.post(item.action, '/x', fields, params())).status).toBe(403);
  });

  test('stands as it ships again when that is taken back, and its history stays', async () => {
    const { page } = (await priya.get(item.loader, '/x', params())).data;
    const undo = { intent: 'undo', undoWhy: 'The copy was of another year.', seen: page.seen };
    await priya.post(item.action, '/x', undo, params());
    expect((await stateOf('fhsl-2025-26', 'FHSL-SVC-07')).state).toBe('to-be-confirmed');
    const after = (await priya.get(item.loader, '/x', params())).data.page;
    expect(after.now.corrected).toBeUndefined();
    expect(after.history.length).toBeGreaterThan(5);
  });

  test('of another authority is never touched', async () => {
    const other = await BrowserOf.signedIn(theirs.priya);
    const there = { ...params(), programmeId: theirs.programme.id };
    const { page } = (await other.get(item.loader, '/x', there)).data;
    expect([page.history, page.now.text]).toEqual([[], page.shipped.text]);
  });
});

describe('a pack of one’s own', () => {
  const about = {
    title: 'Our promises',
    publisher: 'Our council',
    from: '',
    to: '',
    why: 'Agreed',
  };
  const items = 'Id,What it asks for,Kind\nP-1,A hub within 30 minutes,minimum\n';
  const params = () => ({ ...at, packId: 'own-our-promises' });

  test('is looked at before it is kept, and told what is wrong with it line by line', async () => {
    const file = new File(['Id,What it asks for\nP 1,\n'], 'promises.csv');
    const bad = await priya.post(newPack.action, '/x', { ...about, intent: 'check', file }, at);
    expect(bad.status).toBe(422);
    expect(bad.data.wrong).toHaveLength(2);
    expect(bad.data.typed['items']).toContain('P 1');
    const shown = await priya.post(newPack.action, '/x', { ...about, intent: 'check', items }, at);
    expect(shown.data.preview).toMatchObject({ version: 1, pack: { id: 'own-our-promises' } });
    expect((await priya.get(onePack.loader, '/x', params())).status).toBe(404);
  });

  test('is followed, covered and brought in again as its next version', async () => {
    const bring = { ...about, intent: 'bring', items, seen: '0' };
    expect((await dan.post(newPack.action, '/x', bring, at)).status).toBe(403);
    expect((await priya.post(newPack.action, '/x', bring, at)).status).toBe(302);
    const again = await grace.post(newPack.action, '/x', bring, at);
    expect([again.status, again.data.problems[0]?.field]).toEqual([422, 'why']);
    await follow('own-our-promises');
    expect((await stateOf('own-our-promises', 'P-1')).state).toBe('not');
    const more = `${items}P-2,Answer within twelve weeks,\n`;
    await priya.post(newPack.action, '/x', { ...bring, items: more, seen: '1' }, at);
    const { page } = (await dan.get(onePack.loader, '/x', params())).data;
    expect(page.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(page.affected).toMatchObject([{ totals: { toCover: 2, not: 2 } }]);
    const csv = (await dan.get(packFile, '/x', params())).text;
    expect(csv).toContain('Answer within twelve weeks');
  });

  test('is there for its own authority only, and can be taken out of use', async () => {
    const other = await BrowserOf.signedIn(theirs.priya);
    const there = { ...params(), programmeId: theirs.programme.id };
    expect((await other.get(onePack.loader, '/x', there)).status).toBe(404);
    await priya.post(
      onePack.action,
      '/x',
      { intent: 'withdraw', withdrawWhy: 'Replaced.' },
      params(),
    );
    expect((await priya.get(onePack.loader, '/x', params())).status).toBe(404);
    const { page } = (await dan.get(packs, '/x', at)).data;
    expect(page.withdrawn).toMatchObject([{ packId: 'own-our-promises', why: 'Replaced.' }]);
    const audit = await auditOf(store.read, ours.authorityId, 0, 50);
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['pack.brought-in', 'pack.withdrawn', 'pack.corrected']),
    );
  });
});

test('a site in the register raises its points, its services and the way to sign-off', async () => {
  await addRow(ours.priya, ours.programme, 'sites', {
    name: 'Mill Lane Family Hub',
    fields: { type: 'hub', services: ['health'], points: ['BSFH-DEF-03'] },
  });
  const row = await stateOf('bsfh-2026', 'BSFH-DEF-03');
  expect(row).toMatchObject({ state: 'partly', shown: [{ state: 'partly' }] });
  const seen = (await dan.get(hubs, '/x', at)).data.hubs;
  expect(seen.tests).toMatchObject([{ name: 'Mill Lane Family Hub', met: 1 }]);
  expect(seen.services.rows.find((one) => one.requirementId === 'BSFH-WID-01')).toMatchObject({
    sites: [{ at: 'strand' }],
  });
  const { page } = (await dan.get(coveragePage, '/x?kind=minimum&state=partly', at)).data;
  expect(page.rows.map(({ id }) => id)).toContain('BSFH-DEF-03');
});

test('what stands between the plan and its sign-off is named chapter by chapter', async () => {
  await priya.post(onPlan, '/x', {}, at);
  const { page } = (await dan.get(readiness, '/x', at)).data;
  expect(page.chapters.map(({ id }) => id)).toEqual([
    'needs',
    'theory',
    'lines',
    'money',
    'coverage',
    'duties',
    'consultation',
    'sign-off',
  ]);
  expect(page.obstacles[0]?.id).toBe('binding-requirement');
  const equality = (await dan.get(duties, '/x', at)).data.page.duties.find(
    ({ id }) => id === 'equality',
  );
  expect(equality).toMatchObject({ state: 'not' });
});
