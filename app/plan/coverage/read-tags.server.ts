import type { Programme } from '#db/people.ts';
import { streamsOf } from '#db/money.ts';
import { lineTitles } from '#db/plan-lines.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { tagsOf, type Tags } from '#app/plan/lines/line-page.ts';
import { packsOf } from './read-packs.server.ts';

/**
 * What a line of this programme can be tied to: activities, requirements, streams, measures and the
 * other lines.
 *
 * @param lineId the line itself, which waits for no line of its own name; empty for a new one
 */
export async function readTags(programme: Programme, lineId = ''): Promise<Tags> {
  const db = theStore().read;
  const { authorityId, id } = programme;
  const theory = (await theoryOfProgramme(db, authorityId, id)) ?? null;
  const streams = await streamsOf(db, authorityId, id);
  const lines = await lineTitles(db, authorityId, id);
  const others = lines.filter((line) => line.id !== lineId);
  return tagsOf(theory, await packsOf(programme, db), streams, others);
}
