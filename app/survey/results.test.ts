import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Definition } from './definition.ts';
import { bandsOf } from './number-bands.ts';
import { resultsOf, type QuestionResult } from './results.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';

const survey = Definition.parse({
  pages: [
    {
      name: 'all',
      elements: [
        {
          type: 'radiogroup',
          name: 'use',
          title: 'Do you use a family hub?',
          choices: ['often', 'sometimes', { value: 'never', text: 'Never' }],
          showRefuseItem: true,
        },
        {
          type: 'checkbox',
          name: 'barriers',
          title: 'What makes it hard?',
          visibleIf: "{use} = 'never'",
          choices: ['hours', 'transport'],
          showOtherItem: true,
        },
        { type: 'rating', name: 'worth', title: 'How useful was it?', rateMax: 3 },
        { type: 'text', name: 'children', title: 'How many children?', inputType: 'number' },
        { type: 'comment', name: 'words', title: 'Anything else?' },
      ],
    },
  ],
});

type Set = Record<string, unknown>;

/** `count` sets of answers, the same each time. */
const times = (count: number, answers: Set): Set[] =>
  Array.from({ length: count }, () => ({
    worth: null,
    children: null,
    words: null,
    ...answers,
  }));

function question(name: string, sets: Set[]): QuestionResult {
  const found = resultsOf(survey, sets).questions.find((each) => each.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

const counts = (result: QuestionResult) => result.rows.map(({ count }) => count);

describe('results of a survey', () => {
  it('counts one answer each, of those who gave one, with the three missings apart', () => {
    const sets = [
      ...times(60, { use: 'often' }),
      ...times(30, { use: 'sometimes' }),
      ...times(10, { use: 'never', barriers: ['hours'] }),
      ...times(7, { use: null }),
      ...times(6, { use: 'refused' }),
      ...times(5, {}),
    ];
    const result = question('use', sets);
    expect(counts(result)).toEqual([60, 30, 10]);
    expect(result).toMatchObject({
      base: 100,
      missing: { notAsked: 5, noReply: 7, preferNotToSay: 6 },
    });
    expect(result.rows[0]).toMatchObject({ label: 'often', share: 0.6 });
    expect(result.rows[0]?.interval?.low).toBeCloseTo(0.502, 3);
  });

  it('counts several answers of those asked; shares may pass the whole together', () => {
    const sets = [
      ...times(20, { use: 'never', barriers: ['hours', 'transport'] }),
      ...times(10, { use: 'never', barriers: ['hours'] }),
      ...times(6, { use: 'never', barriers: ['other'], 'barriers-Comment': 'The stairs' }),
      ...times(50, { use: 'often' }),
    ];
    const result = question('barriers', sets);
    expect(counts(result)).toEqual([30, 20, 6]);
    expect(result).toMatchObject({ base: 36, missing: { notAsked: 50 } });
  });

  it('hides an option that nearly everybody chose: those who did not are few', () => {
    const sets = [
      ...times(40, { use: 'never', barriers: ['hours'] }),
      ...times(3, { use: 'never', barriers: ['transport'] }),
      ...times(50, { use: 'often' }),
    ];
    expect(counts(question('barriers', sets))).toEqual([HIDDEN, HIDDEN, 0]);
  });

  it('gives a mean only where no row is hidden', () => {
    const open = [...times(10, { worth: 3 }), ...times(10, { worth: 1 })];
    expect(question('worth', open).mean).toBe(2);
    expect(question('worth', [...open, ...times(2, { worth: 2 })]).mean).toBeNull();
  });

  it('shows nothing of a question that too few answered, not even who was not asked', () => {
    const sets = [
      ...times(3, { use: 'never', barriers: ['hours'] }),
      ...times(3, { use: 'sometimes' }),
      ...times(50, { use: 'often' }),
    ];
    expect(question('barriers', sets)).toMatchObject({
      base: HIDDEN,
      missing: { notAsked: HIDDEN, noReply: HIDDEN, preferNotToSay: HIDDEN },
      hiddenBecause: 'Fewer than 5 people answered.',
    });
  });

  it('does not let the number asked give away a hidden answer', () => {
    const sets = [
      ...times(100, { use: 'often' }),
      ...times(3, { use: 'sometimes' }),
      ...times(40, { use: 'never', barriers: ['hours'] }),
    ];
    // "never" is the cheaper partner for the 3, but 40 were asked about barriers: it would be known.
    expect(counts(question('use', sets))).toEqual([HIDDEN, HIDDEN, 40]);
  });

  it('hides a follow-up whose base would be a hidden answer’s complement', () => {
    const sets = [
      ...times(60, { use: 'never', barriers: ['hours'] }),
      ...times(40, { use: 'never', barriers: ['transport'] }),
      ...times(3, { use: 'often' }),
      ...times(20, { use: null }),
    ];
    expect(question('barriers', sets).hiddenBecause).toContain('Do you use a family hub?');
    expect(counts(question('use', sets))).toEqual([HIDDEN, 0, HIDDEN]);
  });

  it('counts answers in words without showing them', () => {
    const sets = [...times(9, { words: 'Open on Saturdays' }), ...times(20, { words: null })];
    expect(question('words', sets)).toMatchObject({ base: 9, rows: [], kind: 'words' });
  });

  it('keeps an answer that the list no longer holds in the base', () => {
    const sets = [...times(9, { use: 'often' }), ...times(8, { use: 'in an earlier version' })];
    expect(question('use', sets)).toMatchObject({ base: 17 });
    expect(question('use', sets).rows.at(-1)).toMatchObject({ count: 8, value: '' });
  });

  it('never shows fewer than five, in any survey', () => {
    const one = fc.record({
      use: fc.constantFrom('often', 'sometimes', 'never', 'refused', null),
      barriers: fc.constantFrom(['hours'], ['transport', 'hours'], null),
      worth: fc.constantFrom(1, 2, 3, null),
      children: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
      words: fc.constantFrom('Something', null),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), (drawn) => {
        const sets = drawn.map(({ barriers, ...rest }) =>
          rest.use === 'never' ? { ...rest, barriers } : rest,
        );
        for (const result of resultsOf(survey, sets).questions) {
          const shown = [result.base, ...counts(result), ...Object.values(result.missing)];
          expect(shown.filter((each) => each !== HIDDEN && each > 0 && each < 5)).toEqual([]);
        }
      }),
    );
  });
});

describe('numbers in bands', () => {
  it('keeps few whole numbers apart and joins thin ends', () => {
    const children = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 7];
    expect(bandsOf(children, 5).map(({ label }) => label)).toEqual(['1', '2', '3 or more']);
  });

  it('makes round bands of many numbers, open at both ends', () => {
    const ages = Array.from({ length: 200 }, (_, i) => 18 + (i % 60));
    expect(bandsOf(ages, 5).map(({ label }) => label)).toEqual([
      '19 or fewer',
      '20 to 29',
      '30 to 39',
      '40 to 49',
      '50 to 59',
      '60 to 69',
      '70 or more',
    ]);
  });

  it('puts every number in exactly one band', () => {
    const pence = fc.integer({ min: -1e8, max: 1e8 }).map((each) => each / 100);
    const some = fc.array(pence, { minLength: 1 });
    fc.assert(
      fc.property(some, (numbers) => {
        const bands = bandsOf(numbers, 5);
        for (const number of numbers) {
          expect(bands.filter(({ from, below }) => number >= from && number < below)).toHaveLength(
            1,
          );
        }
        expect(bands.length).toBeLessThan(14);
      }),
    );
  });
});
