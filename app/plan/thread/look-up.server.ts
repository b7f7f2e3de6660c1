import { outdatedEvidence } from '#app/plan/check-evidence.server.ts';
import { followedTitle } from '#app/plan/coverage/read-packs.server.ts';
import type { LookUp } from '#app/thread/see-thread.server.ts';
import type { Programme } from '#db/people.ts';
import { theStore, type Reader } from '#db/store.server.ts';

/** What the thread asks of the rooms above it, for one programme. */
export async function lookUpOf(
  programme: Programme,
  db: Reader = theStore().read,
): Promise<LookUp> {
  return {
    requirementTitle: await followedTitle(programme, db),
    outdated: (ids) => outdatedEvidence(programme, ids),
  };
}
