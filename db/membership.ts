import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt } from 'drizzle-orm';
import { interestsReachedBy } from './erasure.ts';
import { memberOfContact, personOfMember } from './joins.ts';
import { firstOf } from './people.ts';
import {
  interests,
  memberSupport,
  memberTerms,
  panelContacts,
  panelMembers,
  panelSettings,
  people,
} from './schema/index.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

export type SettingsRow = typeof panelSettings.$inferSelect;
export type MemberTermRow = typeof memberTerms.$inferSelect;
export type SupportRow = typeof memberSupport.$inferSelect;

// ── what the authority decided ──────────────────────────────────────────────────────────────────

export async function panelSettingsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<SettingsRow | undefined> {
  const rows = await db
    .select()
    .from(panelSettings)
    .where(
      and(eq(panelSettings.authorityId, authorityId), eq(panelSettings.programmeId, programmeId)),
    );
  return firstOf(rows);
}

/** Keeps the settings if nobody changed them since `seen` (0: nobody set them); says whether. */
export async function saveSettings(tx: Writer, row: SettingsRow, seen: number): Promise<boolean> {
  if (seen === 0) {
    const made = await tx
      .insert(panelSettings)
      .values({ ...row, version: 1 })
      .onConflictDoNothing()
      .returning({ id: panelSettings.programmeId });
    return made.length === 1;
  }
  const { contactDays, termMonths, answerDays } = row;
  const changed = await tx
    .update(panelSettings)
    .set({ contactDays, termMonths, answerDays, version: seen + 1 })
    .where(
      and(
        eq(panelSettings.authorityId, row.authorityId),
        eq(panelSettings.programmeId, row.programmeId),
        eq(panelSettings.version, seen),
      ),
    )
    .returning({ id: panelSettings.programmeId });
  return changed.length === 1;
}

// ── terms of membership ─────────────────────────────────────────────────────────────────────────

/** A member's terms of membership, newest first. */
export async function memberTermsOf(
  db: Reader,
  authorityId: string,
  memberId: string,
): Promise<MemberTermRow[]> {
  return db
    .select()
    .from(memberTerms)
    .where(and(eq(memberTerms.authorityId, authorityId), eq(memberTerms.memberId, memberId)))
    .orderBy(desc(memberTerms.startsOn), desc(memberTerms.id));
}

export async function insertMemberTerm(tx: Writer, row: MemberTermRow): Promise<void> {
  await tx.insert(memberTerms).values(row);
}

export async function insertMemberTerms(tx: Writer, rows: readonly MemberTermRow[]): Promise<void> {
  await inChunks(rows, (some) => tx.insert(memberTerms).values(some));
}

/** Changes when a term ends; whoever runs the panel hears anew that it does. */
export async function changeMemberTerm(
  tx: Writer,
  authorityId: string,
  id: string,
  endsOn: string,
): Promise<void> {
  await tx
    .update(memberTerms)
    .set({ endsOn, remindedAt: null })
    .where(and(eq(memberTerms.authorityId, authorityId), eq(memberTerms.id, id)));
}

/** Ends a member's terms on the day that they leave: a renewal that would start later never comes. */
export async function endTermsOn(
  tx: Writer,
  authorityId: string,
  memberId: string,
  day: string,
): Promise<void> {
  const { endsOn, startsOn } = memberTerms;
  const theirs = and(eq(memberTerms.authorityId, authorityId), eq(memberTerms.memberId, memberId));
  await tx.delete(memberTerms).where(and(theirs, gt(startsOn, day)));
  await tx
    .update(memberTerms)
    .set({ endsOn: day })
    .where(and(theirs, gt(endsOn, day)));
}

/** The last day of the newest term of each member who is here. */
export async function lastDaysOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<Map<string, { id: string; endsOn: string; remindedAt: Date | null }>> {
  const rows = await db
    .select({ term: memberTerms })
    .from(memberTerms)
    .innerJoin(
      panelMembers,
      and(
        eq(panelMembers.authorityId, memberTerms.authorityId),
        eq(panelMembers.id, memberTerms.memberId),
      ),
    )
    .where(
      and(
        eq(memberTerms.authorityId, authorityId),
        eq(panelMembers.programmeId, programmeId),
        isNull(panelMembers.leftOn),
      ),
    )
    .orderBy(asc(memberTerms.startsOn), asc(memberTerms.id));
  return new Map(
    rows.map(({ term: { memberId, id, endsOn, remindedAt } }) => [
      memberId,
      { id, endsOn, remindedAt },
    ]),
  );
}

export async function noteTermsReminded(
  tx: Writer,
  authorityId: string,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(memberTerms)
    .set({ remindedAt: at })
    .where(and(eq(memberTerms.authorityId, authorityId), inArray(memberTerms.id, [...ids])));
}

// ── what helps a member to take part ────────────────────────────────────────────────────────────

export async function supportOf(
  db: Reader,
  authorityId: string,
  memberId: string,
): Promise<SupportRow | undefined> {
  const rows = await db
    .select()
    .from(memberSupport)
    .where(and(eq(memberSupport.authorityId, authorityId), eq(memberSupport.memberId, memberId)));
  return firstOf(rows);
}

export async function insertSupports(tx: Writer, rows: readonly SupportRow[]): Promise<void> {
  await inChunks(rows, (some) => tx.insert(memberSupport).values(some));
}

export async function saveSupport(tx: Writer, row: SupportRow): Promise<void> {
  const { access, interpreter, childcare, helps } = row;
  await tx.insert(memberSupport).values(row).onConflictDoUpdate({
    target: memberSupport.memberId,
    set: { access, interpreter, childcare, helps },
  });
}

/**
 * Deletes how to reach somebody and what they need: what is left of them says nothing of both. An
 * interest that they were found by keeps which member it is, so that erasing them later finds it.
 */
export async function deletePrivate(
  tx: Writer,
  authorityId: string,
  memberIds: readonly string[],
): Promise<void> {
  if (memberIds.length === 0) return;
  const ids = [...memberIds];
  await keepWhoseInterests(tx, authorityId, ids);
  await tx
    .delete(panelContacts)
    .where(and(eq(panelContacts.authorityId, authorityId), inArray(panelContacts.memberId, ids)));
  await tx
    .delete(memberSupport)
    .where(and(eq(memberSupport.authorityId, authorityId), inArray(memberSupport.memberId, ids)));
}

async function keepWhoseInterests(tx: Writer, authorityId: string, ids: string[]): Promise<void> {
  const reached = await tx
    .select({
      memberId: panelContacts.memberId,
      name: people.name,
      email: panelContacts.email,
      phone: panelContacts.phone,
    })
    .from(panelContacts)
    .innerJoin(panelMembers, memberOfContact)
    .innerJoin(people, personOfMember)
    .where(and(eq(panelContacts.authorityId, authorityId), inArray(panelContacts.memberId, ids)));
  for (const { memberId, ...who } of reached) {
    const theirs = await interestsReachedBy(tx, authorityId, who);
    if (theirs.length === 0) continue;
    await tx
      .update(interests)
      .set({ joinedAs: memberId })
      .where(and(eq(interests.authorityId, authorityId), inArray(interests.id, theirs)));
  }
}

/** Deletes contact details and needs of those who left whose day has come, of every authority. */
export async function forgetWhoLeft(tx: Writer, today: string): Promise<number> {
  const due = await tx
    .select({ id: panelMembers.id, authorityId: panelMembers.authorityId })
    .from(panelMembers)
    .where(and(isNotNull(panelMembers.contactsUntil), lt(panelMembers.contactsUntil, today)));
  for (const { id, authorityId } of due) {
    await deletePrivate(tx, authorityId, [id]);
    await tx
      .update(panelMembers)
      .set({ contactsUntil: null })
      .where(and(eq(panelMembers.authorityId, authorityId), eq(panelMembers.id, id)));
  }
  return due.length;
}
