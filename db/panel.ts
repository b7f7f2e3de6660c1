import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { memberOfContact, personOfMember } from './joins.ts';
import { firstOf, type Programme } from './people.ts';
import { panelContacts, panelMembers, people, personalLinks, programmes } from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

export type MemberRow = typeof panelMembers.$inferSelect;
export type ContactRow = typeof panelContacts.$inferSelect;
export type LinkRow = typeof personalLinks.$inferSelect;

/** A member with the name that staff know them by. */
export type Member = MemberRow & { name: string };

/** Everybody who is or was on the panel, those who left included; by name. */
export async function membersOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<Member[]> {
  const rows = await db
    .select({ member: panelMembers, name: people.name })
    .from(panelMembers)
    .innerJoin(people, personOfMember)
    .where(
      and(eq(panelMembers.authorityId, authorityId), eq(panelMembers.programmeId, programmeId)),
    );
  return rows
    .map(({ member, name }) => ({ ...member, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1));
}

export async function memberById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<Member | undefined> {
  const rows = await db
    .select({ member: panelMembers, name: people.name })
    .from(panelMembers)
    .innerJoin(people, personOfMember)
    .where(
      and(
        eq(panelMembers.authorityId, authorityId),
        eq(panelMembers.programmeId, programmeId),
        eq(panelMembers.id, id),
      ),
    );
  const row = firstOf(rows);
  return row && { ...row.member, name: row.name };
}

/** A member of any programme of the authority. */
export async function memberAnywhere(
  db: Reader,
  authorityId: string,
  id: string,
): Promise<MemberRow | undefined> {
  const rows = await db
    .select()
    .from(panelMembers)
    .where(and(eq(panelMembers.authorityId, authorityId), eq(panelMembers.id, id)));
  return firstOf(rows);
}

/** How to reach a member: read only where somebody is about to. */
export async function contactOf(
  db: Reader,
  authorityId: string,
  memberId: string,
): Promise<ContactRow | undefined> {
  const rows = await db
    .select()
    .from(panelContacts)
    .where(and(eq(panelContacts.authorityId, authorityId), eq(panelContacts.memberId, memberId)));
  return firstOf(rows);
}

/** How to reach everybody of a panel: for a file that was asked for with a reason, or to tell twins. */
export async function contactsOfPanel(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<Map<string, ContactRow>> {
  const rows = await db
    .select({ contact: panelContacts })
    .from(panelContacts)
    .innerJoin(panelMembers, memberOfContact)
    .where(
      and(eq(panelContacts.authorityId, authorityId), eq(panelMembers.programmeId, programmeId)),
    );
  return new Map(rows.map(({ contact }) => [contact.memberId, contact]));
}

/** How many people can answer a consultation now. */
export async function howManyMembers(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<number> {
  return db.$count(
    panelMembers,
    and(
      eq(panelMembers.authorityId, authorityId),
      eq(panelMembers.programmeId, programmeId),
      isNull(panelMembers.leftOn),
    ),
  );
}

export async function insertMembers(
  tx: Writer,
  members: readonly MemberRow[],
  contacts: readonly ContactRow[],
): Promise<void> {
  await inChunks(members, (some) => tx.insert(panelMembers).values(some));
  await inChunks(contacts, (some) => tx.insert(panelContacts).values(some));
}

export async function updateMember(
  tx: Writer,
  authorityId: string,
  id: string,
  change: Partial<
    Pick<MemberRow, 'kind' | 'about' | 'joinedOn' | 'leftOn' | 'leftWhy' | 'contactsUntil'>
  >,
): Promise<void> {
  await tx
    .update(panelMembers)
    .set(change)
    .where(and(eq(panelMembers.authorityId, authorityId), eq(panelMembers.id, id)));
}

export async function updateContact(
  tx: Writer,
  authorityId: string,
  memberId: string,
  change: Pick<ContactRow, 'email' | 'phone' | 'preferred' | 'language'>,
): Promise<void> {
  await tx
    .update(panelContacts)
    .set(change)
    .where(and(eq(panelContacts.authorityId, authorityId), eq(panelContacts.memberId, memberId)));
}

/** The panels that a person sits on now, with their programmes. */
export async function membershipsOf(
  db: Reader,
  authorityId: string,
  personId: string,
): Promise<{ member: MemberRow; programme: Programme }[]> {
  return db
    .select({ member: panelMembers, programme: programmes })
    .from(panelMembers)
    .innerJoin(
      programmes,
      and(
        eq(programmes.authorityId, panelMembers.authorityId),
        eq(programmes.id, panelMembers.programmeId),
      ),
    )
    .where(
      and(
        eq(panelMembers.authorityId, authorityId),
        eq(panelMembers.personId, personId),
        isNull(panelMembers.leftOn),
      ),
    )
    .orderBy(desc(programmes.createdAt), desc(programmes.id));
}

/** The newest personal link of a person, whether it still works or not. */
export async function newestLinkOf(
  db: Reader,
  authorityId: string,
  personId: string,
): Promise<LinkRow | undefined> {
  const rows = await db
    .select()
    .from(personalLinks)
    .where(and(eq(personalLinks.authorityId, authorityId), eq(personalLinks.personId, personId)))
    // Two of one millisecond: the one that was not replaced.
    .orderBy(desc(personalLinks.createdAt), sql`${personalLinks.replacedAt} is not null`)
    .limit(1);
  return firstOf(rows);
}

export async function touchLink(
  tx: Writer,
  authorityId: string,
  tokenHash: string,
  at: Date,
): Promise<void> {
  await tx
    .update(personalLinks)
    .set({ lastUsedAt: at })
    .where(and(eq(personalLinks.authorityId, authorityId), eq(personalLinks.tokenHash, tokenHash)));
}
