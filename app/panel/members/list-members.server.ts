import { lastDaysOf } from '#db/membership.ts';
import { termsOf, whoAgreed } from '#db/panel-terms.ts';
import { membersOf } from '#db/panel.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { listedMember, type ListedMember } from './list-members.ts';

/** Everybody who is or was on the panel, as the list shows them. */
export async function listMembers({ authorityId, id }: Programme): Promise<ListedMember[]> {
  const { read } = theStore();
  const members = await membersOf(read, authorityId, id);
  const ends = await lastDaysOf(read, authorityId, id);
  const [newest] = await termsOf(read, authorityId, id);
  const agreed = newest ? await whoAgreed(read, authorityId, newest.id) : null;
  return members.map((member) =>
    listedMember(member, ends.get(member.id)?.endsOn ?? null, agreed && agreed.has(member.id)),
  );
}
