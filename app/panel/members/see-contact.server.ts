import { supportOf, type SupportRow } from '#db/membership.ts';
import { contactOf, memberById, type ContactRow, type Member } from '#db/panel.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { noteReading } from '#app/people/note-reading.server.ts';

/**
 * How to reach a member and what they need, for those who run the panel: each look is noted in the
 * audit trail, in the same write.
 */
export async function seeContact(
  by: Person,
  programme: Programme,
  memberId: string,
): Promise<{ member: Member; contact: ContactRow | null; support: SupportRow | null }> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  return theStore().write(null, async (tx) => {
    const member = await memberById(tx, authorityId, programme.id, memberId);
    if (!member) throw new NotFound('member');
    const contact = (await contactOf(tx, authorityId, memberId)) ?? null;
    const support = (await supportOf(tx, authorityId, memberId)) ?? null;
    if (contact) noteReading(by, 'contacts', 1);
    if (contact) await record(tx, by, 'member.contact-seen', { kind: 'member', id: memberId });
    return { member, contact, support };
  });
}
