import { judgementsOf, linesOf, streamsOf, taggedActivities } from '#db/plan.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { theorySvg } from '#app/theory/draw.ts';
import type { Box, Theory } from '#app/theory/graph.ts';
import { packsOf } from '../read-plan.server.ts';
import { marksOf } from './picture.ts';
import { stoppable, whatIf, type WhatIf } from './what-if.ts';

/** What can be asked, and the answer with its picture; null while nothing is asked. */
export async function readWhatIf(
  programme: Pick<Programme, 'id' | 'authorityId' | 'packs'>,
  theory: Theory,
  boxId: string,
): Promise<{ choices: Box[]; answer: WhatIf | null; svg: string }> {
  const db = theStore().read;
  const { authorityId, id } = programme;
  const choices = stoppable(theory);
  const answer = whatIf(
    {
      theory,
      lines: await linesOf(db, authorityId, id),
      streams: await streamsOf(db, authorityId, id),
      tagged: await taggedActivities(db, authorityId, choices),
      judgements: await judgementsOf(db, authorityId, id),
      packs: packsOf(programme),
    },
    choices.find((box) => box.id === boxId)?.id ?? '',
  );
  if (answer === null) return { choices, answer, svg: '' };
  const svg = theorySvg(theory, { marks: marksOf(theory, answer), legend: true });
  return { choices, answer, svg };
}
