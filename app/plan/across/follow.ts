import type { Theory } from '#app/theory/graph.ts';
import { fieldOf, type Operation } from '#app/theory/operations.ts';
import type { TakenThing, WordChange } from './fragment.ts';

/** What of their changes can become ours, and what makes it so. */

/** What a thing is called by: it is never left without. */
const NAMES = new Set(['label', 'what', 'title']);

/**
 * The changes whose words can become ours: of what stands on both sides.
 *
 * @param standing ids here of what is still there
 */
export const followable = (
  changes: readonly WordChange[],
  standing: ReadonlySet<string>,
): WordChange[] =>
  changes.filter(
    ({ thing, field, is }) =>
      is !== null && standing.has(thing.here) && !(is === '' && NAMES.has(field)),
  );

/** What makes words of our theory theirs; nothing where it is gone on either side. */
export function following(theory: Theory, { thing, field, is }: WordChange): Operation[] {
  if (is === null) return [];
  const box = theory.boxes.find(({ id }) => id === thing.here);
  if (box !== undefined) {
    const known = field === 'label' || field === 'detail' ? field : (`more.${field}` as const);
    return [{ kind: 'editBox', id: box.id, field: known, from: fieldOf(box, known), to: is }];
  }
  const piece = theory.pieces.find(({ id }) => id === thing.here);
  if (piece === undefined) return [];
  const known = `more.${field}` as const;
  return [{ kind: 'editPiece', id: piece.id, field: known, from: fieldOf(piece, known), to: is }];
}

/** A thing with the words that were taken over just now; its other words stay as they were taken. */
export function withTheirWords(
  { kind, there, here, words }: TakenThing,
  applied: readonly WordChange[],
): TakenThing {
  const mine = applied.filter(({ thing }) => thing.here === here);
  const now = { ...words, ...Object.fromEntries(mine.map(({ field, is }) => [field, is ?? ''])) };
  return {
    ...{ kind, there, here },
    words: Object.fromEntries(Object.entries(now).filter(([, value]) => value !== '')),
  };
}
