import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { apart, itemResults, type CountedAnswer } from './item-results.ts';
import type { Item } from './items.ts';

const options = ['Sunrise', 'Bridge', 'Tree'].map((words, at) => ({ id: `o${at}`, words }));
const item = (type: string, change: Partial<Item> = {}): Item => ({
  id: 'i',
  type,
  text: 'Which?',
  hint: '',
  method: '',
  options,
  ...change,
});
const answer = (change: Partial<CountedAnswer>): CountedAnswer => ({
  statementId: 'i',
  vote: '',
  choice: null,
  comment: '',
  words: null,
  ...change,
});
const chose = (...ids: string[]) => answer({ choice: ids });
const repeat = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one);
const only = (of: Item, answers: CountedAnswer[], closely = true) => {
  const [result] = itemResults([of], answers, closely);
  if (!result) throw new Error('no result');
  return result;
};

describe('a choice of one', () => {
  const answers = [...repeat(9, chose('o0')), ...repeat(6, chose('o1')), ...repeat(2, chose('o2'))];

  test('is counted with shares of all who answered', () => {
    const result = only(item('choice', { method: 'one' }), answers);
    expect(result.counts.map(({ label, count }) => [label, count])).toEqual([
      ['Sunrise', 9],
      ['Bridge', 6],
      ['Tree', 2],
    ]);
    expect(result.counts[0]?.share).toBeCloseTo(9 / 17);
    expect(result.says).toEqual(['“Sunrise” was chosen most often.']);
  });

  test('hides a small count, and another that would give it away', () => {
    const result = only(item('choice', { method: 'one' }), answers, false);
    expect(result.counts.map(({ count }) => count)).toEqual([9, HIDDEN, HIDDEN]);
    expect(result.says).toEqual(['“Sunrise” was chosen most often.']);
    expect(only(item('choice'), answers.slice(0, 4), false)).toMatchObject({
      base: HIDDEN,
      counts: [{ count: HIDDEN }, { count: HIDDEN }, { count: HIDDEN }],
    });
  });

  test('says a tie', () => {
    const tie = [...repeat(5, chose('o0')), ...repeat(5, chose('o1'))];
    expect(only(item('choice'), tie, false).says).toEqual([
      '“Sunrise” and “Bridge” tie: each was chosen as often.',
    ]);
  });
});

test('a choice of any number shows each share of all who answered', () => {
  const answers = [...repeat(12, chose('o0', 'o1')), ...repeat(8, chose('o0'))];
  const result = only(item('choice', { method: 'any' }), answers, false);
  expect(result.base).toBe(20);
  expect(result.counts.map(({ count, share }) => [count, share])).toEqual([
    [20, 1],
    [12, 0.6],
    [0, 0],
  ]);
  const nearly = [...repeat(17, chose('o0')), ...repeat(3, chose('o1'))];
  expect(only(item('choice', { method: 'any' }), nearly, false).counts[0]?.count).toBe(HIDDEN);
});

test('a ranking shows rounds only to those who may read single answers', () => {
  const answers = [...repeat(5, chose('o0', 'o1', 'o2')), ...repeat(4, chose('o1', 'o0'))];
  const closely = only(item('ranking'), answers);
  expect(closely.ranking?.rounds.map(({ votes }) => votes)).toEqual([[5], [4], [0]]);
  expect(closely.says).toEqual(['All three ways of counting give “Sunrise”.']);
  const masked = only(item('ranking'), answers, false);
  expect(masked.ranking).toBeNull();
  expect(masked.counts.map(({ count }) => count)).toEqual([HIDDEN, HIDDEN, 0]);
  expect(only(item('ranking'), answers.slice(0, 3), false).says).toEqual([]);
});

test('words stand without their writer, and not for those who may not read them', () => {
  const answers = [
    answer({ vote: 'agree', comment: 'Yes', words: { stops: 'No bus' } }),
    answer({ vote: 'disagree', comment: ' ' }),
  ];
  expect(only(item('link'), answers).written).toEqual([
    { beside: 'Agree', asked: '', words: 'Yes' },
    { beside: 'Agree', asked: 'What would stop it from happening?', words: 'No bus' },
  ]);
  expect(only(item('link'), answers, false).written).toEqual([]);
});

test('a plan line counts keep, change and stop', () => {
  const answers = [...repeat(7, answer({ vote: 'agree' })), ...repeat(5, answer({ vote: 'stop' }))];
  expect(only(item('line'), answers, false).counts.map(({ count }) => count)).toEqual([7, 0, 5]);
});

test('practitioners are counted apart, and nobody is lost', () => {
  const votes = ['a', 'b', 'c'].map((memberId) => ({ memberId }));
  const { parents, practitioners } = apart(votes, new Set(['b']));
  expect(parents).toEqual([{ memberId: 'a' }, { memberId: 'c' }]);
  expect(practitioners).toEqual([{ memberId: 'b' }]);
});

test('whatever is chosen, no count from 1 to 4 and no complement of one is shown', () => {
  const ids = options.map(({ id }) => id);
  const answers = fc.array(
    fc.subarray(ids, { minLength: 1 }).map((choice) => chose(...choice)),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(answers, fc.constantFrom('one', 'any'), (given, method) => {
      const sent = method === 'any' ? given : given.map((one) => chose(one.choice?.[0] ?? ''));
      const { counts, base } = only(item('choice', { method }), sent, false);
      for (const { count } of counts) {
        if (count === HIDDEN) continue;
        expect(count === 0 || count >= 5).toBe(true);
        const others = Number(base) - count;
        if (method === 'any') expect(others === 0 || others >= 5).toBe(true);
      }
      const hidden = counts.filter(({ count }) => count === HIDDEN).length;
      if (method === 'one') expect(hidden).not.toBe(1);
    }),
  );
});
