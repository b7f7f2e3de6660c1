import { expect, test } from 'vitest';
import { lastDoneForAll, noteRun } from '#db/job-runs.ts';
import { messagesByStateOfAll } from '#db/outbox-counts.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough } from '../people.ts';

// What /metrics says of all authorities together.

test('a job is done when it was done for every authority, and never while one has not had it', async () => {
  const store = await freshStore();
  const one = await makeBorough('Oneborough');
  const two = await makeBorough('Twoborough');
  const early = new Date('2026-11-20T02:30:00Z');
  const late = new Date('2026-11-21T02:30:00Z');
  const noted = (authorityId: string, at: Date, done: boolean) =>
    store.write(null, (tx) => noteRun(tx, authorityId, 'backup', at, done));
  expect(await lastDoneForAll(store.read, 'backup')).toBeNull();
  await noted(one.authorityId, late, true);
  expect(await lastDoneForAll(store.read, 'backup')).toBeNull();
  await noted(two.authorityId, early, false);
  expect(await lastDoneForAll(store.read, 'backup')).toBeNull();
  await noted(two.authorityId, early, true);
  expect(await lastDoneForAll(store.read, 'backup')).toEqual(early);
  expect(await messagesByStateOfAll(store.read)).toEqual({ waiting: 0, failed: 0 });
  await store.close();
});
