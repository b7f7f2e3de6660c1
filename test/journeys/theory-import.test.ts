import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loader as exportLoader } from '#app/routes/programmes.$programmeId.theory.export.$format/route.ts';
import { action as importAction } from '#app/routes/programmes.$programmeId.theory.import/route.tsx';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { fromJson } from '#app/theory/formats/json.ts';
import { emptyTheory, type Theory } from '#app/theory/graph.ts';
import { importTheory } from '#app/theory/import-theory.server.ts';
import { takeBack } from '#app/theory/take-back.server.ts';
import { newId } from '#db/ids.ts';
import type { Store } from '#db/store.server.ts';
import { tiesInto } from '#db/thread.ts';
import { starterTheories } from '#templates/theories/index.ts';
import { freshStore } from '../fresh-store.ts';
import { begin, startedFrom, theoryNow } from '../theory-begun.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

describe('bringing in a printed table', () => {
  const table = [
    'Aim: Every family can find help early,Long-term outcomes,Activities,Milestones',
    ',Children are ready for school,Open at weekends,By May',
    ',Parents feel less alone,Train peer supporters,',
    ',Our ultimate goal,What we need to do,',
  ].join('\n');

  test('shows what was read, takes the columns as a person means them, and draws no links', async () => {
    const begun = await begin();
    const { priya, base, params, borough } = begun;
    await startedFrom(begun, 'blank');
    const url = `${base}/import`;
    const file = new File([table], 'our_theory.csv', { type: 'text/csv' });
    const read = await priya.post(importAction, url, { intent: 'read', file }, params);
    if (!('preview' in read.data)) throw new Error('No preview');
    const { preview } = read.data;
    expect(preview.title).toBe('Our theory');
    expect(preview.boxes).toHaveLength(5);
    expect(preview.links).toEqual([]);
    expect(preview.notes.join(' ')).toMatch(/draws no links/);
    expect((await theoryNow(borough)).boxes).toEqual([]);

    const fields = {
      intent: 'bring',
      content: preview.content,
      title: 'Brought in',
      'column-0': 'aim',
      'column-1': 'longTermOutcome',
      'column-2': 'activity',
      'column-3': 'output',
    };
    const came = await priya.post(importAction, url, fields, params);
    expect(came.location).toBe(base);
    const { boxes, links } = await theoryNow(borough);
    expect(boxes.map(({ type }) => type).sort()).toEqual([
      'activity',
      'activity',
      'aim',
      'longTermOutcome',
      'longTermOutcome',
      'output',
    ]);
    expect(links).toEqual([]);
  });

  test('a file that is no theory is refused with what to do, and changes nothing', async () => {
    const begun = await begin();
    await startedFrom(begun, 'needs');
    const file = new File(['{"columns": []}'], 'x.json');
    const came = await begun.priya.post(
      importAction,
      `${begun.base}/import`,
      { intent: 'read', file },
      begun.params,
    );
    expect(came.status).toBe(422);
    expect(came.data.problems[0]?.message).toMatch(/holds no theory of change/);
    expect((await theoryNow(begun.borough)).boxes).toHaveLength(2);
  });

  test('an exported theory comes back whole, with its ties to needs, in place of the old', async () => {
    const begun = await begin();
    const { priya, base, params, borough, needIds } = begun;
    const before = await startedFrom(begun, 'reach-and-access');
    const exported = await priya.get(exportLoader, `${base}/export/json`, {
      ...params,
      format: 'json',
    });
    const fields = {
      intent: 'bring',
      content: JSON.stringify(exported.text),
      title: 'x',
      meeting: 'replace',
    };
    await priya.post(importAction, `${base}/import`, fields, params);
    const after = await theoryNow(borough);
    const words = ({ boxes }: Theory) => boxes.map(({ type, label }) => `${type} ${label}`).sort();
    expect(words(after)).toEqual(words(before));
    expect(after.links).toHaveLength(before.links.length);
    const ties = await tiesInto(
      store.read,
      borough.authorityId,
      'box',
      after.boxes.map(({ id }) => id),
    );
    expect(new Set(ties.map(({ fromId }) => fromId))).toEqual(new Set(needIds));
  });
});

describe('all of a file comes in, or none of it', () => {
  const boxes = (count: number, more = {}) =>
    Array.from({ length: count }, (_, index) => ({
      id: `b${index}`,
      type: 'activity',
      label: `Box ${index}`,
      more,
    }));
  const bring = ({ priya, base, params }: Awaited<ReturnType<typeof begin>>, document: object) =>
    priya.post(
      importAction,
      `${base}/import`,
      { intent: 'bring', content: JSON.stringify(JSON.stringify(document)), title: 'x' },
      params,
    );
  const ours = (nodes: object[], more = {}) => ({
    format: 'throughline-theory',
    version: 1,
    title: 'Ours',
    nodes,
    links: [],
    ...more,
  });

  test('a file of more than a theory holds is refused, and says how many it has', async () => {
    const begun = await begin();
    const came = await bring(begun, ours(boxes(1_500)));
    expect(came.status).toBe(422);
    expect(came.data.problems[0]?.message).toMatch(/1500 boxes, and a theory holds 1000 at most/);
  });

  test('what does not fit beside what is there changes nothing, and says why', async () => {
    const begun = await begin();
    await startedFrom(begun, 'needs');
    const before = await theoryNow(begun.borough);
    const content = fromJson(JSON.stringify(ours(boxes(999))), 'x');
    if (!content.ok) throw new Error(JSON.stringify(content.problems));
    const { priya, programme } = begun.borough;
    await expect(importTheory(priya, programme.id, content.theory, 'add')).rejects.toThrow(
      'Nothing was brought in. Delete a box first: 1000 is the most.',
    );
    expect(await theoryNow(begun.borough)).toEqual(before);
  });

  test('nothing is stored that nobody could have sent, also when a theory begins with it', async () => {
    const begun = await begin();
    const { priya, programme } = begun.borough;
    const [box] = starterTheories[0]?.theory.boxes ?? [];
    if (box === undefined) throw new Error('There is no starter');
    const theory = { ...emptyTheory('', 'Ours'), boxes: [{ ...box, x: 1e300, y: 0 }] };
    await expect(importTheory(priya, programme.id, theory, 'add')).rejects.toThrow(/box\.x/);
    await expect(theoryNow(begun.borough)).rejects.toThrow('There is no theory');
  });

  test('facts with names of other programs come in under names that can be taken back', async () => {
    const begun = await begin();
    await bring(begun, ours([...boxes(1, { 'Lead Org': 'Health visiting' })]));
    const { theory, priya, programme } = {
      ...begun.borough,
      theory: await theoryNow(begun.borough),
    };
    expect(theory.boxes[0]?.more).toEqual({ leadOrg: 'Health visiting' });
    await applyOperations(priya, programme.id, {
      theoryId: theory.id,
      baseSequence: theory.sequence,
      sent: [
        { clientOpId: newId(), operation: { kind: 'removeBox', id: theory.boxes[0]?.id ?? '' } },
      ],
    });
    await takeBack(priya, programme.id, theory.id);
    expect((await theoryNow(begun.borough)).boxes).toEqual(theory.boxes);
  });
});
