import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeUnder, rangesUnder } from './linear-program.ts';

describe('the range of an unknown', () => {
  it('follows from what nobody can be fewer than none of', () => {
    // Eight in all, five of the second and third at most three: the first is three at least.
    const equations = [
      [1, 1, 1, 0],
      [0, 1, 0, 1],
      [0, 0, 1, 0],
    ];
    expect(rangeUnder(equations, [8, 5, 0], [1, 0, 0, 0])).toEqual({ min: 3, max: 8 });
  });

  it('is one number where the equations tell it, and has no end where nothing bounds it', () => {
    const equations = [
      [1, 1, 0],
      [1, -1, 0],
    ];
    expect(rangeUnder(equations, [10, 4], [1, 0, 0])).toEqual({ min: 7, max: 7 });
    expect(rangeUnder(equations, [10, 4], [0, 0, 1])).toEqual({ min: 0, max: Infinity });
  });

  it('is everything where the equations contradict one another', () => {
    expect(rangeUnder([[1], [1]], [3, 4], [1])).toEqual({ min: 0, max: Infinity });
  });

  it('is what trying every whole number finds, for sums of neighbours', () => {
    // Sums of neighbouring unknowns have whole corners (consecutive ones are totally unimodular).
    const n = 4;
    const stretch = fc
      .tuple(fc.nat(n - 1), fc.nat(n - 1))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    const world = fc.record({
      people: fc.array(fc.nat(4), { minLength: n, maxLength: n }),
      known: fc.uniqueArray(stretch, { maxLength: 6, selector: (each) => each.join() }),
      asked: stretch,
    });
    const rowOf = ([from, to]: readonly [number, number]) =>
      Array.from({ length: n }, (_, at) => (at >= from && at <= to ? 1 : 0));
    const dot = (row: readonly number[], at: readonly number[]) =>
      row.reduce((sum, each, i) => sum + each * (at[i] ?? 0), 0);
    fc.assert(
      fc.property(world, ({ people, known, asked }) => {
        const equations = [rowOf([0, n - 1]), ...known.map(rowOf)];
        const values = equations.map((row) => dot(row, people));
        const most = values[0] ?? 0;
        const found: number[] = [];
        const digits = Array.from({ length: (most + 1) ** n }, (_, index) => index);
        for (const index of digits) {
          const at = Array.from(
            { length: n },
            (_, i) => Math.floor(index / (most + 1) ** i) % (most + 1),
          );
          if (equations.every((row, i) => dot(row, at) === values[i]))
            found.push(dot(rowOf(asked), at));
        }
        const range = rangesUnder(equations, values)(rowOf(asked));
        expect(range.min).toBeCloseTo(Math.min(...found), 6);
        expect(range.max).toBeCloseTo(Math.max(...found), 6);
      }),
      { numRuns: 60 },
    );
  });
});
