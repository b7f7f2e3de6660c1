import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isChangedOver, reconcile, reconcileTable } from './reconcile.ts';

describe('Doncaster 2021-22, as printed by the CSJ', () => {
  const read = reconcileTable([
    ['Item', 'Amount', 'Share'],
    ['Total expenditure', '£2,098,000', ''],
    ['Council', '1,334,000', '64%'],
    ['Grant or block allocation', '758,000', '36%'],
  ]);

  test('is £6,000 short', () => {
    expect(read).toMatchObject({ sum: 2_092_000, gap: 6_000 });
    expect(read?.findings[0]).toBe(
      'The parts add up to 2,092,000, and 2,098,000 is printed for “Total expenditure”: 6,000 is not accounted for.',
    );
  });

  test('its 64 % and 36 % round from 63.584 % and 36.13 % of the total, 63.767 % and 36.233 % of the parts', () => {
    expect(read?.parts.map(({ ofTotal }) => ofTotal.toFixed(3))).toEqual(['63.584', '36.130']);
    expect(read?.parts.map(({ ofSum }) => ofSum.toFixed(3))).toEqual(['63.767', '36.233']);
    expect(read?.parts.map(({ holds }) => holds)).toEqual(['both', 'both']);
    expect(read?.findings).toHaveLength(1);
  });
});

test('two digits changed over: 98,853,220 for 89,853,220', () => {
  expect(isChangedOver(98_853_220, 89_853_220)).toBe(true);
  expect(isChangedOver(28_156, 28_516)).toBe(true);
  expect(isChangedOver(19, 28)).toBe(false);
  const told = reconcile({ label: 'Total', printed: 100_000_000 }, [
    { label: 'Option 1', amount: 98_853_220, share: '' },
    { label: 'The rest', amount: 10_146_780, share: '' },
  ]);
  expect(told?.findings[1]).toContain('With 89,853,220 for “Option 1” in place of 98,853,220');
});

test('a share that holds of the parts only, and one that holds of neither, are told apart', () => {
  const told = reconcile({ label: 'Total', printed: 200 }, [
    { label: 'A', amount: 50, share: '50%' },
    { label: 'B', amount: 50, share: '40%' },
  ]);
  expect(told?.parts.map(({ holds }) => holds)).toEqual(['sum', 'neither']);
});

test('is nothing for a table of another shape', () => {
  expect(
    reconcileTable([
      ['A', '1'],
      ['B', '2'],
    ]),
  ).toBeNull();
  expect(
    reconcileTable([
      ['Total', '0'],
      ['B', '2'],
      ['C', '-2'],
    ]),
  ).toBeNull();
  expect(reconcileTable([])).toBeNull();
});

test('parts that make their total leave nothing to say, whatever they are', () => {
  const amount = fc.integer({ min: 1, max: 1_000_000_000 });
  fc.assert(
    fc.property(fc.array(amount, { minLength: 2, maxLength: 9 }), (amounts) => {
      const printed = amounts.reduce((sum, each) => sum + each, 0);
      const parts = amounts.map((each, at) => ({ label: `P${at}`, amount: each, share: '' }));
      const told = reconcile({ label: 'Total', printed }, parts);
      expect(told?.gap).toBe(0);
      expect(told?.findings).toEqual([]);
    }),
  );
});
