import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { theStore } from '#db/store.server.ts';
import { sequenceOf } from '#db/theory-changes.ts';
import { PAGE_LASTS, SILENCE, type PersonHere } from './here.ts';
import type { Follower } from './follower.ts';
import { theHub } from './hub.server.ts';

/** The theory of a programme that somebody follows, and in which of their windows. */
export interface Place {
  programmeId: string;
  theoryId: string;
  visit: string;
}

/** How an open page is reached. */
type Wire = Pick<Follower, 'send' | 'end' | 'stillMay'>;

/**
 * Follows a theory: from now on the open page is told what is changed in it and who is there.
 *
 * @param since the last step of the history that the page knows
 * @returns what begins to follow, and in turn gives what ends it
 */
export async function followTheory(
  by: Person,
  { programmeId, theoryId, visit }: Place,
  since: number,
): Promise<(wire: Wire) => () => void> {
  const sequence = await sequenceFor(by, programmeId, theoryId);
  const { authorityId, id: personId } = by;
  return (wire) => {
    if (since > sequence) {
      wire.send({ event: 'ahead', data: null });
      wire.end();
      return () => undefined;
    }
    const whose = { authorityId, theoryId, personId, visit };
    theHub().say({ ...whose, at: null, typing: null, lasts: SILENCE }, by.name);
    return theHub().follow({ ...whose, sequence: since, ...wire });
  };
}

/** Says where in a theory somebody is and what they are typing; gives back who else is there. */
export async function sayWhere(
  by: Person,
  { programmeId, theoryId, visit }: Place,
  { at, typing }: { at: string | null; typing: string | null },
): Promise<PersonHere[]> {
  await sequenceFor(by, programmeId, theoryId);
  const { authorityId, id: personId } = by;
  const said = { authorityId, theoryId, personId, visit, at, typing, lasts: SILENCE };
  theHub().say(said, by.name);
  return theHub().here(theoryId, personId);
}

/** Says that somebody opened the page of a box or link, and gives back who else has it open. */
export function openPage(by: Person, theoryId: string, at: string): PersonHere[] {
  const { authorityId, id: personId } = by;
  const visit = `page ${personId}`;
  theHub().say(
    { authorityId, theoryId, personId, visit, at, typing: null, lasts: PAGE_LASTS },
    by.name,
  );
  return theHub()
    .here(theoryId, personId)
    .filter((person) => person.at.includes(at));
}

async function sequenceFor(by: Person, programmeId: string, theoryId: string): Promise<number> {
  allow(by, 'programme.see', { authorityId: by.authorityId });
  const found = await sequenceOf(theStore().read, by.authorityId, theoryId);
  if (found?.programmeId !== programmeId) throw new NotFound('theory of change');
  return found.sequence;
}
