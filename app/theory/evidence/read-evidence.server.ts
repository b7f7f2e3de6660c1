import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { tieChoices } from '#db/theory-evidence.ts';
import type { Theory } from '../graph.ts';
import { seenEvidence, tieValue, type SeenEvidence, type TiedTo } from './evidence.ts';

/** The evidence of a theory as it is read now, and what evidence can be tied to. */
export async function readEvidence(
  programme: Pick<Programme, 'id' | 'authorityId'>,
  theory: Pick<Theory, 'pieces'>,
): Promise<{ evidence: SeenEvidence[]; choices: TiedTo[] }> {
  const choices = await tieChoices(theStore().read, programme.authorityId, programme.id);
  const tied = new Map(choices.map((choice) => [tieValue(choice), choice]));
  return { evidence: seenEvidence(theory.pieces, tied), choices };
}
