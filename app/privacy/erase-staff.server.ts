import { createHash } from 'node:crypto';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { noteReading } from '#app/people/note-reading.server.ts';
import { noteErased } from '#db/erased.server.ts';
import { takeNameOut } from '#db/erasure-names.ts';
import { everythingHeld } from '#db/erasure.ts';
import { deleteIdentitiesOf, identitiesOf } from '#db/identities.ts';
import { personById, record, updatePerson } from '#db/people.ts';
import { howManyReadings } from '#db/readings.ts';
import { deleteSecondFactor, recoveryCodesLeft, secondFactorOf } from '#db/second-steps.ts';
import { deleteSessionsOf } from '#db/sessions.ts';
import { isShared, renameWhoDid, whereTheyDid, type Colleague } from '#db/staff-erasure.ts';
import { theStore, type Reader, type Writer } from '#db/store.server.ts';
import { FORMER_COLLEAGUE } from './staff.ts';

/** What stands in place of a colleague's name: the same for the same person, and nobody's. */
const formerName = (personId: string) =>
  `${FORMER_COLLEAGUE} ${createHash('sha256').update(personId).digest('hex').slice(0, 4).toUpperCase()}`;

/** Everything held of a colleague, table by table, and how often their name stands where they did something. */
export async function copyOfStaff(by: Person, personId: string) {
  allow(by, 'privacy.manage', by);
  noteReading(by, 'held', 1);
  return theStore().write(null, async (tx) => {
    const row = await staffById(tx, by.authorityId, personId);
    await record(tx, by, 'staff.copied', { kind: 'person', id: personId });
    return heldOfStaff(tx, by.authorityId, await colleague(tx, by.authorityId, row));
  });
}

/** The same without a row in the trail: for the page that leads to it. */
export async function seeStaff(by: Person, personId: string) {
  allow(by, 'privacy.manage', by);
  const { read } = theStore();
  const row = await staffById(read, by.authorityId, personId);
  const who = await colleague(read, by.authorityId, row);
  return {
    name: row.name,
    closed: row.closedAt !== null,
    erased: row.name.startsWith(FORMER_COLLEAGUE),
    did: await whereTheyDid(read, by.authorityId, who),
    /** Somebody else has the same name: where nothing but it stands, it stays. */
    shared: who.shared,
    /** An account of the directory leads to this one. */
    linked: (await identitiesOf(read, by.authorityId, personId)).length > 0,
    read: await howManyReadings(read, by.authorityId, { personId }),
  };
}

async function heldOfStaff(db: Reader, authorityId: string, who: Colleague) {
  const whose = { member: [], interest: [], person: [who.id] };
  const held = await everythingHeld(db, authorityId, whose);
  const did = await whereTheyDid(db, authorityId, who);
  const ways = await waysIn(db, authorityId, who.id);
  const safe = held.map(({ what, rows }) => ({
    what,
    // What opens an account is nobody's to read, not even its owner's.
    rows: rows.map(({ passwordHash: _, tokenHash: __, secret: ___, ...row }) => row),
  }));
  return [
    ...safe,
    ...ways,
    ...(did.length === 0
      ? []
      : [{ what: 'Where your name stands because you did something', rows: did }]),
  ];
}

/** How a colleague signs in beside a password, without what opens an account. */
async function waysIn(db: Reader, authorityId: string, personId: string) {
  const accounts = await identitiesOf(db, authorityId, personId);
  const codes = await secondFactorOf(db, authorityId, personId);
  const left = await recoveryCodesLeft(db, authorityId, personId);
  const linked = accounts.map(({ issuer, subject, linkedAt }) => ({ issuer, subject, linkedAt }));
  const tables = [
    { what: 'The account of the authority that you sign in with', rows: linked },
    { what: 'One-time codes', rows: codes ? [{ setUpAt: codes.setUpAt }] : [] },
    { what: 'Recovery codes that were not used', rows: left > 0 ? [{ codes: left }] : [] },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

/**
 * Erases a colleague whose account is closed: e-mail address, password and whatever they signed in with go,
 * and another name stands wherever theirs stood. What they did and read stays, so that it is still known
 * that it was one person's doing.
 */
export async function eraseStaff(by: Person, personId: string): Promise<void> {
  allow(by, 'privacy.manage', by);
  await theStore().write(`people:${by.authorityId}`, async (tx) => {
    const row = await staffById(tx, by.authorityId, personId);
    if (row.closedAt === null) {
      throw new Conflict('Close the account first. Then everything but the history can go.');
    }
    if (row.name.startsWith(FORMER_COLLEAGUE)) {
      throw new Conflict('This colleague is erased already.');
    }
    await eraseStaffAgain(tx, by.authorityId, personId);
    await noteErased(tx, by.authorityId, 'staff', personId);
    await record(tx, by, 'staff.erased', { kind: 'person', id: personId });
  });
}

/** The same for somebody whom a restored backup brought back. */
export async function eraseStaffAgain(
  tx: Writer,
  authorityId: string,
  personId: string,
): Promise<void> {
  const row = await personById(tx, authorityId, personId);
  if (!row || row.role === 'panel-member' || row.name.startsWith(FORMER_COLLEAGUE)) return;
  const name = formerName(personId);
  const who = await colleague(tx, authorityId, row);
  await renameWhoDid(tx, authorityId, who, name);
  if (!who.shared) await takeNameOut(tx, authorityId, row.name, name);
  await deleteSessionsOf(tx, authorityId, personId);
  await deleteIdentitiesOf(tx, authorityId, personId);
  await deleteSecondFactor(tx, authorityId, personId);
  const closedAt = row.closedAt ?? new Date();
  await updatePerson(tx, authorityId, personId, {
    name,
    email: null,
    passwordHash: null,
    closedAt,
  });
}

const colleague = async (
  db: Reader,
  authorityId: string,
  { id, name }: { id: string; name: string },
): Promise<Colleague> => ({ id, name, shared: await isShared(db, authorityId, { id, name }) });

async function staffById(db: Reader, authorityId: string, personId: string) {
  const row = await personById(db, authorityId, personId);
  if (!row || row.role === 'panel-member') throw new NotFound('person');
  return row;
}
