import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  action as partAction,
  loader as partLoader,
} from '#app/routes/programmes.$programmeId.theory.parts.$partId/route.tsx';
import {
  action as partsAction,
  loader as partsLoader,
} from '#app/routes/programmes.$programmeId.theory.parts._index/route.tsx';
import { loader as pictureLoader } from '#app/routes/programmes.$programmeId.theory.picture/route.tsx';
import { OVERLAYS } from '#app/theory/overlays/overlay.ts';
import { partsOf } from '#app/theory/parts.ts';
import type { Store } from '#db/store.server.ts';
import { BrowserOf } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { begin, startedFrom, theoryNow } from '../theory-begun.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

describe('the parts of a theory and its picture', () => {
  test('are made, filled, looked at one by one, nested and removed; the boxes stay', async () => {
    const begun = await begin();
    const { borough, priya, params, base } = begun;
    await startedFrom(begun, 'reach-and-access');
    const theory = await theoryNow(borough);
    const stamp = (mark: string, sequence: number) => ({
      theoryId: theory.id,
      base: String(sequence),
      mark,
    });

    const nameless = await priya.post(
      partsAction,
      `${base}/parts`,
      { ...stamp('mark-one', theory.sequence), name: ' ', kind: 'strand' },
      params,
    );
    expect(nameless.status).toBe(422);
    // Sent twice, as by an impatient press: one part.
    for (let time = 0; time < 2; time += 1) {
      const made = await priya.post(
        partsAction,
        `${base}/parts`,
        { ...stamp('mark-one', theory.sequence), name: 'Outreach', kind: 'strand', within: '' },
        params,
      );
      expect(made.location).toBe(`${base}/parts/part-mark-one`);
    }
    const partId = 'part-mark-one';
    const at = { ...params, partId };
    const activities = theory.boxes.filter(({ type }) => type === 'activity');
    const first = activities[0]?.id ?? '';
    const { sequence } = await theoryNow(borough);
    const edit = (mark: string, base: number, change: Record<string, string | string[]>) => ({
      ...stamp(mark, base),
      intent: 'edit',
      name: 'Outreach',
      kind: 'strand',
      within: '',
      was: JSON.stringify({ name: 'Outreach', kind: 'strand', within: '' }),
      had: '',
      ...change,
    });
    await priya.post(
      partAction,
      `${base}/parts/${partId}`,
      edit('mark-two', sequence, { boxes: first, name: 'Going out to families' }),
      at,
    );
    const filled = await theoryNow(borough);
    expect(filled.boxes.find(({ id }) => id === first)?.more['part']).toBe(partId);
    const [part] = partsOf(filled);
    expect(part).toMatchObject({ id: partId, name: 'Going out to families', depth: 0 });

    // On a page of before, with another name than it has by now: both are put before this person.
    const late = await priya.post(
      partAction,
      `${base}/parts/${partId}`,
      edit('mark-late', sequence, { boxes: first, name: 'Everybody out' }),
      at,
    );
    expect(late.data).toMatchObject({
      conflicts: [{ theirs: 'Going out to families', yours: 'Everybody out' }],
    });

    const itself = await priya.post(
      partAction,
      `${base}/parts/${partId}`,
      edit('mark-three', filled.sequence, { within: partId, had: first, boxes: first }),
      at,
    );
    expect(itself.status).toBe(422);

    const whole = await priya.get(pictureLoader, `${base}/picture`, params);
    const view = await priya.get(pictureLoader, `${base}/picture?part=${partId}`, params);
    expect(view.data.boxes).toBeLessThan(whole.data.boxes);
    const rows = await priya.get(pictureLoader, `${base}/picture?as=rows`, params);
    expect(rows.data.svg).toContain('Going out to families');
    const boxes = await priya.get(pictureLoader, `${base}/picture?as=boxes`, params);
    expect(boxes.data.svg).toContain('Going out to families (1');

    const seen = await priya.get(partLoader, `${base}/parts/${partId}`, at);
    expect(seen.data.part.name).toBe('Going out to families');
    await priya.post(
      partAction,
      `${base}/parts/${partId}`,
      { ...stamp('mark-four', filled.sequence), intent: 'remove' },
      at,
    );
    const after = await theoryNow(borough);
    expect(partsOf(after)).toEqual([]);
    expect(after.boxes.map(({ id }) => id).sort()).toEqual(theory.boxes.map(({ id }) => id).sort());
    expect((await priya.get(partLoader, `${base}/parts/${partId}`, at)).status).toBe(404);
  });

  test('every overlay is drawn and read by anybody on the staff, who may not change parts', async () => {
    const begun = await begin();
    const { params, base } = begun;
    const tom = await BrowserOf.signedIn(begun.borough.tom);
    await startedFrom(begun, 'early-language');
    for (const overlay of [...OVERLAYS, 'nonsense']) {
      const { status, data } = await tom.get(
        pictureLoader,
        `${base}/picture?overlay=${overlay}&part=gone`,
        params,
      );
      expect(status).toBe(200);
      expect(data.shown.overlay).toBe(overlay === 'nonsense' ? null : overlay);
      if (overlay === 'evidence') expect(data.rows.length).toBeGreaterThan(0);
    }
    const parts = await tom.get(partsLoader, `${base}/parts`, params);
    expect(parts.data.readOnly).toMatch(/administrator/);
    const made = await tom.post(partsAction, `${base}/parts`, { name: 'X' }, params);
    expect(made.status).toBe(403);
  });
});
