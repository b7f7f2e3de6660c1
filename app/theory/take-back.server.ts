import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { newId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';
import { latestOf, theoryById } from '#db/theory.ts';
import { applyTo } from './apply-operations.server.ts';
import type { Reply } from './editing.ts';

/**
 * Takes back what this person changed last in a theory: everything that they sent together. Taken
 * back once more, it is there again.
 */
export async function takeBack(by: Person, programmeId: string, theoryId: string): Promise<Reply> {
  allow(by, 'theory.edit', { authorityId: by.authorityId });
  return theStore().write(`theory:${theoryId}`, async (tx) => {
    const found = await theoryById(tx, by.authorityId, theoryId);
    if (found?.programmeId !== programmeId) throw new NotFound('theory of change');
    const latest = await latestOf(tx, by.authorityId, theoryId, by.id);
    const sent = latest
      .toReversed()
      .flatMap(({ inverse }) => inverse)
      .map((operation) => ({ clientOpId: newId(), operation }));
    // On the state that these operations made: what others have changed since is not run over.
    const baseSequence = latest.at(-1)?.sequence ?? found.theory.sequence;
    return applyTo(tx, by, { programmeId, before: found.theory }, { baseSequence, sent });
  });
}
