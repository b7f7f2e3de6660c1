import type { Box, Link, Piece, Theory } from '../graph.ts';
import {
  addingBox,
  addingLink,
  addingPiece,
  fieldOf,
  sameEnds,
  type Operation,
} from '../operations.ts';

/**
 * The operations that make a theory what it was at another moment: what has come since goes, what has
 * gone comes back under its own id, and every text is as it was. They go on the end of the history, so
 * that going back is a change like any other and can be taken back itself.
 */
export function restoring(now: Theory, then: Theory): Operation[] {
  const boxes = compared(now.boxes, then.boxes, () => true);
  const links = compared(now.links, then.links, sameEnds);
  const pieces = compared(now.pieces, then.pieces, (a, b) => a.kind === b.kind && a.on === b.on);
  return [
    // What goes, from the outside in, so that nothing is taken along that is to stay.
    ...pieces.gone.map(({ id }): Operation => ({ kind: 'removePiece', id })),
    ...links.gone.map(({ id }): Operation => ({ kind: 'removeLink', id })),
    ...boxes.gone.map(({ id }): Operation => ({ kind: 'removeBox', id })),
    ...boxes.back.map(addingBox),
    ...boxes.both.flatMap(([is, was]) => boxEdits(is, was)),
    ...links.back.map(addingLink),
    ...links.both.flatMap(([is, was]) => linkEdits(is, was)),
    ...pieces.back.map(addingPiece),
    ...pieces.both.flatMap(([is, was]) => pieceEdits(is, was)),
    ...moreFields(now, then).flatMap((field) => edit({ kind: 'editTheory', field }, now, then)),
    ...(now.title === then.title
      ? []
      : [{ kind: 'rename' as const, from: now.title, to: then.title }]),
  ];
}

function compared<T extends { readonly id: string }>(
  now: readonly T[],
  then: readonly T[],
  same: (a: T, b: T) => boolean,
): { gone: T[]; back: T[]; both: [is: T, was: T][] } {
  const were = new Map(then.map((each) => [each.id, each]));
  const kept = now.flatMap((is): [T, T][] => {
    const was = were.get(is.id);
    return was !== undefined && same(is, was) ? [[is, was]] : [];
  });
  const both = new Set(kept.map(([{ id }]) => id));
  return {
    gone: now.filter(({ id }) => !both.has(id)),
    back: then.filter(({ id }) => !both.has(id)),
    both: kept,
  };
}

function boxEdits(is: Box, was: Box): Operation[] {
  const { id } = is;
  const fields = ['type', 'label', 'detail', ...moreFields(is, was)] as const;
  const edits = fields.flatMap((field) => edit({ kind: 'editBox', id, field }, is, was));
  const moved = is.x !== was.x || is.y !== was.y || is.position !== was.position;
  if (!moved) return edits;
  return [...edits, { kind: 'moveBox', id, x: was.x, y: was.y, position: was.position }];
}

function linkEdits(is: Link, was: Link): Operation[] {
  const { id } = is;
  const fields = ['reason', ...moreFields(is, was)] as const;
  return fields.flatMap((field) => edit({ kind: 'editLink', id, field }, is, was));
}

function pieceEdits(is: Piece, was: Piece): Operation[] {
  const { id } = is;
  return moreFields(is, was).flatMap((field) => edit({ kind: 'editPiece', id, field }, is, was));
}

type WithMore = Pick<Box, 'more'>;

function moreFields(is: WithMore, was: WithMore): `more.${string}`[] {
  const keys = new Set([...Object.keys(is.more), ...Object.keys(was.more)]);
  return [...keys].sort().map((key) => `more.${key}` as const);
}

/** One edit of a field, when it differs. */
function edit<T extends { kind: Operation['kind']; field: string }>(
  wanted: T,
  is: WithMore,
  was: WithMore,
): (T & { from: string; to: string })[] {
  const [from, to] = [fieldOf(is, wanted.field), fieldOf(was, wanted.field)];
  return from === to ? [] : [{ ...wanted, from, to }];
}
