import { actionsOf } from '#db/meeting-notes.ts';
import { meetingsOf } from '#db/meetings.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { can, type Person } from '#app/people/can.ts';
import type { Wait } from '../panel-waits.server.ts';
import { waitsAt } from '../wait-addresses.ts';
import { isLate } from './actions.ts';
import { meetingLists, meetingsWaiting } from './meeting-lists.ts';

/** Actions past their day, and meetings of which nobody said whether they took place. */
export async function meetingsWait(
  by: Person,
  programme: Programme,
  today: string,
): Promise<Wait[]> {
  if (!can(by, 'panel.see', programme).yes) return [];
  const { read } = theStore();
  const { authorityId, id } = programme;
  const lists = meetingLists(await meetingsOf(read, authorityId, id), today);
  const actions = await actionsOf(read, authorityId, id);
  const late = actions.filter((action) => isLate(action, today)).length;
  return meetingsWaiting(lists, late).map(({ what, words }) => ({
    words,
    href: what === 'late' ? waitsAt.meetingActions(id) : waitsAt.meetings(id),
    pressing: what === 'late',
  }));
}
