import { describe, expect, test } from 'vitest';
import type { Item } from './kinds/items.ts';
import { firstName, myAnswers, nextAfter, whatBecame, type StoredReply } from './member-home.ts';

const item = (id: string, change: Partial<Item> = {}, askedAt: Date | null = null) => ({
  id,
  type: 'statement',
  text: id.toUpperCase(),
  hint: '',
  method: '',
  options: null,
  ...change,
  askedAt,
});
const statements = ['a', 'b', 'c', 'd'].map((id) => item(id));
const vote = (statementId: string, change: object = {}) => ({
  statementId,
  vote: 'agree',
  comment: '',
  choice: null,
  words: null,
  at: new Date('2026-06-10T10:00:00Z'),
  ...change,
});

describe('a member in a consultation', () => {
  test('sees their own answers beside the statements', () => {
    const mine = myAnswers(statements, [vote('b', { vote: 'unsure', comment: 'It depends' })]);
    expect(mine.progress).toEqual({ answered: 1, of: 4, next: 1 });
    expect(mine.statements[1]).toMatchObject({
      number: 2,
      id: 'b',
      text: 'B',
      answered: true,
      said: 'Unsure',
      comment: 'It depends',
      fields: { vote: 'unsure', comment: 'It depends' },
    });
    expect(mine.statements[0]?.said).toBeNull();
  });

  test('sees what they chose, put in order and wrote in their own words', () => {
    const options = [
      { id: 'x', words: 'Sunrise' },
      { id: 'y', words: 'Bridge' },
    ];
    const mine = myAnswers(
      [
        item('a', { type: 'choice', options }),
        item('b', { type: 'ranking', options }),
        item('c', { type: 'link' }),
      ],
      [
        vote('a', { vote: '', choice: ['y'] }),
        vote('b', { vote: '', choice: ['y', 'x'] }),
        vote('c', { words: { stops: 'No bus' } }),
      ],
    );
    expect(mine.statements.map((one) => one.said)).toEqual([
      'Bridge',
      '1. Bridge  2. Sunrise',
      'Agree',
    ]);
    expect(mine.statements[1]?.fields).toMatchObject({ 'rank-y': '1', 'rank-x': '2' });
    expect(mine.statements[2]?.words).toEqual([
      { label: 'What would stop it from happening?', words: 'No bus' },
    ]);
  });

  test('is told what came after they had answered, and of nothing else', () => {
    const late = item('e', {}, new Date('2026-06-11T10:00:00Z'));
    const early = item('f', {}, new Date('2026-06-09T10:00:00Z'));
    const isNew = (votes: Parameters<typeof myAnswers>[1]) =>
      myAnswers([...statements, early, late], votes)
        .statements.filter((one) => one.isNew)
        .map(({ id }) => id);
    expect(isNew([vote('a')])).toEqual(['e']);
    expect(isNew([vote('a'), vote('e')])).toEqual([]);
    expect(isNew([])).toEqual([]);
  });

  test('goes on to the next without an answer, then to those left out, then is done', () => {
    const some = myAnswers(statements, [vote('a'), vote('c')]);
    expect(nextAfter(some, 1)).toBe(2);
    expect(nextAfter(some, 2)).toBe(4);
    expect(nextAfter(some, 4)).toBe(2);
    expect(nextAfter(myAnswers(statements, [vote('a'), vote('b'), vote('c')]), 4)).toBeNull();
  });
});

describe('what became of what a member said', () => {
  const reply: StoredReply = {
    id: 'r',
    youSaid: 'Groups are at times we cannot come',
    status: 'we-did',
    words: 'Two hubs open on Thursday evenings',
    because: '',
    owner: '',
    dueOn: null,
  };

  test('is told by theme, answered ones first and those not gathered last', () => {
    const became = whatBecame([
      { comment: 'No bus', statement: 'S1', themeId: null, theme: null, reply: null },
      { comment: 'Late', statement: 'S2', themeId: 't', theme: 'Times', reply },
      { comment: 'Rude', statement: 'S3', themeId: 'w', theme: 'Welcome', reply: null },
      { comment: 'After six', statement: 'S4', themeId: 't', theme: 'Times', reply },
    ]);
    expect(
      became.map((one) => [one.theme, one.said.map((said) => said.words), one.reply?.what]),
    ).toEqual([
      ['Times', ['Late', 'After six'], 'We did'],
      ['Welcome', ['Rude'], undefined],
      [null, ['No bus'], undefined],
    ]);
  });
});

test('people are greeted by their first name', () => {
  expect(firstName('Leanne Moss')).toBe('Leanne');
  expect(firstName(' Aisha ')).toBe('Aisha');
});
