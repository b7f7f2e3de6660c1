import { HIDDEN, maskCounts } from '#app/statistics/small-numbers.ts';
import { many } from '#app/ui/words.ts';
import { KIND_NAMES, PRIVATE, type ThreadKind } from './kinds.ts';
import type { Trace } from './trace.ts';

/** How many single answers or comments of a kind stand on a thread, small numbers hidden. */
export interface QuietCount {
  kind: ThreadKind;
  /** Null where there are fewer than five. */
  count: number | null;
  /** In words: `12 answers`, `fewer than 5 comments at meetings`. */
  words: string;
}

/** For each kind of single answer or comment, one and many. */
const NAMES: Readonly<Partial<Record<ThreadKind, readonly [one: string, more: string]>>> = {
  response: ['answer to a survey', 'answers to surveys'],
  note: ['note of a listening exercise', 'notes of listening exercises'],
  'meeting-note': ['comment at a meeting', 'comments at meetings'],
  poll: ['answer at an event', 'answers at events'],
  vote: ['comment of a panel member', 'comments of panel members'],
};

/**
 * What stands on a thread and is nobody else's to read, as counts for a printed page. Few are not
 * counted out.
 *
 * @param atLeast true when the thread holds more than was gathered
 */
export function quietCounts(
  { upstream, downstream }: Pick<Trace, 'upstream' | 'downstream'>,
  atLeast = false,
): QuietCount[] {
  return [...upstream, ...downstream]
    .filter(({ kind }) => PRIVATE.has(kind))
    .map(({ kind, steps }) => {
      const [one, more] = NAMES[kind] ?? [KIND_NAMES[kind], KIND_NAMES[kind]];
      const [shown] = maskCounts([steps.length]).counts;
      if (shown === HIDDEN || shown === undefined) {
        return { kind, count: null, words: `fewer than 5 ${more}` };
      }
      const words = atLeast ? `${shown} ${more} or more` : many(shown, one, more);
      return { kind, count: shown, words };
    });
}
