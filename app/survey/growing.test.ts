import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growingBytes, growingNumbers } from './growing.ts';

test('numbers that came one by one are all there, in their order, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.double(), { maxLength: 300 }), (numbers) => {
      const growing = growingNumbers();
      for (const number of numbers) growing.push(number);
      expect([...growing.taken()]).toEqual(numbers);
      expect(growing.length).toBe(numbers.length);
    }),
  );
});

test('what was taken out does not change with what comes later', () => {
  const growing = growingBytes();
  growing.push(1);
  const taken = growing.taken();
  growing.put(0, 2);
  growing.push(3);
  expect([...taken]).toEqual([1]);
  expect([...growing.taken()]).toEqual([2, 3]);
});
