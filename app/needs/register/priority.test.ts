import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CRITERIA,
  FIRST_RULE,
  pointsOf,
  priorityOf,
  RuleForm,
  sayRule,
  scoresIn,
  type Scores,
} from './priority.ts';
import { ranked, sayFirmness, sensitivityOf, weightings } from './sensitivity.ts';

const scored = (size: number, severity: number, voice: number, inequality: number): Scores => ({
  size,
  severity,
  voice,
  inequality,
});
const anyScores = fc
  .tuple(...CRITERIA.map(() => fc.integer({ min: 0, max: 4 })))
  .map(([a = 0, b = 0, c = 0, d = 0]) => scored(a, b, c, d));
const anyNeeds = fc
  .array(anyScores, { minLength: 1, maxLength: 8 })
  .map((all) => all.map((scores, at) => ({ id: `n${at}`, scores })));

describe('the rule of priorities', () => {
  test('weighs the four scores into points out of 100', () => {
    // (2×4 + 1×3 + 1×2 + 0×1) / (4 × 4) = 13/16
    const weights = { size: 2, severity: 1, voice: 1, inequality: 0 };
    expect(pointsOf(scored(4, 3, 2, 1), weights)).toBe(81.25);
    expect(pointsOf(scored(4, 4, 4, 4), FIRST_RULE.weights)).toBe(100);
    expect(pointsOf(scored(0, 0, 0, 0), FIRST_RULE.weights)).toBe(0);
  });

  test('calls a need high from the points that are shown', () => {
    expect([64.4, 64.5, 39.5, 39.4].map((points) => priorityOf(points, FIRST_RULE))).toEqual([
      'medium',
      'high',
      'medium',
      'low',
    ]);
  });

  test('says how it came about', () => {
    expect(sayRule(scored(4, 3, 2, 1), FIRST_RULE)).toBe(
      'By the rule: 63 of 100 points (size 4, severity 3, voice 2, inequality 1, each out of 4).',
    );
  });

  test('half a judgement is none', () => {
    const rows = CRITERIA.slice(0, 3).map((criterion) => ({ criterion, score: 2 }));
    expect(scoresIn(rows)).toBeNull();
    expect(scoresIn([...rows, { criterion: 'inequality', score: 0 }])).toEqual(scored(2, 2, 2, 0));
  });

  test('needs a criterion that counts, and high above medium', () => {
    const none = { size: '0', severity: '0', voice: '0', inequality: '0', version: '0' };
    const read = RuleForm.safeParse({ ...none, highFrom: '40', mediumFrom: '65', reason: 'x' });
    expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual(['size', 'highFrom']);
  });
});

describe('the sensitivity of the order', () => {
  test('goes through every weighting in steps of five per cent', () => {
    // Compositions of 20 into 4 parts: C(23, 3).
    expect(weightings()).toHaveLength(1771);
    expect(weightings().every((each) => each.reduce((a, b) => a + b, 0) === 20)).toBe(true);
  });

  test('two needs that are best at one thing each share the first place', () => {
    const needs = [
      { id: 'size', scores: scored(4, 0, 0, 0) },
      { id: 'voice', scores: scored(0, 0, 4, 0) },
    ];
    const { needs: found } = sensitivityOf(needs, 1);
    // First where its weight is at least the other's: by symmetry half, and the ties count for both.
    // Weightings with equal parts: sum over a of (21 − 2a), a = 0 … 10 = 121. (1771 + 121) / 2 = 946.
    expect(found.map(({ inTop }) => inTop)).toEqual([946 / 1771, 946 / 1771]);
    expect(found.map(({ best, worst }) => [best, worst])).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  test('an oracle worked by hand over a coarse grid', () => {
    // Two parts between four criteria: 10 weightings. a = 4 2 0 0, b = 2 2 2 2, c = 0 0 3 1.
    const needs = [
      { id: 'a', scores: scored(4, 2, 0, 0) },
      { id: 'b', scores: scored(2, 2, 2, 2) },
      { id: 'c', scores: scored(0, 0, 3, 1) },
    ];
    // Sums (a, b, c) by weights: 2000: 8 4 0; 1100: 6 4 0; 1010: 4 4 3; 1001: 4 4 1; 0200: 4 4 0;
    // 0110: 2 4 3; 0101: 2 4 1; 0020: 0 4 6; 0011: 0 4 4; 0002: 0 4 2.
    const { weightings: many, needs: found } = sensitivityOf(needs, 1, 2);
    expect(many).toBe(10);
    expect(found.map(({ best, worst, inTop }) => [best, worst, inTop])).toEqual([
      [1, 3, 5 / 10],
      [1, 2, 7 / 10],
      [1, 3, 2 / 10],
    ]);
  });

  test('a need that is as good everywhere never falls behind', () => {
    fc.assert(
      fc.property(anyNeeds, (needs) => {
        const { needs: found } = sensitivityOf(needs, 2, 6);
        for (const one of found) {
          for (const id of one.alwaysBefore) {
            const other = found.find((each) => each.id === id);
            expect(one.best).toBeLessThanOrEqual(other?.best ?? 0);
            expect(one.worst).toBeLessThanOrEqual(other?.worst ?? 0);
            expect(one.inTop).toBeGreaterThanOrEqual(other?.inTop ?? 2);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the chosen order lies within best and worst when the weights lie on the grid', () => {
    fc.assert(
      fc.property(anyNeeds, fc.constantFrom(...weightings(4)), (needs, [a, b, c, d]) => {
        const weights = { size: a ?? 0, severity: b ?? 0, voice: c ?? 0, inequality: d ?? 0 };
        const { needs: found } = sensitivityOf(needs, 3, 4);
        for (const { id, rank } of ranked(needs, weights)) {
          const range = found.find((each) => each.id === id);
          expect(rank).toBeGreaterThanOrEqual(range?.best ?? Infinity);
          expect(rank).toBeLessThanOrEqual(range?.worst ?? 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('equal points share a rank and say so', () => {
    const needs = ['x', 'y', 'z'].map((id) => ({
      id,
      scores: scored(1, 1, 1, id === 'z' ? 0 : 1),
    }));
    expect(ranked(needs, FIRST_RULE.weights).map(({ rank, tiedWith }) => [rank, tiedWith])).toEqual(
      [
        [1, 1],
        [1, 1],
        [3, 0],
      ],
    );
  });

  test('is said in words', () => {
    const of = (best: number, worst: number, inTop: number) => ({
      id: 'n',
      best,
      worst,
      inTop,
      alwaysBefore: [],
    });
    expect(sayFirmness(of(1, 1, 1), 3)).toBe('Always number 1, however the criteria are weighed.');
    expect(sayFirmness(of(1, 3, 1), 3)).toBe('Always among the first 3; between 1 and 3.');
    expect(sayFirmness(of(2, 7, 0.999), 3)).toBe(
      'Among the first 3 under 99% of weightings; between 2 and 7.',
    );
    expect(sayFirmness(of(5, 9, 0), 3)).toBe('Never among the first 3; between 5 and 9.');
  });
});
