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
