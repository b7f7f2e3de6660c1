import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeUnder } from './linear-program.ts';
import { HIDDEN, isSmall, maskCounts, maskTable } from './small-numbers.ts';
import { maskTrio } from './slices.ts';

/**
 * An attack by somebody who asks for every table that there is, with every filter, and puts it all
 * together: all shown numbers as equations over the numbers of people with each set of answers.
 */

const RULE = { openTotals: true, hideZeros: true };

interface World {
  sizes: number[];
  /** How many gave each set of answers, the last question running fastest. */
  people: number[];
}

const world = (questions: number, most: number) =>
  fc
    .array(fc.integer({ min: 2, max: 3 }), { minLength: questions, maxLength: questions })
    .chain((sizes) => {
      const cells = sizes.reduce((product, size) => product * size, 1);
      const count = fc.oneof(
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: most }),
        fc.integer({ min: most, max: most * 4 }),
      );
      return fc
        .array(count, { minLength: cells, maxLength: cells })
        .map((people): World => ({ sizes, people }));
    });

interface Published {
  equations: number[][];
  values: number[];
  /** Hidden numbers between nothing and the threshold, as the people they are made of. */
  secrets: number[][];
}

/** Everything that can ever be asked for. */
function everything({ sizes, people }: World): Published {
  const questions = sizes.map((_, at) => at);
  const answersOf = (person: number) => {
    let rest = person;
    return [...sizes]
      .reverse()
      .map((size) => {
        const answer = rest % size;
        rest = Math.floor(rest / size);
        return answer;
      })
      .reverse();
  };
  const sets = people.map((_, at) => answersOf(at));
  const who = (wanted: readonly (readonly [question: number, answer: number])[]) =>
    sets.map((set) => (wanted.every(([q, a]) => set[q] === a) ? 1 : 0));
  const count = (indicator: readonly number[]) =>
    indicator.reduce((sum: number, each, at) => sum + each * (people[at] ?? 0), 0);
  const published: Published = { equations: [], values: [], secrets: [] };
  const tell = (indicator: number[], hidden: boolean) => {
    const value = count(indicator);
    if (!hidden) {
      published.equations.push(indicator);
      published.values.push(value);
    } else if (isSmall(value)) published.secrets.push(indicator);
  };
  const steps = (q: number) => Array.from({ length: sizes[q] ?? 0 }, (_, at) => at);

  tell(who([]), false);
  for (const q of questions) for (const a of steps(q)) tell(who([[q, a]]), false);
  for (const q of questions) {
    for (const r of questions.filter((other) => other > q)) {
      const table = steps(q).map((a) =>
        steps(r).map((b) =>
          count(
            who([
              [q, a],
              [r, b],
            ]),
          ),
        ),
      );
      const { cells } = maskTable(table, RULE);
      for (const a of steps(q)) {
        for (const b of steps(r))
          tell(
            who([
              [q, a],
              [r, b],
            ]),
            cells[a]?.[b] === HIDDEN,
          );
      }
      for (const f of questions.filter((other) => other > r)) {
        const size = (each: number) => sizes[each] ?? 0;
        const isHidden = maskTrio(
          [`q${q}`, `q${r}`, `q${f}`],
          [size(q), size(r), size(f)],
          (a, b, c) =>
            count(
              who([
                [q, a],
                [r, b],
                [f, c],
              ]),
            ),
          RULE,
        );
        for (const a of steps(q)) {
          for (const b of steps(r)) {
            for (const c of steps(f)) {
              tell(
                who([
                  [q, a],
                  [r, b],
                  [f, c],
                ]),
                isHidden === null || isHidden(a, b, c),
              );
            }
          }
        }
      }
    }
  }
  return published;
}

/** Counts of one question alone that are all shown, as the variables of our tables have them. */
const openTotals = ({ sizes, people }: World) =>
  sizes.every((size, q) => {
    const after = sizes.slice(q + 1).reduce((product, each) => product * each, 1);
    const counts = Array.from({ length: size }, (_, answer) =>
      people.reduce(
        (sum, each, at) => sum + (Math.floor(at / after) % size === answer ? each : 0),
        0,
      ),
    );
    const masked = maskCounts(counts);
    return masked.total !== HIDDEN && masked.counts.every((each) => each !== HIDDEN);
  });

describe('every table with every filter together', () => {
  it('could be told if a table of two questions were masked without its neighbours in mind', () => {
    // The attack itself works: hiding the small cell alone gives it away at once.
    const equations = [
      [1, 1, 0, 0],
      [0, 0, 1, 1],
      [1, 0, 1, 0],
      [0, 1, 0, 0],
    ];
    expect(rangeUnder(equations, [23, 40, 30, 20], [1, 0, 0, 0])).toEqual({ min: 3, max: 3 });
    expect(rangeUnder(equations.slice(0, 3), [23, 40, 30], [1, 0, 0, 0])).toEqual({
      min: 0,
      max: 23,
    });
  });

  for (const [questions, most, runs] of [
    [2, 12, 60],
    [3, 12, 120],
    [4, 30, 15],
  ] as const) {
    it(`does not tell a hidden number of ${questions} questions`, () => {
      fc.assert(
        fc.property(world(questions, most), (drawn) => {
          fc.pre(openTotals(drawn));
          const { equations, values, secrets } = everything(drawn);
          for (const secret of secrets.slice(0, 12)) {
            const { min, max } = rangeUnder(equations, values, secret);
            // At least two answers are possible, however cleverly everything is put together.
            expect(max - min).toBeGreaterThan(1e-6);
          }
        }),
        { numRuns: runs },
      );
    });
  }
});
