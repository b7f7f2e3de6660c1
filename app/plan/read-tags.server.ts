import type { Programme } from '#db/people.ts';
import { streamsOf } from '#db/plan.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { tagsOf, type Tags } from './line-page.ts';
import { packsOf } from './read-plan.server.ts';

/** What a line of this programme can be tied to: activities, requirements and streams. */
export async function readTags(programme: Programme): Promise<Tags> {
  const db = theStore().read;
  const { authorityId, id } = programme;
  const theory = (await theoryOfProgramme(db, authorityId, id)) ?? null;
  return tagsOf(theory, packsOf(programme), await streamsOf(db, authorityId, id));
}
