import { describe, expect, it } from 'vitest';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { shownValues, type ShownValue, type Value } from '#app/theory/measures/values.ts';
import { gapOf } from './gap.ts';
import { movementOf } from './movement.ts';

const at = (quarter: number, value: number, more: Partial<Value> = {}): Value => ({
  start: `2026-0${quarter * 3 + 1}-01`,
  end: `2026-0${quarter * 3 + 3}-30`,
  ...{ value, numerator: null, denominator: null, breakdown: '', group: '', note: '', ...more },
});
const share = (quarter: number, numerator: number, denominator: number, group = '') =>
  at(quarter, (numerator / denominator) * 100, {
    ...{ numerator, denominator, group },
    breakdown: group === '' ? '' : 'place',
  });
const shown = (values: Value[], unit: string): ShownValue[] => shownValues(values, unit);

describe('whether a measure moved', () => {
  it('says more than chance by the interval of Newcombe’s own example', () => {
    // Newcombe 1998, table II (a): 56 of 70 less 48 of 80, method 10: 0.0524 to 0.3339.
    const values = shown([share(0, 48, 80), share(1, 56, 70)], 'per cent');
    const movement = movementOf(values, 'per cent', 'higher');
    expect(movement.way).toBe('better');
    expect(movement.says).toBe(
      '80% in Apr to Jun 2026, after 60% in 1 Jan 2026 to 30 Mar 2026: up by more than chance alone would do (the difference is +5.2 to +33.4 points, 95 in 100).',
    );
    expect(movementOf(values, 'per cent', 'lower').way).toBe('worse');
    expect(movementOf(values, 'per cent').way).toBe('moved');
  });

  it('says chance where the interval spans nothing', () => {
    const values = shown([share(0, 30, 60), share(1, 33, 60)], 'per cent');
    expect(movementOf(values, 'per cent', 'higher').way).toBe('chance');
  });

  it('compares counts for as long as each was counted', () => {
    const year = { start: '2025-01-01', end: '2025-12-31' };
    const values = shown([at(0, 400, year), at(1, 104)], 'people');
    expect(movementOf(values, 'people').way).toBe('chance');
    expect(movementOf(shown([at(0, 100), at(1, 170)], 'people'), 'people', 'higher').way).toBe(
      'better',
    );
  });

  it('says which way a count went for each day, and not by the longer period', () => {
    const quarter = { start: '2025-01-01', end: '2025-03-31' };
    const year = { start: '2025-04-01', end: '2026-03-31' };
    const fell = shown([at(0, 100, quarter), at(1, 300, year)], 'people');
    const movement = movementOf(fell, 'people', 'higher');
    expect(movement.way).toBe('worse');
    expect(movement.says).toContain(
      'down by more than chance alone would do, for each day counted',
    );
  });

  it('claims nothing of a mean, of one figure, or of what is hidden', () => {
    expect(movementOf(shown([at(0, 61), at(1, 67)], 'days'), 'days').says).toContain('not known');
    expect(movementOf([], 'per cent').says).toBe('There is no figure yet.');
    const small = shown([share(0, 2, 40), share(1, 20, 40)], 'per cent');
    expect(small[0]!.value).toBe(HIDDEN);
    expect(movementOf(small, 'per cent').says).toBe('There is one figure: 50% in Apr to Jun 2026.');
  });
});

describe('how far groups lie apart', () => {
  it('names the two groups furthest apart, held to all pairs, and never unknown', () => {
    const values = shown(
      [
        share(1, 176, 301, 'Aldermere'),
        share(1, 151, 268, 'Brookside'),
        share(1, 30, 74, 'Eastmoor'),
        share(1, 6, 40, 'Unknown'),
      ],
      'per cent',
    );
    const gap = gapOf(values, 'per cent')!;
    expect(gap.says).toBe(
      'Apr to Jun 2026, Place: Eastmoor 40.5%, Aldermere 58.5%; 17.9 points apart, more than chance alone would do.',
    );
    // The same two among ten groups: chance has more to choose from.
    const many = [...'abcdefgh'].map((name) => share(1, 100, 200, name));
    const wide = gapOf(
      shown([share(1, 176, 301, 'A2'), share(1, 30, 74, 'E2'), ...many], 'per cent'),
      'per cent',
    );
    expect(wide?.beyondChance).toBe(false);
  });

  it('holds the widest to the pairs of every breakdown that it was picked from', () => {
    const near = (by: string, groups: [string, number, number][]) =>
      groups.map(([group, numerator, denominator]) =>
        at(1, (numerator / denominator) * 100, { numerator, denominator, breakdown: by, group }),
      );
    // By themselves, p = 0.03; one of two breakdowns, the two pairs leave chance room.
    const sex = near('sex', [
      ['Female', 60, 100],
      ['Male', 45, 100],
    ]);
    const send = near('send', [
      ['None', 100, 200],
      ['Support at school', 101, 200],
    ]);
    expect(gapOf(shown(sex, 'per cent'), 'per cent')?.beyondChance).toBe(true);
    expect(gapOf(shown([...sex, ...send], 'per cent'), 'per cent')?.beyondChance).toBe(false);
  });

  it('says nothing of counts, of one group, or where all is hidden', () => {
    const counts = [
      at(1, 40, { breakdown: 'sex', group: 'Male' }),
      at(1, 90, { breakdown: 'sex', group: 'Female' }),
    ];
    expect(gapOf(shown(counts, 'people'), 'people')).toBeNull();
    expect(gapOf(shown([share(1, 20, 40, 'One')], 'per cent'), 'per cent')).toBeNull();
    expect(gapOf([], 'per cent')).toBeNull();
  });
});
