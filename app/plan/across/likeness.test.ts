import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTime } from '#test/processor-time.ts';
import { ALIKE, likeness, matchesOf, stemsOf, verdictKey, type Worded } from './likeness.ts';

const some = fc
  .array(
    fc.constantFrom(
      'fathers',
      'groups',
      'saturday',
      'feeding',
      'wait',
      'talking',
      'bus',
      'of',
      'the',
    ),
    { maxLength: 8 },
  )
  .map((words) => words.join(' '));
const list = (letter: string) =>
  fc
    .array(some, { maxLength: 8 })
    .map((texts) => texts.map((words, at): Worded => ({ id: `${letter}${at}`, words, keys: [] })));

describe('likeness', () => {
  test.each([
    ['Run a Saturday group with fathers', 'Saturday groups for fathers', true],
    ['Children hear and use more words at home', 'Children use more words at home', true],
    ['Families come for help earlier', 'Families get help earlier', true],
    ['Open Aldermere hub on Thursday evenings', 'Evening opening at three hubs', true],
    ['Take advice to village halls', 'Publish one offer on paper', false],
    ['Parents feel able to cope', 'Children are ready for school', false],
    // A false friend: why people have the last word.
    ['Fathers take part', 'Mothers take part', true],
  ])('%s / %s', (a, b, same) => {
    expect(likeness(a, b) >= ALIKE).toBe(same);
  });

  test('is from 0 to 1, the same either way round, and 1 for the same text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const alike = likeness(a, b);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        expect(likeness(b, a)).toBe(alike);
        expect(likeness(a, a)).toBe(stemsOf(a).size === 0 ? 0 : 1);
      }),
    );
  });

  test('does not care about endings, letter case or accents', () => {
    expect(stemsOf('Grouped GROUPS, naïve')).toEqual(stemsOf('group naive'));
    expect(stemsOf('the of and')).toEqual(new Set());
    expect(stemsOf('nurseries')).toEqual(stemsOf('nursery'));
  });
});

describe('matches', () => {
  test('use each thing at most once, and follow what people said', () => {
    fc.assert(
      fc.property(
        list('o'),
        list('t'),
        fc.constantFrom('same', 'different'),
        (ours, theirs, said) => {
          const key = verdictKey('o0', 't0');
          const matches = matchesOf(ours, theirs, new Map([[key, said]]));
          expect(new Set(matches.map((match) => match.ours)).size).toBe(matches.length);
          expect(new Set(matches.map((match) => match.theirs)).size).toBe(matches.length);
          const pair = matches.some((match) => verdictKey(match.ours, match.theirs) === key);
          if (said === 'different') expect(pair).toBe(false);
          else if (ours.length > 0 && theirs.length > 0) expect(pair).toBe(true);
        },
      ),
    );
  });

  test('do not depend on the order of the lists', () => {
    fc.assert(
      fc.property(list('o'), list('t'), (ours, theirs) => {
        const sorted = (matches: ReturnType<typeof matchesOf>) =>
          matches.map((match) => verdictKey(match.ours, match.theirs)).sort();
        expect(sorted(matchesOf(ours.toReversed(), theirs.toReversed()))).toEqual(
          sorted(matchesOf(ours, theirs)),
        );
      }),
    );
  });

  test('the same measure of the library is the same whatever it is called', () => {
    const [match] = matchesOf(
      [{ id: 'o', words: 'Ready for school', keys: ['library:gld'] }],
      [
        { id: 't', words: 'Ready for school and nursery', keys: [] },
        { id: 'u', words: 'GLD at five', keys: ['library:gld'] },
      ],
    );
    expect(match).toMatchObject({ ours: 'o', theirs: 'u', how: 'key' });
  });

  test('of a plan of 150 lines and one of 150 take no time that anybody would notice', () => {
    const lines = (letter: string) =>
      Array.from({ length: 150 }, (_, at): Worded => ({
        id: `${letter}${at}`,
        words: `Offer help number ${at} with feeding, talking and play in village ${at % 7}`,
        keys: [],
      }));
    const began = processorTime();
    expect(matchesOf(lines('o'), lines('t'))).toHaveLength(150);
    expect(processorTime() - began).toBeLessThan(1_000);
  });
});
