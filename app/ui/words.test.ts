import fc from 'fast-check';
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

test('the day of any moment is that of England, in whatever order moments are asked for', () => {
  const england = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });
  const years = { min: new Date('1990-01-01Z'), max: new Date('2099-12-31Z'), noInvalidDate: true };
  // The last hour that was asked for is kept: kept for two hours, this fails.
  const moments = fc
    .array(fc.date(years))
    .map((few) =>
      few.flatMap((at) =>
        [0, 1, 30, 59, 60, 90].map((more) => new Date(at.getTime() + more * 60_000)),
      ),
    );
  fc.assert(
    fc.property(moments, (all) => all.forEach((at) => expect(dayOf(at)).toBe(england.format(at)))),
  );
  expect(() => dayOf(new Date(NaN))).toThrow(RangeError);
});
