import { createHmac, randomBytes } from 'node:crypto';
import type { Flag } from './flags.ts';

/** Sent from one network to one survey today, by a keyed hash. In memory only, never with an answer. */
let day = '';
let key = randomBytes(32);
let sent = new Map<string, number>();

const MOST_KEPT = 100_000;

/**
 * Counts a submission of a network and says whether there were many that day. The key that turns an
 * address into a number is thrown away each day and never stored, so that nothing kept can be turned
 * back into an address.
 *
 * @param network address and kind of browser; empty where it is not known
 * @param today YYYY-MM-DD
 */
export function countBurst(network: string, surveyId: string, today: string): Flag | undefined {
  if (network === '') return undefined;
  if (today !== day || sent.size > MOST_KEPT) {
    day = today;
    key = randomBytes(32);
    sent = new Map();
  }
  const who = createHmac('sha256', key).update(`${surveyId}\n${network}`).digest('base64');
  const count = (sent.get(who) ?? 0) + 1;
  sent.set(who, count);
  if (count >= 50) return 'burst-50';
  return count >= 10 ? 'burst-10' : undefined;
}
