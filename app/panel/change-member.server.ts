import { saveSupport } from '#db/membership.ts';
import { rerouteWaiting } from '#db/outbox.ts';
import { contactOf, memberById, updateContact, updateMember, type Member } from '#db/panel.ts';
import { record, updatePerson, type Programme } from '#db/people.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotAllowed, NotFound } from '#app/people/errors.ts';
import { aboutOf, type MemberFields, type MyDetails } from './members.ts';

/** Changes what is known of a member, and how to reach them. */
export async function changeMember(
  by: Person,
  programme: Programme,
  memberId: string,
  fields: MemberFields,
): Promise<void> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  const { kind, joinedOn } = fields;
  await theStore().write(`member:${memberId}`, async (tx) => {
    const member = await memberById(tx, authorityId, programme.id, memberId);
    if (!member) throw new NotFound('member');
    await updateMember(tx, authorityId, memberId, { kind, joinedOn });
    await saveDetails(tx, member, fields);
    await record(tx, by, 'member.changed', { kind: 'member', id: memberId });
  });
}

/** A member corrects what is kept of them. */
export async function changeMyself(
  by: Person,
  programme: { id: string; authorityId: string },
  memberId: string,
  fields: MyDetails,
): Promise<void> {
  allow(by, 'consultation.answer', programme);
  const { authorityId } = programme;
  await theStore().write(`member:${memberId}`, async (tx) => {
    const member = await memberById(tx, authorityId, programme.id, memberId);
    if (member?.personId !== by.id) throw new NotAllowed('These are not your details.');
    await saveDetails(tx, member, fields);
    const doer = { authorityId, name: 'A member' };
    await record(tx, doer, 'member.changed-own', { kind: 'member', id: memberId });
  });
}

async function saveDetails(tx: Writer, member: Member, fields: MyDetails): Promise<void> {
  const { id: memberId, authorityId } = member;
  const { name, email, phone, preferred, language } = fields;
  const { access, interpreter, childcare, helps } = fields;
  await updatePerson(tx, authorityId, member.personId, { name });
  await updateMember(tx, authorityId, memberId, { about: aboutOf(fields) });
  // Who left and whose details are deleted gets none by being corrected.
  if (!(await contactOf(tx, authorityId, memberId))) return;
  await updateContact(tx, authorityId, memberId, { email, phone, preferred, language });
  await rerouteWaiting(tx, authorityId, memberId, { email, phone, preferred });
  await saveSupport(tx, { memberId, authorityId, access, interpreter, childcare, helps });
}
