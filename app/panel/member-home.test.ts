import { describe, expect, test } from 'vitest';
import { firstName, myAnswers, nextAfter, whatBecame, type StoredReply } from './member-home.ts';

const statements = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id.toUpperCase() }));
const vote = (statementId: string, word = 'agree', comment = '') => ({
  statementId,
  vote: word,
  comment,
});

describe('a member in a consultation', () => {
  test('sees their own answers beside the statements', () => {
    const mine = myAnswers(statements, [vote('b', 'unsure', 'It depends')]);
    expect(mine.progress).toEqual({ answered: 1, of: 4, next: 1 });
    expect(mine.statements[1]).toEqual({
      number: 2,
      id: 'b',
      text: 'B',
      vote: 'unsure',
      said: 'Unsure',
      comment: 'It depends',
    });
    expect(mine.statements[0]?.said).toBeNull();
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
