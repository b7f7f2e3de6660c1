import { many, sayMoment } from '#app/ui/words.ts';

/** Two moments that are compared, and what they are called. */

/** A named state, as far as choosing goes. */
export interface Named {
  name: string;
  sequence: number;
}

/** A moment in an address: after so many operations, or now. */
export type MomentKey = string;

/** After how many operations a moment is; null for nonsense and for what has not come yet. */
export function sequenceOf(key: MomentKey, now: number): number | null {
  if (key === 'now') return now;
  if (!/^\d{1,9}$/.test(key)) return null;
  const sequence = Number(key);
  return sequence > now ? null : sequence;
}

/** What a moment is called in a sentence. */
export function sayKey(
  key: MomentKey,
  sequence: number,
  versions: readonly Named[],
  at: Date | null,
): string {
  if (key === 'now') return 'now';
  const name = versions.find((each) => each.sequence === sequence)?.name;
  if (name !== undefined) return `“${name}”`;
  if (sequence === 0) return 'the beginning';
  return at === null
    ? `the theory after ${many(sequence, 'step')}`
    : `the theory of ${sayMoment(at)}`;
}
