import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartOf } from './chart.ts';
import { shownValues, type Value } from './values.ts';

const value = (end: string, figure: number, more: Partial<Value> = {}): Value => ({
  start: end,
  end,
  value: figure,
  numerator: null,
  denominator: null,
  breakdown: '',
  group: '',
  note: '',
  ...more,
});

const line = {
  from: { day: '2026-03-31', value: 40 },
  to: { day: '2028-03-31', value: 60 },
};

describe('the chart of a measure', () => {
  it('is nothing while there is nothing to draw', () => {
    expect(chartOf([], null, 'per cent')).toBeNull();
    expect(chartOf(shownValues([value('2026-06-30', 3)], 'families'), null, 'families')).toBeNull();
    expect(chartOf([], line, 'per cent')?.runs).toEqual([]);
  });

  it('parts the line where a figure is hidden, and draws no group', () => {
    const values = [
      value('2026-06-30', 20),
      value('2026-09-30', 3),
      value('2026-12-31', 30),
      value('2026-12-31', 30, { breakdown: 'sex', group: 'Male' }),
    ];
    const chart = chartOf(shownValues(values, 'families'), null, 'families');
    expect(chart?.runs.map((run) => run.map(({ words }) => words))).toEqual([
      ['30 Jun 2026: 20 families'],
      ['31 Dec 2026: 30 families'],
    ]);
  });

  it('keeps shares between 0 and 100 and whatever is drawn within its frame', () => {
    const day = fc
      .integer({ min: 0, max: 3000 })
      .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
    const share = fc.tuple(
      day,
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 500, max: 501 }),
    );
    fc.assert(
      fc.property(
        fc.array(share, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        (shares, planned) => {
          const values = shares.map(([end, numerator, denominator]) =>
            value(end, (numerator / denominator) * 100, { numerator, denominator }),
          );
          const chart = chartOf(shownValues(values, 'per cent'), planned ? line : null, 'per cent');
          if (chart === null) return;
          const ys = chart.runs
            .flat()
            .flatMap(({ y, range }) => [y, range?.top ?? y, range?.bottom ?? y]);
          for (const y of [...ys, ...chart.ticks.map((tick) => tick.y)]) {
            expect(y).toBeGreaterThanOrEqual(0);
            expect(y).toBeLessThanOrEqual(chart.height);
          }
          expect(chart.ticks.length).toBeGreaterThanOrEqual(2);
          for (const { words } of chart.ticks) {
            const tick = Number(words.replace('%', ''));
            expect(tick >= 0 && tick <= 100).toBe(true);
          }
        },
      ),
    );
  });
});
