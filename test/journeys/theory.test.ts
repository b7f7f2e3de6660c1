import { loader as canvasLoader } from '#app/routes/programmes.$programmeId.theory._index/route.tsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loader as exportLoader } from '#app/routes/programmes.$programmeId.theory.export.$format/route.ts';
import {
  action as outlineAction,
  loader as outlineLoader,
} from '#app/routes/programmes.$programmeId.theory.outline._index/route.tsx';
import { action as addAction } from '#app/routes/programmes.$programmeId.theory.outline.add/route.tsx';
import { action as boxAction } from '#app/routes/programmes.$programmeId.theory.outline.boxes.$boxId/route.tsx';
import { action as linkAction } from '#app/routes/programmes.$programmeId.theory.outline.links.$linkId/route.tsx';
import { loader as pictureLoader } from '#app/routes/programmes.$programmeId.theory.picture/route.tsx';
import {
  action as startAction,
  loader as startLoader,
} from '#app/routes/programmes.$programmeId.theory.start/route.tsx';
import { loader as tableLoader } from '#app/routes/programmes.$programmeId.theory.table._index/route.tsx';
import { loader as threadLoader } from '#app/routes/programmes.$programmeId.thread.$kind.$objectId/route.tsx';
import { column, type Box } from '#app/theory/graph.ts';
import type { Store } from '#db/store.server.ts';
import { lineCounts } from '#db/programme.ts';
import { tiesInto, tiesOutOf } from '#db/thread.ts';
import { freshStore } from '../fresh-store.ts';
import { begin, formOf, stamp, startedFrom, theoryNow } from '../theory-begun.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

describe('starting a theory', () => {
  test('from the register gives a box a need, tied to it', async () => {
    const begun = await begin();
    const { borough, priya, params, base, needIds } = begun;
    const page = await priya.get(startLoader, `${base}/start`, params);
    expect(page.data.needs).toBe(2);
    const theory = await startedFrom(begun, 'needs');
    expect(column(theory, 'need').map(({ label }) => label)).toEqual([
      'Fathers cannot come before 6pm',
      'Toddlers wait a year for therapy',
    ]);
    const boxIds = theory.boxes.map(({ id }) => id);
    const ties = await tiesInto(store.read, borough.authorityId, 'box', boxIds);
    expect(new Set(ties.map(({ fromId }) => fromId))).toEqual(new Set(needIds));
    expect(ties.map(({ wordsThen }) => wordsThen)).toContain('Fathers cannot come before 6pm');
  });

  test('from a starter gives its boxes and reasons, and the needs', async () => {
    const theory = await startedFrom(await begin(), 'reach-and-access');
    expect(theory.boxes.filter(({ type }) => type === 'need')).toHaveLength(2);
    expect(theory.boxes.length).toBeGreaterThan(20);
    expect(theory.links.every(({ reason }) => reason !== '')).toBe(true);
  });

  test('happens once: the second who tries is told', async () => {
    const begun = await begin();
    await startedFrom(begun, 'blank');
    const again = await begun.asha.post(
      startAction,
      `${begun.base}/start`,
      { title: 'Another', begin: 'blank' },
      begun.params,
    );
    expect([again.status, again.text]).toEqual([
      409,
      expect.stringMatching(/started the theory already/),
    ]);
    const page = await begun.asha.get(startLoader, `${begun.base}/start`, begun.params);
    expect(page.location).toBe(begun.base);
  });

  test('the canvas sends to the start while there is none, and then gives the theory', async () => {
    const begun = await begin();
    const none = await begun.dan.get(canvasLoader, begun.base, begun.params);
    expect(none.location).toBe(`${begun.base}/start`);
    await startedFrom(begun, 'needs');
    const page = await begun.dan.get(canvasLoader, begun.base, begun.params);
    expect(page.data).toMatchObject({
      theory: { title: 'How the hubs help', boxes: [{ type: 'need' }, { type: 'need' }] },
      stage: 'draft',
      readOnly: expect.stringMatching(/^Only an administrator or a strategic lead/) as string,
    });
  });

  test('without a choice keeps what was typed and says what to do', async () => {
    const { priya, base, params } = await begin();
    const came = await priya.post(startAction, `${base}/start`, { title: '' }, params);
    expect(came.status).toBe(422);
    expect(came.data.problems.map(({ message }) => message)).toEqual([
      'Enter a title',
      'Choose what to begin with',
    ]);
  });
});

describe('the outline, without any script', () => {
  test('adds a box with its first link and the reason', async () => {
    const begun = await begin();
    const { priya, base, params, borough } = begun;
    const theory = await startedFrom(begun, 'needs');
    const need = theory.boxes[0] as Box;
    const fields = {
      ...stamp(theory),
      type: 'activity',
      label: 'Open two hubs on Thursday evenings',
      leadsTo: need.id,
      reason: 'They are at work until six',
    };
    const came = await priya.post(addAction, `${base}/outline/add`, fields, params);
    expect(came.location).toBe(`${base}/outline#box-${fields.mark}`);
    const after = await theoryNow(borough);
    expect(after.boxes.find(({ type }) => type === 'activity')?.label).toBe(fields.label);
    expect(after.links).toMatchObject([
      { kind: 'addresses', source: need.id, reason: 'They are at work until six' },
    ]);
  });

  test('pressing the button twice adds one box', async () => {
    const begun = await begin();
    const theory = await startedFrom(begun, 'blank');
    const fields = { ...stamp(theory), type: 'impact', label: 'Children thrive' };
    await begun.priya.post(addAction, `${begun.base}/outline/add`, fields, begun.params);
    await begun.priya.post(addAction, `${begun.base}/outline/add`, fields, begun.params);
    expect((await theoryNow(begun.borough)).boxes).toHaveLength(1);
  });

  test('edits, links, gives a reason, moves, deletes and takes back', async () => {
    const begun = await begin();
    const { priya, base, params, borough } = begun;
    let theory = await startedFrom(begun, 'needs');
    const [first, second] = theory.boxes as [Box, Box];
    const at = (box: Box) => ({ ...params, boxId: box.id });
    const url = (box: Box) => `${base}/outline/boxes/${box.id}`;

    await priya.post(
      boxAction,
      url(first),
      formOf(theory, first, { detail: 'Many work' }),
      at(first),
    );
    theory = await theoryNow(borough);
    expect(theory.boxes[0]?.detail).toBe('Many work');

    await priya.post(boxAction, url(second), { intent: 'up', ...stamp(theory) }, at(second));
    theory = await theoryNow(borough);
    const [one, two] = theory.boxes.toSorted((a, b) => a.position - b.position);
    expect([one?.id, two?.id]).toEqual([second.id, first.id]);

    const linking = { intent: 'link', ...stamp(theory), other: second.id, direction: 'to' };
    await priya.post(boxAction, url(first), linking, at(first));
    theory = await theoryNow(borough);
    const linkId = theory.links[0]?.id ?? '';
    const reason = {
      intent: 'edit',
      ...stamp(theory),
      reason: 'One worry feeds the other',
      was: JSON.stringify({ reason: '' }),
    };
    const linkUrl = `${base}/outline/links/${linkId}`;
    await priya.post(linkAction, linkUrl, reason, { ...params, linkId });
    theory = await theoryNow(borough);
    expect(theory.links[0]?.reason).toBe('One worry feeds the other');

    await priya.post(boxAction, url(first), { intent: 'remove', ...stamp(theory) }, at(first));
    expect(await theoryNow(borough)).toMatchObject({ boxes: [{ id: second.id }], links: [] });
    const { authorityId, programme } = borough;
    const needId = first.more['needId'] ?? '';
    expect(await tiesOutOf(store.read, authorityId, 'need', [needId])).toEqual([]);
    expect(await lineCounts(store.read, authorityId, programme.id)).toMatchObject({
      needsWithoutBox: 1,
    });
    const need = { ...params, kind: 'need', objectId: needId };
    const thread = await priya.get(threadLoader, '/x', need);
    expect(thread.data).toMatchObject({ seen: { trace: { downstream: [], stale: 0 } } });

    const back = { intent: 'take-back', theoryId: theory.id };
    await priya.post(outlineAction, `${base}/outline`, back, params);
    theory = await theoryNow(borough);
    expect(theory.boxes).toHaveLength(2);
    expect(theory.links[0]?.reason).toBe('One worry feeds the other');
    expect(await tiesInto(store.read, authorityId, 'box', [first.id])).toHaveLength(1);
    expect(await tiesOutOf(store.read, authorityId, 'need', [needId])).toHaveLength(1);
  });

  test('puts a need of the register in, once', async () => {
    const begun = await begin();
    const { priya, base, params, borough, needIds } = begun;
    await startedFrom(begun, 'blank');
    const page = await priya.get(outlineLoader, `${base}/outline`, params);
    expect(page.data.waiting.map(({ id }) => id)).toEqual(needIds);
    const fields = { intent: 'add-need', needId: needIds[0] ?? '' };
    await priya.post(outlineAction, `${base}/outline`, fields, params);
    await priya.post(outlineAction, `${base}/outline`, fields, params);
    const { boxes } = await theoryNow(borough);
    expect(boxes).toMatchObject([{ type: 'need', more: { needId: needIds[0] } }]);
  });

  test('says what is wrong beside the field and keeps what was typed', async () => {
    const begun = await begin();
    const { priya, base, params } = begun;
    const theory = await startedFrom(begun, 'needs');
    const box = theory.boxes[0] as Box;
    const came = await priya.post(
      boxAction,
      `${base}/outline/boxes/${box.id}`,
      formOf(theory, box, { label: ' ', detail: 'Still here' }),
      { ...params, boxId: box.id },
    );
    expect(came.status).toBe(422);
    expect(came.data).toMatchObject({
      problems: [{ field: 'label', message: 'Enter what the box says' }],
      typed: { detail: 'Still here' },
    });
  });

  test('shows the coach, the table, the picture and files of the same theory', async () => {
    const begun = await begin();
    const { dan, base, params } = begun;
    await startedFrom(begun, 'reach-and-access');
    const outline = await dan.get(outlineLoader, `${base}/outline`, params);
    expect(outline.data.sorted.open.map(({ id }) => id)).toContain('TOC-N01');
    const table = await dan.get(tableLoader, `${base}/table`, params);
    expect(table.data.rows).toHaveLength(30);
    const picture = await dan.get(pictureLoader, `${base}/picture`, params);
    expect(picture.data.svg).toMatch(/^<svg/);
    for (const [format, start] of Object.entries({
      json: '{',
      csv: 'record',
      mermaid: 'flow',
      svg: '<svg',
      text: '# How',
      png: '\uFFFDPNG',
    })) {
      const file = await dan.get(exportLoader, `${base}/export/${format}`, { ...params, format });
      expect(file.text.slice(0, start.length), format).toBe(start);
      expect(file.response?.headers.get('content-disposition')).toMatch(
        /^attachment; filename="[a-z.-]+"$/,
      );
    }
    const none = await dan.get(exportLoader, `${base}/export/exe`, { ...params, format: 'exe' });
    expect(none.status).toBe(404);
  });
});
