import {
  identitiesOf,
  insertIdentity,
  keepAccessRequest,
  linkChangedSince,
  personByEmail,
  personOfSubject,
} from '#db/identities.ts';
import { newId } from '#db/ids.ts';
import { asPerson, personById, record, type PersonRow } from '#db/people.ts';
import { isUniqueViolation, theStore, type Writer } from '#db/store.server.ts';
import type { Person } from './can.ts';
import type { Directory } from './directories.server.ts';
import { roleFrom, tenantOf, troubleOfEmail, type Claims, type Trouble } from './directory.ts';
import { foldEmail } from './email.ts';

/** The person whom an administrator's invitation names, and when it was made (milliseconds). */
export interface Invited {
  personId: string;
  madeAt: number;
}

/** Who came from the directory, or why nobody is signed in. */
export type Settled = { person: Person } | { trouble: Trouble };

/**
 * Who somebody whom the directory proved is here. By issuer and subject, once they are known; the first
 * time by an administrator's invitation, or by the e-mail address of an account of this very authority,
 * where its administrator said that the directory's addresses may be trusted.
 *
 * @param invited the invitation with which somebody came
 */
export async function settleAccount(
  directory: Directory,
  claims: Claims,
  invited: Invited | null,
  now: Date,
): Promise<Settled> {
  const tenant = tenantOf(directory.issuer);
  if (claims.issuer !== directory.issuer || (tenant !== null && claims.tenant !== tenant)) {
    return { trouble: 'tenant' };
  }
  try {
    return await theStore().write(`people:${directory.authorityId}`, (tx) =>
      settle(tx, directory, claims, invited, now),
    );
  } catch (error) {
    // Two windows of one person who comes for the first time: the other one has linked them.
    if (!isUniqueViolation(error)) throw error;
    return { trouble: 'another-window' };
  }
}

async function settle(
  tx: Writer,
  directory: Directory,
  claims: Claims,
  invited: Invited | null,
  now: Date,
): Promise<Settled> {
  const { authorityId } = directory;
  const known = await personOfSubject(tx, authorityId, claims.issuer, claims.subject);
  if (known) return comeIn(tx, known);
  const found = await firstTime(tx, directory, claims, invited);
  if ('trouble' in found)
    return found.trouble === 'closed' ? found : orAsk(tx, directory, claims, found.trouble, now);
  const person = asPerson(found.row);
  await insertIdentity(tx, {
    id: newId(now),
    authorityId,
    personId: person.id,
    issuer: claims.issuer,
    subject: claims.subject,
    linkedAt: now,
  });
  await record(tx, person, 'person.account-linked', { kind: 'person', id: person.id });
  return comeIn(tx, found.row);
}

/** The account of somebody whom we know; a closed one stays closed, whatever the directory says. */
async function comeIn(tx: Writer, row: PersonRow): Promise<Settled> {
  if (row.closedAt !== null || row.role === 'panel-member') return { trouble: 'closed' };
  const person = asPerson(row);
  await record(tx, person, 'person.account-signed-in', { kind: 'person', id: person.id });
  return { person };
}

async function firstTime(
  tx: Writer,
  directory: Directory,
  claims: Claims,
  invited: Invited | null,
): Promise<{ row: PersonRow } | { trouble: Trouble }> {
  const { authorityId } = directory;
  const trouble = invited === null ? troubleOfEmail(claims, directory) : null;
  if (trouble !== null) return { trouble };
  const row =
    invited === null
      ? await personByEmail(tx, authorityId, foldEmail(claims.email ?? ''))
      : await personById(tx, authorityId, invited.personId);
  // An address of another authority's account finds nobody here, and is not told apart.
  if (!row || row.role === 'panel-member') {
    return { trouble: 'unknown' };
  }
  if (row.closedAt !== null) return { trouble: 'closed' };
  // Somebody who is linked already is not taken over by whoever has their address or invitation now.
  const linked = await identitiesOf(tx, authorityId, row.id);
  if (linked.some(({ issuer }) => issuer === claims.issuer)) return { trouble: 'unknown' };
  // An invitation links once: it was used, or the account was taken off for a reason.
  if (
    invited !== null &&
    (await linkChangedSince(tx, authorityId, row.id, new Date(invited.madeAt)))
  )
    return { trouble: 'unknown' };
  return { row };
}

/** Somebody of the directory without an account may ask for one, where the authority lets them. */
async function orAsk(
  tx: Writer,
  directory: Directory,
  claims: Claims,
  trouble: Trouble,
  now: Date,
): Promise<Settled> {
  if (!directory.mayAsk) return { trouble };
  const { authorityId } = directory;
  const name = (claims.name ?? claims.email ?? 'Somebody of your directory').slice(0, 120);
  await keepAccessRequest(tx, {
    id: newId(now),
    authorityId,
    issuer: claims.issuer,
    subject: claims.subject,
    name,
    email: claims.email,
    role: roleFrom(directory.roles, claims.roles),
    askedAt: now,
  });
  await record(tx, { authorityId, name }, 'access.asked', { kind: 'authority', id: authorityId });
  return { trouble: 'asked' };
}

/** Whether the account that came back is the one of somebody who is signed in: for confirming. */
export async function isAccountOf(person: Person, claims: Claims): Promise<boolean> {
  const linked = await identitiesOf(theStore().read, person.authorityId, person.id);
  return linked.some(
    ({ issuer, subject }) => issuer === claims.issuer && subject === claims.subject,
  );
}
