import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { action as onPlan } from '#app/routes/programmes.$programmeId.plan._index/route.tsx';
import { loader as linePage } from '#app/routes/programmes.$programmeId.plan.lines.$lineId._index/route.tsx';
import * as signOff from '#app/routes/programmes.$programmeId.plan.sign-off._index/route.tsx';
import * as version from '#app/routes/programmes.$programmeId.plan.sign-off.$versionId._index/route.tsx';
import { loader as take } from '#app/routes/programmes.$programmeId.plan.sign-off.$versionId.$format/route.tsx';
import { loader as verify } from '#app/routes/verify/route.tsx';
import { sealOf, type FrozenPlan } from '#app/plan/versions/frozen.ts';
import { eq } from 'drizzle-orm';
import { auditOf } from '#db/people.ts';
import { linesOf } from '#db/plan-lines.ts';
import { planLines, planVersions } from '#db/schema/index.ts';
import type { Store } from '#db/store.server.ts';
import { aVoiceInTheTheory } from '../a-voice.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// From what stands in the way of a plan to the one that a board signed, and to whoever checks its seal.

let store: Store;
let ours: Borough;
let priya: BrowserOf;
let grace: BrowserOf;
let dan: BrowserOf;
let at: { programmeId: string };

beforeAll(async () => {
  store = await freshStore();
  ours = await makeBorough();
  await aVoiceInTheTheory(ours);
  priya = await BrowserOf.signedIn(ours.priya);
  grace = await BrowserOf.signedIn(ours.grace);
  dan = await BrowserOf.signedIn(ours.dan);
  at = { programmeId: ours.programme.id };
});
afterAll(() => store.close());

const page = async (who = grace) => (await who.get(signOff.loader, '/x', at)).data;
const putUp = async (who: BrowserOf, name: string) => {
  const came = await who.post(signOff.action, '/x', { intent: 'put-up', name }, at);
  const versionId = came.location?.split('?')[0]?.split('/').at(-1) ?? '';
  return { ...came, params: { ...at, versionId } };
};
const theLine = async () => {
  const [line] = await linesOf(store.read, ours.authorityId, ours.programme.id);
  if (!line) throw new Error('There is no plan line.');
  return line;
};

test('a plan without a line cannot be put up, and nothing typed is lost', async () => {
  const came = await putUp(priya, 'Too early');
  expect([came.status, came.data.typed]).toEqual([422, { intent: 'put-up', name: 'Too early' }]);
  expect((await putUp(priya, '')).data.problems).toMatchObject([{ field: 'name' }]);
});

describe('a version', () => {
  let params: { programmeId: string; versionId: string };

  test('is put up by who writes the plan, and approved by somebody else', async () => {
    await priya.post(onPlan, '/x', {}, at);
    expect((await page(dan)).mayPutUp.yes).toBe(false);
    expect((await putUp(dan, 'Mine')).status).toBe(403);
    ({ params } = await putUp(grace, 'For the board'));
    expect((await putUp(priya, 'Another')).status).toBe(422);
    const own = (await grace.get(version.loader, '/x', params)).data;
    expect(own.mayApprove.yes).toBe(false);
    const approve = { intent: 'approve', conditions: '' };
    expect((await grace.post(version.action, '/x', approve, params)).status).toBe(403);
    expect((await priya.post(version.action, '/x', approve, params)).status).toBe(403);
    await grace.post(version.action, '/x', { intent: 'withdraw' }, params);
    ({ params } = await putUp(priya, 'For the board of 3 March'));
    const back = await grace.post(version.action, '/x', { intent: 'return', why: '' }, params);
    expect(back.data.problems).toMatchObject([{ field: 'why' }]);
    const conditions = 'Costs are known by May.';
    await grace.post(version.action, '/x', { intent: 'approve', conditions }, params);
    const late = await grace.post(version.action, '/x', { intent: 'return', why: 'No' }, params);
    expect([late.status, late.data.typed['why']]).toEqual([422, 'No']);
    expect((await page()).versions.map(({ number, state }) => [number, state])).toEqual([
      [2, 'approved'],
      [1, 'withdrawn'],
    ]);
    const trail = await auditOf(store.read, ours.authorityId, 0, 20);
    expect(trail.map(({ action }) => action)).toContain('plan-version.approved');
  });

  test('stays as it was when the plan moves on, and the page says what changed since', async () => {
    const before = await theLine();
    await store.write(null, (tx) =>
      tx.update(planLines).set({ owner: 'Somebody new' }).where(eq(planLines.id, before.id)),
    );
    const { since } = await page();
    expect(since).toMatchObject({
      number: 2,
      changes: [{ what: 'changed', now: 'Owner: Somebody new' }],
    });
    const word = await dan.get(take, '/x', { ...params, format: 'docx' });
    const bytes = await word.response?.clone().arrayBuffer();
    const zip = await JSZip.loadAsync(bytes ?? new ArrayBuffer(0));
    const words = (await zip.file('word/document.xml')?.async('string')) ?? '';
    expect(words).not.toContain('Somebody new');
    expect(words).toContain('On these conditions: Costs are known by May.');
    const html = await dan.get(take, '/x', { ...params, format: 'html' });
    expect(html.text).toContain('Seal: ');
    expect((await dan.get(take, '/x', { ...params, format: 'exe' })).status).toBe(404);
  });

  test('is known by its seal to everybody, and no more once what is kept of it was altered', async () => {
    const stranger = new BrowserOf();
    const [row] = await store.read
      .select()
      .from(planVersions)
      .where(eq(planVersions.id, params.versionId));
    const seal = sealOf(row?.digest ?? '');
    const url = (typed: string) => `/verify?seal=${encodeURIComponent(typed)}`;
    const found = (await stranger.get(verify, url(seal))).data.found;
    expect(found).toMatchObject({
      number: 2,
      programme: ours.programme.title,
      decidedName: 'Grace Whitfield',
      words: 'Costs are known by May.',
    });
    expect(JSON.stringify(found)).not.toContain('frozen');
    expect((await stranger.get(verify, url(seal.slice(0, 12)))).data).toMatchObject({
      whole: false,
      found: null,
    });
    expect((await stranger.get(verify, url('0'.repeat(32)))).data.found).toBeNull();
    const frozen = structuredClone(row?.frozen) as FrozenPlan;
    frozen.data.money.amountPence += 1;
    await store.write(null, (tx) =>
      tx.update(planVersions).set({ frozen }).where(eq(planVersions.id, params.versionId)),
    );
    expect((await stranger.get(verify, url(seal))).data.found).toBeNull();
    await store.write(null, (tx) =>
      tx
        .update(planVersions)
        .set({ frozen: row?.frozen ?? {} })
        .where(eq(planVersions.id, params.versionId)),
    );
    expect((await stranger.get(verify, url(seal))).data.found).not.toBeNull();
  });

  test('that waits has no seal that holds', async () => {
    const waiting = await putUp(priya, 'Next');
    const [row] = await store.read
      .select()
      .from(planVersions)
      .where(eq(planVersions.id, waiting.params.versionId));
    const url = `/verify?seal=${row?.digest ?? ''}`;
    expect((await new BrowserOf().get(verify, url)).data.found).toBeNull();
    const shown = (await dan.get(version.loader, '/x', waiting.params)).data.version;
    expect(shown).toMatchObject({ against: 2, changes: [{ what: 'changed' }] });
  });
});

test('anybody on the staff comments on a line, and it is settled with what was done', async () => {
  const { id: lineId, title } = await theLine();
  const comment = { intent: 'comment', lineId, words: 'Who pays for the crèche?', back: 'line' };
  expect((await dan.post(signOff.action, '/x', { ...comment, words: '' }, at)).status).toBe(422);
  const sent = await dan.post(signOff.action, '/x', comment, at);
  expect(sent.location).toContain(`/plan/lines/${lineId}`);
  const gone = { ...comment, lineId: 'nothing' };
  expect((await dan.post(signOff.action, '/x', gone, at)).status).toBe(404);
  const onLine = (await dan.get(linePage, '/x', { ...at, lineId })).data.comments;
  expect(onLine).toMatchObject([{ words: comment.words, lineTitle: title, byName: 'Dan Yates' }]);
  const settle = { intent: 'settle', commentId: onLine[0]?.id ?? '', answer: 'The hub does.' };
  expect((await dan.post(signOff.action, '/x', settle, at)).status).toBe(403);
  expect((await priya.post(signOff.action, '/x', settle, at)).status).toBe(302);
  expect((await priya.post(signOff.action, '/x', settle, at)).status).toBe(422);
  expect((await page()).comments).toMatchObject([
    { answer: 'The hub does.', settledName: 'Priya Shah' },
  ]);
});
