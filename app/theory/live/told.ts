import type { Step } from '../editing.ts';
import type { PersonHere } from './here.ts';

/** A step as an open page is told of it: with the name of who made it. */
export interface ToldStep extends Step {
  personName: string;
}

/** What an open page is told while it follows a theory. */
export type Told =
  /** What was changed since; its id is the last sequence. */
  | { event: 'steps'; id: number; data: { steps: ToldStep[] } }
  /** Who else is there now. */
  | { event: 'here'; data: PersonHere[] }
  /** The line is alive. */
  | { event: 'beat'; data: null }
  /** This person has newer windows open: this one asks from time to time instead. */
  | { event: 'enough'; data: null }
  /** Signed out, or the role was taken away. */
  | { event: 'out'; data: null }
  /** The page knows of more than there is: the database was put back to an earlier state. */
  | { event: 'ahead'; data: null };
