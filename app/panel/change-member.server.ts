import { memberById, updateContact, updateMember } from '#db/panel.ts';
import { record, updatePerson, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { aboutOf, type MemberFields } from './members.ts';

/** Changes what is known of a member, and how to reach them. */
export async function changeMember(
  by: Person,
  programme: Programme,
  memberId: string,
  fields: MemberFields,
): Promise<void> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  const { name, kind, joinedOn, email, phone, preferred, language } = fields;
  await theStore().write(`member:${memberId}`, async (tx) => {
    const member = await memberById(tx, authorityId, programme.id, memberId);
    if (!member) throw new NotFound('member');
    await updatePerson(tx, authorityId, member.personId, { name });
    await updateMember(tx, authorityId, memberId, { kind, joinedOn, about: aboutOf(fields) });
    await updateContact(tx, authorityId, memberId, { email, phone, preferred, language });
    await record(tx, by, 'member.changed', { kind: 'member', id: memberId });
  });
}
