import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysAfter, daysBetween, monthsAfter } from './days.ts';

test('days go over the end of summer time and of February', () => {
  expect(daysBetween('2026-10-20', '2026-10-30')).toBe(10);
  expect(daysAfter('2028-02-28', 2)).toBe('2028-03-01');
});

test('so many days later is so many days away', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
      expect(daysBetween('2026-03-29', daysAfter('2026-03-29', days))).toBe(days);
    }),
  );
});

test('a month later keeps to the end of short months', () => {
  expect(monthsAfter('2026-01-31', 1)).toBe('2026-02-28');
  expect(monthsAfter('2027-12-31', 2)).toBe('2028-02-29');
  expect(monthsAfter('2026-11-15', 24)).toBe('2028-11-15');
});
