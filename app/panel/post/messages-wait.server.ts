import { outboxCounts } from '#db/outbox.ts';
import { theStore } from '#db/store.server.ts';
import { can } from '#app/people/can.ts';
import type { Look } from '../panel-waits.server.ts';
import { outboxWaits } from './what-waits.ts';

/** Messages that do not leave by themselves, for those who may see who is on the panel. */
export const messagesWait: Look = async (by, programme) => {
  if (!can(by, 'panel.see', programme).yes) return [];
  const counts = await outboxCounts(theStore().read, programme.authorityId, programme.id);
  return outboxWaits(programme.id, counts);
};
