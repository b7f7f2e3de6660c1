import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { newId } from '#db/ids.ts';
import { record } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { insertVersion, versionsOf } from '#db/theory-versions.ts';
import { theoryById } from '#db/theory.ts';
import { theoryAfter } from './read-moment.server.ts';

/** What a state of a theory is to be called. */
export interface Naming {
  theoryId: string;
  /** After how many operations. */
  sequence: number;
  name: string;
  note: string;
}

/** Gives a state of a theory a name, and keeps it whole as it stands. */
export async function nameVersion(
  by: Person,
  programmeId: string,
  { theoryId, sequence, name, note }: Naming,
): Promise<string> {
  allow(by, 'theory.edit', { authorityId: by.authorityId });
  const { authorityId } = by;
  return theStore().write(`theory:${theoryId}`, async (tx) => {
    const found = await theoryById(tx, authorityId, theoryId);
    if (found?.programmeId !== programmeId || sequence > found.theory.sequence) {
      throw new NotFound('theory of change');
    }
    const versions = await versionsOf(tx, authorityId, theoryId);
    if (versions.some((each) => folded(each.name) === folded(name))) {
      throw new Conflict('A version of this theory has this name already. Give it another.');
    }
    const at = new Date();
    const id = newId(at);
    await insertVersion(tx, {
      id,
      authorityId,
      programmeId,
      theoryId,
      name,
      sequence,
      note,
      madeBy: by.name,
      at,
      content: await theoryAfter(tx, authorityId, found.theory, sequence),
      code: null,
      publishedAt: null,
      publishedBy: '',
      publicContent: null,
      comment: '',
      withdrawnAt: null,
    });
    await record(tx, by, 'theory.named', { kind: 'theory', id: theoryId }, { name });
    return id;
  });
}

const folded = (name: string) => name.trim().toLowerCase();
