import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import type { SeenEvidence } from '../evidence/evidence.ts';
import { readEvidence } from '../evidence/read-evidence.server.ts';
import type { Theory } from '../graph.ts';
import type { Doubt } from '../walk/doubts.ts';
import { readDoubts } from '../walk/read-doubts.server.ts';
import { assumptionsOf, type Assumption } from './assumptions.ts';

/** Everything that the stress test lays side by side. */
export async function readStress(
  programme: Programme,
  theory: Theory,
): Promise<{ assumptions: Assumption[]; evidence: SeenEvidence[]; doubts: Doubt[] }> {
  const { evidence } = await readEvidence(programme, theory);
  const doubts = await readDoubts(theStore().read, programme);
  return { assumptions: assumptionsOf(theory), evidence, doubts };
}
