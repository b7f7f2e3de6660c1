import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benefitOf, type BenefitCase, type BenefitItem } from './benefit.ts';
import { sayRough, sayShare } from './benefit-words.ts';
import { costsByYear } from './case-years.ts';
import { presentCost } from './present-value.ts';

const three = (low: number, central: number, high: number) => ({ low, central, high });
const same = (value: number) => three(value, value, value);

const aCase = (change: Partial<BenefitCase> = {}): BenefitCase => ({
  firstYear: '2026-27',
  years: 1,
  discount: 350,
  optimism: same(0),
  overrun: same(0),
  costPence: [100_000],
  ...change,
});
const anItem = (change: Partial<BenefitItem> = {}): BenefitItem => ({
  id: 'i',
  what: 'A week of foster care',
  whoSaves: 'The council',
  counts: 'budget',
  value: same(60_000),
  count: same(10),
  attribution: same(10_000),
  deadweight: same(0),
  fromYear: 1,
  ...change,
});

describe('what a plan may save', () => {
  test('is count times value times what is ours, less what would have come anyway', () => {
    const item = anItem({
      count: three(5, 10, 20),
      attribution: three(2_500, 5_000, 7_500),
      deadweight: three(1_000, 2_000, 5_000),
    });
    const { benefit, net } = benefitOf(aCase(), [item]);
    // 5 × £600 × 25 % × 50 %; 10 × £600 × 50 % × 80 %; 20 × £600 × 75 % × 90 %
    expect(benefit).toEqual({ low: 37_500n, central: 240_000n, high: 810_000n });
    expect(net).toEqual({ low: -62_500n, central: 140_000n, high: 710_000n });
  });

  test('counts later years for less, by 3.5 % a year', () => {
    const { benefit } = benefitOf(aCase({ years: 3, costPence: [0, 0, 0] }), [anItem()]);
    const byHand = 600_000 + 600_000 / 1.035 + 600_000 / 1.035 ** 2;
    expect(Number(benefit.central)).toBe(Math.round(byHand));
    expect(Number(presentCost(aCase({ costPence: [0, 103_500] })))).toBe(100_000);
  });

  test('holds the most that may be put in against the least that may be saved', () => {
    const item = anItem({ count: three(1, 2, 3) });
    const benefit = aCase({ overrun: three(0, 1_000, 2_500) });
    const { cost, net, perPound, breakEven, sensitivity } = benefitOf(benefit, [item]);
    expect(cost).toEqual({ low: 100_000n, central: 110_000n, high: 125_000n });
    expect(net).toEqual({ low: -65_000n, central: 10_000n, high: 80_000n });
    expect(perPound).toEqual({ low: 48n, central: 109n, high: 180n });
    expect(breakEven.share).toBe(9_167);
    expect(sensitivity).toContainEqual({
      ...{ what: 'More put in than was reckoned', item: '', from: '0%', to: '25%' },
      ...{ worst: -5_000n, best: 20_000n },
    });
  });

  test('keeps what saves no budget apart from what does', () => {
    const year = anItem({ id: 'q', what: 'A year in health', counts: 'society' });
    const both = benefitOf(aCase(), [anItem(), year]);
    const { society, ...rest } = both;
    expect(society).toEqual({ low: 600_000n, central: 600_000n, high: 600_000n });
    expect({ ...rest, society: null }).toEqual(benefitOf(aCase(), [anItem()]));
    const alone = benefitOf(aCase(), [year]);
    expect(alone.benefit.high).toBe(0n);
    expect(alone.breakEven).toEqual({ share: null, alone: [] });
  });

  test('begins in the year that is said', () => {
    const late = benefitOf(aCase({ years: 2, costPence: [0, 0] }), [anItem({ fromYear: 2 })]);
    expect(Number(late.benefit.central)).toBe(Math.round(600_000 / 1.035));
  });

  test('pays back from so many on, and one fewer does not', () => {
    const benefit = aCase({ costPence: [1_000_000] });
    const { breakEven } = benefitOf(benefit, [anItem()]);
    expect(breakEven.alone).toEqual([
      { id: 'i', what: 'A week of foster care', needed: 17, hoped: 10 },
    ]);
    expect(breakEven.share).toBe(16_667);
    expect(benefitOf(benefit, [anItem({ count: same(17) })]).net.central >= 0n).toBe(true);
    expect(benefitOf(benefit, [anItem({ count: same(16) })]).net.central >= 0n).toBe(false);
    expect(benefitOf(benefit, [anItem({ value: same(0) })]).breakEven).toEqual({
      share: null,
      alone: [{ id: 'i', what: 'A week of foster care', needed: null, hoped: 10 }],
    });
  });

  test('says what moves the result most, first', () => {
    const item = anItem({ count: three(1, 10, 100), value: three(59_000, 60_000, 61_000) });
    const { sensitivity } = benefitOf(aCase(), [item]);
    expect(sensitivity[0]).toMatchObject({ what: 'How many a year', from: '1', to: '100' });
    expect(sensitivity[1]).toMatchObject({ what: 'What one costs', from: '£590', to: '£610' });
  });

  test('never puts the central outside of its range, and never gains by fewer', () => {
    const count = fc.integer({ min: 0, max: 100_000 });
    const share = fc.integer({ min: 0, max: 10_000 });
    const sorted = (each: fc.Arbitrary<number>) =>
      fc.tuple(each, each, each).map((all) => {
        const [low = 0, middle = 0, high = 0] = all.sort((a, b) => a - b);
        return three(low, middle, high);
      });
    const item = fc.record({
      value: sorted(fc.integer({ min: 0, max: 10_000_000_000 })),
      count: sorted(count),
      attribution: sorted(share),
      deadweight: sorted(share),
      fromYear: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 4 }),
        fc.integer({ min: 1, max: 12 }),
        sorted(share),
        sorted(share),
        (given, years, optimism, overrun) => {
          const items = given.map((each, at) => anItem({ ...each, id: String(at) }));
          const benefit = aCase({
            years,
            optimism,
            overrun,
            costPence: Array<number>(years).fill(5_000_000),
          });
          const result = benefitOf(benefit, items);
          expect(result.benefit.low <= result.benefit.central).toBe(true);
          expect(result.benefit.central <= result.benefit.high).toBe(true);
          expect(result.net.low <= result.net.central).toBe(true);
          expect(result.net.central <= result.net.high).toBe(true);
          for (const { worst, best } of result.sensitivity) expect(worst <= best).toBe(true);
          const fewer = benefitOf(benefit, items.slice(1));
          expect(fewer.benefit.central <= result.benefit.central).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('costs of no year and of earlier years count in the first; later ones are told apart', () => {
  const items = [
    { year: '', amountPence: 1 },
    { year: '2025-26', amountPence: 2 },
    { year: '2026-27', amountPence: 4 },
    { year: '2027-28', amountPence: 8 },
    { year: '2028-29', amountPence: 16 },
    { year: '2027-28', amountPence: null },
  ];
  expect(costsByYear(items, { firstYear: '2026-27', years: 2 })).toEqual({
    costPence: [7, 8],
    unknown: 1,
    laterPence: 16,
    noYearPence: 1,
  });
});

test('an estimate is said to three figures', () => {
  expect([123_456_789n, 99_949n, -1_234_500n, 0n].map(sayRough)).toEqual([
    '£1,230,000',
    '£999',
    '−£12,300',
    '£0',
  ]);
  expect(sayShare(1_250)).toBe('12.5%');
});
