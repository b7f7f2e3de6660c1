import { AsyncResource } from 'node:async_hooks';
import { expect, test } from 'vitest';
import { readingOnce, readOnce } from './read-once.server.ts';

/** Reads that say how many of them there were. */
function counting() {
  let reads = 0;
  return () => Promise.resolve((reads += 1));
}

test('a page reads each thing once, and the next page reads it anew', async () => {
  const read = counting();
  const makePage = () =>
    readingOnce(async () => [
      await readOnce(['needs', 'a', '1'], read),
      await readOnce(['needs', 'a', '1'], read),
      await readOnce(['needs', 'a', '2'], read),
    ]);
  expect(await makePage()).toEqual([1, 1, 2]);
  expect(await makePage()).toEqual([3, 3, 4]);
});

test('pages under way at once know nothing of one another', async () => {
  const read = counting();
  const makePage = () => readingOnce(() => readOnce(['needs'], read));
  expect(await Promise.all([makePage(), makePage()])).toEqual([1, 2]);
});

test('what is asked for twice at once is read once, and a fault of it is told to both', async () => {
  const read = counting();
  const both = readingOnce(() =>
    Promise.all([readOnce(['needs'], read), readOnce(['needs'], read)]),
  );
  expect(await both).toEqual([1, 1]);
  const fault = () => Promise.reject(new Error('away'));
  await readingOnce(async () => {
    await expect(readOnce(['plan'], fault)).rejects.toThrow('away');
    await expect(readOnce(['plan'], counting())).rejects.toThrow('away');
  });
});

test('outside of a page everything is read anew', async () => {
  const read = counting();
  expect([await readOnce(['needs'], read), await readOnce(['needs'], read)]).toEqual([1, 2]);
});

test('parts of one page share what they read; what goes on after it was made reads anew', async () => {
  const read = counting();
  const part = () => readingOnce(() => readOnce(['session'], read));
  let later = () => Promise.resolve(0);
  const parts = await readingOnce(async () => {
    later = AsyncResource.bind(() => readOnce(['session'], read));
    return Promise.all([part(), part()]);
  });
  expect(parts).toEqual([1, 1]);
  expect([await later(), await later()]).toEqual([2, 3]);
});
