import { crosstabOf } from '#app/needs/crosstabs/crosstab.ts';
import { Variables } from '#app/needs/crosstabs/variables.ts';
import { resultsFrom } from '#app/survey/results.ts';
import { timed, type Case } from '../case.ts';
import { someAnswers } from './crosstab-100k.ts';

/** What somebody waits for who presses “Show the table”, once the answers are in memory. */
const MOST = 150;

const crosstabWhole: Case = {
  id: 'crosstab-whole-100k',
  what: 'How long a weighted table of several answers by one takes, masked, with a test for each.',
  unit: 'ms',
  better: 'less',
  limitIs: 'what we allow ourselves: 150 ms',
  goal: 1,
  async run({ quick }) {
    const { held, weights } = someAnswers(quick ? 10_000 : 100_000);
    const variables = new Variables(held, resultsFrom(held), [], {});
    const wanted = { row: 'q4', by: 'q1', filter: null, share: 'columns' } as const;
    const samples = await timed(30, () => crosstabOf(variables, wanted, weights), 5);
    return { samples, limit: MOST };
  },
};

export default crosstabWhole;
