import { valuesOfTheory } from '#db/measures.ts';
import { theStore } from '#db/store.server.ts';
import type { Theory } from '../graph.ts';
import { seenMeasures, type SeenMeasure } from './seen.ts';
import type { KeptValue } from './values.ts';

/** The measures of a theory with their figures, as anybody on staff may see them. */
export async function readMeasures(
  programme: { authorityId: string },
  theory: Theory,
): Promise<SeenMeasure[]> {
  if (!theory.pieces.some(({ kind }) => kind === 'measure')) return [];
  return seenMeasures(theory, await keptValues(programme, theory));
}

/** Every figure that was ever kept of a theory, for whoever may enter them. */
export async function keptValues(
  { authorityId }: { authorityId: string },
  { id }: Pick<Theory, 'id'>,
): Promise<readonly KeptValue[]> {
  return valuesOfTheory(theStore().read, authorityId, id);
}
