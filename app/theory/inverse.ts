import type { Box, Content, Link, Piece, Theory } from './graph.ts';
import { boxWith, linkWith, pieceWith } from './lookup.ts';
import type { Operation } from './shapes.ts';

/** What takes an operation back, and what would build a theory from nothing. */

/** Whether a link has a box at one of its ends. */
export function touches(link: Pick<Link, 'source' | 'target'>, boxId: string): boolean {
  return link.source === boxId || link.target === boxId;
}

/** What goes when a box or link goes: the links at it, and the pieces that are about any of these. */
export function hangingOn(
  theory: Pick<Theory, 'links' | 'pieces'>,
  id: string,
): { links: Link[]; pieces: Piece[] } {
  const links = theory.links.filter((link) => touches(link, id));
  const going = new Set([id, ...links.map((link) => link.id)]);
  const pieces = theory.pieces.filter(({ on }) => on !== null && going.has(on));
  return { links, pieces };
}

/**
 * The operations that take one back, in order, given the theory as it was before. Empty when it
 * changed nothing.
 */
export function invert(before: Theory, operation: Operation): Operation[] {
  switch (operation.kind) {
    case 'addBox':
      return boxWith(before, operation.box.id) !== undefined
        ? []
        : [{ kind: 'removeBox', id: operation.box.id }];
    case 'removeBox':
      return restored(before, operation.id);
    case 'moveBox': {
      const box = before.boxes.find(({ id }) => id === operation.id);
      if (box === undefined) return [];
      return [{ kind: 'moveBox', id: box.id, x: box.x, y: box.y, position: box.position }];
    }
    case 'addLink':
      return linkWith(before, operation.link.id) !== undefined
        ? []
        : [{ kind: 'removeLink', id: operation.link.id }];
    case 'removeLink':
      return restored(before, operation.id);
    case 'addPiece':
      return pieceWith(before, operation.piece.id) !== undefined
        ? []
        : [{ kind: 'removePiece', id: operation.piece.id }];
    case 'removePiece': {
      const piece = before.pieces.find(({ id }) => id === operation.id);
      return piece === undefined ? [] : [addingPiece(piece)];
    }
    case 'editBox':
    case 'editLink':
    case 'editPiece':
    case 'editTheory':
    case 'rename':
      return operation.from === operation.to
        ? []
        : [{ ...operation, from: operation.to, to: operation.from }];
  }
}

/** The operation that adds a link as it stands. */
export function addingLink(link: Link): Operation {
  const { id, source, target, reason, more } = link;
  return { kind: 'addLink', link: { id, source, target, reason, more: { ...more } } };
}

/** The operation that adds a box as it stands. */
export function addingBox(box: Box): Operation {
  return { kind: 'addBox', box: { ...box, more: { ...box.more } } };
}

/** The operation that adds a piece as it stands. */
export function addingPiece({ id, kind, on, more }: Piece): Operation {
  return { kind: 'addPiece', piece: { id, kind, on, more: { ...more } } };
}

/** The operations that build what a theory holds from nothing. */
export function building({ boxes, links, pieces = [], more = {} }: Content): Operation[] {
  return [
    ...boxes.map(addingBox),
    ...links.map(addingLink),
    ...pieces.map(addingPiece),
    ...Object.entries(more).map(([key, to]): Operation => ({
      kind: 'editTheory',
      field: `more.${key}`,
      from: '',
      to,
    })),
  ];
}

/** Puts back a box or a link with all that hung on it. */
function restored(before: Theory, id: string): Operation[] {
  const { links, pieces } = hangingOn(before, id);
  return [
    ...before.boxes.filter((box) => box.id === id).map(addingBox),
    ...before.links.filter((link) => link.id === id || links.includes(link)).map(addingLink),
    ...pieces.map(addingPiece),
  ];
}
