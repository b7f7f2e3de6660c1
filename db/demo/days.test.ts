import { expect, test } from 'vitest';
import { dayFrom } from './days.ts';

test('late in the evening, and where the clocks changed in between, each day is another one', () => {
  // British summer time ended on 25 October 2026.
  const now = new Date('2026-11-22T23:14:00Z');
  const month = Array.from({ length: 31 }, (_, ago) => dayFrom({ now }, -ago));
  expect(new Set(month).size).toBe(31);
  expect(month.at(-1)).toBe('2026-10-23');
});
