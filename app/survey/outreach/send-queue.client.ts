import { PARCELS_AT_ONCE, PROTOCOL, type Delivery, type DeliveryAnswer } from './tablet.ts';
import type { TabletDatabase, Waiting } from './tablet-store.client.ts';

/** What came of sending. Whatever is not acknowledged stays in the queue. */
export type Sent =
  | { outcome: 'sent'; stored: number; kept: number }
  /** No network, or the server did not answer as it should: tried again later. */
  | { outcome: 'later' }
  | { outcome: 'sign-in' };

/** Gives a delivery to the server; throws when there is no network or no sound answer. */
export type Post = (delivery: Delivery) => Promise<DeliveryAnswer>;

/**
 * Sends what waits, a few at a time. A set of answers leaves the queue only after the server said
 * that it is stored; when the line is cut before that, it is sent again and counts once. The keys
 * are random, so that the order of sending says nothing about the order of answering.
 *
 * @param also tries once more what the server kept back before
 */
export async function sendQueue(
  db: TabletDatabase,
  post: Post,
  also: 'waiting' | 'kept-too' = 'waiting',
): Promise<Sent> {
  const all = await db.getAll('queue');
  const due = all.filter(({ state }) => also === 'kept-too' || state === 'waiting');
  let [stored, kept] = [0, 0];
  for (const batchId of new Set(due.map((each) => each.batchId))) {
    const pack = await db.get('packs', batchId);
    if (!pack) return { outcome: 'sign-in' };
    const own = due.filter((each) => each.batchId === batchId);
    for (let at = 0; at < own.length; at += PARCELS_AT_ONCE) {
      const some = own.slice(at, at + PARCELS_AT_ONCE);
      const parcels = some.map(({ key, tabletId, sealed }) => ({ key, tabletId, sealed }));
      let answer: DeliveryAnswer;
      try {
        answer = await post({ protocol: PROTOCOL, token: pack.token, parcels });
      } catch {
        return { outcome: 'later' };
      }
      if (answer.outcome === 'sign-in') return { outcome: 'sign-in' };
      const done = await settle(db, some, answer);
      stored += done.stored;
      kept += done.kept;
    }
  }
  return { outcome: 'sent', stored, kept };
}

/** Forgets what is stored, and notes why something is kept back. */
async function settle(
  db: TabletDatabase,
  sent: readonly Waiting[],
  answer: Extract<DeliveryAnswer, { outcome: 'received' }>,
): Promise<{ stored: number; kept: number }> {
  const tx = db.transaction(['queue', 'state'], 'readwrite', { durability: 'strict' });
  const queue = tx.objectStore('queue');
  const before = await tx.objectStore('state').get('sent');
  let [stored, kept] = [0, 0];
  for (const { key, outcome, reason } of answer.receipts) {
    const one = sent.find((each) => each.key === key);
    // Acknowledged once already, from another window.
    if (!one || !(await queue.getKey(key))) continue;
    if (outcome === 'stored') {
      await queue.delete(key);
      stored += 1;
    } else {
      await queue.put({ ...one, state: 'kept', reason });
      kept += 1;
    }
  }
  await tx.objectStore('state').put((typeof before === 'number' ? before : 0) + stored, 'sent');
  await tx.done;
  return { stored, kept };
}
