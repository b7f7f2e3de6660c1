import { describe, expect, test } from 'vitest';
import type { AvoidedCost, CaseRow, ItemRow } from './case-rows.ts';
import { reckonCase } from './case-result.ts';
import { viewOf } from './case-view.ts';

const row: CaseRow = {
  ...{ id: 'c', name: 'Fewer weeks in care', firstYear: '2026-27', years: 1, discount: 350 },
  ...{ optimismLow: 0, optimismCentral: 0, optimismHigh: 0, costPence: null },
  ...{ overrunLow: 0, overrunCentral: 0, overrunHigh: 1_000, note: '', version: 1 },
};
const week: AvoidedCost = {
  ...{ id: 'week', what: 'A week of foster care', per: 'a week', whoSaves: 'The council' },
  ...{ counts: 'budget', lowPence: 60_000, centralPence: 60_000, highPence: 60_000 },
  ...{ priceYear: '2026-27', source: 'Outturn', sourceUrl: '', grade: 'L', note: '' },
  ...{ starter: '', version: 1 },
};
const health: AvoidedCost = {
  ...week,
  ...{ id: 'health', what: 'A year in full health', counts: 'society' },
  ...{ whoSaves: 'Families and society', centralPence: 2_000_000, highPence: 2_000_000 },
  lowPence: 2_000_000,
};
const of = (avoidedId: string): ItemRow => ({
  ...{ id: `of ${avoidedId}`, caseId: 'c', avoidedId, countLow: 10, countCentral: 10 },
  ...{ countHigh: 10, attributionLow: 10_000, attributionCentral: 10_000 },
  ...{ attributionHigh: 10_000, deadweightLow: 0, deadweightCentral: 0, deadweightHigh: 0 },
  ...{ fromYear: 1, basis: '', version: 1 },
});
const reckoned = (items: ItemRow[], amounts: (number | null)[] = [100_000]) =>
  reckonCase(
    { row, items },
    [week, health],
    amounts.map((amountPence) => ({ year: '2026-27', amountPence })),
  );

describe('what a case says', () => {
  test('pays back on every reading only where every cost is known', () => {
    expect(reckoned([of('week')]).sentences.slice(0, 2)).toEqual([
      'Over 1 year it may save about £6,000, and £1,000 to £1,100 is put in, both at present value.',
      'It pays back on every reading: £4,900 to £5,000 more is saved than is put in.',
    ]);
    expect(reckoned([of('week')], [100_000, null]).sentences[1]).toBe(
      'It pays back on the costs that are known (1 is not): £4,900 to £5,000 more is saved than is put in.',
    );
  });

  test('says what is of worth to society in a sentence of its own, and reckons without it', () => {
    const both = reckoned([of('week'), of('health')]);
    const [last, ...rest] = [...both.sentences].reverse();
    expect(last).toBe(
      'Apart from that it may be worth about £200,000 at present value to families and society: no budget saves it, and it is in no other figure here.',
    );
    expect(rest.reverse()).toEqual(reckoned([of('week')]).sentences);
    const view = viewOf(both);
    expect(view.ranges.map(({ what, central }) => [what, central])).toEqual([
      ['Put in', 100_000],
      ['May be saved', 600_000],
      ['Saved less put in', 500_000],
      ['Worth to society, saved by no budget', 20_000_000],
    ]);
    expect(view.who.map(({ who }) => who)).toEqual(['The council']);
    expect(view.items.map(({ counts }) => counts === '')).toEqual([true, false]);
  });

  test('reckons no pay-back where nothing saves a budget', () => {
    const { sentences } = reckoned([of('health')]);
    expect(sentences[0]).toContain('Nothing is entered yet that saves a budget');
    expect(sentences).toHaveLength(2);
  });

  test('tells how what is put in was taken', () => {
    expect(reckoned([]).beware[0]).toContain('as it was typed in the plan, in the cash of each');
    const typed = { ...row, costPence: 5, overrunHigh: 0 };
    expect(reckonCase({ row: typed, items: [] }, [], []).beware.slice(0, 2)).toEqual([
      'What is put in is taken as it was typed, all of it in the first year.',
      'No allowance is made for costs that turn out higher than was reckoned.',
    ]);
  });
});
