import { programmesOf } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import type { Person } from '#app/people/can.ts';
import { links } from './links.ts';

/** Where somebody begins: the panel member's page, the only programme, or the list of them. */
export async function firstPageOf(person: Person): Promise<string> {
  if (person.role === 'panel-member') return links.memberHome();
  const programmes = await programmesOf(theStore().read, person.authorityId);
  const [only] = programmes;
  return programmes.length === 1 && only ? links.programme(only.id) : links.programmes();
}
