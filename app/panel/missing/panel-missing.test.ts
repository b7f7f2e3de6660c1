import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { fromSurvey, gapsOf, HALF_FATHERS, wayOnPanel } from './panel-missing.ts';

const of = (counts: Record<string, number>, about = 'caresAs') =>
  Object.entries(counts).flatMap(([value, count]) =>
    Array.from({ length: count }, () => ({ [about]: value })),
  );

describe('the panel beside the families', () => {
  test('fathers are missing where hardly any is on it, and how many to ask is said', () => {
    const way = wayOnPanel(of({ mother: 19, father: 1 }), HALF_FATHERS, true);
    expect(way.groups[0]).toMatchObject({ label: 'Fathers', count: 1, stands: 'missing', ask: 12 });
    const gaps = gapsOf([way]);
    expect(gaps[0]?.words).toBe('Fathers: 1 of 20 members, 50% of families');
    const after = wayOnPanel(of({ mother: 19, father: 13 }), HALF_FATHERS, true);
    expect(after.groups[0]?.stands, 'asking that many is enough').toBe('alike');
  });

  test('a small gap in a small panel is called fewer, not missing', () => {
    const way = wayOnPanel(of({ mother: 6, father: 3 }), HALF_FATHERS, true);
    expect(way.groups[0]).toMatchObject({ stands: 'fewer', ask: 1 });
  });

  test('nobody where one would be expected is missing, whatever chance could do', () => {
    const way = wayOnPanel(of({ mother: 4 }), HALF_FATHERS, true);
    expect(way.groups[0]).toMatchObject({ count: 0, stands: 'missing' });
    const rare = {
      ...HALF_FATHERS,
      groups: [
        { label: 'Rare', options: ['father'], figure: 1 },
        { label: 'All', options: ['mother'], figure: 99 },
      ],
    };
    expect(wayOnPanel(of({ mother: 10 }), rare, true).groups[0]?.stands).toBe('fewer');
  });

  test('nothing is said of an empty panel', () => {
    expect(gapsOf([wayOnPanel([], HALF_FATHERS, true)])).toEqual([]);
  });

  test('whoever may not see members is told of no group whose number is hidden', () => {
    const count = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(count, count, count, (father, mother, expecting) => {
        const way = wayOnPanel(of({ father, mother, expecting }), HALF_FATHERS, false);
        for (const group of way.groups) {
          if (group.count === HIDDEN) expect(group.ask).toBeNull();
          else expect(group.count).toBeGreaterThanOrEqual(5);
        }
        expect(
          gapsOf([way])
            .map(({ words }) => words)
            .join(),
        ).not.toContain(HIDDEN);
      }),
    );
  });
});

describe('figures of a survey', () => {
  const margin = { source: 'Census', asAt: '2021-03-21', assumed: false };

  test('serve the panel where members say the same', () => {
    const groups = [
      { label: 'Under 25', options: ['under-18', '18-24'], figure: 10 },
      {
        label: '25 and over',
        options: ['25-34', '35-44', '45-54', '55-64', '65-over'],
        figure: 90,
      },
    ];
    const ages = fromSurvey({ ...margin, question: 'ageBand', groups }, []);
    expect(ages?.groups[0]?.options).toEqual(['18-24']);
    expect(ages?.groups[1]?.options).toContain('65-and-over');
    const areas = fromSurvey(
      {
        ...margin,
        question: 'area',
        groups: [{ label: 'Canal Quarter', options: ['canal-quarter'], figure: 5 }],
      },
      ['Canal Quarter', 'Eastmoor'],
    );
    expect(areas?.groups[0]?.options).toEqual(['Canal Quarter']);
  });

  test('do not where a group holds nothing that a member can say, or nobody asks it', () => {
    const groups = [{ label: 'Tenants', options: ['rents'], figure: 5 }];
    expect(fromSurvey({ ...margin, question: 'housing', groups }, [])).toBeUndefined();
    expect(fromSurvey({ ...margin, question: 'sex', groups }, [])).toBeUndefined();
  });
});
