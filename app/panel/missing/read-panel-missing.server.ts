import { membersOf } from '#db/panel.ts';
import { populationsOf } from '#db/panel-population.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { surveysOf } from '#db/survey.ts';
import { marginsOf } from '#db/weights.ts';
import {
  fromSurvey,
  HALF_FATHERS,
  wayOf,
  wayOnPanel,
  WAYS,
  type PanelPopulation,
  type Way,
  type WayOnPanel,
} from './panel-missing.ts';

/**
 * What is known of the families that the panel speaks for: figures entered for the panel, else those
 * of the newest survey that has them, else that there are as many fathers as mothers.
 */
export async function populationsFor(programme: Programme): Promise<Map<Way, PanelPopulation>> {
  const { read } = theStore();
  const { authorityId, id, places } = programme;
  const found = new Map<Way, PanelPopulation>();
  for (const { way, groups, source, asAt } of await populationsOf(read, authorityId, id)) {
    const known = wayOf(way);
    if (known) found.set(known, { way: known, groups, source, asAt, from: 'own' });
  }
  for (const { survey } of await surveysOf(read, authorityId, id)) {
    for (const margin of await marginsOf(read, authorityId, survey.id)) {
      const population = fromSurvey(margin, places);
      if (population && !found.has(population.way)) found.set(population.way, population);
    }
  }
  if (!found.has('caresAs')) found.set('caresAs', HALF_FATHERS);
  return found;
}

/** The parents and carers of the panel beside the families, by each way that has figures. */
export async function readPanelMissing(
  programme: Programme,
  closely: boolean,
): Promise<{ ways: WayOnPanel[]; without: Way[]; parents: number }> {
  const members = await membersOf(theStore().read, programme.authorityId, programme.id);
  const parents = members
    .filter(({ leftOn, kind }) => leftOn === null && kind === 'parent-or-carer')
    .map(({ about }) => about);
  const populations = await populationsFor(programme);
  const ways = WAYS.flatMap((way) => {
    const population = populations.get(way);
    return population ? [wayOnPanel(parents, population, closely)] : [];
  });
  return { ways, without: WAYS.filter((way) => !populations.has(way)), parents: parents.length };
}
