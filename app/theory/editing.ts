import type { Theory } from './graph.ts';
import { apply, isDeleting, isPlacing, type Operation, type Sent } from './operations.ts';
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
  /**
   * The sequence that the maker of each pending or conflicting operation had seen, by its id: it is
   * sent as made on that state. It moves on with the history, but not past what somebody else did to
   * a thing that is to be deleted here: nobody deletes what they have not seen.
   */
  seen: ReadonlyMap<string, number>;
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

/** What an earlier visit left unsaved, and the sequence that its maker had seen. */
export interface Left {
  base: number;
  sent: readonly Sent[];
}

/** An editor that has just been opened, with what an earlier visit left. Opening saves nothing. */
export function opened(theory: Theory, left: Left | null = null): Editing {
  const editing: Editing = { confirmed: theory, pending: [], conflicts: [], seen: new Map() };
  return left === null ? editing : resumed(editing, left);
}

/** Takes up what an earlier visit left unsaved: before what was made since. */
export function resumed(editing: Editing, { base, sent }: Left): Editing {
  const known = new Set(editing.pending.map(({ clientOpId }) => clientOpId));
  const left = sent.filter(({ clientOpId }) => !known.has(clientOpId));
  const seen = new Map(editing.seen);
  for (const { clientOpId } of left)
    seen.set(clientOpId, Math.min(base, editing.confirmed.sequence));
  return { ...editing, seen, pending: [...left, ...editing.pending] };
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
  const seen = new Map(editing.seen);
  for (const { clientOpId } of sent) seen.set(clientOpId, editing.confirmed.sequence);
  return { ...editing, seen, pending: [...editing.pending, ...sent] };
}

/** The most operations of one sending: a day without a network goes in several. */
const MOST_AT_ONCE = 300;

/** What goes to the server next, and the state on which it was made; null when nothing can. */
export function nextToSend(editing: Editing): { base: number; sent: Sent[] } | null {
  const all = sendable(editing);
  const [first] = all;
  if (first === undefined) return null;
  const baseOf = ({ clientOpId }: Sent) =>
    editing.seen.get(clientOpId) ?? editing.confirmed.sequence;
  const base = baseOf(first);
  const end = all.findIndex((each, index) => baseOf(each) !== base || index === MOST_AT_ONCE);
  return { base, sent: end < 0 ? all : all.slice(0, end) };
}

/** Everything that is not saved: what waits, and what waits for a choice. It must survive a closed page. */
export function unsaved(editing: Editing): Sent[] {
  const choices = editing.conflicts.map(({ clientOpId, operation }) => ({ clientOpId, operation }));
  return [...choices, ...editing.pending];
}

/** What can go to the server now: everything but what builds on an open conflict. */
export function sendable(editing: Editing): Sent[] {
  if (editing.conflicts.length === 0) return [...editing.pending];
  const theory = undeleted(editing);
  const waiting = editing.conflicts.map(({ operation }) => touched(operation, theory));
  return editing.pending.filter(({ operation }) => {
    const touch = touched(operation, theory);
    if (!waiting.some((other) => overlap(touch, other))) return true;
    waiting.push(touch);
    return false;
  });
}

/**
 * Takes up the server's answer, or what it tells of others. Steps that are known already are passed
 * over, and so are steps that do not follow on what is known here: they are asked for again.
 */
export function received(editing: Editing, reply: Reply): Editing {
  let { confirmed } = editing;
  const foreign: Step[] = [];
  for (const step of reply.steps) {
    if (step.sequence !== confirmed.sequence + 1) continue;
    if (!editing.seen.has(step.clientOpId)) foreign.push(step);
    const applied = apply(confirmed, step.operation);
    const theory = 'theory' in applied ? applied.theory : confirmed;
    confirmed = { ...theory, sequence: step.sequence };
  }
  const gone = new Set([
    ...reply.settled,
    ...reply.conflicts.map(({ clientOpId }) => clientOpId),
    ...reply.refused.map(({ clientOpId }) => clientOpId),
    ...reply.steps
      .filter(({ sequence }) => sequence <= confirmed.sequence)
      .map(({ clientOpId }) => clientOpId),
  ]);
  const pending = editing.pending.filter(({ clientOpId }) => !gone.has(clientOpId));
  const asked = new Set(reply.conflicts.map(({ clientOpId }) => clientOpId));
  // A choice that an answer brings again is the same choice.
  const open = editing.conflicts.filter(({ clientOpId }) => !asked.has(clientOpId));
  const seen = new Map<string, number>();
  const unseen = unseenAmong(editing, foreign);
  for (const { clientOpId } of [...open, ...pending]) {
    const before = editing.seen.get(clientOpId) ?? editing.confirmed.sequence;
    seen.set(clientOpId, unseen.has(clientOpId) ? before : confirmed.sequence);
  }
  for (const { clientOpId } of reply.conflicts) seen.set(clientOpId, confirmed.sequence);
  return { confirmed, pending, conflicts: [...open, ...reply.conflicts], seen };
}

/** The operations that delete something to which others did what their maker had not seen. */
function unseenAmong(editing: Editing, foreign: readonly Step[]): Set<string> {
  const { confirmed, conflicts, pending, seen } = editing;
  const others = foreign
    .filter(({ operation }) => !isPlacing(operation))
    .map(({ operation }) => touched(operation, confirmed));
  const there = undeleted(editing);
  const unseen = [...conflicts, ...pending].filter(({ clientOpId, operation }) => {
    if (!isDeleting(operation)) return false;
    const late = (seen.get(clientOpId) ?? confirmed.sequence) < confirmed.sequence;
    const touch = touched(operation, there);
    return late || others.some((other) => overlap(touch, other));
  });
  return new Set(unseen.map(({ clientOpId }) => clientOpId));
}

/**
 * What this person sees with nothing deleted: what hangs on a box that they delete, also when it was
 * deleted here before and that waits for a choice.
 */
function undeleted({ confirmed, pending }: Editing): Theory {
  let theory = confirmed;
  for (const { operation } of pending) {
    const applied = isDeleting(operation) ? { theory } : apply(theory, operation);
    if ('theory' in applied) theory = applied.theory;
  }
  return theory;
}

/** Settles a conflict: their value stays, or this person's goes in after all. */
export function chosen(
  editing: Editing,
  conflict: Conflict,
  choice: 'theirs' | 'yours',
  newId: () => string,
): Editing {
  const conflicts = editing.conflicts.filter((each) => each !== conflict);
  const seen = new Map(editing.seen);
  const saw = seen.get(conflict.clientOpId) ?? editing.confirmed.sequence;
  seen.delete(conflict.clientOpId);
  if (choice === 'theirs') return { ...editing, conflicts, seen };
  const insisted = conflict.insist.map((operation) => ({ clientOpId: newId(), operation }));
  for (const { clientOpId } of insisted) seen.set(clientOpId, saw);
  return { ...editing, conflicts, seen, pending: [...insisted, ...editing.pending] };
}
