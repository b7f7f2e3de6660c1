import { describe, expect, it } from 'vitest';
import { numberIn, readFigure } from './figure.ts';

describe('reading a figure', () => {
  it.each([
    ['4258', 4258],
    ['15,688', 15_688],
    ['1 234 567', 1_234_567],
    ['1\u00a0234', 1234],
    [' 0.555 ', 0.555],
    ['.5', 0.5],
    ['-0.016', -0.016],
    ['−12', -12],
    ['(1,204)', -1204],
    ['-£21,456,230 (reduction)', -21_456_230],
    ['89,615,360 COST', 89_615_360],
    ['34,988,010 (COST)', 34_988_010],
    ['14,418,470C COST', 14_418_470],
    ['£2.098m', 2_098_000],
    ['£4.6 million', 4_600_000],
    ['22%', 22],
    ['1,234*', 1234],
    ['1,234 [2]', 1234],
    ['0', 0],
  ])('%j is %d', (cell, value) => {
    expect(numberIn(cell)).toBe(value);
  });

  it.each([
    ['', 'empty'],
    ['c', 'confidential'],
    ['[c]', 'confidential'],
    ['x', 'not available'],
    [':', 'not available'],
    ['z', 'not applicable'],
    ['-', 'not applicable'],
    ['u', 'unreliable'],
    ['low', 'low'],
  ])('%j is missing (%s), and no zero', (cell, why) => {
    expect(readFigure(cell)).toEqual({ kind: 'missing', why });
    expect(numberIn(cell)).toBeNull();
  });

  it.each([
    'Total',
    '2022/23',
    '2023-05',
    '10-20%',
    '12 High',
    'E01012367',
    '1 Apr 2024',
    '%',
    '£',
    '#REF!',
    'constructor',
    '__proto__',
  ])('%j is words', (cell) => {
    expect(readFigure(cell).kind).toBe('words');
  });

  it('keeps how many decimals were printed', () => {
    expect(readFigure('4.20%')).toEqual({
      kind: 'number',
      value: 4.2,
      decimals: 2,
      isPercent: true,
    });
  });
});
