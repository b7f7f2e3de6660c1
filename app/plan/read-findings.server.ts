import { stageOf, type Stage } from '#app/people/programme.ts';
import { findingsNow } from '#app/theory/accept/accept-finding.server.ts';
import type { Sorted } from '#app/theory/accept/accepted.ts';
import { waysOf, type Ways } from '#app/theory/accept/ways.ts';
import type { Theory } from '#app/theory/graph.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { gatherSurroundings, type KnownOfPlan } from './gather-surroundings.server.ts';

/** What the checks say of a programme's theory, with all that stands around it. */
export interface Findings {
  stage: Stage;
  sorted: Sorted;
  /** How each can be put right where it is read, by its key. */
  ways: Record<string, Ways>;
}

export async function readFindings(
  programme: Programme,
  theory: Theory,
  known?: KnownOfPlan,
): Promise<Findings> {
  const around = await gatherSurroundings(programme, theory, known);
  const sorted = await findingsNow(theStore().read, programme, theory, around);
  return {
    stage: stageOf(programme.stage),
    sorted,
    ways: waysOf(sorted.open, theory, around),
  };
}
