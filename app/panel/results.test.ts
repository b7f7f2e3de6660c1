import { describe, expect, test } from 'vitest';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { resultsOf } from './results.ts';

const statements = [
  { id: 'evening', text: 'Hubs should open one evening a week' },
  { id: 'name', text: 'The name says what it is' },
  { id: 'fees', text: 'A small fee is fine' },
];
const said = (statementId: string, counts: [number, number, number]) =>
  (['agree', 'disagree', 'unsure'] as const).flatMap((vote, at) =>
    Array.from({ length: counts[at] ?? 0 }, (_, n) => ({
      statementId,
      vote,
      comment: n === 0 ? `${vote} because ${statementId}` : '',
    })),
  );
const votes = [
  ...said('fees', [1, 10, 0]),
  ...said('evening', [10, 1, 1]),
  ...said('name', [6, 5, 1]),
];

describe('results', () => {
  test('say which statements unite and which divide', () => {
    const results = resultsOf(statements, votes, true);
    expect(results.unites).toEqual([3, 1]);
    expect(results.divides).toEqual([2]);
    expect(results.statements.map((one) => one.leaning)).toEqual([
      'Unites: people agree',
      'Divides',
      'Unites: people disagree',
    ]);
  });

  test('list comments by vote, without their writers', () => {
    const [evening] = resultsOf(statements, votes, true).statements;
    expect(evening?.comments).toEqual([
      { vote: 'agree', words: 'agree because evening' },
      { vote: 'disagree', words: 'disagree because evening' },
      { vote: 'unsure', words: 'unsure because evening' },
    ]);
  });

  test('hide small counts and every comment from those who may not read single answers', () => {
    const results = resultsOf(statements, votes, false);
    expect(results.unites).toEqual([]);
    expect(results.divides).toEqual([]);
    for (const { counts, comments } of results.statements) {
      expect(comments).toEqual([]);
      for (const count of Object.values(counts)) {
        expect(count === HIDDEN || count === 0 || Number(count) >= 5).toBe(true);
      }
    }
  });
});
