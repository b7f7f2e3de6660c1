import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loader as exportLoader } from '#app/routes/programmes.$programmeId.theory.export.$format/route.ts';
import {
  action as operationsAction,
  loader as operationsLoader,
} from '#app/routes/programmes.$programmeId.theory.operations/route.ts';
import {
  action as outlineAction,
  loader as outlineLoader,
} from '#app/routes/programmes.$programmeId.theory.outline._index/route.tsx';
import { loader as addLoader } from '#app/routes/programmes.$programmeId.theory.outline.add/route.tsx';
import {
  action as boxAction,
  loader as boxLoader,
} from '#app/routes/programmes.$programmeId.theory.outline.boxes.$boxId/route.tsx';
import { loader as linkLoader } from '#app/routes/programmes.$programmeId.theory.outline.links.$linkId/route.tsx';
import type { Reply } from '#app/theory/editing.ts';
import { type Box, type Theory } from '#app/theory/graph.ts';
import type { Operation } from '#app/theory/operations.ts';
import { newId } from '#db/ids.ts';
import type { Store } from '#db/store.server.ts';
import { operationsSince } from '#db/theory.ts';
import { freshStore } from '../fresh-store.ts';
import { begin, formOf, stamp, startedFrom, theoryNow, type Begun } from '../theory-begun.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

describe('two people at once', () => {
  test('on different fields: both are kept, and nobody is asked', async () => {
    const begun = await begin();
    const { priya, asha, base, params, borough } = begun;
    const seen = await startedFrom(begun, 'needs');
    const box = seen.boxes[0] as Box;
    const at = { ...params, boxId: box.id };
    const url = `${base}/outline/boxes/${box.id}`;
    await priya.post(boxAction, url, formOf(seen, box, { label: 'Priya’s words' }), at);
    const came = await asha.post(
      boxAction,
      url,
      formOf(seen, box, { detail: 'Asha’s detail' }),
      at,
    );
    expect(came.status).toBe(302);
    const after = (await theoryNow(borough)).boxes.find(({ id }) => id === box.id);
    expect(after).toMatchObject({ label: 'Priya’s words', detail: 'Asha’s detail' });
  });

  test('on the same words: both values are shown, the rest is saved, and the choice is obeyed', async () => {
    const begun = await begin();
    const { priya, asha, base, params, borough } = begun;
    const seen = await startedFrom(begun, 'needs');
    const box = seen.boxes[0] as Box;
    const at = { ...params, boxId: box.id };
    const url = `${base}/outline/boxes/${box.id}`;
    await priya.post(boxAction, url, formOf(seen, box, { label: 'Priya’s words' }), at);
    const change = { label: 'Asha’s words', detail: 'Asha’s detail' };
    const came = await asha.post(boxAction, url, formOf(seen, box, change), at);
    const conflicts = 'conflicts' in came.data ? came.data.conflicts : [];
    expect(conflicts).toMatchObject([
      { theirs: 'Priya’s words', yours: 'Asha’s words', by: 'Priya Shah' },
    ]);
    expect((await theoryNow(borough)).boxes.find(({ id }) => id === box.id)).toMatchObject({
      label: 'Priya’s words',
      detail: 'Asha’s detail',
    });
    const choice = {
      intent: 'settle',
      ...stamp(await theoryNow(borough)),
      'choice-0': JSON.stringify(conflicts[0]?.insist),
    };
    await asha.post(boxAction, url, choice, at);
    const after = (await theoryNow(borough)).boxes.find(({ id }) => id === box.id);
    expect(after?.label).toBe('Asha’s words');
  });

  test('one deletes what the other is changing: the page still shows it and can put it back', async () => {
    const begun = await begin();
    const { priya, asha, base, params, borough } = begun;
    const seen = await startedFrom(begun, 'needs');
    const box = seen.boxes[0] as Box;
    const at = { ...params, boxId: box.id };
    const url = `${base}/outline/boxes/${box.id}`;
    await priya.post(boxAction, url, { intent: 'remove', ...stamp(seen) }, at);
    const came = await asha.post(boxAction, url, formOf(seen, box, { label: 'Asha’s words' }), at);
    const conflicts = 'conflicts' in came.data ? came.data.conflicts : [];
    expect(conflicts).toMatchObject([{ theirs: null, yours: 'Asha’s words', by: 'Priya Shah' }]);
    const page = await asha.get(boxLoader, url, at);
    expect(page.data.removed?.by).toBe('Priya Shah');
    const choice = {
      intent: 'settle',
      ...stamp(await theoryNow(borough)),
      'choice-0': JSON.stringify(conflicts[0]?.insist),
    };
    await asha.post(boxAction, url, choice, at);
    const after = (await theoryNow(borough)).boxes.find(({ id }) => id === box.id);
    expect(after?.label).toBe('Asha’s words');
  });

  test('fifteen saves at the same moment: each is applied once, in one order', async () => {
    const begun = await begin();
    const { priya, asha, base, params, borough } = begun;
    const theory = await startedFrom(begun, 'blank');
    const saving = Array.from({ length: 15 }, (_, index) => {
      const box = {
        id: newId(),
        type: 'output',
        label: `Box ${index}`,
        detail: '',
        more: {},
        x: null,
        y: null,
        position: index,
      };
      const operations = JSON.stringify([
        { clientOpId: newId(), operation: { kind: 'addBox', box } },
      ]);
      const fields = { theoryId: theory.id, base: '0', operations };
      const who = index % 2 === 0 ? priya : asha;
      // No more, because each waits for its turn with a connection in hand, for five seconds at the most.
      // Each is sent twice, as a browser does when the answer is lost.
      return [0, 1].map(() => who.post(operationsAction, `${base}/operations`, fields, params));
    });
    const replies = await Promise.all(saving.flat());
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    const after = await theoryNow(borough);
    expect(after.boxes).toHaveLength(15);
    expect(after.sequence).toBe(15);
    const history = await operationsSince(store.read, borough.authorityId, theory.id, 0);
    expect(history.map(({ sequence }) => sequence)).toEqual(history.map((_, index) => index + 1));
  });
});

describe('the canvas’s saving', () => {
  async function send(begun: Begun, theory: Theory, operations: Operation[]): Promise<Reply> {
    const sent = operations.map((operation) => ({ clientOpId: newId(), operation }));
    const fields = {
      theoryId: theory.id,
      base: String(theory.sequence),
      operations: JSON.stringify(sent),
    };
    const came = await begun.priya.post(
      operationsAction,
      `${begun.base}/operations`,
      fields,
      begun.params,
    );
    expect(came.status).toBe(200);
    return JSON.parse(came.text) as Reply;
  }

  test('answers with what is new, and tells an open page what others did', async () => {
    const begun = await begin();
    const theory = await startedFrom(begun, 'needs');
    const box = theory.boxes[0] as Box;
    const edit: Operation = {
      kind: 'editBox',
      id: box.id,
      field: 'label',
      from: box.label,
      to: 'New',
    };
    const reply = await send(begun, theory, [edit]);
    expect(reply.steps).toMatchObject([{ sequence: theory.sequence + 1, operation: edit }]);
    const asked = await begun.dan.get(
      operationsLoader,
      `${begun.base}/operations?theory=${theory.id}&since=${theory.sequence}`,
      begun.params,
    );
    expect(JSON.parse(asked.text)).toMatchObject({ steps: [{ personName: 'Priya Shah' }] });
  });

  test('takes the rest where a text is too long, and names what it did not take', async () => {
    const begun = await begin();
    const theory = await startedFrom(begun, 'needs');
    const [box] = theory.boxes as [Box];
    const edit = (field: 'label' | 'detail', from: string, to: string): Operation => ({
      ...{ kind: 'editBox', id: box.id, field, from, to },
    });
    const long = 'Families told us '.repeat(400);
    const operations = [
      edit('detail', box.detail, long),
      edit('label', box.label, 'Kept'),
      edit('detail', long, 'Families told us so'),
      { kind: 'nobody knows' } as unknown as Operation,
    ];
    const reply = await send(begun, theory, operations);
    expect(reply.refused.map(({ message }) => message)).toEqual([
      'Not saved: “Families told us Families told us Famili…”. Write it again in 5000 characters or fewer.',
      'A change could not be read, so it is not saved. Load the page again, then make it again.',
    ]);
    expect([reply.settled.length, reply.conflicts]).toEqual([2, []]);
    const after = (await theoryNow(begun.borough)).boxes.find(({ id }) => id === box.id);
    expect(after).toMatchObject({ label: 'Kept', detail: 'Families told us so' });
  });

  test('refuses what is malformed and what names a need of nobody’s', async () => {
    const begun = await begin();
    const theory = await startedFrom(begun, 'blank');
    const bad = { theoryId: theory.id, base: '0', operations: '[{"operation":{}}]' };
    const came = await begun.priya.post(
      operationsAction,
      `${begun.base}/operations`,
      bad,
      begun.params,
    );
    expect(came.status).toBe(422);
    const box = {
      id: newId(),
      type: 'need' as const,
      label: 'Mine',
      detail: '',
      more: { needId: newId() },
      x: null,
      y: null,
      position: 1,
    };
    const reply = await send(begun, theory, [{ kind: 'addBox', box }]);
    expect(reply.refused).toMatchObject([
      { message: expect.stringMatching(/not in the register/) as string },
    ]);
    expect((await theoryNow(begun.borough)).boxes).toEqual([]);
  });

  test('a state that is not there, too much at once and a form of nobody’s are refused with words', async () => {
    const begun = await begin();
    const theory = await startedFrom(begun, 'blank');
    const url = `${begun.base}/operations`;
    const box = {
      id: newId(),
      type: 'output',
      label: 'Kept',
      detail: '',
      more: {},
      x: null,
      y: null,
      position: 1,
    };
    const one = { clientOpId: newId(), operation: { kind: 'addBox', box } };
    const fields = (base: number, operations: unknown) => ({
      theoryId: theory.id,
      base: String(base),
      operations: JSON.stringify(operations),
    });
    const post = (form: Record<string, string>) =>
      begun.priya.post(operationsAction, url, form, begun.params);
    const ahead = await post(fields(theory.sequence + 1, [one]));
    expect(ahead.status).toBe(409);
    expect(ahead.text).toMatch(/^This theory was put back to an earlier state\./);
    const many = await post(fields(theory.sequence, Array(5_001).fill(one)));
    expect(many.status).toBe(422);
    expect(many.text).toContain('These are too many changes at once. Make them in several steps.');
    const long = await post({ ...fields(theory.sequence, []), operations: 'x'.repeat(4_000_001) });
    expect([long.status, long.text]).toEqual([422, expect.stringContaining('too many changes')]);
    const form = new FormData();
    const named = Object.entries(fields(theory.sequence, [one]));
    for (const [name, value] of named) form.set(name, value);
    const request = begun.priya.request(url, { method: 'POST', body: form });
    const bare = operationsAction({ request, params: begun.params, context: {} });
    await expect(bare).rejects.toMatchObject({ status: 403 });
    expect((await theoryNow(begun.borough)).boxes).toEqual([]);
    // The same twice in one sending counts once.
    expect((await post(fields(theory.sequence, [one, one]))).status).toBe(200);
    expect((await theoryNow(begun.borough)).boxes).toHaveLength(1);
  });

  test('a box cannot be taken over from another theory by its id', async () => {
    const [one, two] = [await begin(), await begin()];
    const theirs = await startedFrom(one, 'needs');
    const theory = await startedFrom(two, 'blank');
    const box = { ...(theirs.boxes[0] as Box), label: 'Taken', more: {} };
    const sent = JSON.stringify([{ clientOpId: newId(), operation: { kind: 'addBox', box } }]);
    const fields = { theoryId: theory.id, base: '0', operations: sent };
    const came = await two.priya.post(
      operationsAction,
      `${two.base}/operations`,
      fields,
      two.params,
    );
    expect(came.status).toBe(409);
    expect((await theoryNow(one.borough)).boxes[0]?.label).toBe(theirs.boxes[0]?.label);
    expect((await theoryNow(two.borough)).boxes).toEqual([]);
  });
});

describe('who may', () => {
  test('a partner reads, is told why no more, and changes nothing by hand', async () => {
    const begun = await begin();
    const { dan, base, params, borough } = begun;
    const theory = await startedFrom(begun, 'needs');
    const page = await dan.get(outlineLoader, `${base}/outline`, params);
    expect(page.data.readOnly).toMatch(/^Only an administrator or a strategic lead can/);
    const box = theory.boxes[0] as Box;
    const at = { ...params, boxId: box.id };
    const tries = [
      await dan.get(boxLoader, `${base}/outline/boxes/${box.id}`, at),
      await dan.post(
        boxAction,
        `${base}/outline/boxes/${box.id}`,
        formOf(theory, box, { label: 'No' }),
        at,
      ),
      await dan.post(
        operationsAction,
        `${base}/operations`,
        { theoryId: theory.id, base: '0', operations: '[]' },
        params,
      ),
      await dan.post(
        outlineAction,
        `${base}/outline`,
        { intent: 'take-back', theoryId: theory.id },
        params,
      ),
    ];
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect((await theoryNow(borough)).boxes[0]?.label).toBe(box.label);
  });

  test('a theory of another authority is not found, by whatever address', async () => {
    const [ours, theirs] = [await begin(), await begin()];
    const theory = await startedFrom(theirs, 'needs');
    await startedFrom(ours, 'needs');
    const box = theory.boxes[0] as Box;
    const { priya } = ours;
    const tries = [
      await priya.get(outlineLoader, `${theirs.base}/outline`, theirs.params),
      await priya.get(addLoader, `${theirs.base}/outline/add`, theirs.params),
      await priya.get(boxLoader, `${ours.base}/outline/boxes/${box.id}`, {
        ...ours.params,
        boxId: box.id,
      }),
      await priya.get(linkLoader, `${ours.base}/outline/links/${box.id}`, {
        ...ours.params,
        linkId: box.id,
      }),
      await priya.get(exportLoader, `${theirs.base}/export/json`, {
        ...theirs.params,
        format: 'json',
      }),
      await priya.get(operationsLoader, `${ours.base}/operations?theory=${theory.id}`, ours.params),
      await priya.post(
        operationsAction,
        `${ours.base}/operations`,
        { theoryId: theory.id, base: '0', operations: '[]' },
        ours.params,
      ),
      await priya.post(
        outlineAction,
        `${ours.base}/outline`,
        { intent: 'take-back', theoryId: theory.id },
        ours.params,
      ),
      await priya.post(
        outlineAction,
        `${ours.base}/outline`,
        { intent: 'add-need', needId: theirs.needIds[0] ?? '' },
        ours.params,
      ),
    ];
    expect(tries.map(({ status }) => status)).toEqual(tries.map(() => 404));
  });
});
