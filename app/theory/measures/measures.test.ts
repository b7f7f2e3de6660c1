import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { libraryMeasures, readMeasures, sharedOutcomeMeasures } from '#templates/measures/index.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { expectedOn, lineOf, standingOf } from './course.ts';
import { readyMade } from './match.ts';
import {
  countsDelivery,
  looksLikeDelivery,
  measureOf,
  missingIn,
  sayMissing,
  shownBaseline,
  wrongIn,
} from './measure.ts';
import { readNumber, sayFigure, unitKind } from './units.ts';
import { brokenDown, intervalOf, shownValues, type Value } from './values.ts';

const measure = (more: Record<string, string> = {}) =>
  measureOf({
    id: 'm',
    kind: 'measure',
    on: 'b',
    more: {
      label: 'Children with a good level of development',
      source: 'EYFS profile',
      unit: 'per cent',
      baseline: '60',
      baselineOn: '2026-03-31',
      target: '70',
      targetOn: '2028-03-31',
      ...more,
    },
  });

const value = (more: Partial<Value> = {}): Value => ({
  start: '2026-04-01',
  end: '2026-06-30',
  value: 61,
  numerator: null,
  denominator: null,
  breakdown: '',
  group: '',
  note: '',
  ...more,
});

describe('what a measure lacks', () => {
  it('is nothing when it is complete', () => {
    expect(missingIn(measure())).toEqual([]);
  });

  it.each([
    [{ source: ' ' }, ['source']],
    [{ baseline: 'not known yet' }, ['baseline']],
    [{ target: '', targetOn: '' }, ['target', 'targetOn']],
    [{ unit: '' }, ['unit']],
    [{ baselineOn: 'last year' }, ['baselineOn']],
  ])('%j', (more, missing) => {
    expect(missingIn(measure(more as Record<string, string>))).toEqual(missing);
  });

  it('is said in a sentence', () => {
    expect(sayMissing(['source', 'target', 'targetOn'])).toBe(
      'where the figure comes from, the target and the date of the target',
    );
  });

  it('is not what is wrong', () => {
    expect(wrongIn(measure())).toEqual([]);
    expect(wrongIn(measure({ target: '170' })).map(({ part }) => part)).toEqual(['target']);
    expect(wrongIn(measure({ targetOn: '2025-01-01' })).map(({ part }) => part)).toEqual([
      'targetOn',
    ]);
  });
});

describe('delivery or change', () => {
  it('is what somebody said', () => {
    expect(countsDelivery(measure({ counts: 'delivery' }))).toBe(true);
    expect(countsDelivery(measure({ counts: 'change', label: 'Sessions held' }))).toBe(false);
  });

  it.each(['Number of sessions held', 'Parents who attended a course', 'Families reached'])(
    '%s sounds like delivery',
    (label) => expect(looksLikeDelivery(label)).toBe(true),
  );
  it.each([
    'Pupils who miss a tenth of school or more',
    'Parents who feel more confident',
    'Children with a good level of development',
  ])('%s does not', (label) => expect(looksLikeDelivery(label)).toBe(false));

  it('is told by the words as the library has it', () => {
    const said = libraryMeasures.filter(({ label }) => looksLikeDelivery(label));
    expect(said.filter(({ counts }) => counts === 'change').map(({ id }) => id)).toEqual([]);
  });
});

describe('the library', () => {
  it('has the four shared outcomes that the field asked for', () => {
    const areas = new Set(sharedOutcomeMeasures.map(({ area }) => area));
    for (const area of ['School readiness', 'Attendance', 'Family conflict', 'Referrals']) {
      expect(areas).toContain(area);
    }
  });

  it.each([
    ['More children reach a good level of development at five', 'gld'],
    ['Parents recover and stay well', 'parent-wellbeing'],
    ['Children wait less than a school term for therapy', 'MI-QSU13'],
    ['Where a child is born matters less for how they start school', undefined],
    ['A widget', undefined],
  ])('“%s” is measured by %s', (label, id) => {
    expect(readyMade(label, libraryMeasures)[0]?.id).toBe(id);
  });

  it('matches whole words only', () => {
    expect(readyMade('Breach of trust', libraryMeasures)).toEqual([]);
  });

  it('stops the start with file and path', () => {
    expect(() =>
      readMeasures({ kind: 'shared', title: 'A title', measures: [{}] }, 'a.json'),
    ).toThrow(/^templates\/measures\/a\.json cannot be used:\n {2}measures\.0\.id/);
  });

  it('says of every tool whose it is, and never prints a score without saying which way is better', () => {
    for (const tool of libraryMeasures.filter(({ kind }) => kind === 'tool')) {
      expect(tool.licence, tool.id).toMatch(/\S/);
      expect(tool.reference, tool.id).toMatch(/\b(19|20)\d\d$/);
    }
  });
});

describe('figures', () => {
  it.each([
    ['71.2%', 71.2],
    ['1,204', 1204],
    ['£1,200', 1200],
    ['−3', -3],
    ['12,34', null],
    ['about 5', null],
    ['', null],
  ])('%s is %s', (text, number) => expect(readNumber(text)).toBe(number));

  it('are read as they are said', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (tenths) => {
        expect(readNumber(sayFigure(tenths / 10, 'per cent'))).toBeCloseTo(tenths / 10, 9);
      }),
    );
  });

  it('have kinds by their unit', () => {
    expect(['per cent', '%', 'families', 'per 10,000', 'days'].map(unitKind)).toEqual([
      'share',
      'share',
      'count',
      'rate',
      'other',
    ]);
  });

  it('have the interval that Newcombe (1998) prints for 81 of 263', () => {
    const { low, high } = intervalOf({ numerator: 81, denominator: 263 }, 'per cent') ?? {
      low: 0,
      high: 0,
    };
    expect(low).toBeCloseTo(25.53, 1);
    expect(high).toBeCloseTo(36.62, 1);
  });
});

describe('small numbers', () => {
  it('are hidden on either side of a share, and as counts', () => {
    const shown = shownValues(
      [
        value({ numerator: 3, denominator: 50, value: 6 }),
        value({
          start: '2026-07-01',
          end: '2026-09-30',
          numerator: 48,
          denominator: 50,
          value: 96,
        }),
        value({
          start: '2026-10-01',
          end: '2026-12-31',
          numerator: 25,
          denominator: 50,
          value: 50,
        }),
      ],
      'per cent',
    );
    expect(shown.map(({ value }) => value)).toEqual([HIDDEN, HIDDEN, 50]);
    expect(shownValues([value({ value: 4 })], 'families')[0]?.value).toBe(HIDDEN);
    expect(shownValues([value({ value: 4 })], 'per cent')[0]?.value).toBe(4);
  });

  it.each([
    ...['referrals', 'carers', 'mums', 'women', 'pupils', 'dads', 'people a day', 'young women'],
    ...[
      'number',
      '',
      'women with a score of 9',
      'day visitors',
      'carers per quarter',
      'months old',
    ],
  ])('are hidden in “%s”: what is not known may be people', (unit) => {
    expect(shownValues([value({ value: 3 })], unit)[0]?.value).toBe(HIDDEN);
  });

  it.each([
    ...['per cent', '%', 'per 10,000', 'score', 'Average score', 'score out of 10', 'days'],
    ...['hours per parent', '£', '£ per family', 'weeks waited', 'points (0 to 24)'],
  ])('are shown in “%s”, which counts no people', (unit) => {
    expect(shownValues([value({ value: 3 })], unit)[0]?.value).toBe(3);
  });

  it('are hidden as a baseline, and in what is said and drawn from it', () => {
    const few = measure({ unit: 'carers', baseline: '3', target: '40' });
    expect(shownBaseline(few)).toBe(HIDDEN);
    expect(lineOf(few)).toBeNull();
    const values = [30, 35].map((figure, at) =>
      value({ start: `2026-0${7 + at}-01`, end: `2026-0${7 + at}-28`, value: figure }),
    );
    const { course, because } = standingOf(few, values);
    expect(course).toBe('cannotSay');
    expect(because).toMatch(/baseline is hidden/);
    expect(standingOf({ ...few, baseline: '5' }, values).course).not.toBe('cannotSay');
    expect(shownBaseline(measure({ baseline: '3' }))).toBe('3');
    expect(shownBaseline(measure({ baseline: 'about 3', unit: 'carers' }))).toBe('about 3');
  });

  it('cannot be worked out from the groups beside them', () => {
    const group = (group: string, count: number) =>
      value({ breakdown: 'sex', group, value: count });
    const shown = shownValues(
      [value({ value: 60 }), group('Female', 40), group('Male', 17), group('Other', 3)],
      'families',
    );
    expect(shown.map(({ value }) => value)).toEqual([60, 40, HIDDEN, HIDDEN]);
  });

  it('leave at least two groups in doubt, whatever the counts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 7 }),
        (counts) => {
          const values = counts.map((count, at) =>
            value({ breakdown: 'place', group: `P${at}`, value: count }),
          );
          const hidden = counts.filter(
            (_, at) => shownValues(values, 'families')[at]?.value === HIDDEN,
          );
          const others = counts.filter((count) => count > 0).length;
          expect(hidden.length === 1 && others > 1).toBe(false);
          if (hidden.length > 0 && others > hidden.length) {
            expect(hidden.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(5);
          }
        },
      ),
    );
  });

  it('stand in tables by breakdown, unknown last', () => {
    const group = (group: string) => value({ breakdown: 'sex', group, value: 20 });
    const tables = brokenDown(
      shownValues([group('Unknown'), group('Male'), group('Female')], 'families'),
    );
    expect(tables.map(({ groups }) => groups.map(({ group }) => group))).toEqual([
      ['Female', 'Male', 'Unknown'],
    ]);
  });
});

describe('on course', () => {
  const at = (end: string, figure: number, more: Partial<Value> = {}) =>
    value({ start: end, end, value: figure, ...more });

  it('is not said from one figure, nor without a target', () => {
    expect(standingOf(measure(), [at('2026-06-30', 61)])).toMatchObject({ course: 'cannotSay' });
    const two = [at('2026-06-30', 61), at('2026-09-30', 62)];
    expect(standingOf(measure({ target: '' }), two)).toMatchObject({ course: 'cannotSay' });
    expect(standingOf(measure(), two).course).not.toBe('cannotSay');
  });

  it.each([
    [71, 'reached'],
    [66, 'onCourse'],
    [64, 'behind'],
    [59, 'away'],
  ] as const)('half way, %s of 60 to 70 is %s', (figure, course) => {
    const values = [at('2026-06-30', 61), at('2027-03-31', figure)];
    expect(standingOf(measure(), values).course).toBe(course);
  });

  it('turns round where less is better', () => {
    const less = measure({ baseline: '40', target: '30' });
    expect(standingOf(less, [at('2026-06-30', 39), at('2027-03-31', 34)]).course).toBe('onCourse');
    expect(standingOf(less, [at('2026-06-30', 39), at('2027-03-31', 41)]).course).toBe('away');
  });

  it('claims nothing that chance alone could make', () => {
    const few = at('2027-03-31', 60, { numerator: 30, denominator: 50 });
    expect(standingOf(measure(), [at('2026-06-30', 61), few]).course).toBe('near');
    const many = at('2027-03-31', 60.5, { numerator: 6050, denominator: 10000 });
    expect(standingOf(measure(), [at('2026-06-30', 61), many]).course).toBe('behind');
  });

  it('compares with a straight line that ends at its ends', () => {
    const line = lineOf(measure());
    if (line === null) throw new Error('The measure has a line');
    expect(expectedOn(line, '2027-03-31')).toBeCloseTo(65, 1);
    expect(expectedOn(line, '2020-01-01')).toBe(60);
    expect(expectedOn(line, '2040-01-01')).toBe(70);
  });
});
