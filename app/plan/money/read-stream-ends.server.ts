import { theorySvg } from '#app/theory/draw.ts';
import type { Theory } from '#app/theory/graph.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { marksOfFall } from '#app/plan/what-if/picture.ts';
import { readMoney } from './read-money.server.ts';
import { streamEnds, type StreamEnds } from './stream-ends.ts';

/** A plan without a theory: nothing hangs together, and nothing can fall. */
const NO_THEORY: Theory = {
  id: '',
  title: '',
  sequence: 0,
  more: {},
  boxes: [],
  links: [],
  pieces: [],
};

/** What falls when a stream ends, and its picture; null where there is no such stream. */
export async function readStreamEnds(
  programme: Pick<Programme, 'id' | 'authorityId'>,
  streamId: string,
): Promise<{ ends: StreamEnds; svg: string } | null> {
  const { authorityId, id } = programme;
  const theory = (await theoryOfProgramme(theStore().read, authorityId, id)) ?? NO_THEORY;
  const { lines, accounts } = await readMoney(programme);
  const ends = streamEnds(theory, lines, accounts, streamId);
  if (ends === null) return null;
  const marks = marksOfFall(theory, { ...ends, stops: ends.activities });
  const svg = ends.activities.length === 0 ? '' : theorySvg(theory, { marks, legend: true });
  return { ends, svg };
}
