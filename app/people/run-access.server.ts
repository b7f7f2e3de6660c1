import {
  accessRequestsOf,
  deleteAccessRequest,
  deleteIdentitiesOf,
  identitiesOf,
  insertIdentity,
  type AccessRequest,
} from '#db/identities.ts';
import { newId } from '#db/ids.ts';
import { insertPerson, personById, record } from '#db/people.ts';
import { secondFactorOf } from '#db/second-steps.ts';
import { deleteSessionsOf } from '#db/sessions.ts';
import { isUniqueViolation, theStore } from '#db/store.server.ts';
import { allow } from './allow.server.ts';
import { ASKING_DAYS } from './asking.ts';
import { ROLE_NAMES, type Person } from './can.ts';
import { directoryOf } from './directories.server.ts';
import type { StaffRole } from './directory.ts';
import { foldEmail } from './email.ts';
import { NotAllowed, NotFound } from './errors.ts';
import type { Outcome } from './run-people.server.ts';

const thing = (id: string) => ({ kind: 'person', id });

/** Who asks for an account, for an administrator. */
export async function whoAsks(by: Person, now: Date): Promise<AccessRequest[]> {
  allow(by, 'people.manage', by);
  const since = new Date(now.getTime() - ASKING_DAYS * 24 * 3_600_000);
  return accessRequestsOf(theStore().read, by.authorityId, since);
}

/** Gives somebody who asked an account, which is linked to theirs in the directory. */
export async function giveAccount(
  by: Person,
  requestId: string,
  role: StaffRole,
  now: Date,
): Promise<Outcome> {
  const request = await requestOf(by, requestId, now);
  const { authorityId, name, issuer, subject } = request;
  const person = { id: newId(now), authorityId, name, role };
  try {
    await theStore().write(`people:${authorityId}`, async (tx) => {
      await insertPerson(tx, {
        ...person,
        email: request.email === null ? null : foldEmail(request.email),
        passwordHash: null,
        createdAt: now,
        closedAt: null,
      });
      await insertIdentity(tx, {
        id: newId(now),
        authorityId,
        personId: person.id,
        issuer,
        subject,
        linkedAt: now,
      });
      await deleteAccessRequest(tx, authorityId, requestId);
      await record(tx, by, 'person.added', thing(person.id), { name, role: ROLE_NAMES[role] });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const message =
      'This e-mail address has an account already. Invite them from their page instead';
    return { done: false, field: `role-${requestId}`, message };
  }
  return { done: true };
}

/** Does not give somebody who asked an account. They may ask again. */
export async function refuseAccount(by: Person, requestId: string, now: Date): Promise<void> {
  const { name, authorityId } = await requestOf(by, requestId, now);
  await theStore().write(null, async (tx) => {
    await deleteAccessRequest(tx, authorityId, requestId);
    await record(tx, by, 'access.refused', { kind: 'authority', id: authorityId }, { name });
  });
}

async function requestOf(by: Person, requestId: string, now: Date): Promise<AccessRequest> {
  const found = (await whoAsks(by, now)).find(({ id }) => id === requestId);
  if (!found) throw new NotFound('request');
  return found;
}

/** How a colleague signs in, for an administrator. */
export interface WaysOfColleague {
  name: string;
  role: string;
  hasPassword: boolean;
  codes: boolean;
  /** Whether they have signed in with the authority's account. */
  linked: boolean;
  /** Whether the authority has such accounts. */
  directory: boolean;
}

export async function waysOfColleague(by: Person, personId: string): Promise<WaysOfColleague> {
  allow(by, 'people.manage', by);
  const { read } = theStore();
  const row = await personById(read, by.authorityId, personId);
  if (!row || row.closedAt !== null || row.role === 'panel-member') throw new NotFound('person');
  return {
    name: row.name,
    role: row.role,
    hasPassword: row.passwordHash !== null,
    codes: (await secondFactorOf(read, by.authorityId, personId)) !== undefined,
    linked: (await identitiesOf(read, by.authorityId, personId)).length > 0,
    directory: (await directoryOf(read, by.authorityId)) !== null,
  };
}

/** A colleague whom an administrator may change, those with a closed account too. */
export async function colleagueNamed(by: Person, personId: string): Promise<{ name: string }> {
  allow(by, 'people.manage', by);
  const row = await personById(theStore().read, by.authorityId, personId);
  if (!row || row.role === 'panel-member') throw new NotFound('person');
  return { name: row.name };
}

/** Notes that an invitation to sign in with the authority's account was made for a colleague. */
export async function inviteToAccount(by: Person, personId: string): Promise<void> {
  const { name, directory, linked } = await waysOfColleague(by, personId);
  if (!directory) throw new NotAllowed('Set up signing in with the authority’s accounts first.');
  if (linked) {
    throw new NotAllowed('They sign in with their account already. Take it off first.');
  }
  await theStore().write(null, (tx) =>
    record(tx, by, 'person.account-invited', thing(personId), { name }),
  );
}

/**
 * Takes the link to a colleague's account of the directory off: they can be invited anew. Also off an
 * account that is closed, as whoever comes back under a new one needs it.
 */
export async function unlinkAccount(by: Person, personId: string): Promise<void> {
  const { name } = await colleagueNamed(by, personId);
  await theStore().write(`people:${by.authorityId}`, async (tx) => {
    await deleteIdentitiesOf(tx, by.authorityId, personId);
    await deleteSessionsOf(tx, by.authorityId, personId);
    await record(tx, by, 'person.account-unlinked', thing(personId), { name });
  });
}
