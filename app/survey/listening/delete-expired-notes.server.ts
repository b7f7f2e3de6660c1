import { forgetNotes, notesPastRetention } from '#db/listening.ts';
import { record } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { dayOf } from '#app/ui/words.ts';

/** What was taken out can be put back for so many days. */
const UNDO_DAYS = 30;

/**
 * Deletes what was said when its day has come, and what was taken out a month ago. How many came to
 * an exercise stays: it names nobody. Run at start and once a day, for every authority.
 */
export async function deleteExpiredNotes(now: Date): Promise<number> {
  const store = theStore();
  const before = new Date(now.getTime() - UNDO_DAYS * 86_400_000);
  const due = await notesPastRetention(store.read, dayOf(now), before);
  const byAuthority = new Map<string, string[]>();
  for (const { id, authorityId } of due) {
    byAuthority.set(authorityId, [...(byAuthority.get(authorityId) ?? []), id]);
  }
  for (const [authorityId, ids] of byAuthority) {
    await store.write(null, async (tx) => {
      await forgetNotes(tx, authorityId, ids);
      const by = { authorityId, name: 'Throughline' };
      const thing = { kind: 'listening', id: authorityId };
      await record(tx, by, 'notes.expired', thing, { count: ids.length });
    });
  }
  return due.length;
}
