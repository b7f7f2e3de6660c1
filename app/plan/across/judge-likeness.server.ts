import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { keepLikeness } from '#db/publications.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { codesOf, nameOf } from './publication.ts';
import { readSides } from './read-across.server.ts';
import { readPublications } from './read-publications.server.ts';

/** What somebody says of two things: the same, not the same, or nothing any more. */
export interface Said {
  code: string;
  ours: string;
  theirs: string;
  verdict: 'same' | 'different' | 'unsaid';
}

/** Keeps what somebody says of one of ours and one of theirs; words alone are often wrong. */
export async function judgeLikeness(by: Person, programme: Programme, said: Said): Promise<void> {
  allow(by, 'theory.edit', programme);
  const { authorityId, id: programmeId } = programme;
  const { read } = theStore();
  const [publication] = await readPublications(read, programme, [said.code]);
  if (!publication) throw new NotFound('publication');
  const theory = (await theoryOfProgramme(read, authorityId, programmeId)) ?? null;
  const sides = await readSides(read, programme, theory, publication);
  const mine = sides.ours.find(({ id }) => id === said.ours);
  const their = sides.theirs.find(({ id, kind }) => id === said.theirs && kind === mine?.kind);
  if (!mine || !their) throw new NotFound('pair to compare');
  const pair = { authorityId, programmeId, ours: said.ours, theirs: said.theirs };
  const { verdict } = said;
  const code = publication.key;
  const row =
    verdict === 'unsaid'
      ? null
      : { id: newId(), ...pair, code, verdict, decidedAt: new Date(), decidedBy: by.name };
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    await keepLikeness(tx, pair, codesOf(publication), row);
    const title = nameOf(publication);
    await record(tx, by, 'likeness.decided', { kind: 'programme', id: programmeId }, { title });
  });
}
