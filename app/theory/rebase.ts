import { conflictOf, type Conflict } from './conflict.ts';
import type { Theory } from './graph.ts';
import { boxWith, linkBetween, linkWith, pieceWith } from './lookup.ts';
import {
  apply,
  fieldOf,
  invert,
  isDeleting,
  isPlacing,
  type Logged,
  type Operation,
  type Sent,
} from './operations.ts';
import { overlap, touched, type Touched } from './touched.ts';
import { withWaiting } from './waiting.ts';

/** What became of operations that arrived. */
export interface Rebased {
  theory: Theory;
  /** Applied now, in order, each with what takes it back. */
  accepted: (Sent & { inverse: Operation[] })[];
  /** Known from an earlier sending, or without effect: to be forgotten by the sender. */
  already: string[];
  conflicts: Conflict[];
  /** Not applied because they build on a conflicting one: to be sent again when it is settled. */
  held: Sent[];
  /** Not allowed by a rule of the graph, with the sentence that says what to do. */
  refused: { clientOpId: string; message: string }[];
}

/**
 * Applies operations to the newest state of a theory.
 *
 * @param head the theory as it stands
 * @param since the history after the state that the sender saw, oldest first
 * @param sent what arrives, in the order in which it was made
 */
export function rebase(head: Theory, since: readonly Logged[], sent: readonly Sent[]): Rebased {
  const arriving = new Set(sent.map(({ clientOpId }) => clientOpId));
  const known = new Set(since.map(({ clientOpId }) => clientOpId));
  const others = since.filter((entry) => !arriving.has(entry.clientOpId));
  const result: Rebased = {
    theory: head,
    accepted: [],
    already: [],
    conflicts: [],
    held: [],
    refused: [],
  };
  const blocked: Touched[] = [];
  for (const each of sent) {
    if (known.has(each.clientOpId)) {
      result.already.push(each.clientOpId);
      continue;
    }
    const touch = touched(each.operation, result.theory);
    if (blocked.some((earlier) => overlap(earlier, touch))) {
      result.held.push(each);
      blocked.push(touch);
    } else if (!take(result, each, touch, others)) {
      blocked.push(touch);
    }
  }
  const { conflicts, held, theory } = result;
  return { ...result, conflicts: withWaiting(conflicts, held, theory, others) };
}

/** Applies one operation to the result, or says why not; false when what follows must wait. */
function take(result: Rebased, sent: Sent, touch: Touched, others: readonly Logged[]): boolean {
  const { operation, clientOpId } = sent;
  const seenOtherwise = isDeleting(operation) ? clashOf(touch, others, result.theory) : undefined;
  const applied = apply(result.theory, operation);
  if (seenOtherwise !== undefined && changes(result.theory, operation)) {
    result.conflicts.push(conflictOf(result.theory, sent, null, seenOtherwise, others));
    return false;
  }
  if ('refusal' in applied) {
    if (applied.refusal.why === 'rule') {
      result.refused.push({ clientOpId, message: applied.refusal.message });
    } else {
      const clash = clashOf(touch, others, result.theory);
      result.conflicts.push(conflictOf(result.theory, sent, applied.refusal, clash, others));
    }
    return false;
  }
  const inverse = invert(result.theory, operation);
  if (changes(result.theory, operation)) {
    result.accepted.push({ ...sent, inverse });
    result.theory = applied.theory;
  } else {
    result.already.push(clientOpId);
  }
  return true;
}

/** Whether an operation would leave the theory other than it is. */
function changes(theory: Theory, operation: Operation): boolean {
  switch (operation.kind) {
    case 'addBox':
      return boxWith(theory, operation.box.id) === undefined;
    case 'removeBox':
    case 'moveBox':
      return theory.boxes.some(({ id }) => id === operation.id);
    case 'addLink': {
      const { link } = operation;
      return linkWith(theory, link.id) === undefined && linkBetween(theory, link) === undefined;
    }
    case 'removeLink':
      return theory.links.some(({ id }) => id === operation.id);
    case 'editBox': {
      const box = theory.boxes.find(({ id }) => id === operation.id);
      return box !== undefined && fieldOf(box, operation.field) !== operation.to;
    }
    case 'editLink': {
      const link = theory.links.find(({ id }) => id === operation.id);
      return link !== undefined && fieldOf(link, operation.field) !== operation.to;
    }
    case 'addPiece':
      return pieceWith(theory, operation.piece.id) === undefined;
    case 'removePiece':
      return theory.pieces.some(({ id }) => id === operation.id);
    case 'editPiece': {
      const piece = theory.pieces.find(({ id }) => id === operation.id);
      return piece !== undefined && fieldOf(piece, operation.field) !== operation.to;
    }
    case 'editTheory':
      return fieldOf(theory, operation.field) !== operation.to;
    case 'rename':
      return theory.title !== operation.to;
  }
}

/** The latest change by others that gets in the way, placing aside. */
function clashOf(touch: Touched, others: readonly Logged[], theory: Theory): Logged | undefined {
  return others.findLast(
    (entry) => !isPlacing(entry.operation) && overlap(touch, touched(entry.operation, theory)),
  );
}
