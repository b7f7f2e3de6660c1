import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { newId } from '#db/ids.ts';
import { record } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { theoryById } from '#db/theory.ts';
import { tieChoices } from '#db/theory-evidence.ts';
import { applyTo } from '../apply-operations.server.ts';
import { withKnownTies } from '../starting.ts';
import { theoryAfter } from './read-moment.server.ts';
import { restoring } from './restoring.ts';

/**
 * Makes a theory what it was after so many operations, by new operations at the end of the history: in
 * one go, so that one press takes it back. What nobody has seen yet is not run over.
 *
 * @param seen how far the history went on the page where it was decided
 */
export async function goBack(
  by: Person,
  programmeId: string,
  { theoryId, sequence, seen }: { theoryId: string; sequence: number; seen: number },
): Promise<{ changes: number; left: string[] } | { since: true }> {
  allow(by, 'theory.edit', { authorityId: by.authorityId });
  const { authorityId } = by;
  return theStore().write(`theory:${theoryId}`, async (tx) => {
    const found = await theoryById(tx, authorityId, theoryId);
    if (found?.programmeId !== programmeId || sequence > found.theory.sequence) {
      throw new NotFound('theory of change');
    }
    const before = found.theory;
    if (before.sequence !== seen) return { since: true };
    const there = new Set([...before.boxes, ...before.pieces].map(({ id }) => id));
    const then = await theoryAfter(tx, authorityId, before, sequence);
    // What comes back is not tied to what has left the register or the programme since.
    const known = withKnownTies(then, await tieChoices(tx, authorityId, programmeId));
    const boxes = then.boxes.map((box, at) => (there.has(box.id) ? box : (known.boxes[at] ?? box)));
    const pieces = then.pieces.map((piece, at) =>
      there.has(piece.id) ? piece : (known.pieces[at] ?? piece),
    );
    const batch = newId();
    const sent = restoring(before, { ...then, boxes, pieces }).map((operation) => ({
      clientOpId: newId(),
      operation,
      batch,
    }));
    const baseSequence = before.sequence;
    const reply = await applyTo(tx, by, { programmeId, before }, { baseSequence, sent });
    const details = { title: before.title, count: sent.length };
    await record(tx, by, 'theory.went-back', { kind: 'theory', id: theoryId }, details);
    return { changes: sent.length, left: reply.refused.map(({ message }) => message) };
  });
}
