import { expect, test } from 'vitest';
import { KeptCounts, type Found } from './kept-counts.ts';
import { LastMade, Recoded } from './recoded.ts';

const A_DAY = 24 * 60 * 60_000;
const counts = () => new KeptCounts<string>(100, 5);
const gives = (made: string, answers: number, bytes: number) => () =>
  Promise.resolve({ made, answers, bytes });
const notNow = () => Promise.reject(new Error('counted'));

/** A count that ends when the test says so. */
function open() {
  let end: (found: Found<string>) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const promise = new Promise<Found<string>>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { count: () => promise, end, fail };
}

// Each protection was taken out of kept-counts.ts (the last one: recoded.ts) once, and a test here failed.

test('what was read while it was counted is what the next look is compared with', async () => {
  const kept = counts();
  expect(await kept.of('a', '', 1000, 0, gives('1004', 1004, 1))).toBe('1004');
  for (const now of [1000, 1004, 1005, 1008]) {
    expect(await kept.of('a', '', now, 0, notNow)).toBe('1004');
  }
  expect(await kept.of('a', '', 1009, 0, gives('1009', 1009, 1))).toBe('1009');
});

test('a new count that read nearly the same is not shown', async () => {
  const kept = counts();
  await kept.of('a', '', 1000, 0, gives('1000', 1000, 1));
  // Five had come, and three were erased before they were read.
  expect(await kept.of('a', '', 1005, 0, gives('1002', 1002, 1))).toBe('1000');
  expect(await kept.of('a', '', 1004, 0, notNow)).toBe('1000');
});

test('who comes while it is counted waits for the same count', async () => {
  const [kept, slow] = [counts(), open()];
  const first = kept.of('a', '', 1000, 0, slow.count);
  const second = kept.of('a', '', 1006, 0, notNow);
  slow.end({ made: '1003', answers: 1003, bytes: 1 });
  expect(await Promise.all([first, second])).toEqual(['1003', '1003']);
});

test('a day later, and with other settings, it is counted anew', async () => {
  const kept = counts();
  await kept.of('a', '', 1000, 0, gives('first', 1000, 1));
  expect(await kept.of('a', 'other', 1000, 0, gives('second', 1000, 1))).toBe('second');
  expect(await kept.of('a', 'other', 1000, A_DAY / 2, notNow)).toBe('second');
  expect(await kept.of('a', 'other', 1000, A_DAY, gives('third', 1000, 1))).toBe('third');
});

test('a count that failed takes no newer one with it', async () => {
  const [kept, slow] = [counts(), open()];
  const failed = kept.of('a', 'old', 1000, 0, slow.count);
  await kept.of('a', 'new', 1000, 0, gives('new', 1000, 1));
  slow.fail(new Error('gone'));
  await expect(failed).rejects.toThrow('gone');
  expect(await kept.of('a', 'new', 1000, 0, notNow)).toBe('new');
  await expect(kept.of('b', '', 1, 0, notNow)).rejects.toThrow('counted');
  expect(kept.has('b')).toBe(false);
});

test('the largest stays beside the others; of two that are too large the older goes', async () => {
  const kept = counts();
  const there = () => ['large', 'one', 'two', 'second'].filter((key) => kept.has(key));
  await kept.of('large', '', 1, 0, gives('', 1, 1000));
  await kept.of('one', '', 1, 0, gives('', 1, 50));
  await kept.of('two', '', 1, 0, gives('', 1, 50));
  expect(there()).toEqual(['large', 'one', 'two']);
  await kept.of('second', '', 1, 0, gives('', 1, 2000));
  expect(there()).toEqual(['one', 'two', 'second']);
});

test('what is still counted is not let go, what nobody used for a day is, the largest too', async () => {
  const [kept, slow] = [counts(), open()];
  const counting = kept.of('slow', '', 1, 0, slow.count);
  await kept.of('large', '', 1, 0, gives('', 1, 1000));
  for (const key of ['one', 'two', 'three']) await kept.of(key, '', 1, 1, gives('', 1, 90));
  expect(['slow', 'one', 'two', 'three'].filter((key) => kept.has(key))).toEqual(['slow', 'three']);
  await kept.of('later', '', 1, A_DAY, gives('', 1, 1));
  expect(['slow', 'large', 'three', 'later'].filter((key) => kept.has(key))).toEqual([
    'slow',
    'three',
    'later',
  ]);
  slow.end({ made: 'at last', answers: 1, bytes: 1 });
  expect(await counting).toBe('at last');
});

test('of a survey the codes of the last few variables stay, and not of all that were compared', () => {
  let made = 0;
  const last = new LastMade();
  const about = { id: '', title: '', categories: [], size: 2 };
  const make = () => new Uint16Array(8).fill((made += 1));
  const variables = Array.from({ length: 40 }, () => new Recoded(about, make, last));
  for (const variable of variables) expect(variable.codes).toBe(variable.codes);
  expect(made).toBe(40);
  for (const variable of variables.slice(-16)) expect(variable.codes).toBeDefined();
  expect(made).toBe(40);
  expect(variables[0]?.codes[0]).toBe(41);
});
