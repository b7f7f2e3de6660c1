import { can, type Person } from '#app/people/can.ts';
import { many } from '#app/ui/words.ts';
import type { Programme } from '#db/people.ts';
import { waitingProposals } from '#db/statements.ts';
import { theStore } from '#db/store.server.ts';
import type { Wait } from '../panel-waits.server.ts';
import { waitsAt } from '../wait-addresses.ts';

/** Statements that members propose and that nobody has decided on, while everybody could still answer. */
export async function proposalsWait(
  by: Person,
  programme: Programme,
  today: string,
): Promise<Wait[]> {
  if (!can(by, 'panel.manage', programme).yes) return [];
  const rows = await waitingProposals(theStore().read, programme.authorityId, programme.id, today);
  return rows.map(({ id, title, waiting }) => ({
    words: `${many(waiting, 'statement')} that members propose for “${title}” ${waiting === 1 ? 'waits' : 'wait'} to be read.`,
    href: waitsAt.proposals(programme.id, id),
    pressing: false,
  }));
}
