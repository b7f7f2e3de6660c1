import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as document from '#app/routes/programmes.$programmeId.plan.documents.$document._index/route.tsx';
import * as section from '#app/routes/programmes.$programmeId.plan.documents.$document.$section/route.tsx';
import { loader as take } from '#app/routes/programmes.$programmeId.plan.documents.$document.take.$format/route.tsx';
import { loader as list } from '#app/routes/programmes.$programmeId.plan.documents._index/route.tsx';
import { action as onPlan } from '#app/routes/programmes.$programmeId.plan._index/route.tsx';
import { loader as assessment } from '#app/routes/programmes.$programmeId.needs.assessment._index/route.tsx';
import { auditOf } from '#db/people.ts';
import type { Store } from '#db/store.server.ts';
import { aVoiceInTheTheory } from '../a-voice.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';

// The documents of an authority: arranged, written in, kept, and given to a board with what changed.

let store: Store;
let ours: Borough;
let priya: BrowserOf;
let dan: BrowserOf;
let at: { programmeId: string };

beforeAll(async () => {
  store = await freshStore();
  ours = await makeBorough();
  await aVoiceInTheTheory(ours);
  priya = await BrowserOf.signedIn(ours.priya);
  dan = await BrowserOf.signedIn(ours.dan);
  at = { programmeId: ours.programme.id };
  await priya.post(onPlan, '/x', {}, at);
});
afterAll(() => store.close());

const of = (name: string) => ({ ...at, document: name });
const page = async (name: string, who = priya) =>
  (await who.get(document.loader, '/x', of(name))).data;
const titles = async (name: string) =>
  (await page(name)).document.model.sections.map(({ title }) => title);
const press = (name: string, fields: Record<string, string>, who = priya) =>
  who.post(document.action, '/x', fields, of(name));
const write = (name: string, id: string, fields: Record<string, string>, who = priya) =>
  who.post(section.action, '/x', { intent: 'keep', ...fields }, { ...of(name), section: id });
const file = async (name: string, format: string, query = '') =>
  priya.get(take, `/x${query}`, { ...of(name), format });

test('five documents stand beside one another, and each can be read and taken', async () => {
  const found = (await priya.get(list, '/x', at)).data.documents;
  expect(found.map(({ id }) => id)).toEqual([
    'needs-assessment',
    'self-evaluation',
    'delivery-plan',
    'evaluation',
    'local-plan',
  ]);
  for (const { id } of found) {
    expect((await page(id)).document.model.sections.length).toBeGreaterThan(5);
    expect((await file(id, 'html')).text).toContain('lang="en-GB"');
    expect(JSON.parse((await file(id, 'json')).text)).toMatchObject({
      format: id === 'delivery-plan' ? 'throughline-plan' : `throughline-${id}`,
    });
  }
  expect((await file('evaluation', 'xlsx')).status).toBe(404);
  expect((await file('poem', 'docx')).status).toBe(404);
});

describe('a document', () => {
  test('is put in another order, and leaves out what the authority leaves out, saying so', async () => {
    await press('evaluation', { intent: 'up', section: 'did' });
    expect((await titles('evaluation')).slice(0, 2)).toEqual(['1. What we did', '2. Summary']);
    await press('evaluation', { intent: 'hide', section: 'cost' });
    const model = JSON.stringify((await page('evaluation')).document.model);
    expect(model).toContain('Left out of this document');
    expect(await titles('evaluation')).not.toContain('8. What it cost');
    await press('evaluation', { intent: 'show', section: 'cost' });
    expect(JSON.stringify((await page('evaluation')).document.model)).not.toContain('Left out');
    // The needs assessment stands lower in the house and is arranged in the same way.
    await press('needs-assessment', { intent: 'down', section: 'summary' });
    const { model: first } = (await priya.get(assessment, '/x', at)).data;
    expect(first.sections[1]?.title).toBe('2. Summary');
  });

  test('holds own words with figures of today; a figure that there is none of is refused', async () => {
    const typed = { title: 'In short', before: 'We heard {{answer}}.', after: '', version: '0' };
    const refused = await write('delivery-plan', 'summary', typed);
    expect(refused.status).toBe(422);
    expect(refused.data.problems[0]?.message).toContain('{{answers}}');
    expect(refused.data.typed).toMatchObject(typed);
    const words = 'The plan has {{lines}} lines.\n\n- one\n- two';
    await write('delivery-plan', 'summary', { ...typed, before: words });
    const { model } = (await page('delivery-plan')).document;
    expect(model.sections[0]?.title).toBe('1. In short');
    expect(model.sections[0]?.blocks.slice(1, 3)).toEqual([
      { type: 'paragraph', text: expect.stringMatching(/^The plan has \d+ lines\.$/) as string },
      { type: 'list', items: ['one', 'two'] },
    ]);
  });

  test('shows both where two people wrote at once, and loses neither', async () => {
    const typed = { title: '', before: 'Mine', after: '', version: '0' };
    const late = await write('delivery-plan', 'summary', typed);
    expect(late.status).toBe(409);
    expect(late.data).toMatchObject({ version: 1, typed: { before: 'Mine' } });
    expect(late.data).toMatchObject({
      differences: [{ field: 'Heading' }, { field: 'Words before', yours: 'Mine' }],
    });
  });

  test('has sections of the authority’s own, which can be removed again', async () => {
    const empty = await write('local-plan', 'new', { title: '', before: 'x', version: '0' });
    expect(empty.data.problems).toMatchObject([{ field: 'title' }]);
    await write('local-plan', 'new', { title: 'Foreword', before: 'Dear all', version: '0' });
    const own = (await page('local-plan')).document.sections.find((one) => one.own);
    expect((await titles('local-plan')).at(-1)).toMatch(/Foreword$/);
    await priya.post(
      section.action,
      '/x',
      { intent: 'remove', version: '1' },
      { ...of('local-plan'), section: own?.id ?? '' },
    );
    expect((await titles('local-plan')).at(-1)).not.toMatch(/Foreword$/);
  });

  test('is kept as a version; later files mark what changed since, in words', async () => {
    expect((await press('evaluation', { intent: 'keep-version', name: '' })).status).toBe(422);
    await press('evaluation', { intent: 'keep-version', name: 'For the board' });
    expect((await page('evaluation')).document.since).toBe('version 1');
    const same = (await file('evaluation', 'html', '?changes=yes')).text;
    expect(same).toContain('Nothing has changed since version 1.');
    await write('evaluation', 'learning', {
      title: '',
      before: 'Evenings work.',
      after: '',
      version: '0',
    });
    const now = (await file('evaluation', 'html', '?changes=yes')).text;
    expect(now).toContain('New since version 1');
    expect(now).toContain('Evenings work.');
    expect((await file('evaluation', 'html')).text).not.toContain('since version 1');
    const then = await file('evaluation', 'html', '?version=1');
    expect(then.text).toContain('Version 1: For the board');
    expect(then.text).not.toContain('Evenings work.');
    expect((await file('evaluation', 'html', '?version=9')).status).toBe(404);
  });

  test('is arranged by those who may, read by all, and every change is on the trail', async () => {
    expect((await page('evaluation', dan)).mayArrange.yes).toBe(false);
    expect((await press('evaluation', { intent: 'up', section: 'reach' }, dan)).status).toBe(403);
    const trail = await auditOf(store.read, ours.authorityId, 0, 60);
    for (const action of [
      'document.section-moved',
      'document.section-hidden',
      'document.section-written',
      'document.section-added',
      'document.section-removed',
      'document.version-kept',
      'document.exported',
    ]) {
      expect(trail.map((row) => row.action)).toContain(action);
    }
  });
});
