import { and, asc, eq } from 'drizzle-orm';
import type { Accepted } from '#app/theory/accept/accepted.ts';
import { newId } from './ids.ts';
import { theoryAcceptances } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

const ofTheory = (authorityId: string, theoryId: string) =>
  and(eq(theoryAcceptances.authorityId, authorityId), eq(theoryAcceptances.theoryId, theoryId));

/** What was accepted in a theory, the oldest first. */
export async function acceptedIn(
  db: Reader,
  authorityId: string,
  theoryId: string,
): Promise<Accepted[]> {
  const rows = await db
    .select()
    .from(theoryAcceptances)
    .where(ofTheory(authorityId, theoryId))
    .orderBy(asc(theoryAcceptances.at), asc(theoryAcceptances.id));
  return rows.map(({ findingKey, message, because, personName, at }) => ({
    key: findingKey,
    message,
    because,
    by: personName,
    at,
  }));
}

/** Keeps that a finding was accepted; an earlier reason for the same finding gives way. */
export async function keepAccepted(
  tx: Writer,
  authorityId: string,
  theoryId: string,
  accepted: Accepted,
): Promise<void> {
  await forgetAccepted(tx, authorityId, theoryId, accepted.key);
  const { key, message, because, by, at } = accepted;
  await tx.insert(theoryAcceptances).values({
    id: newId(),
    authorityId,
    theoryId,
    findingKey: key,
    message,
    because,
    personName: by,
    at,
  });
}

export async function forgetAccepted(
  tx: Writer,
  authorityId: string,
  theoryId: string,
  key: string,
): Promise<void> {
  await tx
    .delete(theoryAcceptances)
    .where(and(ofTheory(authorityId, theoryId), eq(theoryAcceptances.findingKey, key)));
}
