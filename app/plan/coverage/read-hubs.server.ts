import { measuresIn } from '#app/theory/measures/measure.ts';
import type { Theory } from '#app/theory/graph.ts';
import type { PlanLine } from '#app/plan/plan.ts';
import { readCoverages } from '#app/plan/read-plan.server.ts';
import type { Programme } from '#db/people.ts';
import { linesOf } from '#db/plan-lines.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { shownBy } from '#templates/frameworks/shown-by.ts';
import type { Coverage } from './coverage.ts';
import { hubTests, serviceList, strandRows, type Hubs } from './hubs.ts';
import { readHeld } from './read-records.server.ts';

/** The same for its own page, which needs nothing else of the plan. */
export async function readHubsPage(programme: Programme): Promise<Hubs> {
  const db = theStore().read;
  const { authorityId, id } = programme;
  return readHubs(
    programme,
    {
      lines: await linesOf(db, authorityId, id),
      theory: (await theoryOfProgramme(db, authorityId, id)) ?? null,
      coverages: await readCoverages(programme, db),
    },
    db,
  );
}

/** Hubs against the definition, services against sites and the plan strand by strand. */
export async function readHubs(
  programme: Pick<Programme, 'id' | 'authorityId'>,
  plan: { theory: Theory | null; lines: readonly PlanLine[]; coverages: readonly Coverage[] },
  db: Reader,
): Promise<Hubs> {
  const held = await readHeld(programme, plan.theory, db);
  const measures = plan.theory === null ? [] : measuresIn(plan.theory);
  return {
    tests: hubTests(held.sites),
    services: serviceList(
      shownBy,
      plan.coverages.map(({ pack }) => pack),
      held,
    ),
    strands: strandRows(shownBy, plan.coverages, plan.lines, held.sites, measures),
  };
}
