import { TYPE_WORDS, type Box, type Link, type More, type Piece, type Theory } from './graph.ts';
import {
  fieldOf,
  isDeleting,
  sameEnds,
  type Logged,
  type Operation,
  type Refusal,
  type Sent,
} from './operations.ts';

/** Two people changed the same thing. Nothing is lost: both values are here. */
export interface Conflict {
  clientOpId: string;
  operation: Operation;
  /** What it is about, such as `the wording of “Open on Saturdays”`. */
  about: string;
  /** As it stands now; null when it was deleted. */
  theirs: string | null;
  /** What this person wanted; null when they wanted to delete it. */
  yours: string | null;
  /** Who changed it first, and when, if the history tells. */
  by: string | null;
  at: Date | null;
  /** What to send, in order, to have it this person's way after all; empty when that cannot be. */
  insist: Operation[];
  /** What this person did besides that builds on it, and is not applied while it is open. */
  waiting?: Waiting[];
}

/** Something that builds on a change about which two people differ: it goes in with it or not at all. */
export interface Waiting {
  operation: Operation;
  /** What it is about, such as `the evidence “A trial”`. */
  about: string;
  /** What this person wanted; null when they wanted to delete it. */
  yours: string | null;
}

/** What to send, in order, to have it this person's way with all that builds on it. */
export function everythingOf({ insist, waiting = [] }: Conflict): Operation[] {
  return [...insist, ...waiting.map(({ operation }) => operation)];
}

/** Tells a person what two people changed, with both values and how to insist. */
export function conflictOf(
  theory: Theory,
  { clientOpId, operation }: Sent,
  refusal: Refusal | null,
  clash: Logged | undefined,
  others: readonly Logged[],
): Conflict {
  const remover = refusal?.why === 'gone' ? removerOf(refusal.id, others) : clash;
  return {
    clientOpId,
    operation,
    about: aboutOf(theory, operation, others),
    theirs: theirsOf(theory, operation, refusal),
    yours: yoursOf(operation),
    by: remover?.personName ?? null,
    at: remover?.at ?? null,
    insist: insisting(theory, operation, refusal, remover),
  };
}

/** Who removed a box, or a link or a piece directly or along with what it hung on. */
function removerOf(id: string, others: readonly Logged[]): Logged | undefined {
  return others.findLast(
    ({ operation, inverse }) =>
      (isDeleting(operation) && operation.id === id) ||
      inverse.some(
        (back) =>
          (back.kind === 'addLink' && back.link.id === id) ||
          (back.kind === 'addPiece' && back.piece.id === id),
      ),
  );
}

/** The box, link or piece with this id, as it stands or as it was when somebody removed it. */
function lastKnown(
  theory: Theory,
  id: string,
  others: readonly Logged[],
): { box?: Box; link?: Pick<Link, 'source' | 'target' | 'reason'>; piece?: Piece } {
  const box = theory.boxes.find((each) => each.id === id);
  const link = theory.links.find((each) => each.id === id);
  const piece = theory.pieces.find((each) => each.id === id);
  if (box !== undefined) return { box };
  if (link !== undefined) return { link };
  if (piece !== undefined) return { piece };
  for (const back of others.flatMap(({ inverse }) => inverse)) {
    if (back.kind === 'addBox' && back.box.id === id) return { box: back.box };
    if (back.kind === 'addLink' && back.link.id === id) return { link: back.link };
    if (back.kind === 'addPiece' && back.piece.id === id) return { piece: back.piece };
  }
  return {};
}

/** What an operation is about, in words. */
export function aboutOf(theory: Theory, operation: Operation, others: readonly Logged[]): string {
  const label = (id: string) => {
    const { box } = lastKnown(theory, id, others);
    return box === undefined ? 'a box' : `“${box.label}”`;
  };
  const ends = (link: Pick<Link, 'source' | 'target'>) =>
    `the link from ${label(link.source)} to ${label(link.target)}`;
  const linkWords = (id: string) => {
    const { link } = lastKnown(theory, id, others);
    return link === undefined ? 'a link' : ends(link);
  };
  switch (operation.kind) {
    case 'addBox':
      return `the box “${operation.box.label}”`;
    case 'editBox':
      return `${fieldWords(operation.field)} of ${label(operation.id)}`;
    case 'moveBox':
    case 'removeBox':
      return `the box ${label(operation.id)}`;
    case 'addLink':
      return ends(operation.link);
    case 'editLink':
      return `${fieldWords(operation.field)} of ${linkWords(operation.id)}`;
    case 'removeLink':
      return linkWords(operation.id);
    case 'addPiece':
      return pieceWords(operation.piece);
    case 'editPiece':
    case 'removePiece': {
      const { piece } = lastKnown(theory, operation.id, others);
      const words = piece === undefined ? 'a part of the theory' : pieceWords(piece);
      return operation.kind === 'removePiece' ? words : `a detail of ${words}`;
    }
    case 'editTheory':
      return 'what is said about the whole theory';
    case 'rename':
      return 'the title';
  }
}

/** A piece as a sentence speaks of it: the evidence “Evening sessions reached 40 fathers”. */
export function pieceWords({ kind, more }: Pick<Piece, 'kind' | 'more'>): string {
  switch (kind) {
    case 'evidence':
      return `the evidence “${more['what'] ?? ''}”`;
    case 'measure':
      return `the measure “${more['label'] ?? ''}”`;
    case 'part':
      return `the part “${more['name'] ?? ''}”`;
  }
}

function fieldWords(field: string): string {
  switch (field) {
    case 'label':
      return 'the wording';
    case 'detail':
      return 'the explanation';
    case 'type':
      return 'the type';
    case 'reason':
      return 'the reason';
    default:
      return 'a detail';
  }
}

function theirsOf(theory: Theory, operation: Operation, refusal: Refusal | null): string | null {
  if (refusal?.why === 'gone') return null;
  if (refusal?.why === 'changed') return spoken(operation, refusal.now);
  if (operation.kind === 'removeBox') {
    return theory.boxes.find(({ id }) => id === operation.id)?.label ?? null;
  }
  if (operation.kind === 'removeLink') {
    return theory.links.find(({ id }) => id === operation.id)?.reason ?? null;
  }
  if (operation.kind === 'removePiece') {
    const piece = theory.pieces.find(({ id }) => id === operation.id);
    return piece === undefined ? null : pieceWords(piece);
  }
  return null;
}

/** What a person wanted by an operation, in words; null when they wanted to delete something. */
export function yoursOf(operation: Operation): string | null {
  switch (operation.kind) {
    case 'addBox':
      return operation.box.label;
    case 'addLink':
      return operation.link.reason;
    case 'editBox':
    case 'editLink':
    case 'editPiece':
    case 'editTheory':
    case 'rename':
      return spoken(operation, operation.to);
    case 'addPiece':
      return pieceWords(operation.piece);
    case 'moveBox':
    case 'removePiece':
    case 'removeBox':
    case 'removeLink':
      return null;
  }
}

/** A value as people read it: a type by its name. */
function spoken(operation: Operation, value: string): string {
  if (operation.kind !== 'editBox' || operation.field !== 'type') return value;
  return TYPE_WORDS[value as Box['type']]?.one ?? value;
}

function insisting(
  theory: Theory,
  operation: Operation,
  refusal: Refusal | null,
  remover: Logged | undefined,
): Operation[] {
  if (refusal === null) return [operation];
  if (refusal.why === 'changed') {
    if (operation.kind === 'addLink') {
      const { link } = operation;
      const drawn = theory.links.find((each) => sameEnds(each, link));
      if (drawn === undefined) return [];
      return [
        { kind: 'editLink', id: drawn.id, field: 'reason', from: drawn.reason, to: link.reason },
      ];
    }
    return 'from' in operation ? [{ ...operation, from: refusal.now }] : [];
  }
  if (refusal.why === 'rule' || remover === undefined) return [];
  return restoring(theory, remover.inverse, operation);
}

/** A deletion as a page tells it: by whom, when, and what would put back what was deleted. */
export interface Removal {
  by: string;
  at: Date;
  putBack: Operation[];
}

/** Tells a deletion that stands in the history. */
export function removalTold({ personName, at, inverse }: Logged, theory: Theory): Removal {
  return { by: personName, at, putBack: standing(theory, inverse) };
}

/** What puts back what was removed, with the links whose other box still stands and their pieces. */
function standing(theory: Theory, inverse: readonly Operation[]): Operation[] {
  const there = new Set([...theory.boxes, ...theory.links].map(({ id }) => id));
  // In this order: boxes first, then links between them, then what is about either.
  return inverse.filter((back) => {
    switch (back.kind) {
      case 'addBox':
        there.add(back.box.id);
        return true;
      case 'addLink':
        if (!there.has(back.link.source) || !there.has(back.link.target)) return false;
        there.add(back.link.id);
        return true;
      case 'addPiece':
        return back.piece.on === null || there.has(back.piece.on);
      default:
        return true;
    }
  });
}

/** Puts back what somebody removed and then does what this person wanted to it. */
function restoring(
  theory: Theory,
  inverse: readonly Operation[],
  operation: Operation,
): Operation[] {
  const back = standing(theory, inverse);
  if (!('id' in operation) || !('from' in operation)) return [...back, operation];
  const thing = inverse
    .flatMap((each): { id: string; more: More }[] => {
      if (each.kind === 'addBox') return [each.box];
      if (each.kind === 'addPiece') return [each.piece];
      return each.kind === 'addLink' ? [each.link] : [];
    })
    .find(({ id }) => id === operation.id);
  if (thing === undefined) return [...back, operation];
  return [...back, { ...operation, from: fieldOf(thing, operation.field) }];
}
