import { theorySvg } from '#app/theory/draw.ts';
import { writeTheory } from '#app/theory/formats/write-theory.server.ts';
import type { Format } from '#app/theory/formats/exports.ts';
import { randomTheory } from '#test/layered-graphs.ts';
import { timed, type Case } from './case.ts';

/** What a file of 120 boxes and 180 links may take at most, in milliseconds: somebody waits for it. */
const MOST = 500;

const ABOUT = {
  authority: { name: 'Wexcombe Borough Council', colour: '#1d70b8', isDemonstration: true },
  programme: 'Best start',
  madeOn: '2026-11-22',
  part: null,
  state: null,
};

/** A theory of 120 boxes written as one kind of file, beside half a second. */
export function theoryFile(format: Format, what: string): Case {
  return {
    id: `theory-${format}`,
    what,
    unit: 'ms',
    better: 'less',
    limitIs: 'half a second, the most that a theory of 120 boxes and 180 links may take',
    goal: 1,
    async run({ quick }) {
      const theory = randomTheory(120, 180, 3);
      // The first drawing measures the letters, which stay measured.
      theorySvg(theory);
      const samples = await timed(quick ? 3 : 15, () => writeTheory(theory, format, ABOUT), 2);
      return { samples, limit: MOST };
    },
  };
}
