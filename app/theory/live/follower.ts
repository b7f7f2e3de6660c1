import type { Told } from './told.ts';

/** An open page that follows a theory. */
export interface Follower {
  authorityId: string;
  theoryId: string;
  personId: string;
  /** The id that the window gave itself. */
  visit: string;
  /** The last step of the history that the page knows. */
  sequence: number;
  send(told: Told): void;
  end(): void;
  /** Whether this person may still see the theory: signed in, with the role for it. */
  stillMay(): Promise<boolean>;
}

/** What a window says, on its way to every server: ids only. */
export interface Said {
  authorityId: string;
  theoryId: string;
  personId: string;
  visit: string;
  at: string | null;
  typing: string | null;
  /** How long it counts; 0 when the window was closed. */
  lasts: number;
}
