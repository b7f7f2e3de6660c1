import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inSteps } from './poll.ts';

test('a screen shows the first five telephones, then the first ten, and nothing between', () => {
  const telephones = (n: number) =>
    Array.from({ length: n }, (_, at) => ({ number: at + 1, answer: at }));
  expect(inSteps(telephones(4))).toEqual([]);
  expect(inSteps(telephones(9)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  expect(inSteps(telephones(10))).toHaveLength(10);
});

test('whoever answers next, what a screen shows stays until five more have answered', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), (n) => {
      const answers = Array.from({ length: n }, (_, at) => ({ number: at + 1 }));
      const shown = inSteps(answers).length;
      expect(shown % 5).toBe(0);
      expect(n - shown).toBeLessThan(5);
    }),
  );
});
