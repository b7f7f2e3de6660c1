import { expect, test } from 'vitest';
import { areasToCompare, filledFrom, kindOfArea } from './file-figures.ts';

const row = (code: string, name: string, value: number | null) => ({
  code,
  name,
  figures: { gld: value },
});

test('England comes first, then regions, then authorities by name; small areas and gaps are left out', () => {
  const rows = [
    row('E08000018', 'Rotherham', 66.1),
    row('E01007317', 'Doncaster 001A', 61),
    row('E08000016', 'Barnsley', 64.9),
    row('E12000003', 'Yorkshire and The Humber', 66.2),
    row('E92000001', 'England', 67.7),
    row('E06000006', 'Halton', null),
  ];
  expect(areasToCompare(rows, 'gld').map(({ name, kind }) => [name, kind])).toEqual([
    ['England', 'england'],
    ['Yorkshire and The Humber', 'region'],
    ['Barnsley', 'other'],
    ['Rotherham', 'other'],
  ]);
  expect(areasToCompare(rows, 'another')).toEqual([]);
});

test('a code that is no area of England is nothing to compare with', () => {
  expect(['E01007317', 'E05001422', 'W06000015', '', 'z'].map(kindOfArea)).toEqual(
    Array.from({ length: 5 }, () => null),
  );
});

test('the form is filled with the figure and where it stands, and England needs no name', () => {
  const file = { title: 'Early years profile 2025', header: 'Good level of development (%)' };
  const [england] = areasToCompare([row('E92000001', 'England', 67.7)], 'gld');
  expect(filledFrom(england, file)).toEqual({
    kind: 'england',
    name: '',
    value: '67.7',
    source: 'Early years profile 2025: Good level of development (%)',
  });
  expect(filledFrom(undefined, file)).toBeNull();
});
