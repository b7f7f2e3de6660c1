import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ITEM_TYPES, type Item } from './items.ts';
import { keptOf } from './kept.ts';
import { fieldsOf, fits, rankField, readAnswer } from './read-answer.ts';

const options = ['Sunrise', 'Bridge', 'Tree'].map((words, at) => ({ id: `o${at}`, words }));
const item = (type: string, change: Partial<Item> = {}): Item => ({
  id: 'i',
  type,
  text: 'Which?',
  hint: '',
  method: 'one',
  options,
  ...change,
});
const problemsOf = (of: Item, typed: Record<string, string | string[]>, prefix = '') =>
  readAnswer(of, typed, prefix).problems;

describe('numbers beside options', () => {
  const ranks = (...numbers: string[]) =>
    Object.fromEntries(numbers.map((number, at) => [rankField(`o${at}`), number]));

  test('are an order, which may stop early', () => {
    expect(readAnswer(item('ranking'), ranks('2', '1', '3')).answer?.choice).toEqual([
      'o1',
      'o0',
      'o2',
    ]);
    expect(readAnswer(item('ranking'), ranks('', '1', '')).answer?.choice).toEqual(['o1']);
  });

  test('used twice, left out or missing are told at the number', () => {
    expect(problemsOf(item('ranking'), ranks('1', '2', '2'))).toEqual([
      { field: 'rank-o2', message: 'You gave number 2 to “Bridge” and “Tree”. Use it once' },
    ]);
    expect(problemsOf(item('ranking'), ranks('1', '3', ''))).toEqual([
      { field: 'rank-o1', message: 'You used number 3 but not number 2. Leave no number out' },
    ]);
    expect(problemsOf(item('ranking'), ranks('', '', ''))).toEqual([
      {
        field: 'rank-o0',
        message: 'Give number 1 to the one you like best, or skip this one',
      },
    ]);
  });
});

describe('a choice', () => {
  test('of one takes one, of any takes all that exist', () => {
    expect(readAnswer(item('choice'), { choice: ['o1', 'o2'] }).answer?.choice).toEqual(['o1']);
    const any = item('choice', { method: 'any' });
    expect(readAnswer(any, { choice: ['o1', 'o2', 'o9', 'o1'] }).answer?.choice).toEqual([
      'o1',
      'o2',
    ]);
    expect(problemsOf(item('choice'), { choice: 'o9' })).toMatchObject([{ field: 'choice' }]);
  });

  test('on a page with several things has fields of its own', () => {
    expect(problemsOf(item('choice'), { choice: 'o1' }, 'b-')).toMatchObject([
      { field: 'b-choice' },
    ]);
    expect(readAnswer(item('choice'), { 'b-choice': 'o1' }, 'b-').answer?.choice).toEqual(['o1']);
  });
});

test('words that are too long say by how much, and an open question needs some', () => {
  const long = { vote: 'agree', comment: 'x'.repeat(2050) };
  expect(problemsOf(item('statement'), long)).toEqual([
    { field: 'comment', message: 'Why: write 2,000 characters or fewer. It is 50 too long.' },
  ]);
  expect(problemsOf(item('question'), { comment: '  ' })).toEqual([
    { field: 'comment', message: 'Write your answer, or skip this one' },
  ]);
});

test('what could not be kept is given back in full', () => {
  const { answer } = readAnswer(item('link'), { vote: 'disagree', missing: 'Dads', stops: 'Rain' });
  expect(answer && keptOf(item('link'), answer).map(({ words }) => words)).toEqual([
    'Disagree',
    'Dads',
    'Rain',
  ]);
});

test('whatever is sent, an answer that is read fits, and its fields give it again', () => {
  const word = fc.constantFrom('', 'agree', 'stop', 'o0', 'o1', '1', '2', '3', '-1', '1.5', 'x y');
  const typed = fc.record({
    vote: word,
    comment: word,
    missing: word,
    choice: fc.oneof(word, fc.array(word, { maxLength: 4 })),
    'rank-o0': word,
    'rank-o1': word,
    'rank-o2': word,
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...ITEM_TYPES),
      fc.constantFrom('one', 'any'),
      typed,
      (type, method, sent) => {
        const of = item(type, { method });
        const { answer, problems } = readAnswer(of, sent);
        expect(answer === null).toBe(problems !== null);
        if (!answer) return;
        expect(fits(of, answer)).toBe(true);
        expect(readAnswer(of, fieldsOf(of, answer)).answer).toEqual(answer);
      },
    ),
  );
});
