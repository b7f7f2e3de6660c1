import { aboutOf, yoursOf, type Conflict, type Waiting } from './conflict.ts';
import type { Theory } from './graph.ts';
import type { Logged, Operation, Sent } from './operations.ts';
import { overlap, touched } from './touched.ts';

/**
 * Conflicts with what waits for the choice about each, in the order in which it was made. What builds
 * on several waits for the last of them; what builds on none (but on something that was refused) is
 * left out.
 *
 * @param theory as it stands now
 * @param held what was not applied because it builds on something that was not
 * @param others the history after the state that the sender saw, for the names of what is gone
 */
export function withWaiting(
  conflicts: readonly Conflict[],
  held: readonly Sent[],
  theory: Theory,
  others: readonly Logged[],
): Conflict[] {
  const groups = conflicts.map((conflict) => ({
    conflict,
    touches: [touched(conflict.operation, theory)],
    waiting: [] as Waiting[],
  }));
  for (const { operation } of held) {
    const touch = touched(operation, theory);
    const group = groups.findLast(({ touches }) => touches.some((each) => overlap(each, touch)));
    if (group === undefined) continue;
    group.touches.push(touch);
    const about = aboutOf(theory, operation, others);
    const yours = yoursOf(operation);
    group.waiting.push({ operation: aboutDrawn(operation, group.conflict), about, yours });
  }
  return groups.map(({ conflict, waiting }) =>
    waiting.length === 0 ? conflict : { ...conflict, waiting },
  );
}

/** What was about a link of this person's is about the same link as somebody else drew it first. */
function aboutDrawn(operation: Operation, conflict: Conflict): Operation {
  const [instead] = conflict.insist;
  if (conflict.operation.kind !== 'addLink' || instead?.kind !== 'editLink') return operation;
  const mine = conflict.operation.link.id;
  switch (operation.kind) {
    case 'addPiece':
      if (operation.piece.on !== mine) return operation;
      return { ...operation, piece: { ...operation.piece, on: instead.id } };
    case 'editPiece':
      if (operation.field !== 'on' || operation.to !== mine) return operation;
      return { ...operation, to: instead.id };
    case 'editLink':
    case 'removeLink':
      return operation.id === mine ? { ...operation, id: instead.id } : operation;
    default:
      return operation;
  }
}
