import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { impliedCount, periodsDiffer, resultOf, unitCost, type UnitCost } from './unit-cost.ts';

const exact = (value: number) => ({ value, step: 0 });
const toThePound = (pounds: number) => ({ value: pounds * 100, step: 100 });
const cost = exact(209_800_000);

const record = (change: Partial<UnitCost>): UnitCost => ({
  id: 'u',
  what: 'Hubs of Doncaster',
  kind: 'member',
  planYear: '',
  costPence: 209_800_000,
  costStepPence: 0,
  costPeriod: { from: '2021-04-01', to: '2022-03-31' },
  counted: null,
  countStep: 0,
  countPeriod: { from: null, to: null },
  unitPence: null,
  unitStepPence: 0,
  source: 'CSJ, Family Hubs: an interim review, October 2024',
  version: 1,
  ...change,
});

describe('Doncaster 2021-22, as printed by the CSJ', () => {
  test('£115 a member stands for 18,243 members, and rounding leaves 18,165 to 18,323', () => {
    expect(impliedCount(cost, exact(11_500))?.central).toBe(18_243);
    expect(impliedCount(cost, toThePound(115))).toEqual({
      low: 18_165,
      central: 18_243,
      high: 18_323,
    });
  });

  test('£256 a family stands for 8,195 families (8,179 to 8,211), £20 an attendance for 104,900', () => {
    expect(impliedCount(cost, toThePound(256))).toEqual({
      low: 8_179,
      central: 8_195,
      high: 8_211,
    });
    expect(impliedCount(cost, exact(2_000))?.central).toBe(104_900);
  });

  test('that is 2.226 members a family', () => {
    const members = impliedCount(cost, exact(11_500))?.central ?? 0;
    const families = impliedCount(cost, exact(25_600))?.central ?? 1;
    expect((members / families).toFixed(3)).toBe('2.226');
  });

  test('92 % of it is staff: £1,930,160', () => {
    expect((209_800_000 * 92) / 100).toBe(193_016_000);
  });

  test('the members of another period give no cost of one, and the difference is told', () => {
    const told = resultOf(
      record({ counted: 20_500, countPeriod: { from: '2022-04-01', to: '2023-01-31' } }),
    );
    expect(told.result).toBeNull();
    expect(told.reason).toBe('The cost and the count are of different periods.');
    expect(told.warnings[0]).toBe(
      'The cost is of 1 Apr 2021 to 31 Mar 2022 (365 days) and the count of 1 Apr 2022 to 31 Jan 2023 (306 days). They share no day.',
    );
    // What the trap would have given: £102.34, and not the £115 that is printed.
    expect(unitCost(cost, exact(20_500))?.central).toBe(10_234);
    expect(unitCost(cost, exact(9_200))?.central).toBe(22_804);
  });
});

test('a printed cost of one is held against what the other two give', () => {
  const days = { from: '2021-04-01', to: '2022-03-31' };
  const told = resultOf(
    record({ counted: 20_500, countPeriod: days, unitPence: 11_500, unitStepPence: 100 }),
  );
  expect(told.result?.words).toBe('£102.34 a member');
  expect(told.warnings[0]).toContain('£115 is printed for one member');
  const holds = resultOf(
    record({ counted: 18_243, countPeriod: days, unitPence: 11_500, unitStepPence: 100 }),
  );
  expect(holds.warnings).toEqual([]);
});

test('a period that is not known is the same as no other', () => {
  const known = { from: '2026-04-01', to: '2027-03-31' };
  expect(periodsDiffer(known, { from: null, to: null })).toBe(
    'The period of the count is not known.',
  );
  expect(periodsDiffer(known, { ...known })).toBe('');
  expect(periodsDiffer(known, { from: '2027-01-01', to: '2027-12-31' })).toContain(
    'They share 90 days: 275 of the cost and 275 of the count lie outside.',
  );
});

test('what is missing is said, and nothing is divided by nought', () => {
  expect(resultOf(record({})).reason).toContain('Two of the three');
  expect(resultOf(record({ unitPence: 0 })).result).toBeNull();
  const days = { from: '2021-04-01', to: '2022-03-31' };
  expect(resultOf(record({ counted: 0, countPeriod: days })).reason).toContain(
    'Nothing was counted',
  );
  expect(resultOf(record({ unitPence: 0 })).reason).toContain('a cost of nought');
});

test('a figure that may have been nought before it was rounded is said to be too coarse', () => {
  const days = { from: '2021-04-01', to: '2022-03-31' };
  const ofCount = (counted: number) =>
    resultOf(record({ counted, countStep: 100, countPeriod: days })).reason;
  expect(ofCount(50)).toBe('The count is rounded too coarsely to divide by.');
  expect(ofCount(51)).toBe('');
  expect(ofCount(0)).toContain('Nothing was counted');
  expect(resultOf(record({ unitPence: 5_000, unitStepPence: 10_000 })).reason).toBe(
    'The cost of one is rounded too coarsely to divide by.',
  );
});

test('the range of a rounded figure holds the exact result of every figure that rounds to it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_000_000, max: 10_000_000_000 }),
      fc.integer({ min: 2, max: 100_000 }),
      (pence, pounds) => {
        const range = impliedCount(exact(pence), toThePound(pounds));
        for (const shift of [-49, -1, 0, 1, 49]) {
          const count = pence / (pounds * 100 + shift);
          expect(count).toBeGreaterThanOrEqual((range?.low ?? 0) - 0.5);
          expect(count).toBeLessThanOrEqual((range?.high ?? 0) + 0.5);
        }
      },
    ),
  );
});
