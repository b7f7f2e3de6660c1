import { expect, it } from 'vitest';
import { loadedOnce } from './loaded-once.ts';

it('loads once for all who ask, and again after it failed', async () => {
  let loads = 0;
  const load = loadedOnce(async () => {
    loads += 1;
    await Promise.resolve();
    if (loads === 1) throw new Error('No memory left.');
    return { loads };
  });
  const first = await Promise.allSettled([load(), load()]);
  expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await Promise.all([load(), load()])).toEqual([{ loads: 2 }, { loads: 2 }]);
  expect(await load()).toBe(await load());
});
