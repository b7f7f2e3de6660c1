import fc from 'fast-check';
import { expect, test } from 'vitest';
import { later, londonMoment, minutesBetween, readTime, sayTime } from './clock.ts';

test('a day and an hour are a moment, in summer and in winter', () => {
  expect(londonMoment('2026-12-04', '10:00')?.toISOString()).toBe('2026-12-04T10:00:00.000Z');
  expect(londonMoment('2026-07-01', '18:30')?.toISOString()).toBe('2026-07-01T17:30:00.000Z');
});

test('the clocks go forward on 28 March 2027: the hour from one to two is not there', () => {
  expect(londonMoment('2027-03-28', '00:59')?.toISOString()).toBe('2027-03-28T00:59:00.000Z');
  expect(londonMoment('2027-03-28', '01:00')).toBeNull();
  expect(londonMoment('2027-03-28', '01:59')).toBeNull();
  expect(londonMoment('2027-03-28', '02:00')?.toISOString()).toBe('2027-03-28T01:00:00.000Z');
  expect(minutesBetween('2027-03-28', '00:30', '02:30')).toBe(60);
});

test('they go back on 25 October 2026: the hour that comes twice is the first', () => {
  expect(londonMoment('2026-10-25', '01:30')?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
  expect(minutesBetween('2026-10-25', '00:30', '02:30')).toBe(180);
});

test('what is no day or no hour is no moment', () => {
  expect(londonMoment('2026-02-30', '10:00')).toBeNull();
  expect(londonMoment('soon', '10:00')).toBeNull();
});

test.each([
  ['10:30', '10:30'],
  ['9.05', '09:05'],
  ['1030', '10:30'],
  ['930', '09:30'],
  ['10am', '10:00'],
  ['2.30 pm', '14:30'],
  ['12am', '00:00'],
  ['12pm', '12:00'],
  ['Noon', '12:00'],
  ['10', null],
  ['24:00', null],
  ['13pm', null],
  ['10:60', null],
  ['half past ten', null],
  ['', null],
])('“%s” is read as %s', (typed, time) => {
  expect(readTime(typed)).toBe(time);
});

test.each([
  ['10:00', '10am'],
  ['00:15', '12:15am'],
  ['12:00', 'midday'],
  ['13:05', '1:05pm'],
])('%s is said as %s', (time, words) => {
  expect(sayTime(time)).toBe(words);
});

const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

test('an hour that is said is read as the same hour', () => {
  fc.assert(fc.property(anyTime, (time) => readTime(sayTime(time)) === time));
});

test('so many minutes later and as many earlier is the same hour', () => {
  fc.assert(
    fc.property(anyTime, fc.integer({ min: -3000, max: 3000 }), (time, minutes) => {
      expect(later(later(time, minutes), -minutes)).toBe(time);
    }),
  );
});
