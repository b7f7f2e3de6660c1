import { expect, test } from 'vitest';
import { dayOf, many, sayDay, sayMoment, sayShortDay } from './words.ts';

test('days and moments are said as people say them', () => {
  expect(sayDay('2026-12-04')).toBe('Friday 4 December 2026');
  expect(sayShortDay('2026-12-04')).toBe('4 Dec 2026');
  expect(sayDay(null)).toBe('–');
  expect(sayMoment(new Date('2026-07-01T09:42:00Z'))).toBe('1 July 2026 at 10:42');
});

test('a day is a day in England, also at midnight in summer', () => {
  expect(dayOf(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
  expect(dayOf(new Date('2026-12-31T23:30:00Z'))).toBe('2026-12-31');
});

test('a count agrees with its noun', () => {
  expect(many(1, 'answer')).toBe('1 answer');
  expect(many(1204, 'box', 'boxes')).toBe('1,204 boxes');
});
