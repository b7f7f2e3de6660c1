import type { Theory } from './graph.ts';
import { apply, type Operation, type Sent } from './operations.ts';
import type { Conflict } from './conflict.ts';
import { overlap, touched } from './touched.ts';

/**
 * One person's side of editing: what the server is known to hold, what is on its way, and what
 * waits for a choice. What they see is always the first with the second on top.
 */
export interface Editing {
  /** The theory as far as the server's history is known here. */
  confirmed: Theory;
  /** Made here and not acknowledged yet, oldest first. */
  pending: readonly Sent[];
  /** Both values of what two people changed; nothing of it is lost until a choice is made. */
  conflicts: readonly Conflict[];
}

/** One step of the history, as the server tells it to an editor. */
export interface Step {
  sequence: number;
  clientOpId: string;
  operation: Operation;
}

/** The server's answer to operations, or to the question what is new. */
export interface Reply {
  /** Every step after the base sequence that was sent, the sender's own among them. */
  steps: readonly Step[];
  /** Operations that need not be sent again: applied now, applied before, or without effect. */
  settled: readonly string[];
  conflicts: readonly Conflict[];
  refused: readonly { clientOpId: string; message: string }[];
}

/** An editor that has just been opened. Opening saves nothing. */
export function opened(theory: Theory): Editing {
  return { confirmed: theory, pending: [], conflicts: [] };
}

/** What this person sees: what is confirmed, with their own changes on top. */
export function shown(editing: Editing): Theory {
  let theory = editing.confirmed;
  for (const { operation } of editing.pending) {
    const applied = apply(theory, operation);
    if ('theory' in applied) theory = applied.theory;
  }
  return theory;
}

/** Takes up changes that this person has just made. */
export function changed(editing: Editing, sent: readonly Sent[]): Editing {
  return { ...editing, pending: [...editing.pending, ...sent] };
}

/** What can go to the server now: everything but what builds on an open conflict. */
export function sendable(editing: Editing): Sent[] {
  if (editing.conflicts.length === 0) return [...editing.pending];
  const theory = shown(editing);
  const waiting = editing.conflicts.map(({ operation }) => touched(operation, theory));
  return editing.pending.filter(({ operation }) => {
    const touch = touched(operation, theory);
    if (!waiting.some((other) => overlap(touch, other))) return true;
    waiting.push(touch);
    return false;
  });
}

/** Takes up the server's answer. Steps that are known already are passed over. */
export function received(editing: Editing, reply: Reply): Editing {
  let { confirmed } = editing;
  for (const step of reply.steps) {
    if (step.sequence <= confirmed.sequence) continue;
    const applied = apply(confirmed, step.operation);
    const theory = 'theory' in applied ? applied.theory : confirmed;
    confirmed = { ...theory, sequence: step.sequence };
  }
  const gone = new Set([
    ...reply.settled,
    ...reply.conflicts.map(({ clientOpId }) => clientOpId),
    ...reply.refused.map(({ clientOpId }) => clientOpId),
    ...reply.steps.map(({ clientOpId }) => clientOpId),
  ]);
  return {
    confirmed,
    pending: editing.pending.filter(({ clientOpId }) => !gone.has(clientOpId)),
    conflicts: [...editing.conflicts, ...reply.conflicts],
  };
}

/** Settles a conflict: their value stays, or this person's goes in after all. */
export function chosen(
  editing: Editing,
  conflict: Conflict,
  choice: 'theirs' | 'yours',
  newId: () => string,
): Editing {
  const conflicts = editing.conflicts.filter((each) => each !== conflict);
  if (choice === 'theirs') return { ...editing, conflicts };
  const insisted = conflict.insist.map((operation) => ({ clientOpId: newId(), operation }));
  return { ...editing, conflicts, pending: [...insisted, ...editing.pending] };
}
