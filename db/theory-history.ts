import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Made } from '#app/theory/gestures.ts';
import type { Logged } from '#app/theory/operations.ts';
import { firstOf } from './people.ts';
import { theoryOperations } from './schema/index.ts';
import type { Reader } from './store.server.ts';
import { asLogged } from './theory.ts';

/** Reading the history of a theory: who did what, in which go, and how far it went by when. */

const of = (authorityId: string, theoryId: string) =>
  and(eq(theoryOperations.authorityId, authorityId), eq(theoryOperations.theoryId, theoryId));

/** The gestures of one person, an entry an operation, oldest first. */
export async function madeBy(
  db: Reader,
  authorityId: string,
  theoryId: string,
  personId: string,
): Promise<Made[]> {
  return db
    .select({
      sequence: theoryOperations.sequence,
      batch: theoryOperations.batch,
      at: theoryOperations.at,
    })
    .from(theoryOperations)
    .where(and(of(authorityId, theoryId), eq(theoryOperations.personId, personId)))
    .orderBy(asc(theoryOperations.sequence));
}

/** Operations by their place in the history, oldest first. */
export async function operationsAt(
  db: Reader,
  authorityId: string,
  theoryId: string,
  sequences: readonly number[],
): Promise<Logged[]> {
  if (sequences.length === 0) return [];
  const rows = await db
    .select()
    .from(theoryOperations)
    .where(and(of(authorityId, theoryId), inArray(theoryOperations.sequence, [...sequences])))
    .orderBy(asc(theoryOperations.sequence));
  return rows.map(asLogged);
}

/** Who made the step at a place in the history, and when; undefined when there is none. */
export async function stepAt(
  db: Reader,
  authorityId: string,
  theoryId: string,
  sequence: number,
): Promise<{ personName: string; at: Date } | undefined> {
  const rows = await db
    .select({ personName: theoryOperations.personName, at: theoryOperations.at })
    .from(theoryOperations)
    .where(and(of(authorityId, theoryId), eq(theoryOperations.sequence, sequence)));
  return firstOf(rows);
}
