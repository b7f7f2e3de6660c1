import { deleteContact, memberById, membershipsOf, updateMember } from '#db/panel.ts';
import {
  deleteSessionsOf,
  record,
  replaceLinksOf,
  updatePerson,
  type Programme,
} from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { whyNotLeft } from './members.ts';

/**
 * Records that a member left. What they said stays counted; how to reach them is deleted, and their
 * personal link ends unless they sit on another panel of the authority. Gives what is wrong with the
 * day, or nothing when it is done.
 */
export async function recordLeaving(
  by: Person,
  programme: Programme,
  memberId: string,
  leftOn: string,
): Promise<{ field: string; message: string }[]> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  const at = new Date();
  return theStore().write(`member:${memberId}`, async (tx) => {
    const member = await memberById(tx, authorityId, programme.id, memberId);
    if (!member) throw new NotFound('member');
    if (member.leftOn !== null) throw new Conflict('It is recorded already that this member left.');
    const why = whyNotLeft(leftOn, member.joinedOn, dayOf(at));
    if (why !== null) return [{ field: 'leftOn', message: why }];
    await updateMember(tx, authorityId, memberId, { leftOn });
    await deleteContact(tx, authorityId, memberId);
    if ((await membershipsOf(tx, authorityId, member.personId)).length === 0) {
      await updatePerson(tx, authorityId, member.personId, { closedAt: at });
      await replaceLinksOf(tx, authorityId, member.personId, at);
      await deleteSessionsOf(tx, authorityId, member.personId);
    }
    await record(tx, by, 'member.left', { kind: 'member', id: memberId });
    return [];
  });
}
