import { expect, test } from 'vitest';
import { CaseForm, ItemForm } from './case-forms.ts';
import { firstItem } from './case-typed.ts';
import { yearOptions } from './years.ts';

const problemsOf = (read: { success: boolean; error?: { issues: { path: PropertyKey[] }[] } }) =>
  (read.error?.issues ?? []).map(({ path }) => path.join('.'));

test('a share that nobody typed is asked for, and never taken as a number', () => {
  const counts = { avoidedId: 'a', countLow: '1', countCentral: '2', countHigh: '3' };
  expect(problemsOf(ItemForm.safeParse({ ...firstItem(), ...counts }))).toEqual([
    ...['attributionLow', 'attributionCentral', 'attributionHigh'],
    ...['deadweightLow', 'deadweightCentral', 'deadweightHigh'],
  ]);
  const read = CaseForm.safeParse({ name: 'Case', firstYear: '2026-27', years: '1' });
  expect(problemsOf(read)).toEqual([
    'discount',
    ...['optimismLow', 'optimismCentral', 'optimismHigh'],
    ...['overrunLow', 'overrunCentral', 'overrunHigh'],
  ]);
  expect(Object.keys(firstItem())).toEqual(['fromYear']);
});

test('a list of years offers the one that is kept, also where it is of another time', () => {
  const values = (kept?: string) => yearOptions(['2026-27', '2027-28'], kept).map((y) => y.value);
  expect(values('2024-25')).toEqual(['2024-25', '2026-27', '2027-28']);
  expect(values('2027-28')).toEqual(['2026-27', '2027-28']);
  expect(values('')).toEqual(values());
});
