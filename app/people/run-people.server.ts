import { newId } from '#db/ids.ts';
import {
  authorityById,
  howManyWithRole,
  insertPerson,
  personById,
  record,
  updateAuthority,
  updatePerson,
  type PersonRow,
} from '#db/people.ts';
import { deleteSessionsOf } from '#db/sessions.ts';
import { isUniqueViolation, theStore, type Writer } from '#db/store.server.ts';
import { allow } from './allow.server.ts';
import { ROLE_NAMES, type Person, type Role } from './can.ts';
import { NotAllowed, NotFound } from './errors.ts';
import { hashPassword, passwordFits } from './password.server.ts';
import { keepsAWayIn } from './way-in.server.ts';

/** What an edit ends with: done, or the reason why not, for the field that it concerns. */
export type Outcome = { done: true } | { done: false; field: string; message: string };

const DONE: Outcome = { done: true };
const thing = (id: string) => ({ kind: 'person', id });

export interface NewAccount {
  name: string;
  email: string;
  role: Exclude<Role, 'panel-member'>;
  /** Null for somebody who signs in with the authority's account only. */
  password: string | null;
}

/** Adds somebody who signs in with an e-mail address and a password, or with the authority's account. */
export async function addPerson(by: Person, input: NewAccount): Promise<Outcome> {
  allow(by, 'people.manage', by);
  const passwordHash = input.password === null ? null : await hashPassword(input.password);
  const { name, email, role } = input;
  const createdAt = new Date();
  const row: PersonRow = {
    id: newId(createdAt),
    authorityId: by.authorityId,
    name,
    email,
    role,
    passwordHash,
    createdAt,
    closedAt: null,
  };
  try {
    await theStore().write(null, async (tx) => {
      await insertPerson(tx, row);
      await record(tx, by, 'person.added', thing(row.id), { name, role: ROLE_NAMES[role] });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const message = 'This e-mail address has an account already. Use another address';
    return { done: false, field: 'email', message };
  }
  return DONE;
}

/** Changes what somebody may do. An authority always keeps one administrator. */
export async function changeRole(by: Person, personId: string, role: Role): Promise<Outcome> {
  allow(by, 'people.manage', by);
  return theStore().write(`people:${by.authorityId}`, async (tx) => {
    const row = await staffOf(tx, by, personId);
    if (role === row.role) return DONE;
    if (role !== 'administrator' && (await isLastAdministrator(tx, row))) return LAST;
    if (role !== 'administrator') await keepsAWayIn(tx, by.authorityId, personId);
    await updatePerson(tx, by.authorityId, personId, { role });
    // What is open in front of them was opened as somebody who may do something else.
    await deleteSessionsOf(tx, by.authorityId, personId);
    await record(tx, by, 'person.changed', thing(personId), {
      name: row.name,
      role: ROLE_NAMES[role],
    });
    return DONE;
  });
}

/** Closes an account at once: its sessions end, its name stays in the history. */
export async function closeAccount(by: Person, personId: string): Promise<Outcome> {
  allow(by, 'people.manage', by);
  return theStore().write(`people:${by.authorityId}`, async (tx) => {
    const row = await staffOf(tx, by, personId);
    if (await isLastAdministrator(tx, row)) return LAST;
    await keepsAWayIn(tx, by.authorityId, personId);
    await updatePerson(tx, by.authorityId, personId, { closedAt: new Date() });
    await deleteSessionsOf(tx, by.authorityId, personId);
    await record(tx, by, 'person.closed', thing(personId), { name: row.name });
    return DONE;
  });
}

/** An administrator sets a new password for somebody who forgot theirs; their sessions end. */
export async function resetPassword(by: Person, personId: string, password: string): Promise<void> {
  allow(by, 'people.manage', by);
  const passwordHash = await hashPassword(password);
  await theStore().write(null, async (tx) => {
    await staffOf(tx, by, personId);
    await updatePerson(tx, by.authorityId, personId, { passwordHash });
    await deleteSessionsOf(tx, by.authorityId, personId);
    await record(tx, by, 'person.password-set', thing(personId));
  });
}

/** Somebody changes their own password; every session of theirs ends, so that a thief's does too. */
export async function changeOwnPassword(
  by: Person,
  input: { currentPassword: string; newPassword: string },
): Promise<Outcome> {
  const row = await personById(theStore().read, by.authorityId, by.id);
  if (!row || !(await mayChange(row, input.currentPassword))) {
    return {
      done: false,
      field: 'currentPassword',
      message: 'The current password is wrong. Type it again',
    };
  }
  const passwordHash = await hashPassword(input.newPassword);
  await theStore().write(null, async (tx) => {
    await updatePerson(tx, by.authorityId, by.id, { passwordHash });
    await deleteSessionsOf(tx, by.authorityId, by.id);
    await record(tx, by, 'person.password-set', thing(by.id));
  });
  return DONE;
}

/**
 * Whether the current password is right. The demonstration's people have none, so there is nothing that
 * they could get wrong; anybody else without one comes with the authority's account, and an administrator
 * gives them a password: else an open session would be worth an account for ever.
 */
async function mayChange(row: PersonRow, current: string): Promise<boolean> {
  if (row.passwordHash !== null) return passwordFits(row.passwordHash, current);
  return (await authorityById(theStore().read, row.authorityId))?.isDemonstration ?? false;
}

/** Ends every session of this person, on every machine. */
export async function signOutEverywhere(by: Person): Promise<void> {
  await theStore().write(null, async (tx) => {
    await deleteSessionsOf(tx, by.authorityId, by.id);
    await record(tx, by, 'person.signed-out-everywhere', thing(by.id));
  });
}

/** Changes the name and colour that everybody sees. */
export async function changeAuthority(
  by: Person,
  change: { name: string; colour: string },
): Promise<void> {
  allow(by, 'authority.edit', by);
  await theStore().write(null, async (tx) => {
    const row = await authorityById(tx, by.authorityId);
    if (row?.isDemonstration && row.name !== change.name) {
      throw new NotAllowed(
        'The demonstration borough keeps its name, so that nobody takes it for a real one.',
      );
    }
    await updateAuthority(tx, by.authorityId, change);
    await record(tx, by, 'authority.changed', { kind: 'authority', id: by.authorityId });
  });
}

const LAST: Outcome = {
  done: false,
  field: 'role',
  message: 'This is the only administrator. Make somebody else an administrator first',
};

async function staffOf(tx: Writer, by: Person, personId: string): Promise<PersonRow> {
  const row = await personById(tx, by.authorityId, personId);
  if (!row || row.role === 'panel-member' || row.closedAt !== null) throw new NotFound('person');
  return row;
}

async function isLastAdministrator(tx: Writer, row: PersonRow): Promise<boolean> {
  if (row.role !== 'administrator') return false;
  return (await howManyWithRole(tx, row.authorityId, 'administrator')) < 2;
}
