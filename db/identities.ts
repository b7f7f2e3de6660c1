import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { AuditAction } from '#app/people/audit.ts';
import { firstOf, type PersonRow } from './people.ts';
import { accessRequests, auditRows, people, signInIdentities } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

/** An account of a directory, linked to a person here. */
export type Identity = typeof signInIdentities.$inferSelect;

/** Somebody of a directory who asked for an account here. */
export type AccessRequest = typeof accessRequests.$inferSelect;

export async function personOfSubject(
  db: Reader,
  authorityId: string,
  issuer: string,
  subject: string,
): Promise<PersonRow | undefined> {
  const rows = await db
    .select({ person: people })
    .from(signInIdentities)
    .innerJoin(
      people,
      and(
        eq(people.id, signInIdentities.personId),
        eq(people.authorityId, signInIdentities.authorityId),
      ),
    )
    .where(
      and(
        eq(signInIdentities.authorityId, authorityId),
        eq(signInIdentities.issuer, issuer),
        eq(signInIdentities.subject, subject),
      ),
    );
  return firstOf(rows)?.person;
}

export async function identitiesOf(
  db: Reader,
  authorityId: string,
  personId: string,
): Promise<Identity[]> {
  return db
    .select()
    .from(signInIdentities)
    .where(
      and(eq(signInIdentities.authorityId, authorityId), eq(signInIdentities.personId, personId)),
    );
}

export async function insertIdentity(tx: Writer, row: Identity): Promise<void> {
  await tx.insert(signInIdentities).values(row);
}

export async function deleteIdentitiesOf(
  tx: Writer,
  authorityId: string,
  personId: string,
): Promise<void> {
  await tx
    .delete(signInIdentities)
    .where(
      and(eq(signInIdentities.authorityId, authorityId), eq(signInIdentities.personId, personId)),
    );
}

/** Whether somebody's account of the directory was linked or taken off after a moment, as the trail says. */
export async function linkChangedSince(
  db: Reader,
  authorityId: string,
  personId: string,
  since: Date,
): Promise<boolean> {
  const changes: AuditAction[] = ['person.account-linked', 'person.account-unlinked'];
  const [found] = await db
    .select({ id: auditRows.id })
    .from(auditRows)
    .where(
      and(
        eq(auditRows.authorityId, authorityId),
        eq(auditRows.thingKind, 'person'),
        eq(auditRows.thingId, personId),
        inArray(auditRows.action, changes),
        gt(auditRows.at, since),
      ),
    )
    .limit(1);
  return found !== undefined;
}

/** The account of this authority with an e-mail address (folded). */
export async function personByEmail(
  db: Reader,
  authorityId: string,
  email: string,
): Promise<PersonRow | undefined> {
  const rows = await db
    .select()
    .from(people)
    .where(and(eq(people.authorityId, authorityId), eq(people.email, email)));
  return firstOf(rows);
}

export async function accessRequestsOf(
  db: Reader,
  authorityId: string,
  since: Date,
): Promise<AccessRequest[]> {
  return db
    .select()
    .from(accessRequests)
    .where(and(eq(accessRequests.authorityId, authorityId), gt(accessRequests.askedAt, since)))
    .orderBy(asc(accessRequests.askedAt), asc(accessRequests.id));
}

export async function keepAccessRequest(tx: Writer, row: AccessRequest): Promise<void> {
  const { authorityId, issuer, subject, name, email, role, askedAt } = row;
  await tx
    .insert(accessRequests)
    .values(row)
    .onConflictDoUpdate({
      target: [accessRequests.authorityId, accessRequests.issuer, accessRequests.subject],
      set: { authorityId, issuer, subject, name, email, role, askedAt },
    });
}

export async function deleteAccessRequest(
  tx: Writer,
  authorityId: string,
  id: string,
): Promise<void> {
  await tx
    .delete(accessRequests)
    .where(and(eq(accessRequests.authorityId, authorityId), eq(accessRequests.id, id)));
}
