import { crosstabOf } from '#app/needs/crosstabs/crosstab.ts';
import { Variables } from '#app/needs/crosstabs/variables.ts';
import { diceFrom } from '#app/statistics/exact-tests.ts';
import { startColumns } from '#app/survey/columns.ts';
import { Definition } from '#app/survey/definition.ts';
import { resultsFrom } from '#app/survey/results.ts';
import { timed, type Case } from '../case.ts';

const QUESTIONS = 40;
const OPTIONS = 8;

const definition = Definition.parse({
  pages: [
    {
      name: 'all',
      elements: Array.from({ length: QUESTIONS }, (_, q) => ({
        type: q % 5 === 4 ? 'checkbox' : 'radiogroup',
        name: `q${q}`,
        choices: Array.from({ length: OPTIONS }, (_, option) => `answer ${option + 1}`),
      })),
    },
  ],
});

/** Answers by the dice, uneven enough for some cells to be small. */
export function someAnswers(n: number) {
  const dice = diceFrom(7);
  const building = startColumns(definition);
  for (let i = 0; i < n; i += 1) {
    const answers: Record<string, unknown> = {};
    for (let q = 0; q < QUESTIONS; q += 1) {
      const option = `answer ${Math.floor(dice() ** 16 * OPTIONS) + 1}`;
      answers[`q${q}`] = dice() < 0.04 ? null : q % 5 === 4 ? [option, 'answer 1'] : option;
    }
    building.add(answers);
  }
  const held = building.finish(5);
  const weights = Float64Array.from({ length: n }, () => 0.3 + dice() * 2);
  return { held, weights };
}

const crosstab100k: Case = {
  id: 'crosstab-100k',
  what: 'How long a table of two questions takes, weighted, with small numbers hidden (its test of chance is measured in crosstab-whole-100k).',
  unit: 'ms',
  better: 'less',
  limitIs: 'one bare pass over the same two columns and the weights',
  goal: 1 / 3,
  // All of them in a quick run too: with fewer the fixed work on 64 cells would be most of it.
  async run() {
    const { held, weights } = someAnswers(100_000);
    const variables = new Variables(held, resultsFrom(held), [], {});
    const wanted = { row: 'q0', by: 'q1', filter: null, share: 'columns' } as const;
    const samples = await timed(
      60,
      () => crosstabOf(variables, wanted, weights, {}, { tested: false }),
      10,
    );
    const [a, b] = [held.columns[0], held.columns[1]];
    const bare = await timed(
      60,
      () => barePass(a?.codes ?? new Uint16Array(), b?.codes ?? new Uint16Array(), weights),
      10,
    );
    return { samples, limit: bare.sort((x, y) => x - y)[Math.floor(bare.length / 2)] ?? NaN };
  },
};

/** What nothing that counts a weighted table can leave out. */
function barePass(rows: Uint16Array, columns: Uint16Array, weights: Float64Array): Float64Array {
  const sums = new Float64Array((OPTIONS + 1) * (OPTIONS + 1));
  for (let i = 0; i < rows.length; i += 1) {
    sums[rows[i]! * (OPTIONS + 1) + columns[i]!]! += weights[i]!;
  }
  return sums;
}

export default crosstab100k;
