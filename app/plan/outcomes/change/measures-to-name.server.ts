import { measuresIn } from '#app/theory/measures/measure.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

/** The measures of the theory that scores can speak of, by name. */
export async function measuresToName({
  authorityId,
  id,
}: Pick<Programme, 'authorityId' | 'id'>): Promise<{ id: string; label: string }[]> {
  const theory = await theoryOfProgramme(theStore().read, authorityId, id);
  return theory === undefined
    ? []
    : measuresIn(theory).map(({ id: at, label }) => ({ id: at, label }));
}
