import { expect, test } from 'vitest';
import { DrawnOnce } from './drawn-once.server.ts';

/** Makes bodies of ten bytes, and counts how often and how many at once. */
function maker() {
  const seen = { made: [] as string[], atOnce: 0, mostAtOnce: 0 };
  const of = (key: string, size: number) => async () => {
    seen.made.push(key);
    seen.atOnce += 1;
    seen.mostAtOnce = Math.max(seen.mostAtOnce, seen.atOnce);
    await Promise.resolve();
    seen.atOnce -= 1;
    return new Uint8Array(size);
  };
  return { seen, of };
}

test('makes everything once and one at a time, however many ask at once', async () => {
  const { seen, of } = maker();
  const drawn = new DrawnOnce(100);
  const keys = ['a', 'b', 'a', 'c', 'b', 'a'];
  await Promise.all(keys.map((key) => drawn.get(key, of(key, 10))));
  await drawn.get('a', of('a', 10));
  expect(seen).toEqual({ made: ['a', 'b', 'c'], atOnce: 0, mostAtOnce: 1 });
});

test('lets go of what was asked for longest ago, and never keeps what is too large', async () => {
  const { seen, of } = maker();
  const drawn = new DrawnOnce(40);
  for (const key of ['a', 'b', 'c', 'd', 'a', 'e', 'a', 'b']) await drawn.get(key, of(key, 10));
  expect(seen.made.join('')).toBe('abcdeb');
  await drawn.get('large', of('large', 11));
  await drawn.get('large', of('large', 11));
  expect(seen.made.slice(-2)).toEqual(['large', 'large']);
});

test('asks again where making failed', async () => {
  const { seen, of } = maker();
  const drawn = new DrawnOnce(40);
  const fails = () => Promise.reject(new Error('no font'));
  await expect(drawn.get('a', fails)).rejects.toThrow('no font');
  await drawn.get('a', of('a', 10));
  expect(seen.made).toEqual(['a']);
});
