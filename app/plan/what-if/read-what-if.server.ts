import { costsOf } from '#db/costs.ts';
import { streamsOf } from '#db/money.ts';
import type { Programme } from '#db/people.ts';
import { linesOf } from '#db/plan-lines.ts';
import { judgementsOf, taggedActivities } from '#db/plan.ts';
import { theStore } from '#db/store.server.ts';
import { theorySvg } from '#app/theory/draw.ts';
import type { Box, Theory } from '#app/theory/graph.ts';
import { packsOf } from '#app/plan/coverage/read-packs.server.ts';
import { readRecords } from '#app/plan/coverage/read-records.server.ts';
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
      costs: await costsOf(db, authorityId, id),
      tagged: await taggedActivities(db, authorityId, choices),
      judgements: await judgementsOf(db, authorityId, id),
      packs: await packsOf(programme, db),
      records: await readRecords(programme, theory, db),
    },
    choices.find((box) => box.id === boxId)?.id ?? '',
  );
  if (answer === null) return { choices, answer, svg: '' };
  const svg = theorySvg(theory, { marks: marksOf(theory, answer), legend: true });
  return { choices, answer, svg };
}
