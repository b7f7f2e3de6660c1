import { PRIVATE } from './kinds.ts';
import type { Hop } from './trace.ts';

/** What became of a figure: as it was shown, and as it stands now for the same time. */
export interface FigureChange {
  /** Empty where it tells of few people. */
  then: string;
  /** Null when it was taken out. */
  now: string | null;
  by: string;
  at: Date;
}

/** Why a hop no longer holds as it was made. */
export type Stale =
  | { why: 'changed'; then: string; now: string | null }
  | { why: 'gone'; then: string }
  /** What rests on it, a measure, promises something else by now, or (null) is gone. */
  | { why: 'reworded'; then: string; now: string | null }
  | ({ why: 'refigured' } & FigureChange);

/**
 * Whether what a hop rests on still says what it said. Of a private answer only this is told, and
 * never what it says now.
 */
export function staleOf(hop: Hop): Stale | null {
  if (hop.wordsNow === null) return { why: 'gone', then: hop.wordsThen };
  const { toWordsNow = null, figureSince, again } = hop;
  const wordsThen = hop.wordsThen === '' ? '' : (again?.words ?? hop.wordsThen);
  if (wordsThen !== '' && wordsThen !== hop.wordsNow) {
    const now = PRIVATE.has(hop.from.kind) ? null : hop.wordsNow;
    return { why: 'changed', then: wordsThen, now };
  }
  const toWordsThen = again?.toWords ?? hop.toWordsThen ?? '';
  if (toWordsThen !== '' && toWordsThen !== toWordsNow) {
    return { why: 'reworded', then: toWordsThen, now: toWordsNow };
  }
  return figureSince === undefined ? null : { why: 'refigured', ...figureSince };
}
