import { readdirSync } from 'node:fs';
import path from 'node:path';
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

test('what nobody may ever meet is judged by the worst that was seen', () => {
  const found = { samples: [1, 2, 90], limit: 45 };
  expect(figuresOf(aCase('less'), found).ratio).toBe(22.5);
  expect(figuresOf({ ...aCase('less'), judgedBy: 'worst' }, found).ratio).toBe(0.5);
});

// What others compare from one version to the next: a case that goes, or is renamed, is missed here.
const PROMISED = [
  ...['respondent-page', 'durable-submission-20', 'staff-home', 'crosstab-100k', 'import-100k'],
  ...['export-csv-100k', 'theory-checks-60', 'theory-checks-500', 'coverage', 'thread'],
  ...['document-docx', 'document-pdf', 'document-xlsx', 'cold-start'],
];

test('each case that was promised is there under its id', () => {
  const files = readdirSync(path.join(import.meta.dirname, 'cases'));
  expect(files).toEqual(expect.arrayContaining(PROMISED.map((id) => `${id}.ts`)));
});
