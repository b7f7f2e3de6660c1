import { stateOf } from '#app/panel/consultation.ts';
import { can, type Person } from '#app/people/can.ts';
import { dayOf } from '#app/ui/words.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { walksOf } from '#db/walks.ts';
import { theorySvg } from '../draw.ts';
import type { Theory } from '../graph.ts';
import { readTold } from '../walk/read-doubts.server.ts';
import { readWalk } from '../walk/read-walk.server.ts';
import { marksOf, storiesOf, type Line } from './two-stories.ts';

/** Words that somebody wrote about what is missing, and where they are taken into the theory. */
export interface Missing {
  voteId: string;
  words: string;
  beside: string;
  consultationId: string;
  title: string;
}

export interface TwoStories {
  lines: Line[];
  svg: string;
  /** What members said is missing; null for those who may not read single answers. */
  missing: Missing[] | null;
  closedWalks: number;
}

/** The panel's story against the council's, link by link. */
export async function readTwoStories(
  person: Person,
  programme: Programme,
  theory: Theory,
  at = new Date(),
): Promise<TwoStories> {
  const { read } = theStore();
  const closely = can(person, 'answers.read', programme).yes;
  const lines = storiesOf(theory, await readTold(read, programme, closely, at));
  const walks = await walksOf(read, programme.authorityId, programme.id);
  const closed = walks.filter((walk) => stateOf(walk, dayOf(at)) === 'closed');
  const svg = theorySvg(theory, { marks: marksOf(lines), legend: true });
  if (!closely) {
    return { lines, svg, missing: null, closedWalks: closed.length };
  }
  const missing: Missing[] = [];
  for (const { id } of closed) {
    const { consultation, results } = await readWalk(person, programme, id, at);
    for (const { text, remarks } of results?.stops ?? []) {
      for (const { voteId, asked, words } of remarks) {
        if (asked !== 'missing') continue;
        missing.push({
          voteId,
          words,
          beside: text,
          consultationId: id,
          title: consultation.title,
        });
      }
    }
  }
  return { lines, svg, missing, closedWalks: closed.length };
}
