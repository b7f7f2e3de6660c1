import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  action as checksAction,
  loader as checksLoader,
} from '#app/routes/programmes.$programmeId.theory.checks/route.tsx';
import { loader as outlineLoader } from '#app/routes/programmes.$programmeId.theory.outline._index/route.tsx';
import { action as boxAction } from '#app/routes/programmes.$programmeId.theory.outline.boxes.$boxId/route.tsx';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import type { Store } from '#db/store.server.ts';
import { freshStore } from '../fresh-store.ts';
import { begin, formOf, startedFrom, theoryNow } from '../theory-begun.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const NOTHING_ANSWERS = 'TOC-N01';

describe('what the checks say', () => {
  test('is let stand with a reason, by name, until the words change; and asked again', async () => {
    const begun = await begin();
    const { priya, params, base } = begun;
    await startedFrom(begun, 'reach-and-access');
    const sortedNow = async () => {
      const { data } = await priya.get(checksLoader, `${base}/checks`, params);
      return data.sorted;
    };
    const before = await sortedNow();
    const finding = before.open.find(({ id }) => id === NOTHING_ANSWERS);
    expect(finding).toBeDefined();
    const key = finding?.key ?? '';

    const nothing = await priya.post(
      checksAction,
      `${base}/checks?accept=${key}`,
      { intent: 'accept', key, because: ' ' },
      params,
    );
    expect(nothing.status).toBe(422);
    const because = 'The board decides in June';
    await priya.post(checksAction, `${base}/checks`, { intent: 'accept', key, because }, params);
    const after = await sortedNow();
    expect(after.open.map((one) => one.key)).not.toContain(key);
    expect(after.accepted.map(({ accepted }) => [accepted.by, accepted.because])).toEqual([
      [begun.borough.priya.name, because],
    ]);
    const outline = await priya.get(outlineLoader, `${base}/outline`, params);
    expect(outline.data.sorted.open.map((one) => one.key)).not.toContain(key);

    const theory = await theoryNow(begun.borough);
    const box = theory.boxes.find(({ id }) => id === finding?.targets[0]);
    if (!box) throw new Error('The finding is about no box.');
    await priya.post(
      boxAction,
      `${base}/outline/boxes/${box.id}`,
      formOf(theory, box, { label: 'Fathers who work late cannot come' }),
      { ...params, boxId: box.id },
    );
    const changed = await sortedNow();
    expect(changed.open.map((one) => one.key)).toContain(key);
    expect(changed.accepted).toEqual([]);

    await priya.post(checksAction, `${base}/checks`, { intent: 'accept', key, because }, params);
    await priya.post(checksAction, `${base}/checks`, { intent: 'ask-again', key }, params);
    expect((await sortedNow()).open.map((one) => one.key)).toContain(key);
  });

  test('cannot be let stand when it is not said, nor by who may only read', async () => {
    const begun = await begin();
    const { priya, params, base } = begun;
    await startedFrom(begun, 'reach-and-access');
    const sent = { intent: 'accept', key: 'TOC-W07:no-such-box', because: 'So it is' };
    const gone = await priya.post(checksAction, `${base}/checks`, sent, params);
    expect([gone.status, gone.data.typed?.['because']]).toEqual([422, 'So it is']);
    expect((await begun.dan.post(checksAction, `${base}/checks`, sent, params)).status).toBe(403);
  });

  test('is put right with a few words where it is read, once, and by whoever may edit', async () => {
    const begun = await begin();
    const { priya, params, base, borough } = begun;
    await startedFrom(begun, 'reach-and-access');
    const keysNow = async () => {
      const { data } = await priya.get(checksLoader, `${base}/checks`, params);
      return data.sorted.open.map(({ key }) => key);
    };
    const press = (sent: Record<string, string>, by = priya) =>
      by.post(checksAction, `${base}/checks`, { intent: 'fix', ...sent }, params);

    const link = (await theoryNow(borough)).links.find(({ kind }) => kind === 'leadsTo');
    if (!link) throw new Error('There is no link.');
    const theory = await theoryNow(borough);
    await applyOperations(borough.priya, borough.programme.id, {
      theoryId: theory.id,
      baseSequence: theory.sequence,
      sent: [
        {
          clientOpId: 'no-reason-any-more',
          operation: { kind: 'editLink', id: link.id, field: 'reason', from: link.reason, to: '' },
        },
      ],
    });
    const key = `TOC-A01:${link.id}`;
    expect(await keysNow()).toContain(key);
    const nothing = await press({ key, fix: 'ask', words: '  ', from: 'outline' });
    expect(nothing.status).toBe(422);
    const answered = await press({ key, fix: 'ask', words: 'Families said so', from: 'outline' });
    expect(answered.location).toContain('/theory/outline#coach-title');
    expect(await keysNow()).not.toContain(key);
    expect((await theoryNow(borough)).links.find(({ id }) => id === link.id)?.reason).toBe(
      'Families said so',
    );
    expect((await press({ key, fix: 'ask', words: 'Again' })).status).toBe(422);
    expect((await press({ key, fix: 'ask', words: 'Again' }, begun.dan)).status).toBe(403);
  });
});
