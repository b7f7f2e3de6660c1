import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HIDDEN, maskCounts } from '#app/statistics/small-numbers.ts';
import { kindOfGroup } from './kind-of-group.ts';
import type { Margin } from './margin.ts';
import { chanceAlone, missingGroups, whoIsMissing } from './who-is-missing.ts';

const HALVES: Margin = {
  question: 'relationship',
  unit: 'percent',
  groups: [
    { label: 'Fathers', options: ['father'], figure: 50 },
    { label: 'Mothers', options: ['mother'], figure: 50 },
  ],
  source: 'An assumption',
  asAt: '',
  assumed: true,
};

/** The question as the results would show it. */
function shownAs(counts: Record<string, number>) {
  const masked = maskCounts(Object.values(counts));
  return {
    name: 'relationship',
    title: 'Who are you?',
    base: masked.total,
    rows: Object.keys(counts).map((value, at) => ({ value, count: masked.counts[at] ?? HIDDEN })),
  };
}

const missing = (counts: Record<string, number>, margin = HALVES) =>
  whoIsMissing(
    shownAs(counts),
    margin,
    margin.groups.map(({ options }) => options.reduce((sum, o) => sum + (counts[o] ?? 0), 0)),
  );

describe('the fathers of Durham', () => {
  it('are missing from 451 answers, and 415 more would make them half', () => {
    const found = missing({ mother: 433, father: 18 });
    expect(found.groups[0]).toMatchObject({
      count: 18,
      standing: 'too-few',
      more: { nearly: 271, all: 415, atLeast: false },
    });
    expect(found.groups[0]?.index?.low).toBeCloseTo(7.98, 2);
    expect(found.groups[0]?.index?.high).toBeCloseTo(7.98, 2);
    expect(found.likeness?.cohenW).toBeGreaterThan(0.5);
  });

  it('are missing from the first ten answers where there is none', () => {
    const found = missing({ mother: 10, father: 0 });
    expect(found.groups[0]).toMatchObject({ count: 0, standing: 'too-few' });
    expect(missingGroups([found]).map(({ group }) => group.label)).toEqual(['Fathers']);
  });

  it('cannot be judged from ten answers with one, for the number is hidden', () => {
    const found = missing({ mother: 9, father: 1 });
    expect(found.groups[0]).toMatchObject({ count: HIDDEN, standing: 'hidden', more: null });
  });

  it('are missing from 60 with one, though that one stays hidden', () => {
    const found = missing({ mother: 60, grandparent: 6, father: 1, foster: 4 });
    expect(found.groups[0]).toMatchObject({
      count: HIDDEN,
      range: { low: 0, high: 5 },
      standing: 'too-few',
      more: { atLeast: true },
    });
  });

  it('are missing from 100 with three, said to be fewer than ten and no closer', () => {
    const shown = shownAs({ mother: 97, father: 3 });
    const judged = (fathers: number) => whoIsMissing(shown, HALVES, [fathers, 100 - fathers]);
    expect(judged(3).groups[0]).toMatchObject({
      count: HIDDEN,
      range: { low: 0, high: 9 },
      standing: 'too-few',
    });
    expect(judged(3).groups[0]).toEqual(judged(9).groups[0]);
    expect(judged(10).groups[0]?.standing).toBe('hidden');
  });

  it('are judged beside others of whom some are hidden', () => {
    const shown = {
      name: 'relationship',
      title: 'Who are you?',
      base: 380,
      rows: [
        { value: 'father', count: 19 },
        { value: 'mother', count: 350 },
        { value: 'step', count: HIDDEN },
        { value: 'other', count: HIDDEN },
      ] as const,
    };
    const margin: Margin = {
      ...HALVES,
      groups: [
        { label: 'Fathers', options: ['father'], figure: 43 },
        { label: 'Others', options: ['mother', 'step'], figure: 57 },
      ],
    };
    const found = whoIsMissing(shown, margin, [19, 355]);
    expect(found.base).toBe(HIDDEN);
    expect(found.groups[0]).toMatchObject({ count: 19, standing: 'too-few' });
    expect(found.groups[0]?.reached?.low).toBeCloseTo(19 / 380, 9);
    expect(found.groups[0]?.reached?.high).toBeCloseTo(19 / 369, 9);
  });
});

describe('what is shown of a group', () => {
  it('follows from what the results show, whatever is hidden behind it', () => {
    const count = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.tuple(count, count, count, count), ([mother, father, step, foster]) => {
        const counts = { mother, father, step, foster };
        const shown = shownAs(counts);
        const merged: Margin = {
          ...HALVES,
          groups: [
            { label: 'Men', options: ['father', 'step'], figure: 40 },
            { label: 'Women', options: ['mother'], figure: 60 },
          ],
        };
        const found = missing(counts, merged);
        const hidden = new Set(
          shown.rows.filter((row) => row.count === HIDDEN).map(({ value }) => value),
        );
        for (const group of found.groups) {
          const inside = group.options.filter((option) => hidden.has(option)).length;
          if (inside > 0 && inside < hidden.size) expect(group.count).toBe(HIDDEN);
          const truth = group.options.reduce(
            (sum, option) => sum + (counts[option as keyof typeof counts] ?? 0),
            0,
          );
          if (group.range !== null) {
            expect(truth).toBeGreaterThanOrEqual(group.range.low);
            expect(truth).toBeLessThanOrEqual(group.range.high);
            // What is hidden keeps at least as much doubt as the results leave it.
            if (group.count === HIDDEN) {
              expect(group.range.high - group.range.low).toBeGreaterThanOrEqual(5);
            }
          }
        }
        if (found.groups.some((group) => group.count === HIDDEN)) {
          expect(found.likeness).toBeNull();
        }
      }),
    );
  });

  it('is everything where the group holds all that is hidden', () => {
    const margin = {
      ...HALVES,
      groups: [
        { label: 'Men', options: ['father', 'step'], figure: 50 },
        { label: 'Women', options: ['mother'], figure: 50 },
      ],
    };
    expect(missing({ mother: 60, father: 3, step: 4 }, margin).groups[0]).toMatchObject({
      count: 7,
      standing: 'too-few',
    });
  });

  it('has a participation only where people are counted', () => {
    const margin: Margin = {
      ...HALVES,
      unit: 'people',
      groups: [
        { label: 'Fathers', options: ['father'], figure: 9000 },
        { label: 'Mothers', options: ['mother'], figure: 11_000 },
      ],
    };
    expect(missing({ mother: 80, father: 20 }).participation).toBeNull();
    const found = missing({ mother: 80, father: 20 }, margin).participation;
    expect(found?.rate).toBeCloseTo(100 / 20_000, 9);
    expect(found?.lowestToHighest).toBeCloseTo(20 / 9000 / (80 / 11_000), 9);
  });
});

describe('the kind of a group', () => {
  it.each([
    ['relationship', 'Fathers', ['father'], 'fathers'],
    ['sex', 'Men', ['male'], 'fathers'],
    ['sex', 'Women', ['female'], 'anybody'],
    ['ageBand', 'Under 25', ['under-18', '18-24'], 'young-parents'],
    ['ethnicGroup', 'Asian or Asian British', ['asian'], 'minority-ethnic'],
    ['ethnicWhite', 'Gypsy or Irish Traveller', ['white-gypsy-traveller'], 'travellers'],
    ['area', 'Eastmoor', ['eastmoor'], 'place'],
    ['hubUse', 'No, I had not heard of family hubs', ['never-heard'], 'not-users'],
    ['send', 'We are waiting for someone to check', ['waiting'], 'send-families'],
  ])('of %s: %s is %s', (question, label, options, kind) => {
    expect(kindOfGroup(question, { label, options })).toBe(kind);
  });
});

describe('what chance alone can do', () => {
  it('is a quarter either way with ten answers, a twentieth with 451', () => {
    expect(chanceAlone(10)).toBeCloseTo(0.26, 2);
    expect(chanceAlone(30)).toBeCloseTo(0.17, 2);
    expect(chanceAlone(451)).toBeCloseTo(0.046, 3);
  });
});
