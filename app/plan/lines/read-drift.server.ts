import type { Box, Theory } from '#app/theory/graph.ts';
import { keptDriftOf } from '#db/plan-follow.ts';
import type { Programme } from '#db/people.ts';
import { linesOf } from '#db/plan-lines.ts';
import { theStore } from '#db/store.server.ts';
import { driftOf, openDrift } from './drift.ts';

/**
 * Where the plan says something else than one activity of the theory, a sentence each: nothing for other
 * boxes, for what somebody let stand, and before the plan has its first line.
 */
export async function readDriftOfBox(
  { authorityId, id }: Programme,
  theory: Theory,
  box: Pick<Box, 'id' | 'type'>,
): Promise<string[]> {
  if (box.type !== 'activity') return [];
  const { read } = theStore();
  const lines = await linesOf(read, authorityId, id);
  if (lines.length === 0) return [];
  const drift = driftOf(lines, theory, await keptDriftOf(read, authorityId, id));
  return openDrift(drift)
    .filter(({ boxId }) => boxId === box.id)
    .map(({ says }) => says);
}
