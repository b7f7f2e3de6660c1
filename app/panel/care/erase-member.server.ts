import {
  allMembershipsOf,
  eraseHeld,
  everythingHeld,
  interestsJoinedAs,
  interestsReachedBy,
  type Whose,
} from '#db/erasure.ts';
import { noteErased } from '#db/erased.server.ts';
import { FORMER_MEMBER } from '#db/erasure-list.ts';
import { takeNameOut } from '#db/erasure-names.ts';
import { endTermsOn } from '#db/membership.ts';
import { contactOf, memberById, updateMember } from '#db/panel.ts';
import { personById, record, updatePerson, type Programme } from '#db/people.ts';
import { theStore, type Reader, type Writer } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { noteReading } from '#app/people/note-reading.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { keptBands } from './held.ts';

/**
 * Erases a member who asked staff for it: name and contact details, on every panel of the authority,
 * with the interest by which they came; and, where they asked, their words. What they answered stays
 * counted, and nobody can be found behind it.
 */
export async function eraseMember(
  by: Person,
  programme: Programme,
  memberId: string,
  words: boolean,
): Promise<void> {
  allow(by, 'member.erase', programme);
  await theStore().write(`member:${memberId}`, async (tx) => {
    const member = await memberById(tx, programme.authorityId, programme.id, memberId);
    if (!member) throw new NotFound('member');
    await erase(tx, programme.authorityId, member.personId, words);
    await record(
      tx,
      by,
      'member.erased',
      { kind: 'member', id: memberId },
      { words: saidWords(words) },
    );
  });
}

/** Erases whoever asks, at once: the trail says that a member did, and not which. */
export async function eraseMyself(me: Person, words: boolean): Promise<void> {
  allow(me, 'self.erase', me);
  await theStore().write(`person:${me.id}`, async (tx) => {
    await erase(tx, me.authorityId, me.id, words);
    const doer = { authorityId: me.authorityId, name: 'A panel member' };
    const details = { words: saidWords(words) };
    await record(tx, doer, 'member.erased', { kind: 'panel', id: me.authorityId }, details);
  });
}

const saidWords = (words: boolean) => (words ? ', with their words' : '');

async function erase(
  tx: Writer,
  authorityId: string,
  personId: string,
  words: boolean,
): Promise<void> {
  const person = await personById(tx, authorityId, personId);
  if (person?.role !== 'panel-member') throw new NotFound('member');
  if (person.name === FORMER_MEMBER && person.closedAt !== null) {
    throw new Conflict('This member is erased already.');
  }
  const at = new Date();
  const memberships = await allMembershipsOf(tx, authorityId, personId);
  const whose = await whoseIs(tx, authorityId, personId);
  await takeNameOut(tx, authorityId, person.name);
  await eraseHeld(tx, authorityId, whose, words);
  for (const { id, about, joinedOn, leftOn } of memberships) {
    const last = leftOn ?? [dayOf(at), joinedOn].sort().at(-1) ?? joinedOn;
    await updateMember(tx, authorityId, id, {
      about: keptBands(about),
      leftOn: last,
      contactsUntil: null,
    });
    await endTermsOn(tx, authorityId, id, last);
  }
  await updatePerson(tx, authorityId, personId, { closedAt: at });
  await noteErased(tx, authorityId, 'member', personId, words);
}

/** The same for somebody whom a restored backup brought back: they asked before it was put there. */
export async function eraseMemberAgain(
  tx: Writer,
  authorityId: string,
  personId: string,
  words: boolean,
): Promise<void> {
  const person = await personById(tx, authorityId, personId);
  if (person?.role !== 'panel-member' || person.name === FORMER_MEMBER) return;
  await erase(tx, authorityId, personId, words);
}

/** Every id by which rows say that they are a person's. */
async function whoseIs(db: Reader, authorityId: string, personId: string): Promise<Whose> {
  const person = await personById(db, authorityId, personId);
  const memberships = await allMembershipsOf(db, authorityId, personId);
  const member = memberships.map(({ id }) => id);
  const interest = new Set(await interestsJoinedAs(db, authorityId, member));
  for (const { id } of memberships) {
    const contact = await contactOf(db, authorityId, id);
    if (!contact) continue;
    const who = { ...contact, name: person?.name ?? '' };
    for (const one of await interestsReachedBy(db, authorityId, who)) interest.add(one);
  }
  return { member, interest: [...interest], person: [personId] };
}

/** Everything held of a member, for staff to hand over to them; that it was read is recorded. */
export async function copyOfMember(by: Person, programme: Programme, memberId: string) {
  allow(by, 'member.erase', programme);
  noteReading(by, 'held', 1);
  return theStore().write(null, async (tx) => {
    const member = await memberById(tx, programme.authorityId, programme.id, memberId);
    if (!member) throw new NotFound('member');
    await record(tx, by, 'member.copied', { kind: 'member', id: memberId });
    return heldOf(tx, programme.authorityId, member.personId);
  });
}

/** Everything held of whoever asks. */
export async function copyOfMine(me: Person) {
  allow(me, 'self.erase', me);
  return heldOf(theStore().read, me.authorityId, me.id);
}

async function heldOf(db: Reader, authorityId: string, personId: string) {
  return everythingHeld(db, authorityId, await whoseIs(db, authorityId, personId));
}
