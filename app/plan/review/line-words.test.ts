import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aLine } from '#test/some-plans.ts';
import { costBand, lineAsked, lineChanged, lineWords } from './line-words.ts';

const line = aLine({
  title: 'Open Brookside hub on Saturdays. ',
  owner: 'Hub managers',
  startsOn: '2026-09-01',
  milestone: '',
  costPence: 4_200_000,
  activityIds: ['a'],
});
const around = {
  activities: [{ label: 'Open later', more: { benefits: 'Parents who work' } }],
  places: ['Aldermere', 'Brookside'],
};

describe('a plan line in plain words', () => {
  test('says what, for whom, where, who, by when and roughly for how much', () => {
    const { text, hint } = lineAsked(line, around);
    expect(text).toBe('We plan to do this: “Open Brookside hub on Saturdays”.');
    expect(hint.split('\n')).toEqual([
      'For: Parents who work.',
      'Where: Brookside.',
      'Who does it: Hub managers.',
      'By when: Wednesday 31 March 2027.',
      'What it costs: between £10,000 and £50,000.',
    ]);
  });

  test('leaves out what nobody has said', () => {
    const bare = { ...line, owner: ' ', endsOn: null, costPence: null };
    expect(lineAsked(bare, { activities: [], places: [] }).hint).toBe('');
  });

  test.each([
    [0, 'nothing extra'],
    [99_999, 'less than £1,000'],
    [100_000, 'between £1,000 and £10,000'],
    [100_000_000, '£1,000,000 or more'],
  ])('%i pence are %s', (pence, words) => {
    expect(costBand(pence)).toBe(words);
  });

  test('a band never names the sum, and a larger sum never gets a lower band', () => {
    const order = [50, 500_000, 2_000_000, 7_000_000, 20_000_000, 50_000_000, 200_000_000].map(
      costBand,
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300_000_000 }), fc.nat(10_000_000), (pence, more) => {
        const [low, high] = [costBand(pence), costBand(pence + more)];
        expect(order.indexOf(low)).toBeGreaterThanOrEqual(0);
        expect(order.indexOf(high)).toBeGreaterThanOrEqual(order.indexOf(low));
      }),
    );
  });

  test('what has changed since is named, with both', () => {
    const then = lineWords(line, around);
    expect(lineChanged(then, lineWords(line, around))).toBeNull();
    const now = lineWords({ ...line, endsOn: null }, around);
    expect(lineChanged(then, now)).toEqual([
      { name: 'By when', then: 'Wednesday 31 March 2027', now: '' },
    ]);
    expect(lineChanged(then, lineWords({ ...line, costPence: 4_300_000 }, around))).toBeNull();
  });
});
