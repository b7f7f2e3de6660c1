import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Margin } from '../missing/margin.ts';
import { DID_NOT_SAY, USUAL, weigh, type Settings, type Weighted } from './weigh.ts';

const margin = (question: string, groups: Record<string, [string[], number]>): Margin => ({
  question,
  unit: 'percent',
  groups: Object.entries(groups).map(([label, [options, figure]]) => ({ label, options, figure })),
  source: 'Census 2021',
  asAt: '2021-03-21',
  assumed: false,
});

const SEX = margin('sex', { Women: [['female'], 55], Men: [['male'], 45] });
const AGE = margin('age', { 'Under 25': [['u18', '18-24'], 20], '25 and over': [['25+'], 80] });

const families = (answers: Record<string, unknown>, n: number, from = 0) =>
  Array.from({ length: n }, (_, at) => ({ id: `${JSON.stringify(answers)}${from + at}`, answers }));

function weighted(...args: Parameters<typeof weigh>): Weighted {
  const done = weigh(...args);
  if (!done.ok) throw new Error(JSON.stringify(done.obstacles));
  return done.weighted;
}

const by = (questions: string[], more: Partial<Settings> = {}): Settings => ({
  ...USUAL,
  questions,
  ...more,
});

describe('weighting answers', () => {
  const rows = [
    ...families({ sex: 'female', age: 'u18' }, 6),
    ...families({ sex: 'female', age: '18-24' }, 14),
    ...families({ sex: 'female', age: '25+' }, 60),
    ...families({ sex: 'male', age: '25+' }, 14),
    ...families({ sex: 'male', age: '18-24' }, 2),
    ...families({ sex: 'refused', age: '25+' }, 3),
    ...families({ age: null }, 1),
  ];

  it('makes each group its part of the population, of those who say', () => {
    const done = weighted(rows, [SEX, AGE], by(['sex', 'age'], { highest: 5 }));
    const sex = done.margins.find(({ question }) => question === 'sex')?.groups;
    // 4 of 100 do not say: they keep their 4 per cent, the others share 96.
    expect(sex?.map(({ label }) => label)).toEqual(['Women', 'Men', DID_NOT_SAY]);
    expect(sex?.[1]?.unweighted).toBeCloseTo(0.16, 9);
    expect(sex?.[1]?.weighted).toBeCloseTo(0.45 * 0.96, 6);
    expect(sex?.[2]?.weighted).toBeCloseTo(0.04, 6);
    expect(done.raked.converged).toBe(true);
    expect(done.effect.effective).toBeLessThan(100);
    expect(done.leftOut).toBe(0);
    const sum = [...done.weights.values()].reduce((all, each) => all + each, 0);
    expect(sum).toBeCloseTo(100, 6);
  });

  it('leaves out those who do not say, where that is chosen', () => {
    const done = weighted(rows, [SEX, AGE], by(['sex'], { missing: 'left-out', highest: 5 }));
    expect(done.leftOut).toBe(4);
    expect([...done.weights.values()].filter((weight) => weight === 0)).toHaveLength(4);
    expect(done.margins[0]?.groups.map(({ weighted: part }) => part)).toEqual([
      expect.closeTo(0.55, 6),
      expect.closeTo(0.45, 6),
    ]);
  });

  it('refuses a group without answers or with too few, and says which', () => {
    const few = [...families({ sex: 'female' }, 30), ...families({ sex: 'male' }, 4)];
    expect(weigh(few, [SEX], by(['sex']))).toEqual({
      ok: false,
      obstacles: [{ question: 'sex', group: 'Men', why: 'too-few' }],
    });
    expect(weigh(families({ sex: 'female' }, 30), [SEX], by(['sex']))).toMatchObject({
      obstacles: [{ group: 'Men', why: 'nobody' }],
    });
    const none = margin('sex', { Women: [['female'], 100], Men: [['male'], 0] });
    expect(weigh(rows, [none], by(['sex']))).toMatchObject({
      obstacles: [{ group: 'Men', why: 'nobody-there' }],
    });
  });

  it('keeps the limits and says how far the margins are off then', () => {
    const done = weighted(rows, [SEX, AGE], by(['sex'], { lowest: 0.8, highest: 1.5 }));
    expect(done.most).toBeLessThanOrEqual(1.5);
    expect(done.least).toBeGreaterThanOrEqual(0.8);
    expect(done.raked.converged).toBe(false);
    const men = done.margins[0]?.groups[1];
    expect(men?.weighted).toBeLessThan(men?.wanted ?? 0);
    expect(done.raked.atLimit).toBeGreaterThan(0);
  });

  it('counts everybody once where no question is chosen, and copes with nobody', () => {
    const even = weighted(rows, [SEX], by([]));
    expect(new Set(even.weights.values())).toEqual(new Set([1]));
    expect(weigh([], [], by([]))).toMatchObject({ ok: true });
  });

  it('gives the same weights in whatever order the answers come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        const one = weighted(rows, [SEX, AGE], by(['sex', 'age']));
        const other = weighted(shuffled, [SEX, AGE], by(['sex', 'age']));
        for (const [id, weight] of one.weights) expect(other.weights.get(id)).toBe(weight);
      }),
      { numRuns: 10 },
    );
  });

  it('takes a hundred thousand answers', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => ({
      id: String(at),
      answers: { sex: at % 9 === 0 ? 'male' : 'female', age: at % 7 === 0 ? 'u18' : '25+' },
    }));
    expect(weighted(many, [SEX, AGE], by(['sex', 'age'])).weights.size).toBe(100_000);
  });
});
