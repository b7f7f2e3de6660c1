import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps, readPeriod, sayPeriod } from './periods.ts';

describe('a period that somebody wrote', () => {
  it.each([
    ['2026-04-01 to 2026-06-30', '2026-04-01', '2026-06-30'],
    ['1/4/2026 - 30/6/2026', '2026-04-01', '2026-06-30'],
    ['April to June 2026', '2026-04-01', '2026-06-30'],
    ['Apr–Jun 2026', '2026-04-01', '2026-06-30'],
    ['Nov to Jan 2027', '2026-11-01', '2027-01-31'],
    ['Nov 2026 to Jan 2027', '2026-11-01', '2027-01-31'],
    ['Q1 2026-27', '2026-04-01', '2026-06-30'],
    ['2026/27 Q4', '2027-01-01', '2027-03-31'],
    ['Quarter 2 2026 to 2027', '2026-07-01', '2026-09-30'],
    ['Q1 2026', '2026-01-01', '2026-03-31'],
    ['February 2028', '2028-02-01', '2028-02-29'],
    ['2026-06', '2026-06-01', '2026-06-30'],
    ['2026/27', '2026-04-01', '2027-03-31'],
    ['2026-27', '2026-04-01', '2027-03-31'],
    ['2009-10', '2009-04-01', '2010-03-31'],
    ['academic year 2026/27', '2026-09-01', '2027-08-31'],
    ['2026/27 academic year', '2026-09-01', '2027-08-31'],
    ['2026', '2026-01-01', '2026-12-31'],
    ['31/3/2027', '2027-03-31', '2027-03-31'],
  ])('%s', (text, start, end) => {
    expect(readPeriod(text)).toMatchObject({ ok: true, period: { start, end } });
  });

  it.each([
    '',
    'soon',
    '2026/28',
    '31/2/2026',
    '2026-13',
    'June to April 2026 to',
    '1850',
    '2026-06-30 to 2026-04-01',
  ])('refuses “%s”', (text) => {
    expect(readPeriod(text)).toEqual({ ok: false });
  });

  it('says what a year could have meant', () => {
    const remarks = ['2026/27', 'Q2 2026'].map((text) => {
      const read = readPeriod(text);
      return read.ok ? read.remark : '';
    });
    expect(remarks[0]).toContain('financial');
    expect(remarks[1]).toContain('calendar');
  });

  it('reads what it says of whole months, and of days', () => {
    const month = fc.record({
      year: fc.integer({ min: 2000, max: 2060 }),
      month: fc.integer({ min: 0, max: 11 }),
      length: fc.integer({ min: 1, max: 14 }),
    });
    fc.assert(
      fc.property(month, ({ year, month, length }) => {
        const start = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
        const end = new Date(Date.UTC(year, month + length, 0)).toISOString().slice(0, 10);
        expect(readPeriod(sayPeriod({ start, end }))).toMatchObject({ period: { start, end } });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readPeriod(text).ok === 'boolean'));
  });
});

it('periods overlap when they share a day and are not the same', () => {
  const year = { start: '2026-04-01', end: '2027-03-31' };
  const quarter = { start: '2026-04-01', end: '2026-06-30' };
  const next = { start: '2026-07-01', end: '2026-09-30' };
  expect(overlaps(year, quarter)).toBe(true);
  expect(overlaps(quarter, next)).toBe(false);
  expect(overlaps(year, { ...year })).toBe(false);
});
