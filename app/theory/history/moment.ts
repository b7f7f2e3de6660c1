import { sayMoment } from '#app/ui/words.ts';

/** A moment in the history of a theory, as a page that shows it tells it. */
export interface Moment {
  /** After how many operations. */
  sequence: number;
  /** How many there are now. */
  now: number;
  /** When the last of them was done, and by whom; null before any. */
  at: Date | null;
  by: string;
  /** The names that this state was given. */
  names: string[];
}

/** Why nothing can be changed on a page that shows a moment. */
export const ONLY_READ = 'This is how it stood. To change it, go to the theory as it is now.';

/** What a moment is called in a sentence. */
export function momentWords({ names, at, by, sequence }: Moment): string {
  const [name] = names;
  const when = at === null ? '' : `as it was on ${sayMoment(at)}, after a change by ${by}`;
  if (name !== undefined) return when === '' ? `“${name}”` : `“${name}”, ${when}`;
  return sequence === 0 || when === '' ? 'before anything was in it' : when;
}
