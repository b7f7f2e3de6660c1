import { describe, expect, test } from 'vitest';
import { homeOf, type NeedAtHome } from './home.ts';

const need = (id: string, change: Partial<NeedAtHome> = {}): NeedAtHome => ({
  id,
  statement: `Need ${id}`,
  who: 'Fathers',
  howMany: 'about 300',
  priority: 'medium',
  notNowBecause: '',
  evidence: [],
  ...change,
});

const noPlan = { lines: [], theory: { boxes: [], links: [] }, obstacles: [] };

describe('the home of a programme', () => {
  test('shows the needs of the highest priority first, then those with most behind them', () => {
    const home = homeOf(
      [
        need('low', { priority: 'low', evidence: ['a', 'b', 'c'] }),
        need('one', { priority: 'high', evidence: ['12 of 40 families'] }),
        need('two', { priority: 'high', evidence: ['a', 'b'] }),
        need('aside', { priority: 'high', notNowBecause: 'No money before 2027' }),
        need('middle'),
      ],
      noPlan,
    );
    expect(home.needs.map((one) => one.id)).toEqual(['two', 'one', 'middle']);
    expect(home.needsMore).toBe(1);
    expect(home.needs[1]).toMatchObject({
      evidence: '12 of 40 families',
      restsOn: 'Rests on 1 finding',
    });
    expect(home.needs[2]).toMatchObject({ who: 'Fathers: about 300', restsOn: 'No evidence yet' });
  });

  test('is empty, not broken, when there is nothing', () => {
    expect(homeOf([], noPlan)).toEqual({
      needs: [],
      needsMore: 0,
      outcomes: [],
      outcomesMore: 0,
      obstacles: [],
      obstaclesMore: 0,
    });
  });
});
