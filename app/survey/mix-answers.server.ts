import { randomBytes } from 'node:crypto';
import { noteMixed, putBackAs, sentOn, surveysToMix } from '#db/mixed.ts';
import { theStore } from '#db/store.server.ts';
import { dayOf } from '#app/ui/words.ts';

/** So many at once, so that nobody waits long behind it. */
const AT_ONCE = 200;

/** The day of an answer is reckoned before it is stored: a day is over a good while after midnight. */
const AFTER_MIDNIGHT_MS = 15 * 60_000;

/**
 * Mixes what families sent on the days before today, from home or on a tablet that was handed round. Ids
 * are random and only the day is kept, but the place of a row in the file, and in each index, still tells
 * who was first. Once a day the rows are taken out and put back in an order of chance. Gives how many.
 */
export async function mixAnswers(now: Date): Promise<number> {
  const store = theStore();
  const today = dayOf(new Date(now.getTime() - AFTER_MIDNIGHT_MS));
  const upTo = dayBefore(today);
  let mixed = 0;
  for (const { id, authorityId, mixedTo } of await surveysToMix(store.read, today)) {
    const days = { after: mixedTo ?? '', upTo };
    const ids = await sentOn(store.read, authorityId, id, days);
    const order = inChance(ids);
    for (let at = 0; at < order.length; at += AT_ONCE) {
      const some = order.slice(at, at + AT_ONCE);
      await store.write(`survey:${id}`, (tx) => putBackAs(tx, authorityId, some));
    }
    // What came for these days since the look is not mixed yet: then all of them are, the next night.
    const known = new Set(ids);
    await store.write(`survey:${id}`, async (tx) => {
      const there = await sentOn(tx, authorityId, id, days);
      if (there.every((one) => known.has(one))) await noteMixed(tx, authorityId, id, mixedTo, upTo);
    });
    mixed += order.length;
  }
  return mixed;
}

export const dayBefore = (day: string) =>
  new Date(Date.parse(`${day}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** The same things in an order that nobody can foretell or find out again. */
function inChance(ids: readonly string[]): string[] {
  return ids
    .map((id) => ({ id, drawn: randomBytes(16).toString('hex') }))
    .sort((one, other) => (one.drawn < other.drawn ? -1 : 1))
    .map(({ id }) => id);
}
