import { tidying } from '#app/theory/tidy.ts';
import { randomTheory } from '#test/layered-graphs.ts';
import { timed, type Case } from '../case.ts';

/** What a person does not notice, in milliseconds. */
const UNNOTICED = 10;

const layout60: Case = {
  id: 'theory-layout-60',
  what: 'How long “Tidy up” takes to order a theory of 60 boxes and 84 links.',
  unit: 'ms',
  better: 'less',
  limitIs: `${UNNOTICED} ms, which nobody notices`,
  goal: 1,
  async run({ quick }) {
    const theories = [1, 2, 3].map((seed) => randomTheory(60, 84, seed));
    const samples = await timed(
      quick ? 10 : 100,
      () => theories.map((theory) => tidying(theory)),
      5,
    );
    return { samples: samples.map((each) => each / theories.length), limit: UNNOTICED };
  },
};

export default layout60;
