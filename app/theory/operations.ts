import {
  BOX_TYPES,
  LIMITS,
  linkKindBetween,
  type Box,
  type Link,
  type More,
  type Piece,
  type Theory,
} from './graph.ts';
import { hangingOn, touches } from './inverse.ts';
import {
  boxWith,
  linkBetween,
  linkWith,
  pieceWith,
  withBoxToo,
  withLinkToo,
  withPieceToo,
} from './lookup.ts';
import type { Operation, Sent } from './shapes.ts';

export {
  addingBox,
  addingLink,
  addingPiece,
  building,
  hangingOn,
  invert,
  touches,
} from './inverse.ts';
export type { Operation, Sent } from './shapes.ts';

/**
 * A theory changes by small operations and in no other way: each can be sent twice and counts once,
 * can be taken back, and says exactly what it touches, so that two people can edit at once.
 */

/** An operation as it stands in the history, with what would take it back. */
export interface Logged extends Sent {
  sequence: number;
  inverse: Operation[];
  personId: string;
  personName: string;
  at: Date;
}

/**
 * Why an operation cannot be applied: what it needs is gone, the value it saw has changed, or it
 * would break a rule of the graph.
 */
export type Refusal =
  { why: 'gone'; id: string } | { why: 'changed'; now: string } | { why: 'rule'; message: string };

export type Applied = { theory: Theory } | { refusal: Refusal };

/**
 * Applies one operation. What is done already is done again without effect, so that replaying a
 * history twice gives the same theory. `sequence` is left to whoever keeps the history.
 */
export function apply(theory: Theory, operation: Operation): Applied {
  switch (operation.kind) {
    case 'addBox':
      return addBox(theory, operation.box);
    case 'editBox':
      return editBox(theory, operation);
    case 'moveBox': {
      const { id, x, y, position } = operation;
      return done(theory, { boxes: withBox(theory, id, (box) => ({ ...box, x, y, position })) });
    }
    case 'removeBox':
      return without(theory, theory.boxes, operation.id);
    case 'removeLink':
      return without(theory, theory.links, operation.id);
    case 'addLink':
      return addLink(theory, operation.link);
    case 'editLink':
      return editLink(theory, operation);
    case 'addPiece':
      return addPiece(theory, operation.piece);
    case 'editPiece':
      return editPiece(theory, operation);
    case 'removePiece':
      return done(theory, { pieces: theory.pieces.filter(({ id }) => id !== operation.id) });
    case 'editTheory':
      return (
        tooLong(operation.to, LIMITS.more) ??
        set(fieldOf(theory, operation.field), operation, (to) =>
          done(theory, { more: withField(theory, operation.field, to).more }),
        )
      );
    case 'rename':
      return set(theory.title, operation, (title) => done(theory, { title }));
  }
}

/** Applies all of them in order, or none: the first refusal is the answer. */
export function applyAll(theory: Theory, operations: readonly Operation[]): Applied {
  let now = theory;
  for (const operation of operations) {
    const applied = apply(now, operation);
    if ('refusal' in applied) return applied;
    now = applied.theory;
  }
  return { theory: now };
}

/** Whether an operation only says where a box stands: never a reason for a conflict. */
export function isPlacing(operation: Operation): boolean {
  return operation.kind === 'moveBox';
}

/** Whether an operation takes something away: it must not take away what its maker did not see. */
export function isDeleting(
  operation: Operation,
): operation is Extract<Operation, { kind: 'removeBox' | 'removeLink' | 'removePiece' }> {
  return (
    operation.kind === 'removeBox' ||
    operation.kind === 'removeLink' ||
    operation.kind === 'removePiece'
  );
}

/** The value of a field of a box, a link or a piece, or of the whole theory, that an edit speaks of. */
export function fieldOf(thing: { readonly more: More }, field: string): string {
  if (field.startsWith('more.')) return thing.more[field.slice('more.'.length)] ?? '';
  const value = (thing as unknown as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : '';
}

/** A theory without one of its boxes or links and without what hung on it. */
function without(theory: Theory, those: readonly { id: string }[], id: string): Applied {
  if (!those.some((each) => each.id === id)) return { theory };
  const { links, pieces } = hangingOn(theory, id);
  return done(theory, {
    boxes: theory.boxes.filter((box) => box.id !== id),
    links: theory.links.filter((link) => link.id !== id && !links.includes(link)),
    pieces: pieces.length === 0 ? theory.pieces : theory.pieces.filter((p) => !pieces.includes(p)),
  });
}

function done(theory: Theory, change: Partial<Theory>): Applied {
  return { theory: { ...theory, ...change } };
}

function refused(refusal: Refusal): Applied {
  return { refusal };
}

function withBox(theory: Theory, id: string, change: (box: Box) => Box): Box[] {
  return theory.boxes.map((box) => (box.id === id ? change(box) : box));
}

/** Sets a value that was seen as `from`: a value that moved on since then is refused. */
function set(
  now: string,
  { from, to }: { from: string; to: string },
  save: (to: string) => Applied,
): Applied {
  if (now !== from && now !== to) return refused({ why: 'changed', now });
  return save(to);
}

function addBox(theory: Theory, box: Box): Applied {
  if (boxWith(theory, box.id) !== undefined) return { theory };
  if (theory.boxes.length >= LIMITS.boxes) {
    return refused({ why: 'rule', message: `Delete a box first: ${LIMITS.boxes} is the most` });
  }
  return { theory: withBoxToo(theory, box) };
}

function editBox(theory: Theory, operation: Extract<Operation, { kind: 'editBox' }>): Applied {
  const box = theory.boxes.find(({ id }) => id === operation.id);
  if (box === undefined) return refused({ why: 'gone', id: operation.id });
  const { field } = operation;
  const limit = field === 'label' ? LIMITS.label : field === 'detail' ? LIMITS.detail : LIMITS.more;
  const long = tooLong(operation.to, limit);
  if (long !== null) return long;
  return set(fieldOf(box, field), operation, (to) => {
    if (field === 'type') return retype(theory, box, to);
    if (field === 'label' && to.trim() === '') {
      return refused({ why: 'rule', message: 'Enter what the box says' });
    }
    return done(theory, { boxes: withBox(theory, box.id, (old) => withField(old, field, to)) });
  });
}

function tooLong(to: string, limit: number): Applied | null {
  if (to.length <= limit) return null;
  return refused({ why: 'rule', message: `Shorten the text to ${limit} characters or fewer` });
}

/** Gives a box another type; what its links say follows from it. */
function retype(theory: Theory, box: Box, to: string): Applied {
  const type = BOX_TYPES.find((known) => known === to);
  if (type === undefined) return refused({ why: 'rule', message: 'Choose a type from the list' });
  const boxes = withBox(theory, box.id, (old) => ({ ...old, type }));
  const links = theory.links.map((link) => {
    if (!touches(link, box.id)) return link;
    return { ...link, kind: kindOf({ boxes }, link) };
  });
  return done(theory, { boxes, links });
}

function kindOf(
  theory: Pick<Theory, 'boxes'>,
  link: Pick<Link, 'source' | 'target'>,
): Link['kind'] {
  const source = boxWith(theory, link.source);
  const target = boxWith(theory, link.target);
  return source && target ? linkKindBetween(source.type, target.type) : 'leadsTo';
}

function addLink(theory: Theory, link: Omit<Link, 'kind'>): Applied {
  if (linkWith(theory, link.id) !== undefined) return { theory };
  if (link.source === link.target) {
    return refused({ why: 'rule', message: 'Choose two different boxes to link' });
  }
  for (const end of [link.source, link.target]) {
    if (boxWith(theory, end) === undefined) return refused({ why: 'gone', id: end });
  }
  const drawn = linkBetween(theory, link);
  if (drawn !== undefined) {
    // Two people drew the same link: one link is what both meant, unless they give two reasons.
    if (link.reason === '' || link.reason === drawn.reason) return { theory };
    return refused({ why: 'changed', now: drawn.reason });
  }
  if (theory.links.length >= LIMITS.links) {
    return refused({ why: 'rule', message: `Delete a link first: ${LIMITS.links} is the most` });
  }
  return { theory: withLinkToo(theory, { ...link, kind: kindOf(theory, link) }) };
}

/** Whether two links join the same boxes in the same direction. */
export function sameEnds(
  a: Pick<Link, 'source' | 'target'>,
  b: Pick<Link, 'source' | 'target'>,
): boolean {
  return a.source === b.source && a.target === b.target;
}

function editLink(theory: Theory, operation: Extract<Operation, { kind: 'editLink' }>): Applied {
  const link = theory.links.find(({ id }) => id === operation.id);
  if (link === undefined) return refused({ why: 'gone', id: operation.id });
  const limit = operation.field === 'reason' ? LIMITS.reason : LIMITS.more;
  const long = tooLong(operation.to, limit);
  if (long !== null) return long;
  return set(fieldOf(link, operation.field), operation, (to) =>
    done(theory, {
      links: theory.links.map((old) =>
        old.id === link.id ? withField(old, operation.field, to) : old,
      ),
    }),
  );
}

function addPiece(theory: Theory, piece: Piece): Applied {
  if (pieceWith(theory, piece.id) !== undefined) return { theory };
  if (piece.on !== null && !isThere(theory, piece.on)) {
    return refused({ why: 'gone', id: piece.on });
  }
  if (theory.pieces.length >= LIMITS.pieces) {
    const message = `Delete some evidence or a measure first: ${LIMITS.pieces} is the most`;
    return refused({ why: 'rule', message });
  }
  return { theory: withPieceToo(theory, piece) };
}

function editPiece(theory: Theory, operation: Extract<Operation, { kind: 'editPiece' }>): Applied {
  const { id, field, to } = operation;
  const piece = theory.pieces.find((each) => each.id === id);
  if (piece === undefined) return refused({ why: 'gone', id });
  const long = tooLong(to, LIMITS.more);
  if (long !== null) return long;
  if (field === 'on' && to !== '' && !isThere(theory, to)) return refused({ why: 'gone', id: to });
  return set(fieldOf(piece, field), operation, () => {
    const changed = field === 'on' ? { ...piece, on: to || null } : withField(piece, field, to);
    return done(theory, { pieces: theory.pieces.map((each) => (each === piece ? changed : each)) });
  });
}

/** Whether a box or a link with this id is there. */
function isThere(theory: Theory, id: string): boolean {
  return boxWith(theory, id) !== undefined || linkWith(theory, id) !== undefined;
}

function withField<T extends { readonly more: More }>(thing: T, field: string, to: string): T {
  if (!field.startsWith('more.')) return { ...thing, [field]: to };
  const more: Record<string, string> = { ...thing.more };
  const key = field.slice('more.'.length);
  if (to === '') delete more[key];
  else more[key] = to;
  return { ...thing, more };
}
