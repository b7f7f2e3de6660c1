import type { Conflict } from '../conflict.ts';
import type { Reply } from '../editing.ts';
import type { Theory } from '../graph.ts';
import type { Sent } from '../operations.ts';

/** What an open editor needs of the outside world: a network, a clock, a place to keep things. */
export interface Surroundings {
  /** Sends operations made on a state; what comes back is the answer or why there is none. */
  send(base: number, sent: readonly Sent[]): Promise<Answer>;
  /** Asks what is new since a state; null when nobody answers. */
  ask(since: number): Promise<Reply | null>;
  newId(): string;
  now(): Date;
  /** Does something later; the result calls it off. */
  later(milliseconds: number, work: () => void): () => void;
  /** Keeps what is not saved yet where it survives the closing of the page. */
  keep(pending: readonly Sent[], base: number): void;
}

export type Answer = { ok: true; reply: Reply } | { ok: false; message: string; again: boolean };

export type SaveState =
  | { kind: 'saved'; at: Date | null }
  | { kind: 'saving' }
  | { kind: 'waiting' }
  | { kind: 'not-saved'; message: string };

/** What the page shows. A new object whenever something changed, else the same. */
export interface Snapshot {
  theory: Theory;
  conflicts: readonly Conflict[];
  save: SaveState;
  canUndo: boolean;
  canRedo: boolean;
  /** Something to tell the person once, such as a change that is not allowed. */
  notice: string | null;
}
