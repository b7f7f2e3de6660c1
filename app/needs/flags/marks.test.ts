import { describe, expect, it } from 'vitest';
import type { Question } from '#app/survey/definition.ts';
import { clustersIn, type ImplausiblePair, type MarkedRow } from './marks.ts';

const CAMPAIGN =
  'Please keep the Eastmoor centre open and do not move its groups to the new hub in the town';

const scales = ['a', 'b', 'c', 'd', 'e'].map((name): Question => ({ type: 'rating', name }));
const questions: Question[] = [{ type: 'comment', name: 'words' }, ...scales];

const row = (id: string, answers: Record<string, unknown>, more: Partial<MarkedRow> = {}) => ({
  id,
  answers,
  answeredOn: '2026-05-01',
  channel: 'web',
  flag: '',
  ...more,
});

const kinds = (rows: MarkedRow[], pairs: ImplausiblePair[] = []) =>
  clustersIn(questions, rows, pairs).map(({ kind, ids }) => [kind, ids]);

const EIGHT = Object.fromEntries('qrstuvwx'.split('').map((name, at) => [name, at % 3]));

describe('what marks answers', () => {
  it('is nearly the same words from several', () => {
    const rows = [
      row('1', { words: CAMPAIGN }),
      row('2', {
        words: 'Something for teenagers in the evening would be good for all of us here',
      }),
      row('3', { words: `${CAMPAIGN}!` }),
      row('4', { words: null }),
    ];
    expect(kinds(rows)).toEqual([['same-words', ['1', '3']]]);
    expect(clustersIn(questions, rows, [])[0]?.key).toBe('same-words.words.1');
  });

  it('is every answer the same on one day, of those who answered enough', () => {
    const few = { q: 1, r: 2 };
    expect(
      kinds([
        row('1', EIGHT),
        row('2', { ...EIGHT }),
        row('3', EIGHT, { answeredOn: '2026-05-02' }),
        row('4', few),
        row('5', few),
      ]),
    ).toEqual([['same-answers', ['1', '2']]]);
  });

  it('does not depend on the order in which answers were stored', () => {
    const turned = Object.fromEntries(Object.entries(EIGHT).reverse());
    expect(kinds([row('1', EIGHT), row('2', turned)])).toEqual([['same-answers', ['1', '2']]]);
  });

  it('is a code that it came with', () => {
    const rows = [row('1', {}, { flag: 'too-fast burst-10' }), row('2', {}, { flag: 'too-fast' })];
    expect(kinds(rows)).toEqual([
      ['came-marked', ['1', '2']],
      ['came-marked', ['1']],
    ]);
  });

  it('is the same point on five scales', () => {
    const all = (n: number) => Object.fromEntries('abcde'.split('').map((name) => [name, n]));
    expect(kinds([row('1', all(3)), row('2', { ...all(3), e: 4 })])).toEqual([
      ['straight-line', ['1']],
    ]);
  });

  it('is over 85 per cent blank, of what was asked', () => {
    const blank = (n: number, of: number) =>
      Object.fromEntries(Array.from({ length: of }, (_, at) => [`k${at}`, at < n ? null : 'x']));
    expect(
      kinds([row('1', blank(18, 20)), row('2', blank(17, 20)), row('3', blank(4, 4))]),
    ).toEqual([['mostly-blank', ['1']]]);
  });

  it('is a pair that its author named, in lists of answers too', () => {
    const pair = {
      id: 'P',
      question: 'children',
      option: 'none',
      otherQuestion: 'who',
      otherOption: 'grandparent',
      why: 'A grandparent has grandchildren',
    };
    const rows = [
      row('1', { children: ['none'], who: 'grandparent' }),
      row('2', { children: ['1-2'], who: 'grandparent' }),
      row('3', { who: 'grandparent' }),
    ];
    expect(kinds(rows, [pair])).toEqual([['pair', ['1']]]);
  });

  it('is nothing in ordinary answers', () => {
    expect(kinds([row('1', { ...EIGHT, q: 9 }), row('2', EIGHT)])).toEqual([]);
    expect(clustersIn([], [], [])).toEqual([]);
  });
});
