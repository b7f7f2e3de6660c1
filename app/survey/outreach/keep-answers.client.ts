import { dayOf } from '#app/ui/words.ts';
import { referenceFrom } from '../reference.ts';
import { AGREEMENT, IV_BYTES, seal } from './sealing.ts';
import { enqueue, type TabletDatabase } from './tablet-store.client.ts';
import type { Contents, Pack } from './tablet.ts';

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/**
 * Seals what a family answered and puts it in the queue. When this resolves, it is on the disk; when
 * it fails (no room), nothing was lost yet: the answers are still on the screen.
 *
 * @returns the reference with which the family can have its answers deleted
 */
export async function keepAnswers(
  db: TabletDatabase,
  pack: Pack,
  answers: Record<string, unknown>,
  language: string,
): Promise<string> {
  const key = [...randomBytes(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const reference = referenceFrom(randomBytes(16));
  const contents: Contents = { answeredOn: dayOf(new Date()), reference, language, answers };
  const what = { tabletId: pack.tabletId, submissionKey: key };
  const pair = await crypto.subtle.generateKey(AGREEMENT, true, ['deriveBits']);
  const once = { pair, iv: randomBytes(IV_BYTES) };
  const sealed = await seal(JSON.stringify(contents), pack.publicKey, what, once);
  const { tabletId, batchId } = pack;
  await enqueue(db, { key, tabletId, batchId, sealed, state: 'waiting', reason: '' });
  return reference;
}
