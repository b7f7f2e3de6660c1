import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { newId } from '#db/ids.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { madeBy, operationsAt } from '#db/theory-history.ts';
import { theoryById } from '#db/theory.ts';
import { applyTo } from './apply-operations.server.ts';
import type { Reply } from './editing.ts';
import { batchOf, nextSteps, saidOf } from './gestures.ts';

/** What this person can take back and have again in a theory, as words on two buttons need it. */
export async function stepsOf(
  db: Reader,
  by: Person,
  theoryId: string,
): Promise<{ canUndo: boolean; canRedo: boolean }> {
  const { undo, redo } = nextSteps(await madeBy(db, by.authorityId, theoryId, by.id));
  return { canUndo: undo !== null, canRedo: redo !== null };
}

/**
 * Takes back what this person did last in a theory in one go, or does again what they took back. Each
 * time it goes a gesture further. What others have changed since stays, and is in the answer.
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
    const step = nextSteps(made)[way];
    if (step === null) {
      return { steps: [], settled: [], conflicts: [], refused: [], said: saidOf(way, [], false) };
    }
    const sequences = made
      .filter((each) => batchOf(each) === step.batch)
      .map((each) => each.sequence);
    const gesture = await operationsAt(tx, authorityId, theoryId, sequences);
    const batch = step.as(newId());
    const sent = gesture
      .toReversed()
      .flatMap(({ inverse }) => inverse)
      .map((operation) => ({ clientOpId: newId(), operation, batch }));
    // On the state before this gesture: what others have changed since is not run over.
    const baseSequence = (sequences[0] ?? 1) - 1;
    const before = found.theory;
    const own = step.batch;
    const reply = await applyTo(tx, by, { programmeId, before }, { baseSequence, sent, own });
    const left = [
      ...reply.conflicts.map(({ about }) => about),
      ...reply.refused.map(({ message }) => message),
    ];
    const any = reply.steps.some(({ sequence }) => sequence > before.sequence);
    return { ...reply, said: saidOf(way, left, any) };
  });
}
