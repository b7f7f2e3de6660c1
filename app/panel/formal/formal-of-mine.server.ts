import { NotFound } from '#app/people/errors.ts';
import type { Person } from '#app/people/can.ts';
import { dayOf } from '#app/ui/words.ts';
import { formalOfPerson, formalRecordRow } from '#db/formal.ts';
import { theStore } from '#db/store.server.ts';
import { stateOf } from '../consultation.ts';
import { formalRecordOf } from './record.ts';

/** A formal consultation as those who are asked may read it: never while it is drafted. */
export async function formalOfMine(person: Person, consultationId: string, at = new Date()) {
  const { read } = theStore();
  const { authorityId } = person;
  const consultation = await formalOfPerson(read, authorityId, person.id, consultationId);
  if (!consultation) throw new NotFound('consultation');
  const { parts } = await formalRecordRow(read, authorityId, consultationId);
  return {
    consultation,
    state: stateOf(consultation, dayOf(at)),
    record: formalRecordOf(parts),
  };
}
