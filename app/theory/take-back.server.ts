import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import type { ThreadEnd } from '#app/thread/kinds.ts';
import { newId } from '#db/ids.ts';
import { theStore, type Reader, type Writer } from '#db/store.server.ts';
import { tieChoices } from '#db/theory-evidence.ts';
import { madeBy, operationsAt } from '#db/theory-history.ts';
import { theoryById } from '#db/theory.ts';
import { applyTo } from './apply-operations.server.ts';
import type { Reply } from './editing.ts';
import { batchOf, nextSteps, saidOf, type Made, type Step, type Tried } from './gestures.ts';
import type { Box, Piece, Theory } from './graph.ts';
import type { Operation } from './operations.ts';
import { withKnownTies } from './starting.ts';

/** What this person can take back and have again in a theory, as words on two buttons need it. */
export async function stepsOf(
  db: Reader,
  by: Person,
  theoryId: string,
): Promise<{ canUndo: boolean; canRedo: boolean }> {
  const { undo, redo } = nextSteps(await madeBy(db, by.authorityId, theoryId, by.id));
  return { canUndo: undo.length > 0, canRedo: redo.length > 0 };
}

/** So many gestures of which nothing can be done any more are passed over at once. */
const MOST_PASSED = 50;

/**
 * Takes back what this person did last in a theory in one go, or does again what they took back. Each
 * time it goes a gesture further. What others have changed since stays, and is in the answer; where
 * that is all of a gesture, it is passed over, so that it never bars the way to earlier ones.
 */
export async function takeBack(
  by: Person,
  programmeId: string,
  theoryId: string,
  way: 'undo' | 'redo' = 'undo',
): Promise<Reply & { said: string }> {
  allow(by, 'theory.edit', { authorityId: by.authorityId });
  return theStore().write(`theory:${theoryId}`, async (tx) => {
    const { authorityId } = by;
    const found = await theoryById(tx, authorityId, theoryId);
    if (found?.programmeId !== programmeId) throw new NotFound('theory of change');
    const made = await madeBy(tx, authorityId, theoryId, by.id);
    const choices = await tieChoices(tx, authorityId, programmeId);
    const tried: Tried[] = [];
    let reply: Reply = { steps: [], settled: [], conflicts: [], refused: [] };
    for (const step of nextSteps(made)[way].slice(0, MOST_PASSED)) {
      reply = await turnRound(tx, by, { programmeId, before: found.theory, choices }, made, step);
      const left = [
        ...reply.conflicts.map(({ about }) => about),
        ...reply.refused.map(({ message }) => message),
      ];
      const any = reply.steps.some(({ sequence }) => sequence > found.theory.sequence);
      tried.push({ left, any });
      if (any) break;
    }
    return { ...reply, said: saidOf(way, tried) };
  });
}

/** Turns one gesture round, as far as what others did since leaves it. */
async function turnRound(
  tx: Writer,
  by: Person,
  at: { programmeId: string; before: Theory; choices: readonly ThreadEnd[] },
  made: readonly Made[],
  step: Step,
): Promise<Reply> {
  const { batch: its } = step;
  const sequences = made.filter((each) => batchOf(each) === its).map(({ sequence }) => sequence);
  const gesture = await operationsAt(tx, by.authorityId, at.before.id, sequences);
  const batch = step.as(newId());
  const sent = gesture
    .toReversed()
    .flatMap(({ inverse }) => inverse)
    .map((each) => withoutLostTies(each, at.choices))
    .map((operation) => ({ clientOpId: newId(), operation, batch }));
  // On the state before this gesture: what others have changed since is not run over.
  const baseSequence = (sequences[0] ?? 1) - 1;
  return applyTo(tx, by, at, { baseSequence, sent, takesBack: true });
}

/** What comes back is not tied to what has left the register or the programme since. */
function withoutLostTies(operation: Operation, choices: readonly ThreadEnd[]): Operation {
  const known = (boxes: Box[], pieces: Piece[]) => withKnownTies({ boxes, pieces }, choices);
  if (operation.kind === 'addBox') {
    const [box = operation.box] = known([operation.box], []).boxes;
    return { ...operation, box };
  }
  if (operation.kind === 'addPiece') {
    const [piece = operation.piece] = known([], [operation.piece]).pieces;
    return { ...operation, piece };
  }
  return operation;
}
