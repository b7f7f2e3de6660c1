import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { newId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';
import { registerForTheory, theoryOfProgramme } from '#db/theory.ts';
import { applyOperations } from './apply-operations.server.ts';
import type { Reply } from './editing.ts';
import { lastPosition } from './graph.ts';
import { addingBox } from './operations.ts';
import { needBoxes, needsNotIn } from './starting.ts';

/** Puts a need of the register into the theory as a box that is tied to it; once. */
export async function addNeed(by: Person, programmeId: string, needId: string): Promise<Reply> {
  const { read } = theStore();
  const theory = await theoryOfProgramme(read, by.authorityId, programmeId);
  if (theory === undefined) throw new NotFound('theory of change');
  const register = await registerForTheory(read, by.authorityId, programmeId);
  const wanted = needsNotIn(theory, register).filter(({ id }) => id === needId);
  if (!register.some(({ id }) => id === needId)) throw new NotFound('need');
  const boxes = needBoxes(wanted, () => newId(), lastPosition(theory, 'need') - 1);
  return applyOperations(by, programmeId, {
    theoryId: theory.id,
    baseSequence: theory.sequence,
    sent: boxes.map((box) => ({
      clientOpId: `need-${needId}-${box.id}`,
      operation: addingBox(box),
    })),
  });
}
