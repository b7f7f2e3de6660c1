import type { Count, Site } from '#app/plan/outcomes/reach/reach.ts';
import type { BenchmarkKind } from '#app/plan/outcomes/outcomes.ts';

// What the fictional borough counted, oldest quarter first. Every figure is made up.

/** People who used a service, by site. One site sent nothing for the last quarter. */
export const USERS: Readonly<Record<string, readonly number[]>> = {
  'Aldermere Family Hub': [512, 531, 548],
  'Brookside Family Hub': [468, 489, 516],
  'Canal Quarter Family Hub': [603, 655, 702],
  'Dunsley Family Hub': [388, 402, 341],
  'Eastmoor Family Hub': [174, 181, 190],
  'Brookside Library': [96, 104, 99],
  'St Anne’s Church Hall': [61, 58, 66],
  'Dunsley Community Centre': [27, 31],
  'Moor Bus': [4, 42, 47],
};

export const ATTENDANCES: Readonly<Record<string, readonly number[]>> = {
  'Aldermere Family Hub': [1741, 1812, 1866],
  'Brookside Family Hub': [1522, 1604, 1697],
  'Canal Quarter Family Hub': [2110, 2284, 2433],
  'Dunsley Family Hub': [1203, 1251, 1008],
  'Eastmoor Family Hub': [488, 510, 533],
  'Brookside Library': [241, 262, 249],
  'St Anne’s Church Hall': [166, 152, 181],
  'Dunsley Community Centre': [58, 66],
  'Moor Bus': [9, 97, 112],
};

/** Of all who used a service; what is left is unknown. */
export const GROUPS: Readonly<Record<string, Record<string, number>>> = {
  whoCounted: {
    'Main carers': 0.45,
    'Co-parents or other adults': 0.13,
    Children: 0.36,
    Siblings: 0.04,
  },
  age: { '0-2': 0.22, '3-4': 0.11, '5-17': 0.07, '18-25': 0.12, '26 and over': 0.45 },
  sex: { Female: 0.66, Male: 0.31 },
  ethnicGroup: {
    White: 0.7,
    Mixed: 0.06,
    Asian: 0.13,
    Black: 0.05,
    Other: 0.02,
    'Prefer not to say': 0.01,
  },
};

/** Children reached, by how deprived the area is in which they live; what is left is unknown. */
export const TENTHS: Readonly<Record<string, number>> = {
  '1': 0.136,
  '2': 0.184,
  '3': 0.061,
  '4': 0.138,
  '5': 0.061,
  '6': 0.116,
  '7': 0.109,
  '8': 0.116,
  '9': 0.031,
};

/** Brookside's people by sex add up to 561, and 516 stands as its total: two digits changed over. */
export function slip(sites: readonly Site[]): Count[] {
  const site = sites.find(({ name }) => name === 'Brookside Family Hub');
  if (site === undefined) return [];
  const at = { siteId: site.id, siteName: site.name, what: 'users', breakdown: 'sex' };
  return [
    { ...at, group: 'Female', count: 371 },
    { ...at, group: 'Male', count: 172 },
    { ...at, group: 'Unknown', count: 18 },
  ];
}

/** Figures of elsewhere beside a measure of the library. */
export const BENCHMARKS: readonly {
  of: string;
  kind: BenchmarkKind;
  name: string;
  value: number;
  numerator: number | null;
  denominator: number | null;
  start: string;
  end: string;
  source: string;
}[] = [
  {
    ...{ of: 'breastfeeding-shared', kind: 'england', name: '', value: 52.7 },
    ...{ numerator: null, denominator: null, start: '2024-04-01', end: '2025-03-31' },
    source: 'A made-up figure for the demonstration: put the published one here',
  },
  {
    ...{
      of: 'breastfeeding-shared',
      kind: 'neighbours',
      name: 'Five similar boroughs',
      value: 49.1,
    },
    ...{ numerator: 6629, denominator: 13501, start: '2024-04-01', end: '2025-03-31' },
    source: 'Made up for the demonstration',
  },
];

/** What a figure means and what follows from it, by the measure's id in the library or its name. */
export const NOTES: readonly { of: string; means: string; next: string }[] = [
  {
    of: 'Families whose first visit to a hub came before their child was one',
    means: 'More families come early, but in Eastmoor four in ten against six in Aldermere.',
    next: 'The Moor Bus stops at the two estates from January; midwives hand out the first visit.',
  },
  {
    of: 'MI-QSU13',
    means: 'Families wait longer for a first session than when we began, and longer each quarter.',
    next: 'A second speech therapist from February; the board looks at it again in April.',
  },
];

/** Scores before and after, of groups of parents. */
export const SCORES = [
  {
    ...{ of: 'swemwbs', toolId: 'swemwbs', service: 'Listening visits, all hubs', pairs: 33 },
    ...{ meanBefore: 19.4, sdBefore: 3.8, meanAfter: 22.1, sdAfter: 4.2, sdChange: 3.9 },
    ...{ improved: 12, worsened: 5, onlyBefore: 14, reliability: 0.84 },
    ...{ reliabilitySource: 'as published', note: 'Taken at the first and the last visit.' },
  },
  {
    ...{ of: '', toolId: 'gad-7', service: 'Evening group at Canal Quarter', pairs: 9 },
    ...{ meanBefore: 11.2, sdBefore: 4.6, meanAfter: 9.8, sdAfter: 5.1, sdChange: 3.7 },
    ...{ improved: null, worsened: null, onlyBefore: 6, reliability: null },
    ...{ reliabilitySource: '', note: '' },
  },
] as const;
