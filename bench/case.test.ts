import { expect, test } from 'vitest';
import { figuresOf, quantile, type Case } from './case.ts';

const aCase = (better: Case['better']): Case => ({
  id: 'x',
  what: '',
  unit: 'ms',
  better,
  limitIs: '',
  goal: 1 / 3,
  run: () => ({ samples: [], limit: 1 }),
});

test('the median is the middle one and 99 in 100 the slow end', () => {
  const samples = Array.from({ length: 100 }, (_, i) => i + 1);
  expect(quantile(samples, 0.5)).toBe(50);
  expect(quantile(samples, 0.99)).toBe(99);
  expect(figuresOf(aCase('more'), { samples, limit: 100 }).p99).toBe(1);
});

test('a ratio is 1 at the limit, and more is better whichever way the unit runs', () => {
  expect(figuresOf(aCase('less'), { samples: [30], limit: 10 }).ratio).toBeCloseTo(1 / 3);
  expect(figuresOf(aCase('more'), { samples: [30], limit: 60 }).ratio).toBeCloseTo(1 / 2);
});
