import { howManyOpenFlags } from '#db/care.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { can, type Person } from '#app/people/can.ts';

/** How many cases are open, for those who may know that there are any; 0 for everybody else. */
export async function openCases(by: Person, programme: Programme): Promise<number> {
  if (!can(by, 'safeguarding.see', programme).yes) return 0;
  return howManyOpenFlags(theStore().read, programme.authorityId, programme.id);
}
