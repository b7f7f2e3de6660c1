import { checkTheory } from '#app/theory/checks/check-theory.ts';
import type { Surroundings } from '#app/theory/checks/surroundings.ts';
import type { Theory } from '#app/theory/graph.ts';
import { randomTheory } from '#test/layered-graphs.ts';
import { lineOf, measuresFor, soundSurroundings } from '#test/sound-theory.ts';
import { timed, type Case } from './case.ts';

/** A theory with measures on its outcomes, and a plan line for each activity. */
function begun(
  boxes: number,
  links: number,
  seed: number,
): { theory: Theory; around: Surroundings } {
  const bare = randomTheory(boxes, links, seed);
  const theory = { ...bare, pieces: measuresFor(bare.boxes) };
  const activities = theory.boxes.filter(({ type }) => type === 'activity');
  return {
    theory,
    around: { ...soundSurroundings(), lines: activities.map(({ id }) => lineOf(id)) },
  };
}

/** What all checks together take, against what nobody notices while typing. */
export function checksCase(boxes: number, links: number, unnoticed: number): Case {
  return {
    id: `theory-checks-${boxes}`,
    what: `How long the coach takes to check a theory of ${boxes} boxes and ${links} links after a change.`,
    unit: 'ms',
    better: 'less',
    limitIs: `${unnoticed} ms: the checks run off the drag path, and nobody may wait for them`,
    goal: 1,
    async run({ quick }) {
      const theories = [1, 2, 3].map((seed) => begun(boxes, links, seed));
      const samples = await timed(
        quick ? 5 : 50,
        () => theories.map(({ theory, around }) => checkTheory(theory, 'approve', around)),
        5,
      );
      return { samples: samples.map((each) => each / theories.length), limit: unnoticed };
    },
  };
}
