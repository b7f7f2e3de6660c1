import { expect, test } from 'vitest';
import { KeptFor } from './kept-for.ts';

test('a thing is given back while it is young, and by its own key only', () => {
  const kept = new KeptFor<string>(10);
  kept.keep('a', 'one', 0);
  expect(kept.at('a', 9)).toBe('one');
  expect(kept.at('a', 10)).toBeUndefined();
  expect(kept.at('b', 0)).toBeUndefined();
  kept.keep('a', 'two', 20);
  expect(kept.at('a', 25)).toBe('two');
});

// Without the deleting in `keep` all thousand stay.
test('however many keys there are, those of one time stay', () => {
  const kept = new KeptFor<number>(10);
  for (let now = 0; now < 1000; now += 1) kept.keep(`key ${now}`, now, now);
  expect(kept.size).toBe(10);
  expect(kept.at('key 999', 1000)).toBe(999);
});
